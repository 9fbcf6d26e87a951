#include "render/oklab.h"

#include "render/color_vision.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

using render::Oklch;
using render::Rgba;

TEST_CASE("a colour comes back from its lightness, chroma and hue") {
    for (const std::uint32_t hex :
         {0x000000U, 0xFFFFFFU, 0x808080U, 0xFF0000U, 0x00FF00U, 0x0000FFU, 0xE69F00U, 0x2F2F8FU}) {
        const Rgba color = render::rgb(hex);
        const Rgba back = render::rgba_from_oklch(render::oklch_from_rgba(color));
        CAPTURE(hex);
        CHECK(back.r == doctest::Approx(color.r).epsilon(0.005));
        CHECK(back.g == doctest::Approx(color.g).epsilon(0.005));
        CHECK(back.b == doctest::Approx(color.b).epsilon(0.005));
    }
}

TEST_CASE("what sRGB cannot show keeps its lightness and hue and loses chroma") {
    const Oklch wanted{0.9, 0.3, 4.6};  // a pale blue as colourful as the darkest
    const Oklch shown = render::oklch_from_rgba(render::rgba_from_oklch(wanted));
    CHECK(shown.lightness == doctest::Approx(wanted.lightness).epsilon(0.01));
    CHECK(std::remainder(shown.hue - wanted.hue, 2.0 * 3.14159265) == doctest::Approx(0.0).epsilon(0.02));
    CHECK(shown.chroma < 0.15);
    CHECK(shown.chroma > 0.02);
}
