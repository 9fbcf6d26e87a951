#include "app/commands/check.h"

#include "app/commands/unmatched.h"
#include "app/data_folder.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

using namespace app;
namespace fs = std::filesystem;

namespace {

struct Fixture {
    support::ScratchFolder scratch;
    fs::path folder = scratch.path;
    std::ostringstream out;
    std::ostringstream err;
    Options options;

    Fixture() { options.job = Job::Check; }

    void file(const char* name, std::string_view text) {
        std::ofstream{folder / name} << text;
        options.files.push_back(folder / name);
    }
    int check() { return run_check(options, fs::path{CARAVAN_SOURCE_DIR} / "data", out, err); }
    [[nodiscard]] std::string last_line() const {
        const std::string text = out.str();
        const std::size_t before = text.rfind('\n', text.size() - 2);
        return text.substr(before == std::string::npos ? 0 : before + 1);
    }
};

constexpr std::string_view good_event =
    R"({"id":"a","kind":"visit","title":"A visit","date":"2025-05-20",
        "parties":[{"code":"PAK","role":"visitor"},{"code":"BGD","role":"host"}]})";

}  // namespace

TEST_CASE_FIXTURE(Fixture, "good files are counted and give status 0") {
    file("a.json", "[" + std::string{good_event} + "]");
    CHECK(check() == exit_done);
    CHECK(out.str() == "1 event, 0 warnings, 0 errors\n");
    CHECK(err.str().empty());
}

TEST_CASE_FIXTURE(Fixture, "a sea leg from a place without a sea is told") {
    file("ships.json", R"([{"id": "by-land", "kind": "route", "date": "2025", "parties": ["AFG", "PAK"],
          "path": {"mode": "sea", "via": ["AFG:Kabul", "PAK:Karachi"]}},
        {"id": "by-sea", "kind": "route", "date": "2025", "parties": ["BGD", "PAK"],
          "path": {"mode": "sea", "via": ["BGD:Chattogram", "PAK:Karachi"]}}])");
    CHECK(check() == exit_done);
    CHECK(out.str().find("Kabul") != std::string::npos);
    CHECK(out.str().find("/by-land") == std::string::npos);
    CHECK(last_line() == "2 events, 1 warning, 0 errors\n");
}

TEST_CASE_FIXTURE(Fixture, "each problem is a line with its place, and errors give status 1") {
    std::string bad{good_event};
    bad.replace(bad.find("PAK"), 3, "PAX");
    bad.replace(bad.find("\"a\""), 3, "\"b\"");
    file("bad.json", "[" + std::string{good_event} + ",\n" + bad + "]");
    const int status = check();
    CHECK(out.str().find("bad.json:") != std::string::npos);
    CHECK(out.str().find("PAX") != std::string::npos);
    CHECK((status == exit_input_has_errors) == (last_line().find(" 0 errors") == std::string::npos));
}

TEST_CASE_FIXTURE(Fixture, "a missing file is an error and the good one is counted") {
    file("a.json", "[" + std::string{good_event} + "]");
    options.files.push_back(folder / "none.json");
    CHECK(check() == exit_input_has_errors);
    CHECK(out.str().find("none.json") != std::string::npos);
    CHECK(last_line() == "1 event, 0 warnings, 1 error\n");
}

TEST_CASE_FIXTURE(Fixture, "what cannot be shown is counted too") {
    file("a.json", R"([{"id":"u","kind":"visit","title":"Undated",
        "parties":[{"code":"PAK","role":"visitor"},{"code":"BGD","role":"host"}]}])");
    check();
    CHECK(last_line().find(", 1 undated\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "boundaries that cannot be read are an error") {
    options.boundaries = (folder / "none.gpkg").string();
    CHECK(check() == exit_input_has_errors);
    CHECK(last_line() == "0 events, 0 warnings, 1 error\n");
}

TEST_CASE_FIXTURE(Fixture, "a data folder without a gazetteer is an error of the environment") {
    file("a.json", "[" + std::string{good_event} + "]");
    CHECK(run_check(options, folder / "nothing", out, err) == exit_wrong_environment);
    CHECK(out.str().empty());
    CHECK_FALSE(err.str().empty());
}

TEST_CASE_FIXTURE(Fixture, "the data is where places.json lies, and else the places looked into are named") {
    fs::create_directory(folder / "data");
    std::ofstream{folder / "data" / "places.json"} << "{}";
    const std::array both{folder / "none", folder / "data"};
    CHECK(first_data_folder(both) == folder / "data");
    const std::array neither{folder / "none", folder / "nothing"};
    try {
        (void)first_data_folder(neither);
        FAIL("found data where there is none");
    } catch (const std::runtime_error& error) {
        const std::string why = error.what();
        CHECK(why.find((folder / "none").string()) != std::string::npos);
        CHECK(why.find((folder / "nothing").string()) != std::string::npos);
        CHECK(why.find("CARAVAN_DATA") != std::string::npos);
    }
}

TEST_CASE_FIXTURE(Fixture, "countries of the events without a shape are counted and named, and so are shapes of none") {
    file("a.json", R"([{"id":"a","kind":"visit","title":"t","date":"2025-05-20",
        "parties":[{"code":"PAK","role":"visitor"},{"code":"BGD","role":"host"}]},
        {"id":"b","kind":"meeting","title":"t","date":"2025-05-20","parties":["PAK","NPL"],"venue":"LKA"}])");
    const fs::path lands = folder / "lands.geojson";
    std::ofstream{lands} << R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"ISO_A3":"PAK","NAME_EN":"Pakistan"},"geometry":
            {"type":"Polygon","coordinates":[[[66,28],[70,28],[70,32],[66,28]]]}},
        {"type":"Feature","properties":{"ISO_A3":"XQZ","NAME_EN":"Nowhere"},"geometry":
            {"type":"Polygon","coordinates":[[[76,28],[80,28],[80,32],[76,28]]]}}]})";
    options.boundaries = lands.string();
    CHECK(check() == exit_done);
    CHECK(out.str() ==
          lands.string() +
              ": warning: 3 countries of the events have no shape here: BGD (Bangladesh), LKA (Sri Lanka), "
              "NPL (Nepal)\n" +
              lands.string() + ": warning: 1 shape is of no known country: XQZ (Nowhere)\n" +
              "2 events, 2 warnings, 0 errors\n");
}

TEST_CASE("of many codes that find nothing the first five are named") {
    geodata::BoundaryData data;
    for (const char* code : {"QAA", "QBB", "QCC", "QDD", "QEE", "QFF", "QGG"}) {
        geodata::Country country;
        country.code = code;
        data.countries.push_back(std::move(country));
    }
    const geodata::BoundarySet seven{data};
    const auto problems = unmatched_codes(events::EventStore{{}, {}, {}}, seven, geodata::Places{}, "w.gpkg");
    REQUIRE(problems.size() == 1);
    CHECK(geodata::text_from_problem(problems.front()) ==
          "w.gpkg: warning: 7 shapes are of no known country: QAA, QBB, QCC, QDD, QEE and 2 more");
    data.countries.pop_back();
    const auto six = unmatched_codes(events::EventStore{{}, {}, {}}, geodata::BoundarySet{data}, geodata::Places{}, "");
    REQUIRE(six.size() == 1);
    CHECK(six.front().what.ends_with("QEE, QFF"));
}

TEST_CASE("boundaries that have no codes at all are not blamed for each shape") {
    geodata::BoundaryData data;
    data.countries.resize(2);
    data.countries[0].name = data.countries[1].name = "Land";
    CHECK(unmatched_codes(events::EventStore{{}, {}, {}}, geodata::BoundarySet{data}, geodata::Places{}, "").empty());
}

TEST_CASE_FIXTURE(Fixture, "one of a thing is one, and two are two") {
    file("a.json", "[" + std::string{good_event} + "]");
    file("b.json", R"([{"id":"b","kind":"milestone","title":"t","date":"2025","venue":"PAK","colour":1}, 5])");
    CHECK(check() == exit_input_has_errors);
    CHECK(last_line() == "2 events, 1 warning, 1 error\n");
}

TEST_CASE_FIXTURE(Fixture, "a raster is read once, so that one without its pixels is an error") {
    file("a.json", "[" + std::string{good_event} + "]");
    options.raster = std::string{CARAVAN_SOURCE_DIR} + "/tests/fixtures/rasters/grid.asc";
    CHECK(check() == exit_done);
    options.raster = std::string{CARAVAN_SOURCE_DIR} + "/tests/fixtures/rasters/lost.vrt";
    CHECK(check() == exit_input_has_errors);
    CHECK(out.str().find("lost.vrt: error: its pixels cannot be read") != std::string::npos);
    CHECK(last_line() == "1 event, 0 warnings, 1 error\n");
}
