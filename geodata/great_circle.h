// The shortest way between two places on the sphere.
#pragma once

#include "geodata/coords.h"

#include <numbers>
#include <vector>

namespace geodata {

/// Of the sphere that distances are measured on: the IUGG mean radius.
inline constexpr double earth_radius_m = 6'371'008.8;
/// One degree of a great circle on it.
inline constexpr double metres_per_degree = earth_radius_m * std::numbers::pi / 180.0;

/// Great-circle distance in metres on that sphere, by the haversine formula.
[[nodiscard]] double great_circle_distance_m(LonLat a, LonLat b);

/// Points along the great circle from a to b, both included, no two further apart than `step_deg` degrees of arc
/// (step_deg > 0). Spherical linear interpolation; antipodal ends take the way over the north pole.
[[nodiscard]] std::vector<LonLat> great_circle(LonLat a, LonLat b, double step_deg = 1.0);

}  // namespace geodata
