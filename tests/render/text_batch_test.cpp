#include "render/layers/label_layer.h"

#include <doctest/doctest.h>

#include <cmath>

using render::TextBatch;

namespace {

/// Two glyphs of 10 x 10 points that stand on the baseline, 20 points wide in all.
render::text::ShapedText two_glyphs() {
    render::text::ShapedText shaped;
    shaped.fill = {{0.0F, -10.0F, 10.0F, 0.0F, 0.0F, 0.0F, 1.0F, 1.0F},
                   {10.0F, -10.0F, 20.0F, 0.0F, 0.0F, 0.0F, 1.0F, 1.0F}};
    shaped.halo = shaped.fill;
    shaped.width_pt = 20.0F;
    return shaped;
}

}  // namespace

TEST_CASE("along a level straight line text stands as it would anyway") {
    TextBatch level;
    level.add(two_glyphs(), {90.0F, 50.0F}, {}, {});
    TextBatch along;
    along.add_along(two_glyphs(), {{100.0F, 50.0F}, 0.0F, 0.0F}, {}, {});
    REQUIRE(along.letters().size() == level.letters().size());
    CHECK(along.halos().size() == level.halos().size());
    for (std::size_t i = 0; i < level.letters().size(); ++i) {
        CHECK(along.letters()[i].x == doctest::Approx(static_cast<double>(level.letters()[i].x)));
        CHECK(along.letters()[i].y == doctest::Approx(static_cast<double>(level.letters()[i].y)));
    }
}

TEST_CASE("along a slanted line the whole text turns about its middle") {
    TextBatch along;
    const float slant = 0.5F;
    along.add_along(two_glyphs(), {{100.0F, 50.0F}, slant, 0.0F}, {}, {});
    const auto& left_foot = along.letters()[2];   // lower left corner of the first glyph
    const auto& right_foot = along.letters()[7];  // lower right corner of the second
    CHECK(left_foot.x == doctest::Approx(100.0 - 10.0 * std::cos(0.5)));
    CHECK(left_foot.y == doctest::Approx(50.0 - 10.0 * std::sin(0.5)));
    CHECK(right_foot.x == doctest::Approx(100.0 + 10.0 * std::cos(0.5)));
    CHECK(right_foot.y == doctest::Approx(50.0 + 10.0 * std::sin(0.5)));
}

TEST_CASE("along a bent line each glyph keeps its shape and leans with the line") {
    TextBatch along;
    along.add_along(two_glyphs(), {{0.0F, 0.0F}, 0.0F, 0.02F}, {}, {});
    const auto& v = along.letters();
    for (std::size_t glyph = 0; glyph < 2; ++glyph) {
        const auto& a = v[glyph * 4];
        const auto& b = v[glyph * 4 + 1];
        CHECK(std::hypot(b.x - a.x, b.y - a.y) == doctest::Approx(10.0));
    }
    CHECK(v[3].y < v[2].y);  // the left glyph falls towards the middle, where the line is lowest on the page: y = 0
    CHECK(v[7].y > v[6].y);  // and the right one rises away from it, downwards
}
