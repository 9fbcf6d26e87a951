#include "app/options.h"

#include "events/edtf.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace app;

namespace {

std::variant<Options, ExitNow> parsed(std::vector<const char*> words) {
    words.insert(words.begin(), "caravan");
    return parse_options(static_cast<int>(words.size()), words.data(), events::days_from_civil({2026, 11, 25}));
}

Options good(const std::vector<const char*>& words) {
    auto result = parsed(words);
    if (const auto* exit = std::get_if<ExitNow>(&result)) {
        FAIL("refused: ", exit->err, exit->out);
    }
    return std::get<Options>(result);
}

std::string refused(const std::vector<const char*>& words) {
    const auto result = parsed(words);
    const auto* exit = std::get_if<ExitNow>(&result);
    REQUIRE(exit != nullptr);
    CHECK(exit->status == exit_wrong_command_line);
    CHECK(exit->out.empty());
    CHECK(std::count(exit->err.begin(), exit->err.end(), '\n') == 1);
    CHECK(exit->err.starts_with("caravan: "));
    return exit->err;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no arguments open the window with the bundled events") {
    const Options options = good({});
    CHECK(options.job == Job::Window);
    CHECK(options.files.empty());
    CHECK(options.width_px == 1920);
    CHECK(options.height_px == 1080);
    CHECK(options.theme == &render::dark_theme());
    CHECK(options.labels == app::LabelMode::English);
    CHECK_FALSE(options.at_day);
    CHECK_FALSE(options.mode);
}

TEST_CASE("common options stand before or after the command") {
    for (const auto& words :
         {std::vector<const char*>{"--theme", "light", "--size=640x480", "render", "a.json", "-o", "x.png"},
          std::vector<const char*>{"render", "a.json", "--theme", "light", "-o", "x.png", "--size", "640x480"},
          std::vector<const char*>{"render", "-o", "x.png", "--theme=light", "--size", "640x480", "a.json"}}) {
        const Options options = good(words);
        CHECK(options.job == Job::Render);
        REQUIRE(options.files.size() == 1);
        CHECK(options.files[0] == "a.json");
        CHECK(options.output == "x.png");
        CHECK(options.theme == &render::light_theme());
        CHECK(options.width_px == 640);
        CHECK(options.height_px == 480);
    }
}

TEST_CASE("files keep their order around options") {
    const Options options = good({"check", "b.json", "--boundaries", "w.gpkg,layer=x", "a.json", "--", "--odd.json"});
    CHECK(options.job == Job::Check);
    CHECK(options.files == std::vector<std::filesystem::path>{"b.json", "a.json", "--odd.json"});
    CHECK(options.boundaries == "w.gpkg,layer=x");
}

TEST_CASE("a dash alone is standard input") {
    CHECK(good({"check", "a.json", "-"}).files == std::vector<std::filesystem::path>{"a.json", "/dev/stdin"});
    CHECK(good({"-"}).files == std::vector<std::filesystem::path>{"/dev/stdin"});
}

TEST_CASE("a month shows all of itself: the playhead stands at its last midday") {
    CHECK(good({"--at", "2025-05"}).at_day == events::days_from_civil({2025, 5, 31}) + 0.5);
    CHECK(good({"--at", "2025-05-20"}).at_day == events::days_from_civil({2025, 5, 20}) + 0.5);
    CHECK(good({"--at", "2024"}).at_day == events::days_from_civil({2024, 12, 31}) + 0.5);
    CHECK(good({"--at", "0001"}).at_day == events::days_from_civil({1, 12, 31}) + 0.5);
    CHECK(has(refused({"--at", "-0043"}), "years run from 0001 to 9999"));
    CHECK(good({"--at", "late may 2025"}).at_day == events::days_from_civil({2025, 5, 31}) + 0.5);
    CHECK(good({"--at", "yesterday"}).at_day == events::days_from_civil({2026, 11, 24}) + 0.5);
    CHECK(good({"--at", "-2 weeks"}).at_day == events::days_from_civil({2026, 11, 11}) + 0.5);
    CHECK(good({"--window", "last year/q1 2026"}).window == good({"--window", "2025/2026-03"}).window);
}

TEST_CASE("a date with a time is that moment") {
    CHECK(good({"--at", "2025-05-20T18:00Z"}).at_day.value_or(0.0) ==
          doctest::Approx(events::days_from_civil({2025, 5, 20}) + 0.75).epsilon(1e-12));
}

TEST_CASE("a window runs from the start of one date to the end of the other") {
    const Options options = good({"--window", "2024-01/2025-06"});
    REQUIRE(options.window);
    CHECK(options.window->first_day == events::days_from_civil({2024, 1, 1}));
    CHECK(options.window->playhead == events::days_from_civil({2025, 6, 30}) + 0.5);
    CHECK_FALSE(options.mode);
    CHECK(good({"--window", "../2024"}).window->first_day == -std::numeric_limits<double>::infinity());
    CHECK(good({"--window", "2024/.."}).window->playhead == std::numeric_limits<double>::infinity());
    CHECK(good({"--window", "2024/2024", "--mode", "so-far"}).mode == WindowMode::SoFar);
}

TEST_CASE("lists are cut at commas") {
    const Options options =
        good({"--focus", "PAK,BGD", "--kinds", "visit, agreement", "--fit", "NPL", "--select", "IND,LKA"});
    CHECK(options.focus == std::vector<std::string>{"PAK", "BGD"});
    CHECK(options.kinds == std::vector<std::string>{"visit", "agreement"});
    CHECK(options.fit == std::vector<std::string>{"NPL"});
    CHECK(options.select == std::vector<std::string>{"IND", "LKA"});
    CHECK(has(refused({"--focus", "PAK,,BGD"}), "--focus"));
}

TEST_CASE("bench knows how many events to make") {
    const Options options = good({"bench", "--events", "50000", "--in-window", "2.5", "--json"});
    CHECK(options.job == Job::Bench);
    CHECK(options.bench_events == 50000);
    CHECK(options.bench_in_window == doctest::Approx(2.5));
    CHECK(options.json);
    CHECK(has(refused({"bench", "--events", "many"}), "'many'"));
    CHECK(has(refused({"bench", "--events", "-1"}), "--events"));
    CHECK(has(refused({"bench", "--events", "1e9"}), "1e9"));
    CHECK(has(refused({"bench", "a.json", "--events", "5"}), "not both"));
}

TEST_CASE("a misspelt option is told the right spelling") {
    CHECK(has(refused({"--thme", "light"}), "there is no option --thme; did you mean --theme?"));
    CHECK(has(refused({"--thme=light"}), "there is no option --thme; did you mean --theme?"));
    CHECK(has(refused({"render", "a.json", "-o", "x.png", "--focsu", "PAK"}), "did you mean --focus?"));
    CHECK(has(refused({"--verison"}), "did you mean --version?"));
    CHECK(has(refused({"--quite-another"}), "there is no option --quite-another; see caravan --help"));
    CHECK(has(refused({"-x"}), "there is no option -x"));
}

TEST_CASE("a misspelt command is told the right spelling") {
    CHECK(has(refused({"chek", "a.json"}), "there is no command and no file 'chek'; did you mean check?"));
    CHECK(good({"no-such-file.json"}).files.size() == 1);
}

TEST_CASE("a bad value is told what is good") {
    CHECK(has(refused({"--theme", "drak"}),
              "--theme: 'drak' is none of dark, light, print, contrast; did you mean dark?"));
    CHECK(has(refused({"--mode", "sofar"}), "did you mean so-far?"));
    CHECK(has(refused({"--known", "nwo"}), "--known: 'nwo' is none of then, now; did you mean now?"));
    for (const char* size :
         {"0x10", "10x0", "16385x1", "1x16385", "10", "x", "10x", "axb", "10x10x10", "-5x5", "9999999999x1"}) {
        CHECK(has(refused({"--size", size}), "--size"));
    }
    CHECK(good({"--size", "16384X1"}).width_px == 16384);
    for (const char* scale : {"0.4", "4.1", "nan", "big", "1.5x", " 1"}) {
        CAPTURE(scale);
        CHECK(has(refused({"--ui-scale", scale}), "a number from 0.5 to 4"));
    }
    CHECK(has(refused({"--at", ""}), "--at needs a value"));
    CHECK(has(refused({"render", "a.json", "-o", ""}), "--output needs a value"));
    CHECK(has(refused({"--at", "2025-13"}), "--at: '2025-13' is no date"));
    CHECK(has(refused({"--at", "mya 2025"}), "there is no word 'mya' for dates; did you mean may?\n"));
    CHECK(has(refused({"--window", "2024"}), "--window"));
    CHECK(has(refused({"--window", "2025/2024"}), "is over before"));
    CHECK(has(refused({"--window", "2025/soon"}), "--window: 'soon' is no date"));
    CHECK(has(refused({"--at", "2024", "--window", "2023/2025"}), "both"));
    for (const char* stretch : {"2024/2025", "2024/..", "../2024", "2024-04-01/2024-04-03"}) {
        CHECK(has(refused({"--at", stretch}), "is a stretch of time where one date is wanted"));
    }
    for (const char* dates : {"2024/2025/2026", "2024//2025", "/2024/2025", "../2024/2025", "2024/2025/"}) {
        CAPTURE(dates);
        CHECK(has(refused({"--window", dates}), "is not two dates with a slash between them"));
    }
    CHECK(has(refused({"check", ""}), "a file has an empty name"));
    CHECK(has(refused({"render", "", "-o", "x.png"}), "a file has an empty name"));
    CHECK(has(refused({"--theme"}), "--theme needs a value"));
    CHECK(good({"--labels", "local"}).labels == app::LabelMode::Local);
    CHECK(good({"--labels=both"}).labels == app::LabelMode::Both);
    CHECK(good({"--labels", "none"}).labels == app::LabelMode::None);
    CHECK(
        has(refused({"--labels", "lokal"}), "--labels: 'lokal' is none of en, local, both, none; did you mean local?"));
    CHECK(has(refused({"--labels"}), "--labels needs a value"));
    CHECK(good({}).bundles == app::BundleMode::Auto);
    CHECK(good({"--bundles", "on"}).bundles == app::BundleMode::On);
    CHECK(good({"--bundles=off"}).bundles == app::BundleMode::Off);
    CHECK(has(refused({"--bundles", "of"}), "--bundles: 'of' is none of auto, on, off; did you mean"));
    CHECK(has(refused({"--bundles"}), "--bundles needs a value"));
    CHECK(good({"--bundle-width", "USD"}).bundle_width == "USD");
    CHECK(has(refused({"--bundle-width"}), "--bundle-width needs a value"));
    CHECK_FALSE(good({}).ranking);
    CHECK(good({"--ranking", "pairs"}).ranking == app::Ranked::Pairs);
    CHECK(has(refused({"--ranking", "pair"}), "--ranking: 'pair' is none of pairs, countries, kinds"));
    CHECK(good({"--rank-by", "partners"}).rank_by == "partners");
    CHECK(good({"--shade"}).shades);
    CHECK(good({"--event", "fact-1"}).event == "fact-1");
}

TEST_CASE("each command asks for what it cannot do without") {
    CHECK(has(refused({"render", "a.json"}), "render needs -o OUT.png"));
    CHECK(has(refused({"render", "a.json", "-o", "x.jpg"}), "does not end in .png"));
    CHECK(has(refused({"check"}), "check needs at least one FILE"));
    CHECK(good({"check", "--boundaries", "w.gpkg"}).files.empty());
    CHECK(good({"check", "--raster", "relief.tif"}).raster == "relief.tif");
    CHECK(good({"check", "--lines", "p.gpkg,layer=states"}).lines == "p.gpkg,layer=states");
    CHECK(has(refused({"a.json", "-o", "x.png"}), "--output is for render alone"));
    CHECK(has(refused({"--clock", "1"}), "--clock is for render alone"));
    CHECK(good({"render", "a.json", "-o", "x.png", "--clock", "1.5"}).clock_s == 1.5);
    CHECK(
        has(refused({"render", "a.json", "-o", "x.png", "--clock", "-1"}), "--clock: '-1' is not a number from 0 to"));
    CHECK(has(refused({"--json"}), "--json is for bench alone"));
    CHECK(has(refused({"check", "a.json", "--control", "/tmp/x"}), "--control is for the window alone"));
}

TEST_CASE("a theme is one of the program's, or a file") {
    CHECK(good({"--theme", "print"}).theme == &render::light_theme());
    CHECK(good({"--theme", "print"}).theme_file.empty());
    CHECK(good({"--theme", "house.json"}).theme_file == "house.json");
    CHECK(good({"--theme", "themes/house"}).theme_file == "themes/house");
    CHECK(good({"--theme", CARAVAN_SOURCE_DIR}).theme_file == CARAVAN_SOURCE_DIR);
    CHECK(good({"check", "--theme", "house.json"}).files.empty());
    CHECK(has(refused({"check", "--theme", "light"}), "check needs at least one FILE"));
}

TEST_CASE("the command that writes a theme takes one name or file") {
    CHECK(good({"theme", "light"}).job == Job::Theme);
    CHECK(good({"theme", "light"}).theme == &render::light_theme());
    CHECK(good({"theme", "house.json"}).theme_file == "house.json");
    CHECK(good({"theme", "house.json"}).files.empty());
    CHECK(has(refused({"theme"}), "theme takes one NAME or FILE"));
    CHECK(has(refused({"theme", "dark", "light"}), "theme takes one NAME or FILE"));
    CHECK(has(refused({"theme", "ligth"}),
              "theme: 'ligth' is none of dark, light, print, contrast; did you mean light?"));
}

TEST_CASE("an option given twice counts as given last") {
    CHECK(good({"--theme", "light", "--theme", "contrast"}).theme == &render::contrast_theme());
}

TEST_CASE("help and version come from anywhere on the line, with status 0") {
    for (const auto& words :
         {std::vector<const char*>{"--help"}, std::vector<const char*>{"-h"},
          std::vector<const char*>{"render", "--help"}, std::vector<const char*>{"--theme", "x", "check", "-h"}}) {
        const auto result = parsed(words);
        REQUIRE(std::holds_alternative<ExitNow>(result));
        CHECK(std::get<ExitNow>(result).status == 0);
        CHECK(has(std::get<ExitNow>(result).out, "Examples"));
        CHECK(std::get<ExitNow>(result).err.empty());
    }
    const auto version = parsed({"--version"});
    CHECK(std::get<ExitNow>(version).out.starts_with("caravan "));
    CHECK(std::get<ExitNow>(version).status == 0);
}

TEST_CASE("a worldview is taken as it was typed, and neutral is the ground's own") {
    CHECK(good({"--worldview", "India"}).worldview == "India");
    CHECK(ground_of(good({"--worldview", "India"})).worldview == "India");
    CHECK(ground_of(good({"--worldview", "neutral"})).worldview.empty());
    CHECK(ground_of(good({})).worldview.empty());
    CHECK(has(refused({"--worldview"}), "--worldview needs a value"));
    CHECK(has(refused({"--worldview="}), "--worldview needs a value"));
}

TEST_CASE("help names every option and fits 120 columns") {
    const std::string help = std::get<ExitNow>(parsed({"--help"})).out;
    for (const char* name :
         {"--boundaries", "--lines",  "--raster",         "--projection", "--theme",   "--size",        "--at",
          "--window",     "--mode",   "--focus",          "--fit",        "--kinds",   "--select",      "--ui-scale",
          "--control",    "--panels", "--reduced-motion", "--version",    "--help",    "--events",      "--in-window",
          "--json",       "--output", "--worldview",      "--labels",     "--bundles", "--bundle-width"}) {
        CHECK_MESSAGE(has(help, name), name);
    }
    std::istringstream lines{help};
    for (std::string line; std::getline(lines, line);) {
        CHECK_MESSAGE(line.size() <= 120, line);
    }
}
