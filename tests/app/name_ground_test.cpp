#include "app/scene/name_ground.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using app::NameGround;
using geodata::WorldXY;
using render::RectPt;

namespace {

using Ring = app::WorldRing;

app::ProjectedMap map_of(std::vector<Ring> countries) {
    app::ProjectedMap map;
    for (Ring& ring : countries) {
        ring.push_back(ring.front());
        map.countries.push_back({app::WorldPolygon{ring}});
    }
    return map;
}

Ring box(double left, double bottom, double right, double top) {
    return {{left, bottom}, {right, bottom}, {right, top}, {left, top}};
}

/// A bar about the origin, turned anticlockwise.
Ring bar(double length, double breadth, double angle) {
    Ring ring = box(-length / 2.0, -breadth / 2.0, length / 2.0, breadth / 2.0);
    for (WorldXY& p : ring) {
        p = {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
    }
    return ring;
}

/// A metre a point, the origin in the middle.
render::Camera camera() {
    return {{0.0, 0.0}, 1.0, {800.0F, 600.0F}};
}

NameGround surveyed(const std::vector<Ring>& countries, const render::Camera& from, std::vector<RectPt> covered = {},
                    const NameGround* before = nullptr) {
    return NameGround::survey(app::rings_for_names(map_of(countries), 0.0), countries.size(), from, covered, before);
}

double degrees(float radians) {
    return static_cast<double>(radians) * 180.0 / std::numbers::pi;
}

}  // namespace

TEST_CASE("a name stands in the middle of its country") {
    const auto ground = surveyed({box(-200.0, -100.0, 200.0, 100.0)}, camera());
    const auto* room = ground.room_of(0);
    REQUIRE(room != nullptr);
    CHECK(std::abs(room->middle.x) <= 16.0);
    CHECK(std::abs(room->middle.y) <= 4.0);
    CHECK(room->across_m == doctest::Approx(400.0).epsilon(0.05));
    CHECK(room->high_m == doctest::Approx(200.0).epsilon(0.05));
    CHECK(room->half_width_m == doctest::Approx(200.0).epsilon(0.1));
    CHECK_FALSE(room->slant);
}

TEST_CASE("only what is seen counts: neither what lies beyond the window nor what a panel covers") {
    render::Camera aside = camera();
    aside.center = {350.0, 0.0};  // the window begins at x = -50
    const std::vector<Ring> one{box(-200.0, -100.0, 200.0, 100.0)};
    const auto cut = surveyed(one, aside);
    CHECK(cut.room_of(0)->middle.x > 40.0);
    CHECK(cut.room_of(0)->across_m == doctest::Approx(250.0).epsilon(0.07));
    const auto covered = surveyed(one, camera(), {{400.0F, 0.0F, 800.0F, 600.0F}});
    CHECK(covered.room_of(0)->middle.x < -60.0);
    render::Camera away = camera();
    away.center = {5000.0, 0.0};
    CHECK(surveyed(one, away).room_of(0) == nullptr);
    CHECK(covered.room_of(7) == nullptr);
}

TEST_CASE("a neck of land is no place for a name, a wide part is") {
    Ring bottle{{-300.0, -10.0}, {0.0, -10.0}, {0.0, -90.0}, {250.0, -90.0},
                {250.0, 90.0},   {0.0, 90.0},  {0.0, 10.0},  {-300.0, 10.0}};
    const auto ground = surveyed({bottle}, camera());
    CHECK(ground.room_of(0)->middle.x > 60.0);
}

TEST_CASE("a name stays where it was while that place is nearly as good as the best") {
    const std::vector<Ring> one{box(-300.0, -100.0, 300.0, 100.0)};
    const auto before = surveyed(one, camera());
    render::Camera moved = camera();
    moved.center = {130.0, 0.0};  // 30 points of the left end are out of sight
    const auto after = surveyed(one, moved, {}, &before);
    CHECK(after.room_of(0)->middle.x == before.room_of(0)->middle.x);
    moved.center = {600.0, 0.0};  // the old place is at the window's edge
    CHECK(surveyed(one, moved, {}, &before).room_of(0)->middle.x > before.room_of(0)->middle.x + 50.0);
}

TEST_CASE("a long country that lies aslant gives a line to write along") {
    const double angle = 20.0 * std::numbers::pi / 180.0;
    const auto rising = surveyed({bar(400.0, 60.0, angle)}, camera());
    const auto& slant = rising.room_of(0)->slant;
    REQUIRE(slant);
    CHECK(degrees(slant->angle) == doctest::Approx(-20.0).epsilon(0.08));  // clockwise on screen
    CHECK(slant->length_m == doctest::Approx(400.0).epsilon(0.08));
    CHECK(slant->thickness_m == doctest::Approx(60.0).epsilon(0.15));
    CHECK(std::hypot(slant->middle.x, slant->middle.y) < 8.0);
    CHECK(slant->bend_per_m == 0.0);
    CHECK_FALSE(surveyed({bar(400.0, 60.0, 1.6 * angle)}, camera()).room_of(0)->slant);  // too steep to read
    CHECK_FALSE(surveyed({bar(400.0, 60.0, 0.0)}, camera()).room_of(0)->slant);          // level will do
}

TEST_CASE("a crescent bends the line, gently") {
    Ring crescent;
    for (int i = -10; i <= 10; ++i) {
        const double x = 25.0 * i;
        crescent.push_back({x, -x * x / 600.0});
    }
    for (int i = 10; i >= -10; --i) {
        const double x = 25.0 * i;
        crescent.push_back({x, 50.0 - x * x / 600.0});
    }
    const auto ground = surveyed({crescent}, camera());
    const auto& slant = ground.room_of(0)->slant;
    REQUIRE(slant);
    CHECK(slant->bend_per_m > 0.0);  // its ends hang down
    CHECK(std::atan(slant->bend_per_m * slant->length_m) < 16.0 * std::numbers::pi / 180.0);
}

TEST_CASE("a disputed part of a country is no room for its name, and two claims that overlap stay disputed") {
    auto map = map_of({box(-200.0, -100.0, 200.0, 100.0)});
    const auto area = [](double left, double right) {
        Ring ring = box(left, -100.0, right, 100.0);
        ring.push_back(ring.front());
        return app::WorldPolygon{ring};
    };
    map.disputed = {area(0.0, 150.0), area(50.0, 200.0)};
    const auto ground = NameGround::survey(app::rings_for_names(map, 0.0), 1, camera(), {});
    CHECK(ground.room_of(0)->middle.x < -60.0);
    CHECK(ground.room_of(0)->across_m == doctest::Approx(200.0).epsilon(0.1));
    for (const double x : {20.0, 100.0, 180.0}) {
        CHECK(ground.country_at({x, 0.0}) == NameGround::disputed);
    }
}

TEST_CASE("beyond the rim of a map is space, and within it what no country fills is water") {
    auto map = map_of({box(-200.0, -100.0, 0.0, 100.0)});
    map.rim = box(-200.0, -250.0, 300.0, 250.0);
    map.rim.push_back(map.rim.front());
    const auto ground = NameGround::survey(app::rings_for_names(map, 0.0), 1, camera(), {});
    CHECK(ground.country_at({-100.0, 0.0}) == 0);
    CHECK(ground.country_at({-100.0, 200.0}) == NameGround::water);
    CHECK(ground.country_at({100.0, 0.0}) == NameGround::water);
    CHECK(ground.country_at({-250.0, 0.0}) == NameGround::space);
    CHECK(ground.country_at({0.0, 280.0}) == NameGround::space);
    REQUIRE(ground.room_of(0) != nullptr);
    CHECK(ground.room_of(0)->across_m == doctest::Approx(200.0).epsilon(0.1));
    CHECK(NameGround::bears_names(NameGround::water));
    CHECK_FALSE(NameGround::bears_names(NameGround::space));
    CHECK_FALSE(NameGround::bears_names(NameGround::disputed));
}

TEST_CASE("the survey knows what lies where, in the window and a little around it") {
    const auto ground = surveyed({box(-200.0, -100.0, 0.0, 100.0), box(0.0, -100.0, 200.0, 100.0)}, camera());
    CHECK(ground.country_at({-100.0, 0.0}) == 0);
    CHECK(ground.country_at({100.0, 0.0}) == 1);
    CHECK(ground.country_at({0.0, 250.0}) == NameGround::water);
    CHECK(ground.country_at({550.0, 0.0}) == NameGround::water);
    CHECK(ground.country_at({5000.0, 0.0}) == NameGround::outside);
    CHECK(NameGround{}.country_at({0.0, 0.0}) == NameGround::outside);
    CHECK(NameGround{}.room_of(0) == nullptr);
}
