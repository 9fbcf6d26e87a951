#include "geodata/gdal/read_lines.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <string>

using namespace geodata;
using geodata::gdal::read_lines;

namespace {

Loaded<std::vector<BoundaryLine>> read(const std::string& text) {
    return read_lines(std::string(CARAVAN_SOURCE_DIR) + "/tests/fixtures/boundaries/" + text);
}

void check_warns(const std::string& text, const std::string& says) {
    CAPTURE(text);
    const auto loaded = read(text);
    CHECK(loaded.value.empty());
    REQUIRE(loaded.problems.size() == 1);
    CAPTURE(loaded.problems[0].what);
    CHECK(loaded.problems[0].severity == Severity::Warning);
    CHECK(loaded.problems[0].what.find(says) != std::string::npos);
}

}  // namespace

TEST_CASE("lines come as they are, cut at the antimeridian") {
    const auto loaded = read("lines.geojson");
    CHECK(loaded.problems.empty());
    CHECK(loaded.value.size() == 4);
    for (const BoundaryLine& line : loaded.value) {
        CHECK(line.line_class == LineClass::Division);
        CHECK(line.points.size() >= 2);
    }
}

TEST_CASE("of polygons that share edges the shared ones are taken, each once") {
    const auto loaded = read("gadm.geojson");  // four squares in a row
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.value.size() == 3);
    for (const BoundaryLine& line : loaded.value) {
        CHECK(line.points.size() == 2);
        CHECK(line.points[0].lon == line.points[1].lon);
    }
}

TEST_CASE("of polygons that share none every ring is taken") {
    const auto loaded = read("heights.geojson");
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.value.size() == 1);
    CHECK(loaded.value[0].points.size() == 5);
    CHECK(loaded.value[0].points.front() == loaded.value[0].points.back());
}

TEST_CASE("of several layers the one that sounds like divisions is taken, and the others are named") {
    const auto loaded = read("folder");
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].what.find("took the lines of provinces; there are also ground, nations, and") == 0);
    CHECK(loaded.value.size() == 1);
    CHECK(read("layers.vrt,layer=boundary_lines").value.size() == 4);
}

TEST_CASE("what gives no lines is a warning, and the map does without") {
    check_warns("nowhere.gpkg", "no such file");
    check_warns("broken.geojson", "GDAL cannot open it");
    check_warns("only_points.geojson", "has neither lines nor polygons");
    check_warns("layers.vrt,layer=cities", "there is no layer 'cities'");
    check_warns("metres_without_crs.csv", "has no coordinate reference system");
}
