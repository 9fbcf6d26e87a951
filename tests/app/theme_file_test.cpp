#include "app/jobs/theme_file.h"

#include "app/commands/theme.h"
#include "render/theme_tokens.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using app::theme_from_text;
using render::rgb;
using render::Theme;
namespace fs = std::filesystem;

namespace {

const std::array<const Theme*, 3> built_in{&render::dark_theme(), &render::light_theme(), &render::contrast_theme()};

/// The problems of a file called a.json, one a line.
std::string problems_of(const std::string& text) {
    std::string lines;
    for (const geodata::Problem& problem : theme_from_text(text, "a.json").problems) {
        lines += geodata::text_from_problem(problem) + '\n';
    }
    return lines;
}

bool same_colors(const Theme& a, const Theme& b) {
    const auto tokens = render::color_tokens();
    return std::all_of(tokens.begin(), tokens.end(), [&](const auto& token) { return token.in(a) == token.in(b); }) &&
           a.glows == b.glows && a.outline_width_pt == b.outline_width_pt && a.waterline_alpha == b.waterline_alpha;
}

std::string text_of_file(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("a theme file changes what it names, and the rest is that of its base") {
    const auto loaded = theme_from_text(
        R"({"land.selected": "#FFE9B0", "based_on": "light", "halo": "#FFFFFF 90%", "link.other": "#7A5C00"})",
        "folder/house.json");
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.value);
    Theme expected = render::light_theme();
    expected.land_selected = rgb(0xFFE9B0);
    expected.halo = rgb(0xFFFFFF, 0.9F);
    expected.link.back() = rgb(0x7A5C00);
    CHECK(same_colors(*loaded.value, expected));
}

TEST_CASE("the base is dark where none is named, and the name is the file's") {
    const auto loaded = theme_from_text(R"({"river": "#5C80AA 25%"})", "folder/house.json");
    REQUIRE(loaded.value);
    Theme expected = render::dark_theme();
    expected.river = rgb(0x5C80AA, 0.25F);
    CHECK(same_colors(*loaded.value, expected));
    CHECK(loaded.value->name == "house");
    CHECK(theme_from_text(R"({"name": "Evening", "river": "#5C80AA"})", "a.json").value->name == "Evening");
    CHECK(loaded.problems.empty());
}

TEST_CASE("numbers and switches of a theme are read") {
    const auto loaded = theme_from_text(
        R"({"glow": false, "outline.width": 2, "waterline.opacity": [0.1, 0.2, 0.3, 0.4], "note": ["any", 1]})",
        "a.json");
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.value);
    CHECK_FALSE(loaded.value->glows);
    CHECK(loaded.value->outline_width_pt == 2.0F);
    CHECK(loaded.value->waterline_alpha == std::array<float, 4>{0.1F, 0.2F, 0.3F, 0.4F});
}

TEST_CASE("a name that is not known is a warning with the nearest right one, and the rest counts") {
    CHECK(problems_of("{\"river\": \"#5C80AA\",\n  \"land.seleted\": \"#102030\"}") ==
          "a.json:2:3: warning: there is no colour land.seleted; did you mean land.selected? /land.seleted\n");
    CHECK(problems_of(R"({"river": "#5C80AA", "scrim": "#102030"})") ==
          "a.json:1:22: warning: there is no colour scrim /scrim\n");
    const auto loaded = theme_from_text(R"({"nonsense": 1, "river": "#123456"})", "a.json");
    REQUIRE(loaded.value);
    CHECK(loaded.value->river == rgb(0x123456));
}

TEST_CASE("a value that is none is an error in its place, and that of the base stays") {
    constexpr std::string_view wanted = "a colour is written #RRGGBB, #RRGGBBAA, #RRGGBB 86% or none";
    CHECK(problems_of(R"({"river": "blue"})") == "a.json:1:11: error: " + std::string{wanted} + " /river\n");
    CHECK(problems_of(R"({"river": 5})") == "a.json:1:11: error: " + std::string{wanted} + " /river\n");
    CHECK(problems_of(R"({"river": "#5C80AA", "glow": "yes"})") == "a.json:1:30: error: glow is true or false /glow\n");
    CHECK(problems_of(R"({"outline.width": 20})") ==
          "a.json:1:19: error: outline.width 20 is out of range: from 0 to 8 /outline.width\n");
    for (const char* bad : {"0.5", "[0.1, 0.2, 0.3]", "[0.1, 0.2, 0.3, 1.5]", R"([0.1, 0.2, 0.3, "x"])"}) {
        CHECK(problems_of(R"({"waterline.opacity": )" + std::string{bad} + "}") ==
              "a.json:1:23: error: waterline.opacity is a list of four numbers from 0 to 1 /waterline.opacity\n");
    }
    const auto loaded = theme_from_text(R"({"river": "blue", "lake": "#0D1724"})", "a.json");
    REQUIRE(loaded.value);
    CHECK(loaded.value->river == render::dark_theme().river);
}

TEST_CASE("a base that is none is an error with the nearest right one, and dark stands in") {
    CHECK(problems_of(R"({"based_on": "ligth", "river": "#5C80AA"})") ==
          "a.json:1:14: error: based_on is dark, light or contrast; did you mean light? /based_on\n");
    CHECK(problems_of(R"({"based_on": 3, "river": "#5C80AA"})") ==
          "a.json:1:14: error: based_on must be text, not a number /based_on\n");
    CHECK(theme_from_text(R"({"based_on": "x", "lake": "#0D1724"})", "a.json").value->land_region ==
          render::dark_theme().land_region);
}

TEST_CASE("the first of two colours with one name counts") {
    const auto loaded = theme_from_text(R"({"lake": "#0D1724", "lake": "#FFFFFF"})", "a.json");
    CHECK(loaded.value->lake == rgb(0x0D1724));
    CHECK(problems_of(R"({"lake": "#0D1724", "lake": "#FFFFFF"})") ==
          "a.json:1:21: warning: lake is there twice; the first one counts /lake\n");
}

TEST_CASE("the ground of everything is opaque") {
    const auto loaded = theme_from_text(R"({"land.world": "#121924 50%"})", "a.json");
    CHECK(loaded.value->land_world == rgb(0x121924));
    CHECK(problems_of(R"({"land.world": "#121924 50%"})") ==
          "a.json:1:16: warning: land.world lies under everything else and is opaque /land.world\n");
}

TEST_CASE("text that is hard to read and links that look alike are told where the file speaks of them") {
    CHECK(problems_of("{\"based_on\": \"light\",\n \"text.3\": \"#9AA0A6\"}") ==
          "a.json:2:2: warning: text.3 is hard to read on fill.hover: 2.3:1 where text needs 4.5:1\n");
    CHECK(problems_of("{\n \"link.trade\": \"#FAD15E\"}") ==
          "a.json:2:2: warning: link.visit and link.trade look alike with normal vision\n");
    // The ground is what the file has changed.
    const std::string dark_paper = problems_of("{\"based_on\": \"light\",\n \"panel\": \"#202020\"}");
    CHECK(dark_paper.find("a.json:2:2: warning: text.1 is hard to read on ") != std::string::npos);
}

TEST_CASE("what is no theme leaves nothing, and one line says why") {
    struct Case {
        const char* text;
        const char* line;
    };
    for (const Case& bad :
         {Case{"", "a.json:1:1: error: this is not JSON: there is nothing in it\n"},
          Case{"hello",
               "a.json:1:1: error: this is not JSON: 'hello' is not JSON; text stands in double quotes (\")\n"},
          Case{"[]", "a.json: error: this is a list and no theme; a theme is an object of named colours\n"},
          Case{R"({"events": []})",
               "a.json: error: this is a list and no theme; a theme is an object of named colours\n"},
          Case{"{}", "a.json: error: this file names no colour of a theme; 'caravan theme dark' shows all there are\n"},
          Case{R"({"name": "x"})",
               "a.json: error: this file names no colour of a theme; 'caravan theme dark' shows all there are\n"}}) {
        CAPTURE(std::string{bad.text});
        CHECK(problems_of(bad.text) == bad.line);
        CHECK_FALSE(theme_from_text(bad.text, "a.json").value);
    }
}

TEST_CASE("mistakes of JSON cost no more than what they stand in") {
    const auto loaded =
        theme_from_text("\xEF\xBB\xBF{\"river\": \"#123456\", // blue\n \"lake\": \"#0D1724\",}", "a.json");
    REQUIRE(loaded.value);
    CHECK(loaded.value->river == rgb(0x123456));
    CHECK(loaded.value->lake == rgb(0x0D1724));
    CHECK(loaded.problems.size() == 2);
    const auto cut = theme_from_text("{\"river\": \"#123456\", \"lake\": \"#0D", "a.json");
    REQUIRE(cut.value);
    CHECK(cut.value->river == rgb(0x123456));
    REQUIRE(cut.problems.size() == 1);
    CHECK(cut.problems[0].severity == geodata::Severity::Error);
}

TEST_CASE("a theme that is missing, a folder or far too large is one line and no theme") {
    const support::ScratchFolder scratch;
    const auto line = [](const fs::path& path) {
        const auto loaded = app::theme_from_file(path);
        CHECK_FALSE(loaded.value);
        REQUIRE(loaded.problems.size() == 1);
        CHECK(loaded.problems[0].file == path.string());
        return loaded.problems[0].what;
    };
    CHECK(line(scratch.path / "none.json") == "there is no such file");
    CHECK(line(scratch.path) == "this is a folder; a theme is a file of named colours");
    std::ofstream{scratch.path / "large.json"} << std::string((1U << 20U) + 1U, ' ');
    CHECK(line(scratch.path / "large.json").starts_with("this is too large for a theme"));
}

TEST_CASE("a theme that is written reads as itself") {
    for (const Theme* theme : built_in) {
        const std::string text = app::text_from_theme(*theme);
        CAPTURE(text);
        const auto again = theme_from_text(text, theme->name + ".json");
        CHECK(again.problems.empty());
        REQUIRE(again.value);
        CHECK(same_colors(*again.value, *theme));
        CHECK(again.value->name == theme->name);
    }
}

TEST_CASE("the command writes a theme of the program, and a person's with all that it is based on") {
    const support::ScratchFolder scratch;
    std::ostringstream out;
    std::ostringstream err;
    app::Options options;
    options.theme = &render::contrast_theme();
    CHECK(app::run_theme(options, out, err) == app::exit_done);
    CHECK(out.str() == app::text_from_theme(render::contrast_theme()));
    out.str("");
    options.theme_file = scratch.path / "house.json";
    std::ofstream{options.theme_file} << R"({"based_on": "light", "river": "#123456", "lake": "wet"})";
    CHECK(app::run_theme(options, out, err) == app::exit_input_has_errors);
    Theme expected = render::light_theme();
    expected.river = rgb(0x123456);
    CHECK(out.str() == app::text_from_theme(expected));
    CHECK(err.str().find("house.json:1:51: error: a colour is written") != std::string::npos);
    out.str("");
    options.theme_file = scratch.path / "none.json";
    CHECK(app::run_theme(options, out, err) == app::exit_input_has_errors);
    CHECK(out.str().empty());
}

TEST_CASE("every example of the page on themes loads without an error, and every colour stands on the page") {
    const std::string page = text_of_file(fs::path{CARAVAN_SOURCE_DIR} / "docs/themes.md");
    constexpr std::string_view opening = "```json\n";
    int examples = 0;
    for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
        at += opening.size();
        const auto loaded = theme_from_text(page.substr(at, page.find("```", at) - at), "example.json");
        CHECK(loaded.value);
        for (const geodata::Problem& problem : loaded.problems) {
            FAIL_CHECK(geodata::text_from_problem(problem));
        }
        ++examples;
    }
    CHECK(examples == 2);
    for (const render::ColorToken& token : render::color_tokens()) {
        CHECK_MESSAGE(page.find('`' + std::string{token.name} + '`') != std::string::npos, std::string{token.name});
    }
}
