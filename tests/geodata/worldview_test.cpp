#include "geodata/worldview.h"

#include "geodata/gdal/read_boundaries.h"
#include "geodata/outlines.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <cmath>

using namespace geodata;

namespace {

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

LandPiece piece(std::string code, std::string name, Ring ring, std::string area = {},
                std::vector<std::string> holders = {}) {
    LandPiece made;
    made.land.code = std::move(code);
    made.land.name = std::move(name);
    made.land.polygons = {{{std::move(ring)}}};
    made.area = std::move(area);
    made.holders = std::move(holders);
    return made;
}

LinePiece line(LineClass line_class, std::vector<LonLat> points) {
    LinePiece made;
    made.line = {line_class, "line", std::move(points), {}};
    return made;
}

/// From west to east: AAA, its area Left, BBB's area Right, BBB. View 0 gives Left to BBB, view 1 both areas.
BoundaryPieces row_of_four() {
    BoundaryPieces pieces;
    pieces.views = {{"BBB", "Bland", "as Bland draws them"}, {"CCC", "", ""}};
    pieces.land = {
        piece("AAA", "Aland", box(0, 0, 1, 1)), piece("AAA", "Aland", box(1, 0, 2, 1), "Left", {"BBB", "BBB"}),
        piece("BBB", "Bland", box(2, 0, 3, 1), "Right", {"", "BBB"}), piece("BBB", "Bland", box(3, 0, 4, 1))};
    pieces.lines = {line(LineClass::Claim, {{1, 0}, {1, 1}}), line(LineClass::Disputed, {{2, 0}, {2, 1}}),
                    line(LineClass::Indefinite, {{3, 0}, {3, 1}}), line(LineClass::Disputed, {{9, 9}, {9, 10}})};
    return pieces;
}

std::vector<double> longitudes(const std::vector<BoundaryLine>& lines) {
    std::vector<double> found;
    for (const BoundaryLine& l : lines) {
        found.push_back(l.points.front().lon);
    }
    return found;
}

std::vector<double> borders(const BoundarySet& set) {
    std::vector<double> found;
    for (const Outline& outline : outlines(set)) {
        if (outline.neighbour) {
            const Ring& ring = set.countries()[outline.country].polygons[outline.polygon].rings[outline.ring];
            found.push_back(points_along(outline, ring).front().lon);
        }
    }
    return found;
}

std::string holder_at(const BoundarySet& set, LonLat at) {
    const auto id = set.country_at(at);
    return id ? set[*id].code : "sea";
}

std::vector<std::string> names_of(const std::vector<DisputedArea>& areas) {
    std::vector<std::string> names;
    for (const DisputedArea& area : areas) {
        names.push_back(area.name);
    }
    return names;
}

using Names = std::vector<std::string>;
using Numbers = std::vector<double>;

Loaded<std::shared_ptr<const BoundaryPieces>> read(const std::string& name) {
    return gdal::read_boundary_pieces(
        {std::string(CARAVAN_SOURCE_DIR) + "/tests/fixtures/boundaries/" + name, "", "", ""});
}

BoundarySet set_in(const BoundaryPieces& pieces, std::optional<std::size_t> view) {
    return BoundarySet(boundaries_in_view(pieces, view));
}

Places some_places() {
    return Places({}, {{"IND", "IN", "India", {"Bharat"}}, {"PAK", "PK", "Pakistan", {}}, {"NPL", "NP", "Nepal", {}}});
}

}  // namespace

TEST_CASE("the neutral view joins pieces to the country that holds them, and every area is disputed") {
    const BoundarySet set = set_in(row_of_four(), std::nullopt);
    REQUIRE(set.countries().size() == 2);
    CHECK(holder_at(set, {1.5, 0.5}) == "AAA");
    CHECK(holder_at(set, {2.5, 0.5}) == "BBB");
    CHECK(names_of(set.disputed_areas()) == Names{"Left", "Right"});
    CHECK(longitudes(set.lines()) == Numbers{1, 2, 3, 9});
    CHECK(borders(set).empty());  // the only border is a disputed line
}

TEST_CASE("what a view gives to somebody is his, and neither disputed nor an area any more") {
    const BoundarySet set = set_in(row_of_four(), 0);
    CHECK(holder_at(set, {0.5, 0.5}) == "AAA");
    CHECK(holder_at(set, {1.5, 0.5}) == "BBB");
    CHECK(holder_at(set, {2.5, 0.5}) == "BBB");
    CHECK(names_of(set.disputed_areas()) == Names{"Right"});
}

TEST_CASE("a line beside what a view settles gives way to a border, unless another area beside it stays disputed") {
    const BoundarySet some = set_in(row_of_four(), 0);
    CHECK(longitudes(some.lines()) == Numbers{2, 3, 9});
    CHECK(borders(some) == Numbers{1});
    const BoundarySet all = set_in(row_of_four(), 1);
    CHECK(longitudes(all.lines()) == Numbers{9});
    CHECK(borders(all) == Numbers{1});
    CHECK(all.disputed_areas().empty());
}

TEST_CASE("of a long line only the edges go that the view settles") {
    BoundaryPieces pieces;
    pieces.views = {{"BBB", "", ""}};
    pieces.land = {piece("AAA", "", {{0, 0}, {2, 0}, {2, 1}, {2, 2}, {2, 3}, {0, 3}, {0, 0}}),
                   piece("BBB", "", box(2, 1, 3, 2), "Middle", {"BBB"})};
    pieces.lines = {line(LineClass::Disputed, {{2, 0}, {2, 1}, {2, 2}, {2, 3}})};
    const auto lines = boundaries_in_view(pieces, 0).lines;
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].points == std::vector<LonLat>{{2, 0}, {2, 1}});
    CHECK(lines[1].points == std::vector<LonLat>{{2, 2}, {2, 3}});
    CHECK(lines[1].line_class == LineClass::Disputed);
    CHECK(lines[1].name == "line");
}

TEST_CASE("international lines stay in the data whatever lies beside them") {
    BoundaryPieces pieces = row_of_four();
    pieces.lines = {line(LineClass::International, {{1, 0}, {1, 1}})};
    CHECK(boundaries_in_view(pieces, 1).lines.size() == 1);
}

TEST_CASE("a country takes its name and label from its undisputed piece, wherever that stands in the file") {
    BoundaryPieces pieces;
    pieces.land = {piece("AAA", "Area", box(1, 0, 2, 1), "Area"), piece("AAA", "Aland", box(0, 0, 1, 1))};
    pieces.land[1].land.label_at = {0.25, 0.75};
    pieces.land[1].land.in_region = true;
    const auto countries = boundaries_in_view(pieces, std::nullopt).countries;
    REQUIRE(countries.size() == 1);
    CHECK(countries[0].name == "Aland");
    CHECK(countries[0].label_at == LonLat{0.25, 0.75});
    CHECK(countries[0].in_region);
    CHECK(countries[0].polygons.size() == 2);
}

TEST_CASE("an area of nobody stands by itself until a view gives it to somebody") {
    BoundaryPieces pieces;
    pieces.views = {{"AAA", "", ""}};
    pieces.land = {piece("", "Glacier", box(1, 0, 2, 1), "Glacier", {"AAA"}), piece("AAA", "Aland", box(0, 0, 1, 1))};
    CHECK(holder_at(set_in(pieces, std::nullopt), {1.5, 0.5}).empty());
    CHECK(holder_at(set_in(pieces, 0), {1.5, 0.5}) == "AAA");
    CHECK(set_in(pieces, 0).countries().size() == 1);
}

TEST_CASE("a view may give land to a country that has none otherwise") {
    BoundaryPieces pieces = row_of_four();
    pieces.land[3].holders = {"NPL"};
    const auto countries = boundaries_in_view(pieces, 0).countries;
    const auto nepal =
        std::find_if(countries.begin(), countries.end(), [](const Country& c) { return c.code == "NPL"; });
    REQUIRE(nepal != countries.end());
    CHECK(nepal->in_region);
}

TEST_CASE("a view beyond those that pieces and lines speak of changes nothing") {
    BoundaryPieces pieces = row_of_four();
    pieces.views.resize(3);
    CHECK(names_of(boundaries_in_view(pieces, 2).disputed_areas) == Names{"Left", "Right"});
    CHECK(boundaries_in_view(pieces, 2).lines.size() == 4);
}

TEST_CASE("a line may have a class of its own in a view, or be left out") {
    BoundaryPieces pieces = row_of_four();
    pieces.lines[0].in_view = {LineInView{true, LineClass::Disputed}, LineInView{false, LineClass::International}};
    pieces.lines[3].drawn = false;
    pieces.lines[3].in_view = {LineInView{true, LineClass::International}};
    const auto neutral = boundaries_in_view(pieces, std::nullopt).lines;
    CHECK(longitudes(neutral) == Numbers{1, 2, 3});
    const auto first = boundaries_in_view(pieces, 0).lines;
    CHECK(longitudes(first) == Numbers{1, 2, 3, 9});  // told lines do not follow the land
    CHECK(first[0].line_class == LineClass::Disputed);
    CHECK(first[3].line_class == LineClass::International);
    CHECK(boundaries_in_view(pieces, 1).lines.empty());
}

TEST_CASE("Natural Earth's classes of lines are ours, whether verified or not") {
    const auto class_of = [](std::string_view text) {
        const auto found = line_from_feature_class(text);
        return found && found->drawn ? std::optional(found->line_class) : std::nullopt;
    };
    CHECK(class_of("International boundary (verify)") == LineClass::International);
    CHECK(class_of("Disputed (please verify)") == LineClass::Disputed);
    CHECK(class_of("Line of control (please verify)") == LineClass::Disputed);
    CHECK(class_of("Breakaway") == LineClass::Disputed);
    CHECK(class_of("Indefinite (please verify)") == LineClass::Indefinite);
    CHECK(class_of("Indeterminant frontier") == LineClass::Indefinite);
    CHECK(class_of("Elusive frontier") == LineClass::Indefinite);
    CHECK(class_of("Claim boundary") == LineClass::Claim);
    for (const char* not_drawn : {"Unrecognized", "Lease limit", "Overlay limit"}) {
        CAPTURE(not_drawn);
        REQUIRE(line_from_feature_class(not_drawn));
        CHECK_FALSE(line_from_feature_class(not_drawn)->drawn);
    }
    CHECK_FALSE(line_from_feature_class("Wavy"));
    CHECK_FALSE(line_from_feature_class(""));
}

TEST_CASE("views get the alpha-3 code and the name of their state, and keep what the dataset says") {
    std::vector<Worldview> views{{"IN", "", ""}, {"PAK", "Islamabad", "as told"}, {"QQ", "", ""}};
    name_views(views, some_places());
    CHECK(views[0] == Worldview{"IND", "India", "Boundaries: as drawn for India"});
    CHECK(views[1] == Worldview{"PAK", "Islamabad", "as told"});
    CHECK(views[2] == Worldview{"QQ", "QQ", "Boundaries: as drawn for QQ"});
}

TEST_CASE("a view is found by either code and by the names of its state, in either case") {
    const std::vector<Worldview> views{{"IND", "India", ""}, {"PAK", "Pakistan", ""}, {"QQ", "Other", ""}};
    const Places places = some_places();
    for (const char* text : {"PAK", "pak", "PK", "pk", "Pakistan", "pakistan"}) {
        CAPTURE(text);
        CHECK(find_view(views, text, places) == 1);
    }
    CHECK(find_view(views, "Bharat", places) == 0);
    CHECK(find_view(views, "other", places) == 2);
    CHECK_FALSE(find_view(views, "Nepal", places));
    CHECK_FALSE(find_view(views, "", places));
    CHECK_FALSE(find_view({}, "IND", places));
}

TEST_CASE("a table of worldviews comes with its areas, and rows that name nothing known are a warning") {
    const auto loaded = read("pieces.vrt");
    REQUIRE(loaded.value != nullptr);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].severity == Severity::Warning);
    CHECK(loaded.problems[0].what ==
          "1 feature of worldviews without a view, a code, or an area or country that there is; left out");
    const BoundaryPieces& pieces = *loaded.value;
    CHECK(pieces.views == std::vector<Worldview>{{"IND", "India", "Boundaries: as India draws them"},
                                                 {"PAK", "Pakistan", "Boundaries: as Pakistan draws them"}});
    struct Expected {
        std::optional<std::size_t> view;
        std::string valley, nepal;
        std::size_t disputed;
        std::vector<std::string> lines;
        std::uint32_t border_edges;
    };
    const std::array<Expected, 3> table{{{std::nullopt, "IND", "NPL", 1, {"south", "front", "rim"}, 1},
                                         {0, "IND", "NPL", 0, {"south", "front"}, 2},
                                         {1, "PAK", "IND", 0, {"south", "front"}, 4}}};
    for (const Expected& expected : table) {
        CAPTURE(expected.valley);
        const BoundarySet set = set_in(pieces, expected.view);
        CHECK(holder_at(set, {72.5, 32.0}) == expected.valley);
        CHECK(holder_at(set, {81.0, 31.0}) == expected.nepal);
        CHECK(holder_at(set, {71.0, 32.0}) == "PAK");
        CHECK(holder_at(set, {74.0, 32.0}) == "IND");
        CHECK(set.disputed_areas().size() == expected.disputed);
        std::vector<std::string> lines;
        for (const BoundaryLine& l : set.lines()) {
            lines.push_back(l.name);
        }
        CHECK(lines == expected.lines);
        std::uint32_t border_edges = 0;
        for (const Outline& outline : outlines(set)) {
            border_edges += outline.neighbour ? outline.edges : 0;
        }
        CHECK(border_edges == expected.border_edges);
    }
}

TEST_CASE("Natural Earth's fields bring their own views, of land and of lines") {
    const auto loaded = read("natural_earth.vrt");
    REQUIRE(loaded.value != nullptr);
    const BoundaryPieces& pieces = *loaded.value;
    REQUIRE(pieces.views.size() == 2);  // a field of nothing but -99 is none, nor are three letters
    CHECK(pieces.views[0].id == "IN");
    CHECK(pieces.views[1].id == "PK");
    const auto at = [&](std::optional<std::size_t> view) { return holder_at(set_in(pieces, view), {72.5, 32.0}); };
    CHECK(at(std::nullopt) == "KAS");
    CHECK(at(0) == "IND");
    CHECK(at(1) == "PAK");
    CHECK(holder_at(set_in(pieces, 0), {27.0, 7.0}) == "SSD");  // the file's own code there is SDS
    CHECK(holder_at(set_in(pieces, 1), {27.0, 7.0}) == "SSD");
    CHECK(set_in(pieces, 0).countries().size() == 3);

    const auto lines = [&](std::optional<std::size_t> view) {
        std::vector<std::pair<std::string, LineClass>> found;
        for (const BoundaryLine& l : boundaries_in_view(pieces, view).lines) {
            found.emplace_back(l.name, l.line_class);
        }
        return found;
    };
    using Lines = std::vector<std::pair<std::string, LineClass>>;
    CHECK(lines(std::nullopt) ==
          Lines{{"agreed", LineClass::International}, {"west", LineClass::Disputed}, {"east", LineClass::Indefinite}});
    CHECK(lines(0) == Lines{{"agreed", LineClass::International}, {"west", LineClass::International}});
    CHECK(lines(1) == Lines{{"agreed", LineClass::International},
                            {"east", LineClass::Indefinite},
                            {"lease", LineClass::International}});
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].what ==
          "1 feature of ne_10m_admin_0_boundary_lines_land: FEATURECLA or FCLASS is none of Natural Earth's classes; "
          "drawn as international");
    CHECK(loaded.problems[0].pointer == "Wavy");
}

TEST_CASE("a dataset without views offers none") {
    const auto loaded = read("neighbours.geojson");
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.value->views.empty());
}

namespace {

struct Claim {
    const char* where;
    LonLat at;
    const char* neutral;
    std::array<const char*, 7> holders;  ///< in the order of `views` below
};
constexpr std::array views{"BTN", "CHN", "IND", "NPL", "PAK", "RUS", "UKR"};
// Who has a place in whose eyes. Written from what the states say, not from the data.
constexpr std::array claims{
    Claim{"Srinagar", {74.80, 34.09}, "IND", {"IND", "IND", "IND", "IND", "PAK", "IND", "IND"}},
    Claim{"Leh", {77.58, 34.16}, "IND", {"IND", "IND", "IND", "IND", "PAK", "IND", "IND"}},
    Claim{"Gilgit", {74.31, 35.92}, "PAK", {"PAK", "PAK", "IND", "PAK", "PAK", "PAK", "PAK"}},
    Claim{"Muzaffarabad", {73.47, 34.37}, "PAK", {"PAK", "PAK", "IND", "PAK", "PAK", "PAK", "PAK"}},
    Claim{"Siachen", {77.1, 35.45}, "", {"", "", "IND", "", "PAK", "", ""}},
    Claim{"Aksai Chin", {79.5, 35.2}, "CHN", {"CHN", "CHN", "IND", "CHN", "CHN", "CHN", "CHN"}},
    Claim{"Shaksgam", {76.6, 36.15}, "CHN", {"CHN", "CHN", "IND", "CHN", "CHN", "CHN", "CHN"}},
    Claim{"Demchok", {79.35, 32.8}, "IND", {"IND", "CHN", "IND", "IND", "PAK", "IND", "IND"}},
    Claim{"Tawang", {91.87, 27.59}, "IND", {"IND", "CHN", "IND", "IND", "IND", "IND", "IND"}},
    Claim{"Barahoti", {80.05, 30.75}, "IND", {"IND", "CHN", "IND", "IND", "IND", "IND", "IND"}},
    Claim{"Kalapani", {80.95, 30.235}, "IND", {"IND", "IND", "IND", "NPL", "IND", "IND", "IND"}},
    Claim{"Doklam", {89.02, 27.57}, "BTN", {"BTN", "CHN", "BTN", "BTN", "BTN", "BTN", "BTN"}},
    Claim{"northern Bhutan", {90.1, 28.22}, "BTN", {"BTN", "CHN", "BTN", "BTN", "BTN", "BTN", "BTN"}},
    Claim{"Taipei", {121.51, 25.05}, "TWN", {"TWN", "CHN", "TWN", "TWN", "TWN", "TWN", "TWN"}},
    Claim{"Simferopol", {34.1, 44.95}, "RUS", {"RUS", "RUS", "RUS", "RUS", "RUS", "RUS", "UKR"}},
    Claim{"Donetsk", {37.8, 48.0}, "UKR", {"UKR", "UKR", "UKR", "UKR", "UKR", "RUS", "UKR"}},
    Claim{"Lahore", {74.34, 31.55}, "PAK", {"PAK", "PAK", "PAK", "PAK", "PAK", "PAK", "PAK"}},
    Claim{"Jaisalmer", {70.91, 26.92}, "IND", {"IND", "IND", "IND", "IND", "IND", "IND", "IND"}},
};

bool runs_near(const BoundarySet& set, LonLat at, double reach_deg) {
    return std::any_of(set.lines().begin(), set.lines().end(), [&](const BoundaryLine& l) {
        return l.line_class != LineClass::International && std::any_of(l.points.begin(), l.points.end(), [&](LonLat p) {
                   return std::abs(p.lon - at.lon) < reach_deg && std::abs(p.lat - at.lat) < reach_deg;
               });
    });
}

}  // namespace

TEST_CASE("in each bundled view every contested place is held by whom that state says") {
    const auto loaded =
        gdal::read_boundary_pieces({std::string(CARAVAN_SOURCE_DIR) + "/data/boundaries/boundaries.gpkg", "", "", ""});
    REQUIRE(loaded.value != nullptr);
    CHECK(loaded.problems.empty());
    const BoundaryPieces& pieces = *loaded.value;
    REQUIRE(pieces.views.size() == views.size());
    const BoundarySet neutral = set_in(pieces, std::nullopt);
    for (const Claim& claim : claims) {
        CAPTURE(claim.where);
        CHECK(holder_at(neutral, claim.at) == claim.neutral);
    }
    CHECK(neutral.disputed_areas().size() == 21);
    constexpr LonLat line_of_control{74.1, 34.5};
    constexpr LonLat zoji_la{75.5, 34.6};
    constexpr LonLat mcmahon_line{93.5, 28.5};
    CHECK(runs_near(neutral, line_of_control, 0.3));
    CHECK(runs_near(neutral, mcmahon_line, 0.5));
    for (std::size_t view = 0; view < views.size(); ++view) {
        CAPTURE(views[view]);
        CHECK(pieces.views[view].id == views[view]);
        CHECK(pieces.views[view].statement.find(pieces.views[view].name) != std::string::npos);
        const BoundarySet set = set_in(pieces, view);
        for (const Claim& claim : claims) {
            CAPTURE(claim.where);
            CHECK(holder_at(set, claim.at) == claim.holders[view]);
        }
        const std::string id = views[view];
        CHECK(runs_near(set, line_of_control, 0.3) == (id != "IND" && id != "PAK"));
        CHECK(runs_near(set, mcmahon_line, 0.5) == (id != "IND" && id != "CHN"));
        CHECK_FALSE(runs_near(set, zoji_la, 0.05));
        CHECK(set.disputed_areas().size() < 21);
        // What a country had by itself it has in every view.
        for (const char* code : {"AFG", "BGD", "BTN", "CHN", "IND", "NPL", "PAK", "RUS", "UKR"}) {
            const auto before = neutral.find(code);
            const auto after = set.find(code);
            REQUIRE(before);
            REQUIRE(after);
            CHECK(set[*after].label_at == neutral[*before].label_at);
            CHECK(set[*after].name == neutral[*before].name);
        }
    }
}
