#include "render/underlay.h"

#include <doctest/doctest.h>

#include <cstdint>

using namespace render;

namespace {

constexpr std::uint32_t packed(unsigned r, unsigned g, unsigned b, unsigned a = 255) {
    return r | g << 8U | b << 16U | a << 24U;
}
constexpr int sum(std::uint32_t color) {
    return static_cast<int>((color & 255U) + (color >> 8U & 255U) + (color >> 16U & 255U));
}
constexpr std::uint32_t tone = packed(40, 52, 66);

}  // namespace

TEST_CASE("a clear underlay leaves the tone, and a middle grey nearly") {
    for (const bool dark : {true, false}) {
        CHECK(land_over(tone, 0, true, dark) == tone);
        CHECK(land_over(tone, 0, false, dark) == tone);
        CHECK(land_over(tone, packed(128, 128, 128), true, dark) == tone);
    }
}

TEST_CASE("the darker the shade, the darker the land, and less so in a light theme") {
    int before = -1;
    for (unsigned grey = 0; grey <= 255; ++grey) {
        const int now = sum(land_over(tone, packed(grey, grey, grey), true, true));
        CHECK(now >= before);
        before = now;
    }
    const std::uint32_t paper = packed(240, 236, 228);
    const auto black = packed(0, 0, 0);
    CHECK(sum(land_over(paper, black, true, false)) > sum(paper) * 8 / 10);
    CHECK(sum(land_over(tone, black, true, true)) < sum(tone) * 6 / 10);
}

TEST_CASE("land over an underlay is opaque, and shades keep its hue") {
    for (unsigned alpha : {1U, 128U, 255U}) {
        for (const bool grey : {true, false}) {
            const std::uint32_t opaque = land_over(tone, packed(alpha / 2, alpha / 3, alpha, alpha), grey, true) >> 24U;
            CHECK(opaque == 255);
        }
    }
    const std::uint32_t shaded = land_over(tone, packed(220, 220, 220), true, true);
    CHECK((shaded & 255U) < (shaded >> 8U & 255U));
    CHECK((shaded >> 8U & 255U) < (shaded >> 16U & 255U));
}

TEST_CASE("colours are subdued: countries keep their tones apart, and names stay readable") {
    const std::uint32_t green = packed(60, 220, 60);
    const std::uint32_t other = packed(90, 102, 116);
    CHECK(sum(land_over(other, green, false, true)) - sum(land_over(tone, green, false, true)) >= 70);
    CHECK(sum(land_over(tone, packed(255, 255, 255), false, true)) < 3 * 140);
    CHECK(sum(land_over(packed(240, 236, 228), packed(0, 0, 0), false, false)) > 3 * 150);
}

TEST_CASE("a theme's land is dark or light") {
    CHECK(has_dark_land(dark_theme()));
    CHECK(has_dark_land(contrast_theme()));
    CHECK_FALSE(has_dark_land(light_theme()));
}
