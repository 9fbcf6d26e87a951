#include "geodata/label_point.h"
#include "geodata/ring.h"

#include <doctest/doctest.h>

using namespace geodata;

TEST_CASE("a name stands in the wide part of a horseshoe, not between its arms") {
    // A thick western arm, a thin southern bridge, a thin eastern arm.
    const Polygon horseshoe{{{{0, 0}, {10, 0}, {10, 10}, {9, 10}, {9, 1}, {4, 1}, {4, 10}, {0, 10}, {0, 0}}}};
    const LonLat at = label_point(horseshoe);
    CHECK(at.lon == doctest::Approx(2.0).epsilon(0.1));
    CHECK(at.lat > 1.5);
    CHECK(at.lat < 8.5);
}

TEST_CASE("a name does not stand in a hole") {
    const Polygon ring{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{3, 3}, {3, 7}, {7, 7}, {7, 3}, {3, 3}}}};
    const LonLat at = label_point(ring);
    CHECK(ring_contains(ring.rings[0], at));
    CHECK_FALSE(ring_contains(ring.rings[1], at));
}

TEST_CASE("polygons without an inside have a label point all the same") {
    CHECK(label_point({}) == LonLat{});
    CHECK(label_point({{{{5, 5}, {5, 5}, {5, 5}}}}).lat == 5.0);
    CHECK(label_point({{{{0, 5}, {10, 5}, {0, 5}, {0, 5}}}}).lat == 5.0);
}
