#include "geodata/boundary_set.h"
#include "geodata/ring.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace geodata;

namespace {

Country country(std::string code, std::vector<Polygon> polygons) {
    Country c;
    c.code = std::move(code);
    c.polygons = std::move(polygons);
    return c;
}

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

BoundarySet set_of(std::vector<Country> countries) {
    BoundaryData data;
    data.countries = std::move(countries);
    return BoundarySet(std::move(data));
}

std::string code_at(const BoundarySet& set, LonLat at) {
    const auto id = set.country_at(at);
    return id ? set[*id].code : "";
}

// The rule in its plainest form, to check the index against: how often does a ray to the east cross the rings?
bool naively_inside(const Country& c, LonLat at) {
    bool inside = false;
    for (const Polygon& polygon : c.polygons) {
        for (const Ring& ring : polygon.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const LonLat a = ring[i - 1];
                const LonLat b = ring[i];
                if ((a.lat > at.lat) != (b.lat > at.lat) &&
                    at.lon < (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat) + a.lon) {
                    inside = !inside;
                }
            }
        }
    }
    return inside;
}

Ring star(double lon, double lat, std::mt19937& random) {
    std::uniform_real_distribution<double> radius(0.5, 9.0);
    Ring ring;
    for (int i = 0; i < 60; ++i) {
        const double r = radius(random);
        const double angle = i * 2.0 * 3.14159265358979323846 / 60.0;
        ring.push_back({lon + r * std::cos(angle), lat + r * std::sin(angle)});
    }
    return ring;
}

}  // namespace

TEST_CASE("an empty set holds nothing") {
    const BoundarySet nothing;
    CHECK_FALSE(nothing.country_at({0, 0}).has_value());
    CHECK_FALSE(nothing.find("PAK").has_value());
    CHECK_FALSE(set_of({}).country_at({70, 30}).has_value());
}

TEST_CASE("rings are closed and turned: outer counter-clockwise, holes clockwise") {
    Ring outer = box(0, 0, 10, 10);
    std::reverse(outer.begin(), outer.end());
    Ring hole = box(4, 4, 6, 6);
    hole.pop_back();
    hole.insert(hole.begin(), hole.front());
    const BoundarySet set = set_of({country("AAA", {{{outer, hole}}})});
    const Polygon& polygon = set.countries()[0].polygons[0];
    REQUIRE(polygon.rings.size() == 2);
    for (const Ring& ring : polygon.rings) {
        CHECK(ring.size() == 5);
        CHECK(ring.front() == ring.back());
    }
    CHECK(signed_area_deg2(polygon.rings[0]) == doctest::Approx(100.0));
    CHECK(signed_area_deg2(polygon.rings[1]) == doctest::Approx(-4.0));
}

TEST_CASE("rings without an inside are dropped, and a hole goes with its outer ring") {
    const BoundarySet set =
        set_of({country("AAA", {{{{{0, 0}, {1, 1}}, box(0, 0, 1, 1)}}, {{box(5, 5, 6, 6), {{5, 5}, {5, 5}}}}, {}})});
    REQUIRE(set.countries()[0].polygons.size() == 1);
    CHECK(set.countries()[0].polygons[0].rings.size() == 1);
}

TEST_CASE("bounds, area and label point are filled in where they are missing") {
    Country given = country("BBB", {{{box(20, 0, 30, 10)}}});
    given.label_at = {21, 1};
    const BoundarySet set = set_of({country("AAA", {{{box(0, 0, 1, 1)}}, {{box(4, 0, 8, 4)}}}), given});
    const Country& a = set.countries()[0];
    CHECK(a.bounds.west == 0.0);
    CHECK(a.bounds.east == 8.0);
    CHECK(a.bounds.north == 4.0);
    CHECK(a.area_deg2 == doctest::Approx(17.0));
    CHECK(a.label_at.lon == doctest::Approx(6.0).epsilon(0.05));
    CHECK(a.label_at.lat == doctest::Approx(2.0).epsilon(0.05));
    CHECK(set.countries()[1].label_at == LonLat{21, 1});
}

TEST_CASE("countries are found by code, nameless ones are not") {
    const BoundarySet set = set_of({country("PAK", {{{box(0, 0, 1, 1)}}}), country("", {{{box(1, 0, 2, 1)}}}),
                                    country("AFG", {{{box(2, 0, 3, 1)}}})});
    CHECK(set[*set.find("AFG")].bounds.west == 2.0);
    CHECK(set[*set.find("PAK")].bounds.west == 0.0);
    CHECK_FALSE(set.find("IND").has_value());
    CHECK_FALSE(set.find("").has_value());
}

TEST_CASE("a place is in the country around it, not in its hole, and an enclave fills the hole") {
    const BoundarySet set = set_of(
        {country("AAA", {{{box(0, 0, 10, 10), box(4, 4, 6, 6)}}}), country("BBB", {{{box(4.5, 4.5, 5.5, 5.5)}}})});
    CHECK(code_at(set, {1, 1}) == "AAA");
    CHECK(code_at(set, {4.2, 4.2}).empty());
    CHECK(code_at(set, {5, 5}) == "BBB");
    CHECK(code_at(set, {11, 5}).empty());
    CHECK(code_at(set, {-1, 5}).empty());
}

TEST_CASE("a point on a border or a corner belongs to exactly one of the countries that meet there") {
    // Four that meet at (5, 5), one with a slanting border of awkward figures.
    const std::vector<Country> four{country("SW", {{{box(0, 0, 5, 5)}}}), country("SE", {{{box(5, 0, 10, 5)}}}),
                                    country("NW", {{{{{0, 5}, {5, 5}, {4.3, 7.7}, {5, 10}, {0, 10}}}}}),
                                    country("NE", {{{{{5, 5}, {10, 5}, {10, 10}, {5, 10}, {4.3, 7.7}}}}})};
    const BoundarySet set = set_of(four);
    std::vector<LonLat> points{{5, 5}, {5, 2}, {2, 5}, {7, 5}, {4.3, 7.7}};
    for (int i = 1; i < 100; ++i) {
        points.push_back({5.0 - 0.7 * i / 100.0, 5.0 + 2.7 * i / 100.0});
        points.push_back({5.0, 5.0 * i / 100.0});
        points.push_back({10.0 * i / 100.0, 5.0});
    }
    for (const LonLat& p : points) {
        int holders = 0;
        for (const Country& c : four) {
            holders += set_of({c}).country_at(p).has_value() ? 1 : 0;
        }
        CHECK(holders == 1);
        CHECK(set.country_at(p).has_value());
    }
}

TEST_CASE("the latitude index answers as the plain loop over all edges does") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(-180.0, 180.0);
    std::uniform_real_distribution<double> lat(-90.0, 90.0);
    std::vector<Country> countries;
    for (int i = 0; i < 60; ++i) {
        const Ring a = star(lon(random) * 0.9, lat(random) * 0.85, random);
        const Ring b = star(lon(random) * 0.9, lat(random) * 0.85, random);
        countries.push_back(country(std::to_string(i), {{{a}}, {{b}}}));
    }
    const BoundarySet set = set_of(countries);
    int found = 0;
    for (int i = 0; i < 20000; ++i) {
        LonLat p{lon(random), lat(random)};
        if (i % 4 == 0) {
            p.lat = std::round(p.lat * 4.0) / 4.0;  // on the edge between two bands
        }
        std::optional<std::size_t> expected;
        for (std::size_t k = 0; k < set.countries().size() && !expected; ++k) {
            expected = naively_inside(set.countries()[k], p) ? std::optional(k) : std::nullopt;
        }
        const auto got = set.country_at(p);
        REQUIRE(got.has_value() == expected.has_value());
        if (got) {
            CHECK(static_cast<std::size_t>(*got) == *expected);
            ++found;
        }
    }
    CHECK(found > 1000);
}

TEST_CASE("vertices that repeat and level edges at band limits do not upset the count") {
    const BoundarySet set =
        set_of({country("AAA", {{{{{0, 0}, {0, 0}, {2, 0}, {4, 0}, {4, 0.25}, {4, 0.5}, {2, 0.25}, {0, 0.5}}}}})});
    CHECK(code_at(set, {1, 0.1}) == "AAA");
    CHECK(code_at(set, {1, 0.25}) == "AAA");
    CHECK(code_at(set, {2, 0.4}).empty());
    CHECK(code_at(set, {3.9, 0.4}) == "AAA");
    CHECK(code_at(set, {-1, 0.25}).empty());
    CHECK(code_at(set, {-1, 0}).empty());
}

TEST_CASE("180 east is 180 west, and longitudes go round") {
    const BoundarySet set = set_of({country("RUS", {{{box(170, 60, 180, 70)}}, {{box(-180, 60, -170, 70)}}})});
    CHECK(code_at(set, {180, 65}) == "RUS");
    CHECK(code_at(set, {-180, 65}) == "RUS");
    CHECK(code_at(set, {185, 65}) == "RUS");
    CHECK(code_at(set, {535, 65}) == "RUS");
}

TEST_CASE("the poles and what is no place are no trouble") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const BoundarySet set = set_of({country("ATA", {{{box(-180, -90, 180, -70)}}})});
    CHECK(code_at(set, {0, -90}) == "ATA");
    CHECK(code_at(set, {0, 90}).empty());
    CHECK(code_at(set, {0, 1e9}).empty());
    CHECK(code_at(set, {nan, 0}).empty());
    CHECK(code_at(set, {0, nan}).empty());
    CHECK(code_at(set, {infinite, -80}).empty());
}

TEST_CASE("lines, lakes, rivers and disputed areas get bounds, and lose what is nothing") {
    BoundaryData data;
    data.lines = {{LineClass::Claim, "a", {{0, 0}, {0, 0}, {2, 3}}, {}}, {LineClass::Claim, "b", {{0, 0}, {0, 0}}, {}}};
    data.rivers = {{"Indus", 1, {{70, 30}, {69, 26}}, {}}};
    data.lakes = {{"Balkhash", {{{box(73, 45, 79, 47)}}}, {}}};
    data.disputed_areas = {{"Aksai Chin", {{{box(78, 34, 80, 36)}}}, {}}};
    const BoundarySet set(std::move(data));
    REQUIRE(set.lines().size() == 1);
    CHECK(set.lines()[0].points.size() == 2);
    CHECK(set.lines()[0].bounds.north == 3.0);
    CHECK(set.rivers()[0].bounds.south == 26.0);
    CHECK(set.lakes()[0].bounds.east == 79.0);
    CHECK(set.disputed_areas()[0].bounds.west == 78.0);
}
