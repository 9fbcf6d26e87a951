#include "render/color_vision.h"

#include <doctest/doctest.h>

#include <string>

using render::difference;
using render::rgb;
using render::Vision;

TEST_CASE("contrast is 21 between black and white, 1 between equals, and the same both ways") {
    CHECK(render::contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
    CHECK(render::contrast(rgb(0xFFFFFF), rgb(0x000000)) == doctest::Approx(21.0));
    CHECK(render::contrast(rgb(0x123456), rgb(0x123456)) == 1.0);
    // The well-known grey that just reaches 4.5:1 on white.
    CHECK(render::contrast(rgb(0x767676), rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.002));
}

TEST_CASE("what lets its ground through is mixed with it and hides what lies below") {
    CHECK(render::over(rgb(0xFFFFFF, 0.0F), rgb(0x102030)) == rgb(0x102030));
    CHECK(render::over(rgb(0xFFFFFF), rgb(0x102030)) == rgb(0xFFFFFF));
    const render::Rgba half = render::over(rgb(0xFFFFFF, 0.5F), rgb(0x000000));
    CHECK(half.r == 0.5F);
    CHECK(half.a == 1.0F);
}

TEST_CASE("no eye sees a difference between equals, and black and white are 100 apart to each") {
    for (const Vision vision : render::all_visions) {
        CAPTURE(std::string{render::words_from_vision(vision)});
        CHECK(difference(rgb(0x518FE9), rgb(0x518FE9), vision) == 0.0);
        CHECK(difference(rgb(0x000000), rgb(0xFFFFFF), vision) == doctest::Approx(100.0).epsilon(0.001));
        CHECK(difference(rgb(0x404040), rgb(0x808080), vision) ==
              doctest::Approx(difference(rgb(0x404040), rgb(0x808080), Vision::Normal)).epsilon(0.001));
    }
}

TEST_CASE("a difference is that of OKLab") {
    // Red is L 0.6280, a 0.2249, b 0.1258 and blue L 0.4520, a -0.0324, b -0.3115 in Ottosson's own table.
    const double dl = 62.80 - 45.20;
    const double da = 22.49 + 3.24;
    const double db = 12.58 + 31.15;
    CHECK(difference(rgb(0xFF0000), rgb(0x0000FF), Vision::Normal) *
              difference(rgb(0xFF0000), rgb(0x0000FF), Vision::Normal) ==
          doctest::Approx(dl * dl + da * da + db * db).epsilon(0.001));
}

TEST_CASE("each deficiency confuses the colours that it is known to confuse, and the usual eye does not") {
    struct Pair {
        Vision vision;
        render::Rgba a, b;
    };
    // Red and green of like lightness to the first two, blue and green to the third.
    for (const Pair& pair : {Pair{Vision::Protanopia, rgb(0xC06A50), rgb(0x74804D)},
                             Pair{Vision::Deuteranopia, rgb(0xB86A4E), rgb(0x86803F)},
                             Pair{Vision::Tritanopia, rgb(0x5090C0), rgb(0x4F9898)}}) {
        CAPTURE(std::string{render::words_from_vision(pair.vision)});
        const double seen = difference(pair.a, pair.b, pair.vision);
        const double usual = difference(pair.a, pair.b, Vision::Normal);
        CHECK(seen < 0.6 * usual);
    }
}
