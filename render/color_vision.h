// How colours look to people: contrast for reading, and the difference between two hues to every kind of eye.
#pragma once

#include "render/color.h"

#include <array>
#include <string_view>

namespace render {

/// Contrast ratio of two opaque colours, 1 to 21, the same both ways: WCAG 2.1, relative luminance of sRGB.
[[nodiscard]] double contrast(Rgba a, Rgba b);

/// What a colour that lets its ground through looks like on an opaque ground: opaque, mixed in sRGB as OpenGL blends.
[[nodiscard]] Rgba over(Rgba top, Rgba ground);

/// The usual eye, and the three common deficiencies in full: no long, middle or short wave cones.
enum class Vision : std::uint8_t { Normal, Protanopia, Deuteranopia, Tritanopia };
inline constexpr std::array<Vision, 4> all_visions{Vision::Normal, Vision::Protanopia, Vision::Deuteranopia,
                                                   Vision::Tritanopia};
/// "normal vision", "protanopia", ...
[[nodiscard]] std::string_view words_from_vision(Vision vision);

/// The distance of two opaque colours in OKLab times 100, as this eye sees them: 0 for equals, 100 from black to white;
/// from about 4.5 on two lines can be told apart. OKLab: Ottosson, A perceptual color space for image processing
/// (2020). Deficiencies: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision
/// Deficiency (IEEE TVCG 2009), severity 1, on linear RGB.
[[nodiscard]] double difference(Rgba a, Rgba b, Vision vision);

}  // namespace render
