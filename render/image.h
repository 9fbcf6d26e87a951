// A picture in memory.
#pragma once

#include <cstdint>
#include <vector>

namespace render {

/// Straight RGBA, 8 bits a channel, row 0 at the top, tightly packed.
struct Image {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba;
};

}  // namespace render
