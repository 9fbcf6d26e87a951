#include "app/jobs/load_ground.h"

#include "app/state/carry_camera.h"
#include "app/state/command.h"
#include "geodata/gdal/proj_projection.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace app;
using support::bundled;

namespace {

const std::filesystem::path data_folder = std::filesystem::path{CARAVAN_SOURCE_DIR} / "data";
const std::string two_lands = std::string{CARAVAN_SOURCE_DIR} + "/tests/golden/fixtures/two_lands.geojson";

geodata::Loaded<std::optional<Ground>> asked_for(const std::string& projection) {
    GroundChoice choice = bundled().world.ground;
    choice.projection = projection;
    return changed_ground(choice, bundled().world, data_folder);
}

void check_refused(const std::string& projection, const std::string& says) {
    CAPTURE(projection);
    const auto refused = asked_for(projection);
    CHECK_FALSE(refused.value.has_value());
    REQUIRE(refused.problems.size() == 1);
    CAPTURE(refused.problems[0].what);
    CHECK(refused.problems[0].severity == geodata::Severity::Error);
    CHECK(refused.problems[0].what.find(says) != std::string::npos);
    CHECK(refused.problems[0].what.find('\n') == std::string::npos);
}

}  // namespace

TEST_CASE("the bundled ground is neutral and equal-area") {
    const GroundChoice& choice = bundled().world.ground;
    CHECK(choice == GroundChoice{});
    CHECK(choice.projection == "equal-area");
    CHECK(bundled().world.projection->definition() == geodata::gdal::default_projection);
}

TEST_CASE("another projection comes with the same boundaries, which are not read again") {
    const auto changed = asked_for("mercator");
    REQUIRE(changed.value.has_value());
    CHECK(changed.problems.empty());
    CHECK(changed.value->boundaries == bundled().world.boundaries);
    CHECK(changed.value->choice.projection == "mercator");
    World world = bundled().world;
    set_ground(world, *changed.value);
    CHECK(world.ground.projection == "mercator");
    CHECK(world.events == bundled().world.events);
    CHECK(world.region_box.max_y > bundled().world.region_box.max_y + 1e6);  // Mercator's north is far up
}

TEST_CASE("lines of one's own are drawn with the boundaries in any view; ones that cannot be read change nothing") {
    GroundChoice choice = bundled().world.ground;
    choice.lines = std::string{CARAVAN_SOURCE_DIR} + "/tests/golden/fixtures/provinces.geojson";
    const auto divisions = [](const Ground& ground) {
        const auto& lines = ground.boundaries->lines();
        return std::count_if(lines.begin(), lines.end(), [](const geodata::BoundaryLine& line) {
            return line.line_class == geodata::LineClass::Division;
        });
    };
    const auto with_lines = changed_ground(choice, bundled().world, data_folder);
    REQUIRE(with_lines.value.has_value());
    CHECK(with_lines.value->pieces == bundled().world.pieces);
    CHECK(divisions(*with_lines.value) > 0);

    World world = bundled().world;
    set_ground(world, *with_lines.value);
    choice.worldview = "IND";
    const auto in_a_view = changed_ground(choice, world, data_folder);
    REQUIRE(in_a_view.value.has_value());
    CHECK(in_a_view.value->lines == world.lines);
    CHECK(divisions(*in_a_view.value) == divisions(*with_lines.value));

    choice.lines = "nowhere.geojson";
    const auto refused = changed_ground(choice, world, data_folder);
    CHECK_FALSE(refused.value.has_value());
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].severity == geodata::Severity::Warning);

    const Ground without = load_ground(choice, bundled().world.gazetteer.places, data_folder);
    CHECK(divisions(without) == 0);
    CHECK(without.choice.lines.empty());
    CHECK(without.problems.size() == 1);

    choice.lines.clear();
    const auto taken_away = changed_ground(choice, world, data_folder);
    REQUIRE(taken_away.value.has_value());
    CHECK(divisions(*taken_away.value) == 0);
    CHECK(taken_away.problems.empty());
}

TEST_CASE(
    "a raster lies under the boundaries and is named beside their source; one that lies nowhere changes nothing") {
    const std::string folder = std::string{CARAVAN_SOURCE_DIR} + "/tests/fixtures/rasters/";
    GroundChoice choice = bundled().world.ground;
    choice.raster = folder + "grid.asc";
    const auto changed = changed_ground(choice, bundled().world, data_folder);
    REQUIRE(changed.value.has_value());
    CHECK(changed.value->boundaries == bundled().world.boundaries);
    World world = bundled().world;
    set_ground(world, *changed.value);
    CHECK(world.raster != nullptr);
    CHECK(world.map_data == "Natural Earth, grid.asc");

    choice.projection = "globe";
    const auto again = changed_ground(choice, world, data_folder);
    REQUIRE(again.value.has_value());
    CHECK(again.value->raster == world.raster);

    choice.raster = folder + "nowhere.vrt";
    const auto refused = changed_ground(choice, world, data_folder);
    CHECK_FALSE(refused.value.has_value());
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].what.find("it does not say where it lies") != std::string::npos);

    const Ground without = load_ground(choice, bundled().world.gazetteer.places, data_folder);
    CHECK(without.raster == nullptr);
    CHECK(without.choice.raster.empty());
    CHECK(without.problems.size() == 1);
}

TEST_CASE("other boundaries are read, and their file is named") {
    GroundChoice choice = bundled().world.ground;
    choice.boundaries = two_lands;
    const auto changed = changed_ground(choice, bundled().world, data_folder);
    REQUIRE(changed.value.has_value());
    CHECK(changed.value->boundaries->countries().size() < 10);
    CHECK(changed.value->statement == "Boundaries: two_lands.geojson");
    CHECK(bundled().world.boundary_statement == "Boundaries: neutral; dashed lines are disputed");
}

TEST_CASE("a ground that cannot be had says why in one line") {
    check_refused("+proj=nonsense", "does not know the projection");
    check_refused("EPSG:4326", "is no projection onto a plane");
    check_refused("globbe", "did you mean globe?");
    check_refused("+proj=ortho +lat_0=-40 +lon_0=-100", "cannot show the region");
    check_refused("+proj=merc +lon_0=-110", "cannot show the region");  // its two sides meet at 70 degrees east
    check_refused("+proj=tpeqd +lat_1=24 +lon_1=67 +lat_2=40 +lon_2=116", "cannot show the region");
    GroundChoice choice = bundled().world.ground;
    choice.boundaries = "/no/such/file.gpkg";
    const auto refused = changed_ground(choice, bundled().world, data_folder);
    CHECK_FALSE(refused.value.has_value());
    REQUIRE(refused.problems.size() == 1);
    CHECK(geodata::text_from_problem(refused.problems[0]).find("/no/such/file.gpkg") != std::string::npos);
}

TEST_CASE("at the start the bundled ground stands in for one that cannot be had, and is what was chosen") {
    GroundChoice choice;
    choice.boundaries = "/no/such/file.gpkg";
    choice.projection = "+proj=ortho +lat_0=-40 +lon_0=-100";
    const Ground ground = load_ground(choice, bundled().world.gazetteer.places, data_folder);
    CHECK(ground.choice == GroundChoice{});
    CHECK(ground.problems.size() == 2);
    CHECK(ground.projection->definition() == geodata::gdal::default_projection);
    CHECK(ground.statement == "Boundaries: neutral; dashed lines are disputed");
    choice = {};
    choice.boundaries = two_lands;
    choice.projection = "nothing";
    CHECK(load_ground(choice, bundled().world.gazetteer.places, data_folder).choice.boundaries == two_lands);
}

TEST_CASE("problems of a ground go with it, and those of the events stay") {
    World world = bundled().world;
    world.problems = {{geodata::Severity::Warning, "an event's", {}, 0, 0, {}}};
    world.ground_problems = 0;
    set_ground_problems(world, {{geodata::Severity::Error, "first", {}, 0, 0, {}}, {}});
    CHECK(world.problems.size() == 3);
    set_ground_problems(world, {{geodata::Severity::Error, "second", {}, 0, 0, {}}});
    REQUIRE(world.problems.size() == 2);
    CHECK(world.problems[0].what == "an event's");
    CHECK(world.problems[1].what == "second");
    set_ground_problems(world, {});
    CHECK(world.problems.size() == 1);
}

TEST_CASE("another ground shows the same place in the middle, as large as before") {
    const World& before = bundled().world;
    World after = before;
    set_ground(after, *asked_for("mercator").value);
    const geodata::LonLat kabul{69.2, 34.5};
    render::Camera camera;
    camera.size = {1280.0F, 720.0F};
    camera.center = *before.project(kabul);
    camera.metres_per_pt = 2000.0;
    const auto carried = carried_camera(camera, before, after);
    REQUIRE(carried.has_value());
    CHECK(carried->size == camera.size);
    const auto at = after.projection->lonlat_from_world(carried->center);
    CHECK(std::abs(at->lon - kabul.lon) < 1e-6);
    CHECK(std::abs(at->lat - kabul.lat) < 1e-6);
    // Mercator enlarges by the secant of the latitude.
    CHECK(carried->metres_per_pt == doctest::Approx(2000.0 / std::cos(34.5 * 3.14159265 / 180.0)).epsilon(0.01));
    const auto back = carried_camera(*carried, after, before);
    CHECK(back->metres_per_pt == doctest::Approx(2000.0).epsilon(1e-4));
    CHECK(std::abs(back->center.x - camera.center.x) < 1.0);
}

TEST_CASE("where the middle is no place of the new map the camera cannot be carried") {
    World globe = bundled().world;
    set_ground(globe, *asked_for("globe").value);
    render::Camera camera;
    camera.center = *bundled().world.project({-100.0, 40.0});
    CHECK_FALSE(carried_camera(camera, bundled().world, globe).has_value());
    camera.center = {9e6, 9e6};  // beside the globe
    CHECK_FALSE(carried_camera(camera, globe, bundled().world).has_value());
}
