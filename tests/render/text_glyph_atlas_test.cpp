#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "render/text/glyph_atlas.h"

using render::text::AtlasCell;
using render::text::GlyphAtlas;

namespace {

std::vector<std::uint8_t> full(int width_px, int height_px) {
    std::vector<std::uint8_t> coverage;
    coverage.resize(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px), 255);
    return coverage;
}

int texel(GlyphAtlas& atlas, int x_px, int y_px) {
    const std::ptrdiff_t index = std::ptrdiff_t{y_px} * atlas.image().width_px + x_px;
    return atlas.image().coverage.at(static_cast<std::size_t>(index));
}

bool overlap(const AtlasCell& a, const AtlasCell& b) {
    return a.x_px < b.x_px + b.width_px && b.x_px < a.x_px + a.width_px && a.y_px < b.y_px + b.height_px &&
           b.y_px < a.y_px + a.height_px;
}

}  // namespace

TEST_CASE("The atlas begins with a full corner of four by four texels and all rows to upload") {
    GlyphAtlas atlas(64, 32);
    CHECK(texel(atlas, 0, 0) == 255);
    CHECK(texel(atlas, 3, 3) == 255);
    CHECK(texel(atlas, 4, 4) == 0);
    CHECK(atlas.image().dirty_top == 0);
    CHECK(atlas.image().dirty_bottom == 32);
}

TEST_CASE("A bitmap lies in its cell with a transparent margin") {
    GlyphAtlas atlas(64, 32);
    const auto cell = atlas.add(3, 5, full(3, 5));
    REQUIRE(cell);
    CHECK(cell->width_px == 5);
    CHECK(cell->height_px == 7);
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 5; ++x) {
            const bool is_margin = x == 0 || y == 0 || x == 4 || y == 6;
            CHECK(texel(atlas, cell->x_px + x, cell->y_px + y) == (is_margin ? 0 : 255));
        }
    }
}

TEST_CASE("Cells of many sizes lie inside the atlas and do not overlap each other or the corner") {
    GlyphAtlas atlas(128, 128);
    std::vector<AtlasCell> cells{{.x_px = 0, .y_px = 0, .width_px = 4, .height_px = 4}};
    for (int i = 0; i < 200; ++i) {
        const int width_px = 1 + i * 7 % 13;
        const int height_px = 1 + i * 5 % 17;
        if (const auto cell = atlas.add(width_px, height_px, full(width_px, height_px))) {
            CHECK(cell->x_px + cell->width_px <= 128);
            CHECK(cell->y_px + cell->height_px <= 128);
            for (const AtlasCell& other : cells) {
                CHECK_FALSE(overlap(*cell, other));
            }
            cells.push_back(*cell);
        }
    }
    CHECK(cells.size() > 60);
}

TEST_CASE("Rows that changed since they were taken are marked, and no others") {
    GlyphAtlas atlas(64, 64);
    atlas.image().dirty_top = atlas.image().dirty_bottom = 0;
    const auto first = atlas.add(4, 10, full(4, 10));
    REQUIRE(first);
    CHECK(atlas.image().dirty_top == first->y_px);
    CHECK(atlas.image().dirty_bottom == first->y_px + 12);
    const auto second = atlas.add(4, 20, full(4, 20));
    REQUIRE(second);
    CHECK(atlas.image().dirty_top == first->y_px);
    CHECK(atlas.image().dirty_bottom == second->y_px + 22);
}

TEST_CASE("An atlas without room is full until it is cleared") {
    GlyphAtlas atlas(32, 32);
    CHECK(atlas.add(28, 20, full(28, 20)));
    CHECK_FALSE(atlas.is_full());
    CHECK_FALSE(atlas.add(28, 20, full(28, 20)));
    CHECK(atlas.is_full());
    atlas.clear();
    CHECK_FALSE(atlas.is_full());
    CHECK(atlas.image().dirty_bottom == 32);
    CHECK(texel(atlas, 10, 10) == 0);
    CHECK(texel(atlas, 3, 3) == 255);
    CHECK(atlas.add(28, 20, full(28, 20)));
}

TEST_CASE("A bitmap larger than the atlas is refused without declaring the atlas full") {
    GlyphAtlas atlas(32, 32);
    CHECK_FALSE(atlas.add(40, 4, full(40, 4)));
    CHECK_FALSE(atlas.add(4, 31, full(4, 31)));
    CHECK_FALSE(atlas.is_full());
}
