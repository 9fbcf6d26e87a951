#include "app/scene/water_places.h"

#include "app/scene/sea_names.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <set>
#include <string>

using app::LabelMode;
using app::RiverCourse;
using app::RiverStretch;
using geodata::WorldXY;
using support::bundled;

namespace {

render::text::TextExtent measure(std::string_view text, const render::text::TextStyle& style) {
    return {7.0F * static_cast<float>(text.size()), style.size_pt * 0.8F, style.size_pt * 0.26F};
}

bool anywhere(WorldXY) {
    return true;
}

/// A metre a point would be nearer than rivers need: a thousand, and all lengths in thousands.
render::Camera camera() {
    return {{0.0, 0.0}, 1000.0, {800.0F, 600.0F}};
}

RiverCourse course(const std::string& name, int rank, std::vector<WorldXY> points_km) {
    RiverCourse river{name, {}, rank, {}, {}};
    for (const WorldXY p : points_km) {
        river.points.push_back({p.x * 1000.0, p.y * 1000.0});
        river.box.extend(river.points.back());
    }
    return river;
}

/// y = f(x) in km, from -300 to 300.
template <class F>
RiverCourse curve(const std::string& name, F f) {
    std::vector<WorldXY> points;
    for (double x = -300.0; x <= 300.0; x += 5.0) {
        points.push_back({x, f(x)});
    }
    return course(name, 1, points);
}

std::vector<RiverStretch> stretches(const std::vector<RiverCourse>& rivers,
                                    const std::vector<render::RectPt>& covered = {}) {
    return app::river_stretches(rivers, camera(), covered, LabelMode::English, measure, anywhere);
}

}  // namespace

TEST_CASE("a straight river is written along, whichever way it flows") {
    const auto east = stretches({curve("Indus", [](double x) { return 0.25 * x; })});
    REQUIRE(east.size() == 1);
    CHECK(static_cast<double>(east[0].angle) == doctest::Approx(-std::atan(0.25)).epsilon(0.01));
    CHECK(std::abs(east[0].bend_per_m) < 1e-9);
    CHECK(east[0].middle.y == doctest::Approx(0.25 * east[0].middle.x).epsilon(0.01));
    RiverCourse west = curve("Indus", [](double x) { return 0.25 * x; });
    std::reverse(west.points.begin(), west.points.end());
    const auto back = stretches({west});
    REQUIRE(back.size() == 1);
    CHECK(back[0].angle == doctest::Approx(static_cast<double>(east[0].angle)));
}

TEST_CASE("a name follows a gentle bend and leaves a steep or crooked river alone") {
    const auto bent = stretches({curve("Brahmaputra", [](double x) { return -x * x / 1500.0; })});
    REQUIRE(bent.size() == 1);
    CHECK(bent[0].bend_per_m * 1000.0 == doctest::Approx(1.0 / 1500.0).epsilon(0.15));
    CHECK(stretches({curve("Steep", [](double x) { return 3.0 * x; })}).empty());
    CHECK(stretches({curve("Crooked", [](double x) { return 30.0 * std::sin(x / 8.0); })}).empty());
}

TEST_CASE("a stretch has room for every name that the mode asks for, and is straight where letters join") {
    RiverCourse bent = curve("Indus", [](double x) { return -x * x / 1500.0; });
    bent.local = {{"xx", "A local name that is a good deal longer"}};
    const auto widths = [&](LabelMode mode) {
        return app::river_stretches({{bent}}, camera(), {}, mode, measure, anywhere);
    };
    REQUIRE(widths(LabelMode::English).size() == 1);
    CHECK(widths(LabelMode::English)[0].bend_per_m > 0.0);
    REQUIRE(widths(LabelMode::Both).size() == 1);
    CHECK(widths(LabelMode::Both)[0].local == bent.local);
    bent.local[0].name += " than the whole of the river along which it would have to stand, from end to end";
    CHECK(widths(LabelMode::English).size() == 1);
    CHECK(widths(LabelMode::Local).empty());
    REQUIRE(widths(LabelMode::Both).size() == 1);
    CHECK(widths(LabelMode::Both)[0].local.empty());  // English alone has room
    CHECK(widths(LabelMode::Both)[0].bend_per_m > 0.0);
    bent.local = {{"ur", "سندھ"}};
    REQUIRE(widths(LabelMode::Local).size() == 1);
    CHECK(widths(LabelMode::Local)[0].bend_per_m == 0.0);
    CHECK(widths(LabelMode::Local)[0].local == bent.local);
}

TEST_CASE("the evenest stretch is taken, one for a river in many pieces") {
    const RiverCourse rough = curve("Ganges", [](double x) { return x < 0.0 ? 4.0 * std::sin(x / 6.0) : 100.0; });
    RiverCourse even = course("Ganges", 1, {{-300.0, -100.0}, {-100.0, -100.0}});
    const auto found = stretches({rough, even});
    REQUIRE(found.size() == 1);
    CHECK(found[0].angle == 0.0F);
    CHECK(std::abs(found[0].middle.y) == doctest::Approx(100'000.0));
}

TEST_CASE("only what is in sight and free is written along") {
    const RiverCourse river = curve("Indus", [](double) { return 0.0; });
    CHECK(stretches({river}, {{0.0F, 200.0F, 800.0F, 400.0F}}).empty());
    const auto right = stretches({river}, {{0.0F, 200.0F, 400.0F, 400.0F}});
    REQUIRE(right.size() == 1);
    CHECK(right[0].middle.x > 17'000.0);
    CHECK(stretches({course("Far", 1, {{5000.0, 0.0}, {5400.0, 0.0}})}).empty());
    CHECK(stretches({course("A very long name for so short a river", 1, {{0.0, 0.0}, {100.0, 0.0}})}).empty());
    CHECK(stretches({course("Small", 6, {{-300.0, 0.0}, {300.0, 0.0}})}).size() == 1);
    render::Camera far = camera();
    far.metres_per_pt = 2000.0;
    CHECK(app::river_stretches(std::vector{course("Small", 6, {{-600.0, 0.0}, {600.0, 0.0}})}, far, {},
                               LabelMode::English, measure, anywhere)
              .empty());
}

TEST_CASE("a river is named where its name may stand") {
    const std::vector<RiverCourse> river{curve("Indus", [](double) { return 0.0; })};
    const auto east = [](WorldXY at) { return at.x > 100'000.0; };
    const auto found = app::river_stretches(river, camera(), {}, LabelMode::English, measure, east);
    REQUIRE(found.size() == 1);
    CHECK(found[0].middle.x > 100'000.0);
    const auto nowhere = [](WorldXY) { return false; };
    CHECK(app::river_stretches(river, camera(), {}, LabelMode::English, measure, nowhere).empty());
}

TEST_CASE("rivers have English names without damage") {
    CHECK(app::river_title("Chang Jiang (Yangtze)") == "Yangtze");
    CHECK(app::river_title("Indus") == "Indus");
    CHECK(app::river_title("Irrawaddy Delta").empty());
    for (const geodata::River& river : bundled().world.boundaries->rivers()) {
        const std::string title{app::river_title(river.name)};
        CAPTURE(title);
        for (const char* damage : {"?", "  ", "("}) {
            CHECK(title.find(damage) == std::string::npos);
        }
    }
}

TEST_CASE("every water with a local name is on the map") {
    const auto& world = bundled().world;
    std::set<std::string, std::less<>> known;
    for (const app::SeaName& sea : app::sea_names()) {
        known.emplace(sea.name);
    }
    for (const geodata::Lake& lake : world.boundaries->lakes()) {
        known.insert(lake.name);
    }
    for (const geodata::River& river : world.boundaries->rivers()) {
        known.emplace(app::river_title(river.name));
    }
    CHECK(world.gazetteer.waters.size() > 90);
    for (const auto& [name, local] : world.gazetteer.waters) {
        CHECK_MESSAGE(known.contains(name), name);
        CHECK(app::local_names(world, name) == local);
    }
    CHECK(app::local_names(world, "Persian Gulf").empty());  // its shores have no name in common
}

TEST_CASE("the bundled waters have places in the plane") {
    const auto places = app::water_places(bundled().world);
    CHECK(places.lakes.size() > 30);
    CHECK(places.rivers.size() > 150);
    const auto balkhash = std::find_if(places.lakes.begin(), places.lakes.end(),
                                       [](const app::LakePlace& lake) { return lake.name == "Lake Balkhash"; });
    REQUIRE(balkhash != places.lakes.end());
    const auto at = bundled().world.projection->lonlat_from_world(balkhash->middle);
    REQUIRE(at);
    CHECK(at->lon == doctest::Approx(75.0).epsilon(0.04));
    CHECK(at->lat == doctest::Approx(46.5).epsilon(0.04));
    CHECK(balkhash->across_m > 3.0e5);
}
