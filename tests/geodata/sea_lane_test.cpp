// Lanes over a made-up world: all water, but for what a test puts there.
#include "geodata/sea_lane.h"

#include "geodata/great_circle.h"
#include "geodata/walk_cells.h"

#include "tests/support/line_length.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace geodata;

namespace {

LandRaster ocean() {
    return {std::vector<std::uint8_t>(static_cast<std::size_t>(cell_columns) * cell_rows, 0)};
}

void put_land(LandRaster& raster, double west, double south, double east, double north) {
    const Cell low = cell_from_lonlat({west, south});
    const Cell high = cell_from_lonlat({east, north});
    for (int y = low.y; y < high.y; ++y) {
        for (int x = low.x; x < high.x; ++x) {
            raster.cells[static_cast<std::size_t>(y) * cell_columns + static_cast<std::size_t>(x)] = 1;
        }
    }
}

/// A wall of land along the meridian of 10 E with a strait at the equator and one at 20 N, both with a gate; one at 5 S
/// that no ship passes, a canal through the land at 30 S, and an inland sea at 100 E.
Passages passages() {
    return Passages{
        {{"equator", "Equator", {}, {10, 0}, {}, {{10, -2}, {10, 2}}, true},
         {"north", "North", {}, {10, 20}, {}, {{10, 18}, {10, 22}}, true},
         {"shoal", "Shoal", {}, {10, -5}, {}, {{10, -6.5}, {10, -3.5}}, false},
         {"canal", "Canal", {}, {10, -30}, {{8.5, -30.2}, {10, -30.0}, {11.5, -30.1}}, {{10, -31}, {10, -29}}, true}}};
}

const WaterMask& mask() {
    static const WaterMask made = [] {
        LandRaster raster = ocean();
        put_land(raster, 9, -62, 11, 73);
        for (const auto& [south, north] : {std::pair{-1.0, 1.0}, {19.0, 21.0}, {-6.0, -4.0}}) {
            for (int y = cell_from_lonlat({0, south}).y; y < cell_from_lonlat({0, north}).y; ++y) {
                for (int x = cell_from_lonlat({9, 0}).x; x < cell_from_lonlat({11, 0}).x; ++x) {
                    raster.cells[static_cast<std::size_t>(y) * cell_columns + static_cast<std::size_t>(x)] = 0;
                }
            }
        }
        put_land(raster, 178, -62, 179, 60);  // so that it is not shorter to go round the world
        put_land(raster, 95, -5, 105, 5);
        for (int y = cell_from_lonlat({0, -1}).y; y < cell_from_lonlat({0, 1}).y; ++y) {
            for (int x = cell_from_lonlat({99, 0}).x; x < cell_from_lonlat({101, 0}).x; ++x) {
                raster.cells[static_cast<std::size_t>(y) * cell_columns + static_cast<std::size_t>(x)] = 0;
            }
        }
        put_land(raster, 40, 30, 44, 34);
        raster.cells[static_cast<std::size_t>(cell_from_lonlat({42, 32}).y) * cell_columns +
                     static_cast<std::size_t>(cell_from_lonlat({42, 32}).x)] = 0;  // a pond
        return WaterMask{raster, passages()};
    }();
    return made;
}

PassageId id(const char* name) {
    return passages().find(name).value();
}

bool is_water(LonLat at) {
    const Cell cell = cell_from_lonlat(at);
    return (mask().water_in(block_of(cell)) >> bit_of(cell) & 1U) != 0;
}

/// Positions of a lane that are not on water, looked for every fiftieth of a degree, its ends aside.
int ashore(const SeaLane& lane, double ends_m = 12.0e3) {
    int count = 0;
    for (std::size_t i = 0; i + 1 < lane.points.size(); ++i) {
        const LonLat a = lane.points[i];
        const LonLat b = lane.points[i + 1];
        const double east = std::remainder(b.lon - a.lon, 360.0);
        const int pieces = 1 + static_cast<int>(std::hypot(east, b.lat - a.lat) / 0.02);
        for (int k = 0; k <= pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            const LonLat at{std::remainder(a.lon + east * t, 360.0), a.lat + (b.lat - a.lat) * t};
            const bool by_the_way = great_circle_distance_m(at, lane.points.front()) > ends_m &&
                                    great_circle_distance_m(at, lane.points.back()) > ends_m;
            count += by_the_way && !is_water(at) ? 1 : 0;
        }
    }
    return count;
}

std::vector<PassageId> crossed(const SeaLane& lane) {
    return passages().crossed_by(lane.points);
}

using Ids = std::vector<PassageId>;

}  // namespace

TEST_CASE("a walk through cells visits neighbours, and its shares add up to one") {
    double sum = 0.0;
    int last_x = 0;
    int last_y = 0;
    CHECK(walk_cells(0.5, 0.5, 7.3, -4.2, [&](int x, int y, double share) {
        CHECK(std::abs(x - last_x) + std::abs(y - last_y) <= 1);
        last_x = x;
        last_y = y;
        sum += share;
        return true;
    }));
    CHECK(last_x == 7);
    CHECK(last_y == -5);
    CHECK(sum == doctest::Approx(1.0));
    int visited = 0;
    CHECK_FALSE(walk_cells(0.5, 0.5, 9.5, 0.5, [&](int, int, double) { return ++visited < 3; }));
    CHECK(visited == 3);
    visited = 0;
    CHECK(walk_cells(2.5, 2.5, 2.5, 2.5, [&](int, int, double) { return ++visited > 0; }));
    CHECK(visited == 1);
}

TEST_CASE("cells of a line share sides, at its corners too and over the antimeridian") {
    const std::vector<LonLat> line{{26.2, 40.0}, {26.4, 40.2}, {26.6, 40.4}, {26.6, 40.0}};
    const auto cells = cells_along(line);
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        CHECK(std::abs(cells[i].x - cells[i + 1].x) + std::abs(cells[i].y - cells[i + 1].y) <= 1);
    }
    const auto round = cells_along(std::vector<LonLat>{{179.9, 0.01}, {-179.9, 0.01}});
    CHECK(round.size() < 8);
    CHECK(round.front().x > cell_columns - 4);
    CHECK(round.back().x < 4);
    CHECK(cells_along({}).empty());
}

TEST_CASE("a cell and its middle agree, and positions beyond the world go round or stop at the poles") {
    CHECK(cell_from_lonlat({1234.5 / cells_per_degree - 180.0, 567.5 / cells_per_degree - 90.0}) == Cell{1234, 567});
    CHECK(cell_from_lonlat({-180, -90}) == Cell{0, 0});
    CHECK(cell_from_lonlat({180, 90}) == Cell{0, cell_rows - 1});
    CHECK(cell_from_lonlat({185, 0}) == cell_from_lonlat({-175, 0}));
    const Cell cell = cell_from_lonlat({12.34, 56.78});
    CHECK(cell_of(block_of(cell), bit_of(cell)) == cell);
}

TEST_CASE("open sea, land and coast are told apart, ponds are filled, and the ice is closed") {
    using Block = WaterMask::Block;
    CHECK(mask().kind_of(block_of(cell_from_lonlat({60, -20}))) == Block::Open);
    CHECK(mask().kind_of(block_of(cell_from_lonlat({97, 0}))) == Block::Land);
    CHECK(mask().kind_of(block_of(cell_from_lonlat({10, 1}))) == Block::Mixed);
    CHECK(mask().has_gate(block_of(cell_from_lonlat({10, 0}))));
    CHECK(is_water({100, 0}));
    CHECK_FALSE(is_water({42, 32}));
    CHECK_FALSE(is_water({60, 75}));
    CHECK_FALSE(is_water({60, -65}));
    CHECK(mask().toil(cell_from_lonlat({60, -20})) == 1.0F);
    CHECK(mask().toil(cell_from_lonlat({8.96, 40})) == 3.0F);
    CHECK(mask().toil(cell_from_lonlat({8.8, 40})) < 3.0F);
    CHECK(mask().toil(cell_from_lonlat({8.8, 40})) > 1.0F);
}

TEST_CASE("a raster of a wrong size is a world without water") {
    const WaterMask none{LandRaster{{0, 0, 0}}, Passages{}};
    CHECK(none.node_count() == 0);
    CHECK(sea_lane(none, {0, 0}, {1, 1}).outcome == LaneOutcome::StartInland);
}

TEST_CASE("over the open sea a lane is straight and little longer than the great circle") {
    const SeaLane lane = sea_lane(mask(), {50, -10}, {85.3, -27.7});
    REQUIRE(lane.outcome == LaneOutcome::Found);
    CHECK(lane.points.front() == LonLat{50, -10});
    CHECK(lane.points.back() == LonLat{85.3, -27.7});
    CHECK(support::length_m(lane.points) < 1.01 * great_circle_distance_m({50, -10}, {85.3, -27.7}));
    for (std::size_t i = 0; i + 1 < lane.points.size(); ++i) {
        CHECK(std::hypot(lane.points[i].lon - lane.points[i + 1].lon, lane.points[i].lat - lane.points[i + 1].lat) <
              1.01);
    }
}

TEST_CASE("a lane goes through the strait that is on the shortest way, and never touches land") {
    const SeaLane lane = sea_lane(mask(), {0, -3}, {20, -3});
    REQUIRE(lane.outcome == LaneOutcome::Found);
    CHECK(crossed(lane) == Ids{id("equator")});  // and not over the shoal, which is nearer
    CHECK(ashore(lane) == 0);
    const SeaLane back = sea_lane(mask(), {20, -3}, {0, -3});
    CHECK(support::length_m(back.points) == doctest::Approx(support::length_m(lane.points)).epsilon(0.01));
}

TEST_CASE("a lane goes through a canal that the map has as land") {
    const SeaLane lane = sea_lane(mask(), {0, -30}, {20, -30});
    REQUIRE(lane.outcome == LaneOutcome::Found);
    CHECK(crossed(lane) == Ids{id("canal")});
    CHECK(ashore(lane) == 0);
}

TEST_CASE("what is closed is gone round, and where all is closed there is no way") {
    const SeaLane lane = sea_lane(mask(), {0, 3}, {20, 3}, Ids{id("equator")});
    REQUIRE(lane.outcome == LaneOutcome::Found);
    CHECK(crossed(lane) == Ids{id("north")});
    CHECK(ashore(lane) == 0);
    const SeaLane south = sea_lane(mask(), {0, -20}, {20, -20}, Ids{id("canal"), id("equator")});
    REQUIRE(south.outcome == LaneOutcome::Found);
    CHECK(crossed(south) == Ids{id("north")});
    const SeaLane shut = sea_lane(mask(), {0, 3}, {20, 3}, Ids{id("equator"), id("north"), id("canal")});
    // Round the world it is still possible, past the other wall's northern end.
    REQUIRE(shut.outcome == LaneOutcome::Found);
    CHECK(crossed(shut).empty());
    CHECK(support::length_m(shut.points) > 20.0e6);
}

TEST_CASE("a lane goes over the antimeridian, and its longitudes stay in range") {
    const SeaLane lane = sea_lane(mask(), {177, 65}, {-170, 65});
    REQUIRE(lane.outcome == LaneOutcome::Found);
    CHECK(support::length_m(lane.points) < 1.05 * great_circle_distance_m({177, 65}, {-170, 65}));
    CHECK(std::all_of(lane.points.begin(), lane.points.end(), [](LonLat p) { return p.lon >= -180 && p.lon <= 180; }));
}

TEST_CASE("a port is joined to the sea, a place further inland is told, and an inland sea is a sea of its own") {
    const SeaLane port = sea_lane(mask(), {9.3, 40.0}, {0, 40});
    REQUIRE(port.outcome == LaneOutcome::Found);
    CHECK(port.points.front() == LonLat{9.3, 40.0});
    CHECK(ashore(port, 40.0e3) == 0);
    CHECK(sea_lane(mask(), {42, 32}, {0, 0}).outcome == LaneOutcome::StartInland);
    CHECK(sea_lane(mask(), {0, 0}, {42, 32}).outcome == LaneOutcome::EndInland);
    CHECK(sea_lane(mask(), {100, 0}, {80, 0}).outcome == LaneOutcome::NoWay);
    CHECK(sea_lane(mask(), {99.5, 0.5}, {100.5, -0.5}).outcome == LaneOutcome::Found);
}

TEST_CASE("a lane keeps off the coast where there is room") {
    const SeaLane lane = sea_lane(mask(), {8.0, 30}, {8.0, 60});
    REQUIRE(lane.outcome == LaneOutcome::Found);
    for (const LonLat p : lane.points) {
        CHECK(p.lon < 8.66);  // seven cells off the wall
    }
}

TEST_CASE("from a place to itself a lane is that place") {
    const SeaLane lane = sea_lane(mask(), {60.01, -20.01}, {60.01, -20.01});
    CHECK(lane.outcome == LaneOutcome::Found);
    CHECK(support::length_m(lane.points) == doctest::Approx(0.0));
}
