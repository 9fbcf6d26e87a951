#include "render/underlay.h"

#include <algorithm>

namespace render {

namespace {

constexpr int channel(std::uint32_t color, unsigned shift) {
    return static_cast<int>(color >> shift & 255U);
}

/// Shades reach from 55 to 145 in a hundred of a dark tone. A light one, which soon is white, and which dark names
/// stand on, gets from 82 to 118.
constexpr int shaded(int tone, int grey, int alpha, bool dark) {
    const int away = grey * 255 - alpha * 128;  // from a middle grey, of 255 * 255; grey is premultiplied
    const int factor = 255 * 255 + (dark ? away * 9 / 10 : away * 9 / 25);
    return tone * factor / (255 * 255);
}

/// Half of the tone, half of the colour towards black or white.
constexpr int mixed(int tone, int under, int alpha, bool dark) {
    const int subdued = dark ? under * 45 / 100 : under * 65 / 100 + alpha * 35 / 100;
    return tone * (255 - alpha / 2) / 255 + subdued / 2;
}

}  // namespace

std::uint32_t land_over(std::uint32_t tone, std::uint32_t under, bool is_grey, bool dark) {
    const int alpha = channel(under, 24);
    if (alpha == 0) {
        return tone;
    }
    std::uint32_t color = 255U << 24U;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        const int own = channel(tone, shift);
        const int value =
            is_grey ? shaded(own, channel(under, shift), alpha, dark) : mixed(own, channel(under, shift), alpha, dark);
        color |= static_cast<std::uint32_t>(std::clamp(value, 0, 255)) << shift;
    }
    return color;
}

bool has_dark_land(const Theme& theme) {
    const Rgba& land = theme.land_region;
    return 0.299F * land.r + 0.587F * land.g + 0.114F * land.b < 0.5F;
}

}  // namespace render
