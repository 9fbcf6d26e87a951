// Fills polygons on the CPU, row by row. The base map is drawn rarely and its picture kept, its land is needed on the
// CPU anyway (the sea's colour depends on how far the land is), and so nothing has to be cut into triangles first.
#pragma once

#include "geodata/bounds.h"
#include "geodata/coords.h"

#include <cstdint>
#include <span>
#include <vector>

namespace render {

/// A closed ring: points [first, first + count) of a RingSet, the last one joined to the first.
struct FillRing {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint16_t value = 0;  ///< written to the pixels inside; rings of one value stand together
    geodata::WorldBox box;
};

struct RingPoint {
    float x = 0.0F;  ///< metres in the plane
    float y = 0.0F;
};

struct RingSet {
    std::vector<RingPoint> points;
    std::vector<FillRing> rings;
};

/// Where pixels lie in the plane: the centre of pixel (column, row) is at (left + column + 0.5) / px_per_m and so on;
/// rows count upwards.
struct PixelGrid {
    int width = 0;
    int height = 0;
    double left_m = 0.0;
    double bottom_m = 0.0;
    double px_per_m = 1.0;
};

inline constexpr std::uint16_t nothing_filled = 0xFFFF;

/// Pixels whose centre lies inside rings of one value, by the even-odd rule over all of them, get that value; the
/// others `nothing_filled`. Row 0 is the lowest. Where values overlap, the later one stands. Uses the machine's cores.
[[nodiscard]] std::vector<std::uint16_t> fill_rings(std::span<const FillRing> rings, std::span<const RingPoint> points,
                                                    const PixelGrid& grid);

}  // namespace render
