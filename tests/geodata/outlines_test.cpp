#include "geodata/outlines.h"

#include "geodata/gdal/read_boundaries.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using geodata::BoundaryData;
using geodata::BoundaryLine;
using geodata::BoundarySet;
using geodata::Country;
using geodata::LineClass;
using geodata::LonLat;
using geodata::Ring;

namespace {

Ring square(double west, double south, double side) {
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

Country country(std::string code, std::vector<Ring> rings) {
    Country result;
    result.code = std::move(code);
    result.polygons = {{std::move(rings)}};
    return result;
}

BoundarySet set_of(std::vector<Country> countries, std::vector<BoundaryLine> lines = {}) {
    BoundaryData data;
    data.countries = std::move(countries);
    data.lines = std::move(lines);
    return BoundarySet{std::move(data)};
}

struct Outline {
    std::uint32_t country = 0;
    std::optional<std::uint32_t> neighbour;
    std::vector<LonLat> points;
};

/// Every outline with its points.
std::vector<Outline> outlines_of(const BoundarySet& boundaries) {
    std::vector<Outline> result;
    for (const geodata::Outline& outline : geodata::outlines(boundaries)) {
        const Ring& ring = boundaries.countries()[outline.country].polygons[outline.polygon].rings[outline.ring];
        result.push_back({outline.country, outline.neighbour, geodata::points_along(outline, ring)});
        CHECK(outline.edges + 1U == result.back().points.size());
    }
    return result;
}

std::vector<Outline> coasts(const std::vector<Outline>& all) {
    std::vector<Outline> result = all;
    std::erase_if(result, [](const Outline& outline) { return outline.neighbour.has_value(); });
    return result;
}

std::vector<Outline> borders(const std::vector<Outline>& all) {
    std::vector<Outline> result = all;
    std::erase_if(result, [](const Outline& outline) { return !outline.neighbour.has_value(); });
    return result;
}

bool runs_between(const Outline& outline, LonLat a, LonLat b) {
    return (outline.points.front() == a && outline.points.back() == b) ||
           (outline.points.front() == b && outline.points.back() == a);
}

/// An edge without its direction.
using EdgeKey = std::array<double, 4>;
EdgeKey key_of(LonLat a, LonLat b) {
    return a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat) ? EdgeKey{a.lon, a.lat, b.lon, b.lat}
                                                              : EdgeKey{b.lon, b.lat, a.lon, a.lat};
}

}  // namespace

TEST_CASE("an island has one coast that goes all the way round") {
    const auto all = outlines_of(set_of({country("AAA", {square(0, 0, 4)})}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].country == 0);
    CHECK_FALSE(all[0].neighbour);
    CHECK(all[0].points.size() == 5);
    CHECK(all[0].points.front() == all[0].points.back());
}

TEST_CASE("two squares that share an edge have one border and a coast each") {
    const auto all = outlines_of(set_of({country("AAA", {square(0, 0, 4)}), country("BBB", {square(4, 0, 4)})}));
    const auto border = borders(all);
    REQUIRE(border.size() == 1);
    CHECK(border[0].country == 0);
    CHECK(border[0].neighbour == 1U);
    CHECK(border[0].points.size() == 2);
    CHECK(runs_between(border[0], {4, 0}, {4, 4}));
    const auto coast = coasts(all);
    REQUIRE(coast.size() == 2);
    for (const Outline& outline : coast) {
        CHECK(outline.points.size() == 4);
        CHECK(runs_between(outline, {4, 0}, {4, 4}));
    }
    CHECK(coast[0].country != coast[1].country);
}

TEST_CASE("squares that touch in a corner share no border") {
    const auto all = outlines_of(set_of({country("AAA", {square(0, 0, 4)}), country("BBB", {square(4, 4, 4)})}));
    CHECK(borders(all).empty());
    CHECK(coasts(all).size() == 2);
}

TEST_CASE("an enclave and the hole it lies in have one border") {
    Ring hole = square(2, 2, 2);
    std::reverse(hole.begin(), hole.end());
    const auto all = outlines_of(set_of({country("BIG", {square(0, 0, 8), hole}), country("LES", {square(2, 2, 2)})}));
    const auto border = borders(all);
    REQUIRE(border.size() == 1);
    CHECK(border[0].country == 0);
    CHECK(border[0].neighbour == 1U);
    CHECK(border[0].points.size() == 5);
    CHECK(border[0].points.front() == border[0].points.back());
    REQUIRE(coasts(all).size() == 1);
    CHECK(coasts(all)[0].country == 0);
}

TEST_CASE("an edge along which a disputed or indefinite line runs is left out") {
    for (const LineClass line_class : {LineClass::Disputed, LineClass::Indefinite}) {
        BoundaryLine line;
        line.line_class = line_class;
        line.points = {{4, 4}, {4, 0}};  // in the other direction than one of the rings
        const auto all =
            outlines_of(set_of({country("AAA", {square(0, 0, 4)}), country("BBB", {square(4, 0, 4)})}, {line}));
        CHECK(borders(all).empty());
        CHECK(coasts(all).size() == 2);
    }
}

TEST_CASE("international lines and claims leave the border where it is") {
    for (const LineClass line_class : {LineClass::International, LineClass::Claim}) {
        BoundaryLine line;
        line.line_class = line_class;
        line.points = {{4, 0}, {4, 4}};
        const auto all =
            outlines_of(set_of({country("AAA", {square(0, 0, 4)}), country("BBB", {square(4, 0, 4)})}, {line}));
        CHECK(borders(all).size() == 1);
    }
}

TEST_CASE("cuts at the antimeridian are left out") {
    const auto all = outlines_of(set_of({country("EST", {{{176, 0}, {180, 0}, {180, 4}, {176, 4}, {176, 0}}}),
                                         country("WST", {{{-180, 0}, {-176, 0}, {-176, 4}, {-180, 4}, {-180, 0}}})}));
    REQUIRE(all.size() == 2);
    for (const Outline& outline : all) {
        CHECK(outline.points.size() == 4);
        CHECK(std::abs(outline.points.front().lon) == 180.0);
        CHECK(std::abs(outline.points.back().lon) == 180.0);
    }
}

TEST_CASE("a run goes on across the point where its ring starts") {
    // The shared edge is in the middle of the ring's list of points, so the coast is cut where the ring starts.
    const Ring ring{{0, 2}, {0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 2}};
    const auto all = outlines_of(set_of({country("AAA", {ring}), country("BBB", {square(4, 0, 4)})}));
    std::vector<Outline> own = coasts(all);
    std::erase_if(own, [](const Outline& outline) { return outline.country != 0; });
    REQUIRE(own.size() == 1);
    CHECK(own[0].points.size() == 5);
    CHECK(std::find(own[0].points.begin() + 1, own[0].points.end() - 1, LonLat{0, 2}) != own[0].points.end() - 1);
}

TEST_CASE("a seam between two polygons of one country is no outline") {
    Country two = country("AAA", {square(0, 0, 4)});
    two.polygons.push_back({{square(4, 0, 4)}});
    const auto all = outlines_of(set_of({two}));
    CHECK(borders(all).empty());
    for (const Outline& outline : all) {
        for (std::size_t i = 0; i + 1 < outline.points.size(); ++i) {
            CHECK_FALSE((outline.points[i].lon == 4.0 && outline.points[i + 1].lon == 4.0));
        }
    }
    CHECK(all.size() == 2);
}

TEST_CASE("zero and minus zero are the same place") {
    Ring left = square(-4, 0, 4);
    for (LonLat& p : left) {
        p.lon = p.lon == 0.0 ? -0.0 : p.lon;
        p.lat = p.lat == 0.0 ? -0.0 : p.lat;
    }
    const auto all = outlines_of(set_of({country("AAA", {left}), country("BBB", {square(0, 0, 4)})}));
    CHECK(borders(all).size() == 1);
}

TEST_CASE("no countries have no outlines") {
    CHECK(geodata::outlines(BoundarySet{}).empty());
}

TEST_CASE("every edge of the bundled map is drawn once, as a coast of one country or a border of two") {
    const auto loaded = geodata::gdal::read_boundaries(
        {std::string{CARAVAN_SOURCE_DIR} + "/data/boundaries/boundaries.gpkg", "", "", ""});
    REQUIRE(loaded.value);
    const BoundarySet& boundaries = *loaded.value;
    std::vector<std::pair<EdgeKey, std::uint32_t>> owners;
    for (std::uint32_t c = 0; c < boundaries.countries().size(); ++c) {
        for (const geodata::Polygon& polygon : boundaries.countries()[c].polygons) {
            for (const Ring& ring : polygon.rings) {
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    owners.emplace_back(key_of(ring[i], ring[i + 1]), c);
                }
            }
        }
    }
    std::sort(owners.begin(), owners.end());
    std::vector<EdgeKey> drawn;
    std::size_t border_count = 0;
    std::size_t wrong = 0;
    for (const Outline& outline : outlines_of(boundaries)) {
        REQUIRE(outline.points.size() >= 2);
        border_count += outline.neighbour ? 1 : 0;
        std::vector<std::uint32_t> expected{outline.country};
        if (outline.neighbour) {
            expected.push_back(*outline.neighbour);
            wrong += outline.country < *outline.neighbour ? 0 : 1;
        }
        for (std::size_t i = 0; i + 1 < outline.points.size(); ++i) {
            const EdgeKey key = key_of(outline.points[i], outline.points[i + 1]);
            drawn.push_back(key);
            std::vector<std::uint32_t> found;
            for (auto at = std::lower_bound(owners.begin(), owners.end(), std::pair{key, 0U});
                 at != owners.end() && at->first == key; ++at) {
                found.push_back(at->second);
            }
            wrong += found == expected ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
    CHECK(border_count > 300);
    CHECK(drawn.size() > 100000);
    std::sort(drawn.begin(), drawn.end());
    CHECK(std::adjacent_find(drawn.begin(), drawn.end()) == drawn.end());
}
