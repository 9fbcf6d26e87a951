// Colours as eyes sort them. OKLab: Ottosson, A perceptual color space for image processing (2020).
#pragma once

#include "render/color.h"

#include <array>

namespace render {

/// Red, green and blue as amounts of light, 0 to 1.
using Linear = std::array<double, 3>;

[[nodiscard]] Linear linear_from_rgba(Rgba color);
/// Lightness, green to red, blue to yellow.
[[nodiscard]] std::array<double, 3> oklab_from_linear(const Linear& light);
/// Relative luminance of sRGB (WCAG 2.1), 0 to 1.
[[nodiscard]] double luminance(Rgba color);

/// OKLab in polar form: each can be changed without the others.
struct Oklch {
    double lightness = 0.0;  ///< 0 black to 1 white
    double chroma = 0.0;     ///< 0 grey to about 0.32, the most colourful that sRGB has
    double hue = 0.0;        ///< radians; means nothing for greys
};
[[nodiscard]] Oklch oklch_from_rgba(Rgba color);
/// The opaque colour; where sRGB has none that is as colourful, the most colourful of that lightness and hue.
[[nodiscard]] Rgba rgba_from_oklch(Oklch color);

}  // namespace render
