// From the spots of a way over water to the line that a ship would take.
#pragma once

#include "geodata/sea_chart.h"

#include <span>
#include <vector>

namespace geodata {

/// The middles of the spots where the way turns, x running on past the antimeridian. `way` is not empty.
[[nodiscard]] std::vector<GridPoint> line_through(const SeaChart& chart, std::span<const Spot> way);

/// Leaves out the points of a line that straight lines make needless: from each point on to the furthest that is no
/// more toil to reach straight.
[[nodiscard]] std::vector<GridPoint> pulled_taut(const SeaChart& chart, const std::vector<GridPoint>& line);

/// Puts bends in the place of corners, as wide as the water and half of the sides allow.
[[nodiscard]] std::vector<GridPoint> rounded(const SeaChart& chart, const std::vector<GridPoint>& line);

/// The line in degrees, no two points further apart than one.
[[nodiscard]] std::vector<LonLat> dense_lonlats(const std::vector<GridPoint>& line);

}  // namespace geodata
