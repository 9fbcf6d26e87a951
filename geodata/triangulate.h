// Polygons to triangles. The tessellator is GLU's: slow beside ear clipping, but it takes rings that touch or cross
// themselves (as rings snapped to a grid do) by the even-odd rule and never fails on them.
#pragma once

#include "geodata/coords.h"

#include <cstdint>
#include <span>
#include <vector>

namespace geodata {

struct Triangles {
    std::vector<WorldXY> vertices;       ///< the rings' points, and new ones where rings cross
    std::vector<std::uint32_t> indices;  ///< three for each triangle
};

/// Fills closed or open rings (outer and holes alike, any orientation) by the even-odd rule.
/// Rings with fewer than three points are skipped; no rings give no triangles.
[[nodiscard]] Triangles triangulate(std::span<const std::vector<WorldXY>> rings);

}  // namespace geodata
