#include "geodata/overlap.h"

#include "geodata/ring.h"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

bool overlap(const std::vector<Polygon>& polygons, const std::vector<std::size_t>& starts) {
    return parts_overlap(polygons, starts);
}

}  // namespace

TEST_CASE("the middle of a polygon lies in its widest stretch and not in a hole") {
    const auto plain = point_inside({{box(10, 20, 14, 22)}});
    REQUIRE(plain);
    CHECK(*plain == LonLat{12, 21});
    const auto holed = point_inside({{box(0, 0, 10, 10), box(1, 4, 7, 6)}});
    REQUIRE(holed);
    CHECK(*holed == LonLat{8.5, 5});
    // The shape of a U, whose middle is outside.
    const auto bent = point_inside({{{{0, 0}, {9, 0}, {9, 8}, {6, 8}, {6, 1}, {1, 1}, {1, 8}, {0, 8}, {0, 0}}}});
    REQUIRE(bent);
    CHECK(*bent == LonLat{7.5, 4});
}

TEST_CASE("a polygon that encloses nothing has no middle") {
    CHECK_FALSE(point_inside({}));
    CHECK_FALSE(point_inside({{{}}}));
    CHECK_FALSE(point_inside({{{{0, 0}, {5, 0}, {0, 0}}}}));
}

TEST_CASE("a part that is there twice or inside another overlaps") {
    CHECK(overlap({{{box(0, 0, 4, 4)}}, {{box(0, 0, 4, 4)}}}, {0, 1}));
    CHECK(overlap({{{box(0, 0, 9, 9)}}, {{box(20, 0, 29, 9)}}, {{box(21, 1, 22, 2)}}}, {0, 2}));
    CHECK(overlap({{{box(21, 1, 22, 2)}}, {{box(20, 0, 29, 9)}}}, {0, 1}));
}

TEST_CASE("neighbours, islands in lakes and parts of one feature do not overlap") {
    CHECK_FALSE(overlap({{{box(0, 0, 4, 4)}}, {{box(4, 0, 8, 4)}}, {{box(0, 4, 8, 9)}}}, {0, 1, 2}));
    CHECK_FALSE(overlap({{{box(0, 0, 9, 9), box(3, 3, 6, 6)}}, {{box(4, 4, 5, 5)}}}, {0, 1}));
    CHECK_FALSE(overlap({{{box(0, 0, 4, 4)}}, {{box(0, 0, 4, 4)}}}, {0}));
    CHECK_FALSE(overlap({}, {0}));
}
