// Colours as numbers. What they are used for is decided elsewhere (render/theme.h, app/scene/palette.h).
#pragma once

#include <cstdint>

namespace render {

/// Straight (not premultiplied) sRGB components in 0..1.
struct Rgba {
    float r = 0.0F;
    float g = 0.0F;
    float b = 0.0F;
    float a = 1.0F;
    friend bool operator==(const Rgba&, const Rgba&) = default;
};

/// 0xRRGGBB and an opacity in 0..1.
[[nodiscard]] constexpr Rgba rgb(std::uint32_t hex, float alpha = 1.0F) {
    return {static_cast<float>((hex >> 16U) & 255U) / 255.0F, static_cast<float>((hex >> 8U) & 255U) / 255.0F,
            static_cast<float>(hex & 255U) / 255.0F, alpha};
}

[[nodiscard]] constexpr Rgba with_alpha(Rgba c, float alpha) {
    return {c.r, c.g, c.b, alpha};
}

/// Component-wise a + (b - a) t, t in 0..1.
[[nodiscard]] constexpr Rgba mix(Rgba a, Rgba b, float t) {
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t, a.a + (b.a - a.a) * t};
}

}  // namespace render
