#include "geodata/great_circle.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace geodata {
namespace {

constexpr double rad_per_deg = std::numbers::pi / 180.0;

// Unit vector from the Earth's centre: x through (0, 0), y through (90 E, 0), z through the north pole.
using Vec3 = std::array<double, 3>;

Vec3 vector_from_lonlat(LonLat p) {
    const double lon = p.lon * rad_per_deg;
    const double lat = p.lat * rad_per_deg;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

LonLat lonlat_from_vector(const Vec3& v) {
    return {std::atan2(v[1], v[0]) / rad_per_deg, std::atan2(v[2], std::hypot(v[0], v[1])) / rad_per_deg};
}

double dot(const Vec3& a, const Vec3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

double length(const Vec3& v) {
    return std::sqrt(dot(v, v));
}

// What is left of `v` when its share along the unit vector `axis` is taken away.
Vec3 perpendicular_part(const Vec3& v, const Vec3& axis) {
    const double along = dot(v, axis);
    return {v[0] - along * axis[0], v[1] - along * axis[1], v[2] - along * axis[2]};
}

// The unit tangent at `from` that heads for `to`. Below about 1e-9 rad between the ends (or between one end and the
// other's antipode) rounding decides the direction, so the meridian is taken instead.
Vec3 heading(const Vec3& from, const Vec3& to, double lon_deg) {
    Vec3 tangent = perpendicular_part(to, from);
    if (length(tangent) < 1e-9) {
        tangent = perpendicular_part({0.0, 0.0, 1.0}, from);
    }
    if (length(tangent) < 1e-9) {
        tangent = vector_from_lonlat({lon_deg, 0.0});
    }
    const double scale = 1.0 / length(tangent);
    return {tangent[0] * scale, tangent[1] * scale, tangent[2] * scale};
}

}  // namespace

double great_circle_distance_m(LonLat a, LonLat b) {
    const double sin_lat = std::sin((b.lat - a.lat) * rad_per_deg / 2.0);
    const double sin_lon = std::sin((b.lon - a.lon) * rad_per_deg / 2.0);
    const double h =
        sin_lat * sin_lat + std::cos(a.lat * rad_per_deg) * std::cos(b.lat * rad_per_deg) * sin_lon * sin_lon;
    return 2.0 * earth_radius_m * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

std::vector<LonLat> great_circle(LonLat a, LonLat b, double step_deg) {
    assert(step_deg > 0.0);
    const Vec3 from = vector_from_lonlat(a);
    const Vec3 to = vector_from_lonlat(b);
    const double angle = std::atan2(length(perpendicular_part(to, from)), dot(from, to));
    const Vec3 side = heading(from, to, b.lon);
    // The small allowance keeps an arc of exactly n steps from getting one more through rounding.
    const double steps = std::ceil(angle / (step_deg * rad_per_deg) - 1e-9);
    const auto count = static_cast<std::size_t>(std::max(1.0, steps));

    std::vector<LonLat> points;
    points.reserve(count + 1);
    points.push_back(a);
    for (std::size_t i = 1; i < count; ++i) {
        const double at = angle * static_cast<double>(i) / static_cast<double>(count);
        const double c = std::cos(at);
        const double s = std::sin(at);
        points.push_back(
            lonlat_from_vector({c * from[0] + s * side[0], c * from[1] + s * side[1], c * from[2] + s * side[2]}));
    }
    points.push_back(b);
    return points;
}

}  // namespace geodata
