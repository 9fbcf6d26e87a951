// A picture that lies under the land: a relief or a satellite image.
#pragma once

#include "render/scanline_fill.h"
#include "render/theme.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace render {

struct Underlay {
    /// A pixel of the grid each: premultiplied RGBA, red in the lowest byte, row 0 the lowest. Empty: nothing.
    std::vector<std::uint32_t> pixels;
    bool is_grey = false;  ///< shades alone, which leave the land its hue
};

/// Makes the underlay of a grid; `land` is what fill_rings gives, and only its land is looked at.
using MakeUnderlay = std::function<Underlay(const PixelGrid& grid, std::span<const std::uint16_t> land)>;

/// The colour of land with a tone of its own and an underlay beneath. Grey makes the tone darker or lighter, a middle
/// grey leaves it. Colours are mixed in, subdued towards the theme's ground, so that tones of countries still differ
/// and names and links stay the brightest (or the darkest) things on the map. All are packed as in Underlay; the result
/// is opaque.
[[nodiscard]] std::uint32_t land_over(std::uint32_t tone, std::uint32_t under, bool is_grey, bool dark);

/// Whether a theme's land is dark.
[[nodiscard]] bool has_dark_land(const Theme& theme);

}  // namespace render
