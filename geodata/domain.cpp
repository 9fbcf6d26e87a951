#include "geodata/domain.h"

#include "geodata/cap_frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace geodata {

namespace {

constexpr double edge_tolerance_deg = 1e-7;  // a point that was put on the edge may come out a rounding beside it

double lon_from(double middle_lon, double lon) {
    return std::abs(lon - middle_lon) <= 180.0 ? lon - middle_lon : std::remainder(lon - middle_lon, 360.0);
}

bool comes_first(LonLat a, LonLat b) {
    return a.lon != b.lon ? a.lon < b.lon : a.lat < b.lat;
}

bool is_short(LonLat a, LonLat b, double step_deg) {
    return std::abs(a.lon - b.lon) <= step_deg && std::abs(a.lat - b.lat) <= step_deg;
}

/// The points on one edge, from the end that comes first.
void append_between(LonLat a, LonLat b, double step_deg, std::vector<LonLat>& out) {
    const bool along_lon = std::abs(b.lon - a.lon) >= std::abs(b.lat - a.lat);
    const double from = along_lon ? a.lon : a.lat;
    const double to = along_lon ? b.lon : b.lat;
    const double sign = to > from ? 1.0 : -1.0;
    for (double k = std::floor(sign * from / step_deg) + 1.0; k * step_deg < sign * to; k += 1.0) {
        const double at = sign * k * step_deg;
        const double t = (at - from) / (to - from);
        out.push_back(along_lon ? LonLat{at, a.lat + (b.lat - a.lat) * t} : LonLat{a.lon + (b.lon - a.lon) * t, at});
    }
}

}  // namespace

bool contains(const Domain& domain, LonLat at) {
    if (const auto* window = std::get_if<LonLatWindow>(&domain)) {
        return std::abs(lon_from(window->middle_lon, at.lon)) <= window->half_width_deg + edge_tolerance_deg &&
               at.lat >= window->south - edge_tolerance_deg && at.lat <= window->north + edge_tolerance_deg;
    }
    const Cap& cap = std::get<Cap>(domain);
    return CapFrame{cap.centre}.bearing(at).distance_deg <= cap.radius_deg + edge_tolerance_deg;
}

bool surely_contains(const Domain& domain, const LonLatBox& box) {
    if (const auto* window = std::get_if<LonLatWindow>(&domain)) {
        const double west = lon_from(window->middle_lon, box.west);
        const double east = west + (box.east - box.west);
        return west >= -window->half_width_deg && east <= window->half_width_deg && box.south >= window->south &&
               box.north <= window->north;
    }
    const Cap& cap = std::get<Cap>(domain);
    const LonLat middle{(box.west + box.east) / 2.0, (box.south + box.north) / 2.0};
    // The way along a parallel and a meridian is never shorter than the great circle.
    const double farthest_deg = (box.east - box.west + box.north - box.south) / 2.0;
    return CapFrame{cap.centre}.bearing(middle).distance_deg + farthest_deg < cap.radius_deg;
}

Ring edge_of(const Domain& domain) {
    if (const auto* window = std::get_if<LonLatWindow>(&domain)) {
        const double west = window->middle_lon - window->half_width_deg;
        const double east = window->middle_lon + window->half_width_deg;
        return densify({{west, window->south},
                        {east, window->south},
                        {east, window->north},
                        {west, window->north},
                        {west, window->south}});
    }
    const Cap& cap = std::get<Cap>(domain);
    const CapFrame frame{cap.centre};
    Ring ring;
    for (double azimuth = 180.0; azimuth >= -180.0; azimuth -= dense_step_deg) {
        ring.push_back(frame.at({cap.radius_deg, azimuth}));
    }
    ring.back() = ring.front();
    return ring;
}

bool is_dense(const std::vector<LonLat>& points, double step_deg) {
    return std::adjacent_find(points.begin(), points.end(),
                              [&](LonLat a, LonLat b) { return !is_short(a, b, step_deg); }) == points.end();
}

std::vector<LonLat> densify(const std::vector<LonLat>& points, double step_deg) {
    std::vector<LonLat> out;
    out.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        out.push_back(points[i]);
        if (i + 1 < points.size() && !is_short(points[i], points[i + 1], step_deg)) {
            const auto from = static_cast<std::ptrdiff_t>(out.size());
            const bool forwards = comes_first(points[i], points[i + 1]);
            append_between(points[forwards ? i : i + 1], points[forwards ? i + 1 : i], step_deg, out);
            if (!forwards) {
                std::reverse(out.begin() + from, out.end());
            }
        }
    }
    return out;
}

}  // namespace geodata
