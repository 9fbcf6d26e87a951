// Cutting geometry at 180 degrees, so that in the plane of degrees every ring and line lies within [-180, 180].
//
// A step of more than 180 degrees of longitude between two consecutive points is read as the short way round:
//
//      170 ------> 180 | -180 ------> -170         one edge of 20 degrees, not of 340
//
// Left as they are: steps along a pole, where all meridians meet, and a step from -180 to 180 between two edges that
// run along the antimeridian (the side of a box that spans the world). Data that was cut already looks like that.
//
// All coordinates are finite and longitudes a few turns from 0 at most; the work grows with the turns.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/coords.h"

#include <vector>

namespace geodata {

/// Whether the points step over the antimeridian or leave [-180, 180].
[[nodiscard]] bool crosses_antimeridian(const std::vector<LonLat>& points);

/// The parts of the polygon on either side, each with its own holes; the same polygon where nothing crosses. Outer
/// rings come out closed. A ring that goes once round the Earth (Antarctica's coast in polar data) is closed over the
/// pole that is nearer to its points.
[[nodiscard]] std::vector<Polygon> cut_at_antimeridian(Polygon polygon);

/// The parts of a line, in order, each with the point on the antimeridian where it was cut.
[[nodiscard]] std::vector<std::vector<LonLat>> cut_line_at_antimeridian(std::vector<LonLat> line);

}  // namespace geodata
