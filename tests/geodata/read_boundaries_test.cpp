#include "geodata/gdal/read_boundaries.h"
#include "geodata/ring.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <filesystem>

using namespace geodata;
using geodata::gdal::boundary_source_from_text;
using geodata::gdal::BoundarySource;
using geodata::gdal::read_boundaries;

namespace {

using LoadedSet = Loaded<std::shared_ptr<const BoundarySet>>;

std::string fixture(const std::string& name) {
    return std::string(CARAVAN_SOURCE_DIR) + "/tests/fixtures/boundaries/" + name;
}

LoadedSet read(const std::string& text) {
    return read_boundaries(boundary_source_from_text(fixture(text)));
}

// Reads a file that must load without a word.
std::shared_ptr<const BoundarySet> read_clean(const std::string& text) {
    LoadedSet loaded = read(text);
    for (const Problem& problem : loaded.problems) {
        FAIL_CHECK(text_from_problem(problem));
    }
    REQUIRE(loaded.value != nullptr);
    return loaded.value;
}

std::string code_at(const BoundarySet& set, LonLat at) {
    const auto id = set.country_at(at);
    return id ? set[*id].code : "";
}

bool has_problem(const LoadedSet& loaded, Severity severity, const std::string& what) {
    return std::any_of(loaded.problems.begin(), loaded.problems.end(), [&](const Problem& p) {
        return p.severity == severity && p.what.find(what) != std::string::npos &&
               p.what.find('\n') == std::string::npos;
    });
}

std::string all_problems(const LoadedSet& loaded) {
    std::string text;
    for (const Problem& problem : loaded.problems) {
        text += text_from_problem(problem) + "\n";
    }
    return text;
}

void check_fails(const std::string& text, const std::string& says) {
    CAPTURE(text);
    const LoadedSet loaded = read(text);
    CAPTURE(all_problems(loaded));
    CHECK(loaded.value == nullptr);
    CHECK(has_problem(loaded, Severity::Error, says));
}

}  // namespace

TEST_CASE("a boundary source is a path and options in any order") {
    const BoundarySource plain = boundary_source_from_text("a,b.gpkg");
    CHECK(plain.path == "a,b.gpkg");
    CHECK(plain.layer.empty());
    const BoundarySource full = boundary_source_from_text("dir/a,b.gpkg,name=NAME_EN,layer=adm 0,code=ISO_A3");
    CHECK(full.path == "dir/a,b.gpkg");
    CHECK(full.layer == "adm 0");
    CHECK(full.code_field == "ISO_A3");
    CHECK(full.name_field == "NAME_EN");
    CHECK(boundary_source_from_text("x.shp,layer=a,layer=b").layer == "b");
    CHECK(boundary_source_from_text("").path.empty());
}

TEST_CASE("countries come with code, name, region and holes") {
    const auto set = read_clean("neighbours.geojson");
    REQUIRE(set->countries().size() == 3);
    const Country& pakistan = (*set)[*set->find("PAK")];
    CHECK(pakistan.name == "Pakistan");
    CHECK(pakistan.in_region);
    CHECK(pakistan.polygons.at(0).rings.size() == 2);
    CHECK(pakistan.area_deg2 == doctest::Approx(96.0));
    CHECK(signed_area_deg2(pakistan.polygons[0].rings[0]) > 0.0);
    CHECK(signed_area_deg2(pakistan.polygons[0].rings[1]) < 0.0);
    CHECK((*set)[*set->find("IND")].in_region);  // its ISO_A3 is -99
    CHECK_FALSE((*set)[*set->find("FRA")].in_region);
    CHECK(code_at(*set, {61, 30}) == "PAK");
    CHECK(code_at(*set, {65, 30}) == "IND");
    CHECK(code_at(*set, {75, 30}) == "IND");
    CHECK(code_at(*set, {50, 30}).empty());
}

TEST_CASE("features of one code become one country with the country's own name") {
    const auto set = read_clean("states.geojson");
    REQUIRE(set->countries().size() == 2);
    const Country& pakistan = (*set)[*set->find("PAK")];
    CHECK(pakistan.name == "Pakistan");
    CHECK(pakistan.polygons.size() == 2);
    CHECK(pakistan.label_at.lat == doctest::Approx(30.5).epsilon(0.05));  // the middle of the larger part
    const Country& uzbekistan = (*set)[*set->find("UZB")];
    CHECK(uzbekistan.name == "Navoiy");                // a country of one part cannot be told from a country
    CHECK(uzbekistan.label_at == LonLat{64.0, 42.0});  // as the file says
}

TEST_CASE("a ring that crosses itself is repaired and reported once") {
    const LoadedSet loaded = read("bow_tie.geojson");
    REQUIRE(loaded.value != nullptr);
    REQUIRE(loaded.problems.size() == 1);
    CAPTURE(loaded.problems[0].what);
    CHECK(loaded.problems[0].severity == Severity::Warning);
    CHECK(loaded.problems[0].what.find("1 feature with rings that cross, repaired") == 0);
    CHECK(loaded.problems[0].pointer.find("Nepal (Self-intersection") == 0);
    const Country& nepal = (*loaded.value)[*loaded.value->find("NPL")];
    CHECK(nepal.polygons.size() == 2);
    CHECK(nepal.area_deg2 == doctest::Approx(16.0));
}

TEST_CASE("rings over the antimeridian are cut, round the pole closed, and beyond 180 wrapped") {
    const auto set = read_clean("antimeridian.geojson");
    CHECK(code_at(*set, {179, -17}) == "FJI");
    CHECK(code_at(*set, {-179, -17}) == "FJI");
    CHECK(code_at(*set, {180, -17}) == "FJI");
    CHECK(code_at(*set, {0, -17}).empty());
    CHECK(code_at(*set, {0, -89}) == "ATA");
    CHECK(code_at(*set, {-176, -44}) == "NZL");
    for (const Country& country : set->countries()) {
        CHECK(country.bounds.west >= -180.0);
        CHECK(country.bounds.east <= 180.0);
    }
}

TEST_CASE("a file without codes loads and says which option helps") {
    const LoadedSet loaded = read("no_codes.geojson");
    CAPTURE(all_problems(loaded));
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->countries().size() == 3);
    CHECK(loaded.value->countries()[0].name == "Atlantis");
    CHECK(loaded.problems.size() == 2);
    CHECK(has_problem(loaded, Severity::Warning, "2 features with neither code nor name; the first is"));
    CHECK(has_problem(loaded, Severity::Warning,
                      "no country codes were found in layer no_codes; name the field with ,code=FIELD"));
}

TEST_CASE("a field can be named by hand, and a wrong one is said") {
    const LoadedSet named = read("no_codes.geojson,code=land");
    REQUIRE(named.value != nullptr);
    CHECK(named.value->find("PAK").has_value());
    CHECK(named.value->find("IND").has_value());
    const LoadedSet wrong = read("neighbours.geojson,code=CODES");
    REQUIRE(wrong.value != nullptr);
    CHECK(wrong.value->find("PAK").has_value());
    CHECK(has_problem(wrong, Severity::Warning, "has no field 'CODES'"));
    CHECK(has_problem(wrong, Severity::Warning, "ISO_A3, ADM0_A3, NAME"));
    CHECK((*read_clean("neighbours.geojson,name=ISO_A3")).countries()[0].name == "PAK");
}

TEST_CASE("features without a polygon are left out and counted") {
    const LoadedSet loaded = read("mixed.geojson");
    CAPTURE(all_problems(loaded));
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->countries().size() == 1);
    CHECK(code_at(*loaded.value, {65, 33}) == "AFG");
    CHECK(loaded.problems.size() == 2);
    CHECK(has_problem(loaded, Severity::Warning, "1 feature without a shape, left out"));
    CHECK(has_problem(loaded, Severity::Warning, "2 features with a shape that is no polygon, left out; the first is"));
    CHECK(loaded.problems[1].pointer == "Sri Lanka");
}

TEST_CASE("any CRS is brought to degrees") {
    const auto set = read_clean("web_mercator.geojson");
    const LonLatBox& box = set->countries().at(0).bounds;
    CHECK(box.west == doctest::Approx(60.0));
    CHECK(box.east == doctest::Approx(70.0));
    CHECK(box.south == doctest::Approx(31.0).epsilon(0.01));
    CHECK(set->countries()[0].name == "Pakistan");
}

TEST_CASE("a file that has latitude first comes out with longitude first") {
    // In a folder of its own: GDAL writes a schema beside a GML file.
    const auto folder = std::filesystem::temp_directory_path() / "caravan_latitude_first";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(fixture("latitude_first.gml"), folder / "nations.gml",
                               std::filesystem::copy_options::overwrite_existing);
    const LoadedSet loaded = read_boundaries({(folder / "nations.gml").string(), "", "", ""});
    std::filesystem::remove_all(folder);
    CAPTURE(all_problems(loaded));
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->countries().at(0).bounds.west == 60.0);
    CHECK(loaded.value->countries().at(0).bounds.south == 25.0);
    CHECK(code_at(*loaded.value, {68, 26}) == "PAK");
}

TEST_CASE("without a CRS degrees are taken as degrees, and metres are refused") {
    CHECK(code_at(*read_clean("degrees_without_crs.csv"), {65, 30}) == "PAK");
    check_fails("metres_without_crs.csv", "has no coordinate reference system");
}

TEST_CASE("of several layers countries is the one, and the others have their own places") {
    const LoadedSet loaded = read("layers.vrt");
    CAPTURE(all_problems(loaded));
    REQUIRE(loaded.value != nullptr);
    const BoundarySet& set = *loaded.value;
    CHECK(set.countries().size() == 3);
    CHECK(set.find("FRA").has_value());
    CHECK(set.disputed_areas().size() == 2);
    CHECK(set.disputed_areas()[1].name == "Bhutan");
    CHECK(set.lakes().size() == 2);
    REQUIRE(set.lines().size() == 4);  // one, and one of two parts of which one is cut
    CHECK(set.lines()[0].line_class == LineClass::Disputed);
    CHECK(set.lines()[0].name == "Line of Control");
    CHECK(set.lines()[1].points.back().lon == 180.0);
    CHECK(set.lines()[2].points.front().lon == -180.0);
    CHECK(set.rivers().size() == 4);
    CHECK(set.rivers()[0].rank == 3);
    CHECK(loaded.problems.size() == 1);
    CHECK(has_problem(loaded, Severity::Warning, "1 feature of boundary_lines: class is none of"));
}

TEST_CASE("a layer can be named, and a wrong name is answered with those there are") {
    const LoadedSet loaded = read("layers.vrt,layer=states");
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->find("UZB").has_value());
    check_fails("layers.vrt,layer=cities", "there is no layer 'cities'; it has states, countries, disputed_areas");
}

TEST_CASE("what cannot be read says why") {
    check_fails("nowhere.gpkg", "no such file");
    check_fails("broken.geojson", "GDAL cannot open it (");
    check_fails("README.md", "GDAL cannot open it (");
    check_fails("only_points.geojson", "has no polygons");
    check_fails("layers.vrt,layer=rivers", "has no polygons");
    CHECK(read_boundaries({}).value == nullptr);
}

TEST_CASE("the path as it was written stands in every problem") {
    const LoadedSet loaded = read("mixed.geojson");
    for (const Problem& problem : loaded.problems) {
        CHECK(problem.file == fixture("mixed.geojson"));
    }
}

TEST_CASE("the bundled boundaries load without a word") {
    const std::string bundled = std::string(CARAVAN_SOURCE_DIR) + "/data/boundaries/boundaries.gpkg";
    if (!std::filesystem::exists(bundled)) {
        MESSAGE("not there: ", bundled);
        return;
    }
    const LoadedSet loaded = read_boundaries({bundled, "", "", ""});
    for (const Problem& problem : loaded.problems) {
        FAIL_CHECK(text_from_problem(problem));
    }
    REQUIRE(loaded.value != nullptr);
    const BoundarySet& set = *loaded.value;
    CHECK(code_at(set, {73.05, 33.69}) == "PAK");
    CHECK(code_at(set, {77.21, 28.61}) == "IND");
    CHECK(code_at(set, {69.17, 34.53}) == "AFG");
    CHECK(code_at(set, {90.41, 23.81}) == "BGD");
    CHECK(code_at(set, {71.43, 51.13}) == "KAZ");
    CHECK(code_at(set, {116.4, 39.9}) == "CHN");
    CHECK(code_at(set, {65.0, 15.0}).empty());
    CHECK(std::count_if(set.countries().begin(), set.countries().end(), [](const Country& c) { return c.in_region; }) ==
          15);
    CHECK_FALSE(set.disputed_areas().empty());
    CHECK_FALSE(set.lines().empty());
    CHECK_FALSE(set.lakes().empty());
    CHECK_FALSE(set.rivers().empty());
}
