// Whether parts of one country lie on each other: under the even-odd rule, by which countries are filled, what is
// covered twice would be outside.
#pragma once

#include "geodata/boundary_set.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace geodata {

/// A point inside the polygon and outside its holes: the middle of the widest stretch along its middle parallel.
/// Nothing for a polygon that encloses nothing there.
[[nodiscard]] std::optional<LonLat> point_inside(const Polygon& polygon);

/// Whether the middle of a polygon of one part lies inside a polygon of another. `starts` are the positions in
/// `polygons` where the parts begin, ascending and the first of them 0. Parts that share edges, as provinces do, or
/// overlap by a sliver do not count.
[[nodiscard]] bool parts_overlap(std::span<const Polygon> polygons, std::span<const std::size_t> starts);

}  // namespace geodata
