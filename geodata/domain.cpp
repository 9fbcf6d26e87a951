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

bool is_short(LonLat a, LonLat b) {
    return std::abs(a.lon - b.lon) <= dense_step_deg && std::abs(a.lat - b.lat) <= dense_step_deg;
}

/// The points on one edge, from the end that comes first.
void append_between(LonLat a, LonLat b, std::vector<LonLat>& out) {
    const bool along_lon = std::abs(b.lon - a.lon) >= std::abs(b.lat - a.lat);
    const double from = along_lon ? a.lon : a.lat;
    const double to = along_lon ? b.lon : b.lat;
    const double sign = to > from ? 1.0 : -1.0;
    for (double k = std::floor(sign * from / dense_step_deg) + 1.0; k * dense_step_deg < sign * to; k += 1.0) {
        const double at = sign * k * dense_step_deg;
        const double t = (at - from) / (to - from);
        out.push_back(along_lon ? LonLat{at, a.lat + (b.lat - a.lat) * t} : LonLat{a.lon + (b.lon - a.lon) * t, at});
    }
}

void densify_in_place(std::vector<LonLat>& points) {
    const auto is_long = [](LonLat a, LonLat b) { return !is_short(a, b); };
    if (std::adjacent_find(points.begin(), points.end(), is_long) != points.end()) {
        points = densify(points);
    }
}

template <class Shape>
void densify_polygons(std::vector<Shape>& shapes) {
    for (Shape& shape : shapes) {
        for (Polygon& polygon : shape.polygons) {
            std::for_each(polygon.rings.begin(), polygon.rings.end(), densify_in_place);
        }
    }
}

template <class Line>
void densify_lines(std::vector<Line>& lines) {
    for (Line& line : lines) {
        densify_in_place(line.points);
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

bool surely_contains(const Domain& domain, const std::vector<LonLat>& points) {
    LonLatBox box;
    for (const LonLat p : points) {
        box.extend(p);
    }
    return surely_contains(domain, box);
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

std::vector<LonLat> densify(const std::vector<LonLat>& points) {
    std::vector<LonLat> out;
    out.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        out.push_back(points[i]);
        if (i + 1 < points.size() && !is_short(points[i], points[i + 1])) {
            const auto from = static_cast<std::ptrdiff_t>(out.size());
            const bool forwards = comes_first(points[i], points[i + 1]);
            append_between(points[forwards ? i : i + 1], points[forwards ? i + 1 : i], out);
            if (!forwards) {
                std::reverse(out.begin() + from, out.end());
            }
        }
    }
    return out;
}

void densify(BoundaryData& data) {
    densify_polygons(data.countries);
    densify_polygons(data.disputed_areas);
    densify_polygons(data.lakes);
    densify_lines(data.lines);
    densify_lines(data.rivers);
}

}  // namespace geodata
