#include "geodata/ring.h"

#include <doctest/doctest.h>
#include <limits>

using namespace geodata;

TEST_CASE("a ring is closed, and loses repeated points and what is not a number") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Ring ring{{0, 0}, {0, 0}, {1, 0}, {nan, 0}, {1, 1}, {1, 1}};
    tidy(ring);
    CHECK(ring == Ring{{0, 0}, {1, 0}, {1, 1}, {0, 0}});
    Ring nothing;
    tidy(nothing);
    CHECK(nothing.empty());
}

TEST_CASE("the area of a ring is positive when it runs counter-clockwise") {
    CHECK(signed_area_deg2({{0, 0}, {2, 0}, {2, 3}, {0, 3}, {0, 0}}) == doctest::Approx(6.0));
    CHECK(signed_area_deg2({{0, 0}, {0, 3}, {2, 3}, {2, 0}}) == doctest::Approx(-6.0));
    CHECK(signed_area_deg2({}) == 0.0);
}

TEST_CASE("holes count against the area of a polygon") {
    CHECK(area_deg2({{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, {{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}}}}) ==
          doctest::Approx(15.0));
    CHECK(area_deg2({}) == 0.0);
}

TEST_CASE("a ring holds its western and southern edges and not the others") {
    const Ring box{{0, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}};
    CHECK(ring_contains(box, {1, 1}));
    CHECK(ring_contains(box, {0, 1}));
    CHECK(ring_contains(box, {1, 0}));
    CHECK_FALSE(ring_contains(box, {2, 1}));
    CHECK_FALSE(ring_contains(box, {1, 2}));
    CHECK_FALSE(ring_contains({}, {0, 0}));
}
