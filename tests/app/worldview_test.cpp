// What a worldview changes in the program: ground, names of views, state, links' anchors, the toolbar's menu.
#include "app/commands/opening.h"
#include "app/input/named.h"
#include "app/input/shortcuts.h"
#include "app/jobs/load_ground.h"
#include "geodata/gdal/read_boundaries.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace app;
using support::bundled;

namespace {

const std::filesystem::path data_folder = std::filesystem::path{CARAVAN_SOURCE_DIR} / "data";
const std::string fixtures = std::string{CARAVAN_SOURCE_DIR} + "/tests/fixtures/boundaries/";

Ground opened_with(const std::string& worldview, const std::string& boundaries = {}) {
    GroundChoice choice;
    choice.worldview = worldview;
    choice.boundaries = boundaries;
    return load_ground(choice, bundled().world.gazetteer.places, data_folder);
}

geodata::Loaded<std::optional<Ground>> asked_for(const std::string& worldview) {
    GroundChoice choice = bundled().world.ground;
    choice.worldview = worldview;
    return changed_ground(choice, bundled().world, data_folder);
}

std::string holder_at(const World& world, geodata::LonLat at) {
    const auto id = world.country_at(world.project(at).value());
    return id ? (*world.boundaries)[*id].code : "sea";
}

World world_in(const std::string& worldview) {
    World world = bundled().world;
    set_ground(world, asked_for(worldview).value.value());
    return world;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr geodata::LonLat srinagar{74.80, 34.09};

}  // namespace

TEST_CASE("a worldview asked for at the start may be named in any way, and comes out as its code") {
    for (const char* name : {"IND", "ind", "IN", "India", "india"}) {
        CAPTURE(name);
        const Ground ground = opened_with(name);
        CHECK(ground.problems.empty());
        CHECK(ground.choice.worldview == "IND");
        CHECK(ground.statement == "Boundaries: as India draws them; dashed lines are disputed");
    }
    CHECK(opened_with("").statement == "Boundaries: neutral; dashed lines are disputed");
}

TEST_CASE("a country that the boundaries have no view of is one problem, and the neutral view stands in") {
    const Ground ground = opened_with("Bangladesh");
    CHECK(ground.choice.worldview.empty());
    CHECK(ground.statement == "Boundaries: neutral; dashed lines are disputed");
    REQUIRE(ground.problems.size() == 1);
    CHECK(geodata::text_from_problem(ground.problems[0]) ==
          "error: the boundaries have no worldview 'Bangladesh'; they have BTN, CHN, IND, NPL, PAK, RUS, UKR");
    const Ground own = opened_with("IND", fixtures + "neighbours.geojson");
    REQUIRE(own.problems.size() == 1);
    CHECK(has(geodata::text_from_problem(own.problems[0]),
              "neighbours.geojson: error: the boundaries have no worldview 'IND'; they have none"));
}

TEST_CASE("what is no country is left to the command line to refuse") {
    const Ground ground = opened_with("Atlantis");
    CHECK(ground.choice.worldview.empty());
    CHECK(ground.problems.empty());
    Options options;
    AppState state;
    state.camera.size = {1280.0F, 720.0F};
    options.worldview = "Indai";
    const auto refused = opening_commands(options, state, bundled().world);
    REQUIRE(std::holds_alternative<Unknown>(refused));
    CHECK(std::get<Unknown>(refused).why == "--worldview: there is no worldview 'Indai'; did you mean India?");
    for (const char* good : {"India", "neutral", "BGD", ""}) {
        CAPTURE(good);
        options.worldview = good;
        CHECK(std::holds_alternative<Commands>(opening_commands(options, state, bundled().world)));
    }
}

TEST_CASE("the fields of a Natural Earth file are views, named by the gazetteer") {
    const Ground ground = opened_with("PAK", fixtures + "natural_earth.vrt");
    CHECK(ground.choice.worldview == "PAK");
    CHECK(ground.statement == "Boundaries: as drawn for Pakistan (natural_earth.vrt)");
    REQUIRE(ground.worldviews.size() == 2);
    CHECK(ground.worldviews[0].id == "IND");
    CHECK(ground.worldviews[0].name == "India");
}

TEST_CASE("another view at run time changes who is under the pointer, and nothing is read again") {
    const World& neutral = bundled().world;
    CHECK(holder_at(neutral, srinagar) == "IND");
    const auto changed = asked_for("PAK");
    REQUIRE(changed.value.has_value());
    CHECK(changed.value->pieces == neutral.pieces);
    CHECK(changed.value->boundaries != neutral.boundaries);
    const World pakistani = world_in("PAK");
    CHECK(pakistani.ground.worldview == "PAK");
    CHECK(pakistani.boundary_statement == "Boundaries: as Pakistan draws them; dashed lines are disputed");
    CHECK(holder_at(pakistani, srinagar) == "PAK");
    CHECK(holder_at(world_in("IND"), {74.31, 35.92}) == "IND");
    // The same view in another projection keeps what there is.
    GroundChoice choice = pakistani.ground;
    choice.projection = "mercator";
    const auto projected = changed_ground(choice, pakistani, data_folder);
    REQUIRE(projected.value.has_value());
    CHECK(projected.value->boundaries == pakistani.boundaries);
    CHECK(projected.value->statement == pakistani.boundary_statement);
}

TEST_CASE("a view that is not offered changes nothing and is said") {
    const auto refused = asked_for("Atlantis");
    CHECK_FALSE(refused.value.has_value());
    REQUIRE(refused.problems.size() == 1);
    CHECK(has(refused.problems[0].what, "no worldview 'Atlantis'"));
}

TEST_CASE("what a view joins to a country fills, outlines and fits with it") {
    const World neutral = bundled().world;
    const World indian = world_in("IND");
    const auto box_of = [](const World& world) {
        return world.country_boxes[static_cast<std::size_t>(world.boundaries->find("IND").value())];
    };
    CHECK(box_of(indian).max_y > box_of(neutral).max_y + 5e4);  // Gilgit lies north of Ladakh
    const auto area_of = [](const World& world) {
        return (*world.boundaries)[world.boundaries->find("IND").value()].area_deg2;
    };
    CHECK(area_of(indian) > area_of(neutral) + 10.0);
    CHECK(indian.boundaries->disputed_areas().size() < neutral.boundaries->disputed_areas().size());
    // A country that a view does not draw has no name on the map, and its capital is still known.
    const World chinese = world_in("CHN");
    CHECK(neutral.boundaries->find("TWN"));
    CHECK_FALSE(chinese.boundaries->find("TWN"));
    CHECK(chinese.name_of("TWN") == "Taiwan");
}

TEST_CASE("the seal of a link moves with the border that it stands on") {
    const auto pieces = geodata::gdal::read_boundary_pieces({fixtures + "pieces.vrt", "", "", ""}).value;
    REQUIRE(pieces != nullptr);
    events::EventDraft event = support::an_event("ceasefire", "2025-05-10").with("PAK").with("IND");
    event.parties[0].place.at = geodata::LonLat{71.0, 32.0};
    event.parties[1].place.at = geodata::LonLat{75.0, 32.0};
    const auto crossing_lon = [&](std::optional<std::size_t> view) {
        World world = support::world_of({});
        world.events = std::make_shared<const events::EventStore>(events::KindTable{}, std::vector{event},
                                                                  std::vector<events::Source>{});
        world.boundaries = std::make_shared<const geodata::BoundarySet>(geodata::boundaries_in_view(*pieces, view));
        world.projection = std::make_shared<const support::FlatProjection>();
        derive(world);
        const BorderCrossings crossings = border_crossings(world);
        REQUIRE(crossings.size() == 1);
        return crossings.begin()->second.at.x / 1e5;
    };
    CHECK(crossing_lon(std::nullopt) == doctest::Approx(72.0).epsilon(1e-4));
    CHECK(crossing_lon(0) == doctest::Approx(72.0).epsilon(1e-4));  // as India has it
    CHECK(crossing_lon(1) == doctest::Approx(73.0).epsilon(1e-4));  // as Pakistan has it
}

TEST_CASE("W goes round: neutral, each view, neutral again") {
    const World& world = bundled().world;
    AppState state;
    const auto press = [&] {
        const auto command = command_of_key({0, KeyCode::W}, state);
        REQUIRE(command.has_value());
        state = reduce(state, *command, world);
    };
    for (const geodata::Worldview& view : world.worldviews) {
        press();
        CHECK(state.ground.worldview == view.id);
    }
    press();
    CHECK(state.ground.worldview.empty());
    World bare = world;
    bare.worldviews.clear();
    state = reduce(state, NextWorldview{}, bare);
    CHECK(state.ground.worldview.empty());
    state.ground.worldview = "gone";
    state = reduce(state, NextWorldview{}, world);
    CHECK(state.ground.worldview.empty());
}

TEST_CASE("choosing a view keeps the rest of the ground") {
    AppState state;
    state.ground.projection = "mercator";
    state = reduce(state, SetWorldview{"PAK"}, bundled().world);
    GroundChoice wanted;
    wanted.worldview = "PAK";
    wanted.projection = "mercator";
    CHECK(state.ground == wanted);
}

TEST_CASE("a view is named by code, by name and as neutral, and a near miss is answered with the nearest") {
    const World& world = bundled().world;
    const auto id = [&](std::string_view text) { return std::get<std::string>(worldview_from_text(world, text)); };
    CHECK(id("pakistan") == "PAK");
    CHECK(id("CN") == "CHN");
    CHECK(id("Neutral").empty());
    const auto why = [&](std::string_view text) { return std::get<Unknown>(worldview_from_text(world, text)).why; };
    CHECK(has(why("netural"), "did you mean neutral?"));
    CHECK(has(why("Wonderland"), "there are neutral, BTN, CHN, IND, NPL, PAK, RUS, UKR"));
    CHECK(has(why(""), "there is no worldview ''"));
}
