// The shortest way between two places on the sphere.
#pragma once

#include "geodata/coords.h"

#include <vector>

namespace geodata {

/// Great-circle distance in metres on a sphere of radius 6 371 008.8 m (IUGG mean radius), by the haversine formula.
[[nodiscard]] double great_circle_distance_m(LonLat a, LonLat b);

/// Points along the great circle from a to b, both included, no two further apart than `step_deg` degrees of arc
/// (step_deg > 0). Spherical linear interpolation; antipodal ends take the way over the north pole.
[[nodiscard]] std::vector<LonLat> great_circle(LonLat a, LonLat b, double step_deg = 1.0);

}  // namespace geodata
