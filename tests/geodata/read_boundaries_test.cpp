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

// As the bundled gazetteer does, for three countries.
std::string code_from_name(std::string_view name) {
    return name == "Pakistan" ? "PAK" : name == "Viet Nam" || name == "viet nam" ? "VNM" : name == "India" ? "IND" : "";
}

LoadedSet read(const std::string& text) {
    return read_boundaries(boundary_source_from_text(fixture(text)), code_from_name);
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

TEST_CASE("a file that has latitude first comes out with longitude first, and nothing is left beside it") {
    const auto folder = std::filesystem::temp_directory_path() / "caravan_latitude_first";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(fixture("latitude_first.gml"), folder / "nations.gml",
                               std::filesystem::copy_options::overwrite_existing);
    const LoadedSet loaded = read_boundaries({(folder / "nations.gml").string(), "", "", ""});
    const auto files = std::distance(std::filesystem::directory_iterator(folder), {});
    std::filesystem::remove_all(folder);
    CAPTURE(all_problems(loaded));
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->countries().at(0).bounds.west == 60.0);
    CHECK(loaded.value->countries().at(0).bounds.south == 25.0);
    CHECK(code_at(*loaded.value, {68, 26}) == "PAK");
    CHECK(files == 1);
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

TEST_CASE("every format gives the same two countries") {
    for (const char* name :
         {"zipped.zip", "no_prj.shp", "nations.fgb", "folder,layer=nations", "two_shapes.zip,layer=admin_0"}) {
        CAPTURE(name);
        const auto set = read_clean(name);
        REQUIRE(set->countries().size() == 2);
        CHECK((*set)[*set->find("PAK")].name == "Pakistan");
        CHECK(code_at(*set, {70, 30}) == "PAK");
        CHECK(code_at(*set, {80, 20}) == "IND");
        CHECK(code_at(*set, {60.001, 24.001}) == "PAK");
    }
}

TEST_CASE("a layer of KML has names and no codes") {
    const auto set = read_clean("names.kml");
    CHECK(code_at(*set, {70, 30}) == "PAK");
    CHECK(code_at(*set, {105, 15}) == "VNM");
}

TEST_CASE("TopoJSON's rings that jump over the antimeridian are cut, and its numbers are codes") {
    const LoadedSet loaded = read("world.topojson");
    REQUIRE(loaded.value != nullptr);
    const BoundarySet* set = loaded.value.get();
    CHECK(set->countries().size() == 5);
    CHECK(code_at(*set, {80, 30}) == "IND");
    CHECK(code_at(*set, {63, 39}) == "AFG");
    CHECK(code_at(*set, {179, -18}) == "FJI");
    CHECK(code_at(*set, {-179, -18}) == "FJI");
    CHECK(code_at(*set, {0, -18}).empty());
    CHECK(set->find("Kosovo").has_value());  // without an id, and not in this gazetteer
}

TEST_CASE("texts in old encodings come out in UTF-8") {
    CHECK(read_clean("cp1251.shp")->countries()[0].name == "Казахстан");
    CHECK(read_clean("ansi.shp")->countries()[0].name == "Côte d’Ivoire");
    CHECK(read_clean("no_encoding.shp")->countries()[0].name == "Côte d’Ivoire");
}

TEST_CASE("of several files the one that looks like countries is taken, and the others are named") {
    const LoadedSet folder = read("folder");
    REQUIRE(folder.value != nullptr);
    CHECK(folder.value->find("IND").has_value());
    REQUIRE(folder.problems.size() == 1);
    CHECK(folder.problems[0].what == "took nations; there are also ground, and ,layer=NAME takes another");
    CHECK(folder.problems[0].file == fixture("folder"));
    const LoadedSet zip = read("two_shapes.zip");
    REQUIRE(zip.value != nullptr);
    CHECK(has_problem(zip, Severity::Warning, "took admin_0; there are also land, and"));
    CHECK(read("folder,layer=provinces").value->countries().size() == 1);
}

TEST_CASE("archives without shapes say so") {
    check_fails("nothing.zip", "no file in it looks like shapes");
    check_fails("nowhere.zip", "no file in it looks like shapes, or it is no archive");
    check_fails("two_shapes.zip,layer=lakes", "there is no layer 'lakes'; it has admin_0, land");
}

TEST_CASE("rings of any orientation, heights and projected coordinates come out alike") {
    const auto clockwise = read_clean("clockwise.geojson");
    CHECK(code_at(*clockwise, {61, 30}) == "PAK");
    CHECK(code_at(*clockwise, {66, 30}).empty());
    CHECK(signed_area_deg2((*clockwise)[*clockwise->find("PAK")].polygons[0].rings[0]) > 0.0);
    CHECK(code_at(*read_clean("heights.geojson"), {70, 30}) == "PAK");
    const LonLatBox utm = read_clean("utm.geojson")->countries().at(0).bounds;
    CHECK(utm.west == doctest::Approx(67.97).epsilon(0.001));
    CHECK(utm.south == doctest::Approx(27.12).epsilon(0.001));
}

TEST_CASE("metres across the antimeridian are cut there") {
    const auto fiji = read_clean("pacific_metres.geojson");
    CHECK(code_at(*fiji, {179, -17.5}) == "FJI");
    CHECK(code_at(*fiji, {-179, -17.5}) == "FJI");
    CHECK(code_at(*fiji, {0, -17.5}).empty());
}

TEST_CASE("features with a null or an empty shape are left out") {
    const LoadedSet loaded = read("no_shape.geojson");
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->countries().size() == 1);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(has_problem(loaded, Severity::Warning, "2 features without a shape, left out; the first is"));
    CHECK(loaded.problems[0].pointer == "Nepal");
}

TEST_CASE("a country that is there twice, or with parts that overlap, has no holes") {
    const LoadedSet loaded = read("twice.geojson");
    REQUIRE(loaded.value != nullptr);
    const BoundarySet& set = *loaded.value;
    CHECK(set.countries().size() == 2);
    CHECK(code_at(set, {70, 30}) == "PAK");
    CHECK(code_at(set, {85, 15}) == "IND");
    CHECK(code_at(set, {93, 15}) == "IND");
    CHECK(code_at(set, {91, 21}) == "IND");
    CHECK(loaded.problems.size() == 1);
    CHECK(
        has_problem(loaded, Severity::Warning, "the parts of 2 countries (India, Pakistan) lie on each other, united"));
}

TEST_CASE("units of GADM become countries, its disputed ones by the country they are filed under") {
    const auto set = read_clean("gadm.geojson");
    REQUIRE(set->countries().size() == 2);
    CHECK((*set)[*set->find("PAK")].name == "Pakistan");
    CHECK((*set)[*set->find("PAK")].polygons.size() == 2);
    CHECK(code_at(*set, {76, 32}) == "IND");
    const auto older = read_clean("gadm_3.geojson");
    CHECK(older->find("XKX").has_value());
    CHECK(older->find("MMR").has_value());
}

TEST_CASE("the fields of geoBoundaries, geo-countries and Natural Earth need no mapping") {
    const auto units = read_clean("geoboundaries.geojson");
    CHECK(units->countries().size() == 2);
    CHECK(units->find("PAK").has_value());
    CHECK(units->find("NPL").has_value());
    const auto plain = read_clean("geo_countries.geojson");
    CHECK(plain->find("PAK").has_value());
    CHECK(plain->find("FRA").has_value());
    const auto earth = read_clean("natural_earth.geojson");
    for (const char* code : {"FRA", "NOR", "XKX", "SSD", "PSE", "ESH", "CYN", "TWN"}) {
        CAPTURE(code);
        CHECK(earth->find(code).has_value());
    }
    const auto two_letters = read_clean("alpha_2.geojson");
    CHECK(two_letters->find("PAK").has_value());
    CHECK(two_letters->find("GBR").has_value());
}

TEST_CASE("names tell a country where no code does, and what is left is named in one problem") {
    const LoadedSet loaded = read("names_only.geojson");
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->find("PAK").has_value());
    CHECK(loaded.value->find("VNM").has_value());
    const auto atlantis = loaded.value->find("Atlantis");
    REQUIRE(atlantis.has_value());
    CHECK((*loaded.value)[*atlantis].polygons.size() == 2);
    CHECK(has_problem(loaded, Severity::Warning,
                      "6 features (Atlantis, Lemuria, Hyperborea, Thule, ...) of layer names_only could not be matched "
                      "with a country; name the field with ,code=FIELD (it has country)"));
    const LoadedSet counted = read("counted.geojson");
    REQUIRE(counted.value != nullptr);
    CHECK(code_at(*counted.value, {61, 31}) == "PAK");
    CHECK_FALSE(counted.value->find("AFG").has_value());  // the fourth feature is not number 4
}

TEST_CASE("without a gazetteer names are the codes") {
    const LoadedSet loaded = read_boundaries({fixture("names.kml"), "", "", ""});
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->find("Viet Nam").has_value());
    CHECK(has_problem(loaded, Severity::Warning, "no country codes were found in layer names"));
}

TEST_CASE("the gazetteer tells a code from a name") {
    const Places places({}, {{"VNM", "VN", "Vietnam", {"Viet Nam"}}});
    const auto code = geodata::gdal::code_from_name_in(places);
    CHECK(code("viet nam") == "VNM");
    CHECK(code("Lemuria").empty());
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
