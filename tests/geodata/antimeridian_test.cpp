#include "geodata/antimeridian.h"
#include "geodata/ring.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <random>

using namespace geodata;

namespace {

double area(const std::vector<Polygon>& polygons) {
    double sum = 0.0;
    for (const Polygon& polygon : polygons) {
        sum += area_deg2(polygon);
    }
    return sum;
}

bool contains(const std::vector<Polygon>& polygons, LonLat at) {
    bool inside = false;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon.rings) {
            inside ^= ring_contains(ring, at);
        }
    }
    return inside;
}

void check_within_the_circle(const std::vector<Polygon>& polygons) {
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon.rings) {
            CHECK(ring.front() == ring.back());
            CHECK_FALSE(crosses_antimeridian(ring));
        }
    }
}

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

}  // namespace

TEST_CASE("a polygon that stays on one side comes back as it was") {
    const Polygon polygon{{box(60, 25, 70, 35), box(64, 29, 66, 31)}};
    const auto parts = cut_at_antimeridian(polygon);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].rings == polygon.rings);
}

TEST_CASE("a ring over the antimeridian becomes one on each side") {
    const auto parts = cut_at_antimeridian({{box(177, -19, -178, -16)}});
    REQUIRE(parts.size() == 2);
    check_within_the_circle(parts);
    CHECK(area(parts) == doctest::Approx(15.0));
    CHECK(contains(parts, {179, -17}));
    CHECK(contains(parts, {-179, -17}));
    CHECK_FALSE(contains(parts, {0, -17}));
    CHECK_FALSE(contains(parts, {-177, -17}));
}

TEST_CASE("longitudes beyond 180 are cut and wrapped") {
    const auto both = cut_at_antimeridian({{box(170, 0, 190, 10)}});
    CHECK(both.size() == 2);
    check_within_the_circle(both);
    CHECK(contains(both, {-175, 5}));
    const auto east = cut_at_antimeridian({{box(183, -45, 185, -43)}});
    REQUIRE(east.size() == 1);
    CHECK(east[0].rings[0] == box(-177, -45, -175, -43));
    const auto west = cut_at_antimeridian({{box(-190, 0, -170, 10)}});
    CHECK(area(west) == doctest::Approx(200.0));
    CHECK(contains(west, {175, 5}));
}

TEST_CASE("a ring from 0 to 360 is cut once") {
    const auto parts =
        cut_at_antimeridian({{{{1, 0}, {120, 0}, {240, 0}, {359, 0}, {359, 9}, {240, 9}, {120, 9}, {1, 9}, {1, 0}}}});
    CHECK(parts.size() == 2);
    CHECK(area(parts) == doctest::Approx(358.0 * 9.0));
    CHECK_FALSE(contains(parts, {0, 5}));
    CHECK(contains(parts, {-2, 5}));
}

TEST_CASE("a comb over the antimeridian falls into a back and its teeth") {
    // Back at 178 to 179, three teeth that reach to -178.
    const Polygon comb{{{{178, 0},
                         {-178, 0},
                         {-178, 1},
                         {179, 1},
                         {179, 2},
                         {-178, 2},
                         {-178, 3},
                         {179, 3},
                         {179, 4},
                         {-178, 4},
                         {-178, 5},
                         {178, 5},
                         {178, 0}}}};
    const auto parts = cut_at_antimeridian(comb);
    CHECK(parts.size() == 4);
    check_within_the_circle(parts);
    CHECK(area(parts) == doctest::Approx(1.0 * 5.0 + 3.0 * 3.0));
    CHECK(contains(parts, {-179, 2.5}));
    CHECK_FALSE(contains(parts, {-179, 1.5}));
    CHECK(contains(parts, {178.5, 1.5}));
}

TEST_CASE("a hole over the antimeridian opens both parts") {
    const auto parts = cut_at_antimeridian({{box(170, 0, -170, 10), box(178, 4, -178, 6)}});
    CHECK(parts.size() == 2);
    check_within_the_circle(parts);
    CHECK(area(parts) == doctest::Approx(200.0 - 8.0));
    CHECK_FALSE(contains(parts, {179, 5}));
    CHECK_FALSE(contains(parts, {-179, 5}));
    CHECK(contains(parts, {179, 7}));
}

TEST_CASE("a hole stays with the part that it lies in") {
    const auto parts = cut_at_antimeridian({{box(170, 0, -170, 10), box(-176, 4, -174, 6), box(172, 1, 173, 2)}});
    REQUIRE(parts.size() == 2);
    for (const Polygon& part : parts) {
        CHECK(part.rings.size() == 2);
        CHECK(ring_contains(part.rings[0], part.rings[1].front()));
    }
    CHECK(area(parts) == doctest::Approx(200.0 - 5.0));
}

TEST_CASE("a ring round the south pole is closed over it without a seam but at 180") {
    const Ring coast{{-150, -75}, {-90, -72}, {-30, -76}, {30, -70}, {90, -66}, {150, -68}, {-150, -75}};
    for (const bool reversed : {false, true}) {
        Ring ring = coast;
        if (reversed) {
            std::reverse(ring.begin(), ring.end());
        }
        const auto parts = cut_at_antimeridian({{ring}});
        REQUIRE(parts.size() == 1);
        check_within_the_circle(parts);
        for (const double lon : {-179.0, -150.0, -1.0, 0.0, 100.0, 179.0}) {
            CHECK(contains(parts, {lon, -89}));
            CHECK(contains(parts, {lon, -77}));
            CHECK_FALSE(contains(parts, {lon, -60}));
            CHECK_FALSE(contains(parts, {lon, 80}));
        }
    }
}

TEST_CASE("a ring round the north pole that wavers at the antimeridian is closed over it") {
    const Polygon cap{{{{0, 70}, {90, 72}, {179, 70}, {-179, 71}, {179, 72}, {-178, 73}, {-90, 72}, {0, 70}}}};
    const auto parts = cut_at_antimeridian(cap);
    check_within_the_circle(parts);
    for (int i = 0; i < 52; ++i) {
        const double lon = -179.5 + 7.0 * i;
        CHECK(contains(parts, {lon, 85}));
        CHECK_FALSE(contains(parts, {lon, 60}));
    }
}

TEST_CASE("a belt round the pole keeps its hole") {
    const Polygon belt{
        {{{-120, -50}, {0, -50}, {120, -50}, {-120, -50}}, {{-120, -70}, {120, -70}, {0, -70}, {-120, -70}}}};
    const auto parts = cut_at_antimeridian(belt);
    CHECK(contains(parts, {10, -60}));
    CHECK(contains(parts, {179, -60}));
    CHECK_FALSE(contains(parts, {10, -80}));
    CHECK_FALSE(contains(parts, {10, -40}));
}

TEST_CASE("data that was cut already is left alone") {
    const Polygon world{{box(-180, -60, 180, 80)}};
    CHECK(cut_at_antimeridian(world)[0].rings == world.rings);
    const Polygon antarctica{
        {{{-180, -84}, {-90, -75}, {0, -70}, {90, -66}, {180, -84}, {180, -90}, {-180, -90}, {-180, -84}}}};
    CHECK(cut_at_antimeridian(antarctica)[0].rings == antarctica.rings);
    const Polygon touching{{box(170, 60, 180, 70)}};
    CHECK(cut_at_antimeridian(touching)[0].rings == touching.rings);
}

TEST_CASE("points on the antimeridian itself, written both ways, do not confuse the cut") {
    const auto parts = cut_at_antimeridian(
        {{{{170, 0}, {180, 0}, {-180, 0}, {-170, 0}, {-170, 9}, {-180, 9}, {180, 9}, {170, 9}, {170, 0}}}});
    CHECK(parts.size() == 2);
    check_within_the_circle(parts);
    CHECK(area(parts) == doctest::Approx(180.0));
}

TEST_CASE("cutting never changes what is inside, for stars of any place") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> radius(5.0, 40.0);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int round = 0; round < 50; ++round) {
        const double center = -180.0 + 360.0 * unit(random);
        Ring plain;    // runs on past 180
        Ring wrapped;  // jumps
        for (int i = 0; i < 24; ++i) {
            const double r = radius(random);
            const double angle = i * 2.0 * 3.14159265358979323846 / 24.0;
            const LonLat p{center + r * std::cos(angle), r * std::sin(angle)};
            plain.push_back(p);
            wrapped.push_back({p.lon - 360.0 * std::floor((p.lon + 180.0) / 360.0), p.lat});
        }
        plain.push_back(plain.front());
        wrapped.push_back(wrapped.front());
        const auto parts = cut_at_antimeridian({{wrapped}});
        check_within_the_circle(parts);
        CHECK(area(parts) == doctest::Approx(std::abs(signed_area_deg2(plain))));
        for (int i = 0; i < 100; ++i) {
            const LonLat at{center - 45.0 + 90.0 * unit(random), -45.0 + 90.0 * unit(random)};
            const LonLat at_wrapped{at.lon - 360.0 * std::floor((at.lon + 180.0) / 360.0), at.lat};
            CHECK(contains(parts, at_wrapped) == ring_contains(plain, at));
        }
    }
}

TEST_CASE("a line over the antimeridian ends and begins on it") {
    const auto parts = cut_line_at_antimeridian({{178, 0}, {-178, 4}, {-170, 4}});
    REQUIRE(parts.size() == 2);
    CHECK(parts[0] == std::vector<LonLat>{{178, 0}, {180, 2}});
    CHECK(parts[1] == std::vector<LonLat>{{-180, 2}, {-178, 4}, {-170, 4}});
}

TEST_CASE("a line that goes there and back falls into three parts") {
    const auto parts = cut_line_at_antimeridian({{-178, 0}, {178, 0}, {-178, 1}});
    REQUIRE(parts.size() == 3);
    CHECK(parts[1] == std::vector<LonLat>{{180, 0}, {178, 0}, {180, 0.5}});
}

TEST_CASE("a line beyond 180 is wrapped, and one on this side is left alone") {
    CHECK(cut_line_at_antimeridian({{182, 0}, {185, 1}}) == std::vector<std::vector<LonLat>>{{{-178, 0}, {-175, 1}}});
    const std::vector<LonLat> plain{{10, 0}, {20, 1}};
    CHECK(cut_line_at_antimeridian(plain) == std::vector<std::vector<LonLat>>{plain});
    CHECK(cut_line_at_antimeridian({}).size() == 1);
}
