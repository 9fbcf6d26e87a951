#include "app/scene/furniture.h"

#include "app/panels/panel_places.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"
#include "tests/support/text_width.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

using app::AppState;
using app::Furniture;
using app::FurnitureLine;
using app::World;
using support::bundled;
using support::text_width;

namespace {

std::vector<FurnitureLine> lines_of(const AppState& state, Furniture furniture,
                                    std::span<const render::RectPt> covered = {}) {
    const auto& world = bundled().world;
    return app::furniture_lines(state, world, app::visible_events(state, world), covered, furniture, text_width);
}

bool has_line(const std::vector<FurnitureLine>& lines, const std::string& beginning) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const FurnitureLine& line) { return line.text.starts_with(beginning); });
}

}  // namespace

TEST_CASE("a scale bar is 1, 2 or 5 times a power of ten long and 60 to 160 points wide at every scale") {
    for (double scale = 60.0; scale <= 24000.0; scale *= 1.013) {
        const app::ScaleBar bar = app::scale_bar(scale);
        CAPTURE(scale);
        CHECK(bar.width_pt >= 60.0F);
        CHECK(bar.width_pt <= 160.0F);
        CHECK(static_cast<double>(bar.width_pt) * scale == doctest::Approx(bar.metres).epsilon(1e-4));
        double digit = bar.metres;
        while (digit >= 9.999) {
            digit /= 10.0;
        }
        CHECK((std::abs(digit - 1.0) < 1e-6 || std::abs(digit - 2.0) < 1e-6 || std::abs(digit - 5.0) < 1e-6));
    }
}

TEST_CASE("a scale bar says its length in kilometres, or in metres below one") {
    CHECK(app::scale_bar(6700.0).label == "1000 km");
    CHECK(app::scale_bar(60.0).label == "5 km");
    CHECK(app::scale_bar(2.0).label == "200 m");
}

TEST_CASE("the boundary statement is always there") {
    for (const Furniture furniture : {Furniture::Explore, Furniture::Export}) {
        for (const bool panels : {true, false}) {
            for (const render::SizePt size : {render::SizePt{1280, 720}, {1920, 1080}, {640, 360}}) {
                AppState state = support::bundled_state(size.width, size.height);
                state.panels_shown = panels;
                const auto lines = lines_of(state, furniture);
                REQUIRE_FALSE(bundled().world.boundary_statement.empty());
                REQUIRE(has_line(lines, bundled().world.boundary_statement));
                for (const FurnitureLine& line : lines) {
                    CHECK(line.box.left >= 0.0F);
                    CHECK(line.box.bottom <= size.height);
                }
            }
        }
    }
}

TEST_CASE("in a small picture every line is whole, inside it and clear of the others, however long the statement") {
    World world = bundled().world;
    for (const char* statement :
         {"Boundaries: neutral; dashed lines are disputed",
          "Boundaries: as Pakistan draws them; dashed lines are disputed and areas are hatched"}) {
        world.boundary_statement = statement;
        for (const render::SizePt size : {render::SizePt{320, 180}, {400, 225}, {448, 252}, {640, 360}}) {
            AppState state = support::bundled_state(size.width, size.height);
            state.panels_shown = false;
            const auto visible = app::visible_events(state, world);
            auto lines = app::furniture_lines(state, world, visible, {}, Furniture::Export, text_width);
            std::erase_if(lines, [](const FurnitureLine& line) { return line.text.empty(); });
            std::string all;
            for (const FurnitureLine& line : lines) {
                CAPTURE(size.width);
                CAPTURE(line.text);
                all = line.text + ' ' + all;  // from below upwards
                CHECK(line.box.left >= 16.0F);
                CHECK(line.box.right <= size.width - 15.9F);
                CHECK(line.box.top >= 0.0F);
                for (const FurnitureLine& other : lines) {
                    CHECK((&other == &line || !other.box.intersects(line.box)));
                }
            }
            CHECK(all.find(statement) != std::string::npos);
            CHECK(all.find("Map data: Natural Earth") != std::string::npos);
            CHECK(all.find(std::to_string(visible.size()) + " of ") != std::string::npos);
        }
    }
}

TEST_CASE("a scale bar can be made shorter") {
    CHECK(app::scale_bar(6700.0, 80.0F).label == "500 km");
    CHECK(app::scale_bar(6700.0, 80.0F).width_pt <= 80.0F);
}

TEST_CASE("an export also says the date, the number of events and where they are from") {
    AppState state = support::bundled_state();
    state.panels_shown = false;
    CHECK_FALSE(has_line(lines_of(state, Furniture::Explore), "20 May 2025"));
    const auto lines = lines_of(state, Furniture::Export);
    CHECK(has_line(lines, "20 May 2025"));
    CHECK(has_line(lines, "Sources"));
    CHECK(has_line(lines, std::to_string(app::visible_events(state, bundled().world).size()) + " of "));
    state.time.mode = app::WindowMode::All;
    CHECK(has_line(lines_of(state, Furniture::Export), "All events"));
    state.time.mode = app::WindowMode::SoFar;
    CHECK(has_line(lines_of(state, Furniture::Export), "Until 20 May 2025"));
}

TEST_CASE("an export of a window says its whole stretch and not its last day") {
    AppState state = support::bundled_state();
    state.time.mode = app::WindowMode::Range;
    state.time.playhead = events::days_from_civil({2025, 12, 31}) + 0.5;
    state.time.span_days = 364.5;
    const auto date_of = [&state] {
        for (const FurnitureLine& line : lines_of(state, Furniture::Export)) {
            if (line.style.size_pt == 26.0F) {
                return line.text;
            }
        }
        return std::string{};
    };
    CHECK(date_of() == "2025");
    state.time.playhead = events::days_from_civil({2025, 6, 30}) + 0.5;
    state.time.span_days = 60.5;
    CHECK(date_of() == "May to June 2025");
    state.time.span_days = 365.0;
    CHECK(date_of() == "30 June 2024 to 30 June 2025");
}

TEST_CASE("a stretch that is too long for one line of a small picture takes two, and the count keeps clear of it") {
    AppState state = support::bundled_state(300.0F, 225.0F);
    state.panels_shown = false;
    state.time.mode = app::WindowMode::Range;
    state.time.span_days = 365.0;
    std::vector<FurnitureLine> lines = lines_of(state, Furniture::Export);
    CHECK(has_line(lines, "20 May 2024 to"));
    CHECK(has_line(lines, "20 May 2025"));
    CHECK(has_line(lines, std::to_string(app::visible_events(state, bundled().world).size()) + " of "));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = i + 1; k < lines.size(); ++k) {
            CAPTURE(lines[i].text);
            CAPTURE(lines[k].text);
            CHECK((lines[i].text.empty() || lines[k].text.empty() || !lines[i].box.intersects(lines[k].box)));
        }
    }
}

TEST_CASE("the lines of an export do not run into each other or out of the free map") {
    AppState state = support::bundled_state();
    for (const app::WindowMode mode : {app::WindowMode::Moment, app::WindowMode::SoFar, app::WindowMode::All}) {
        state.time.mode = mode;
        std::vector<FurnitureLine> lines = lines_of(state, Furniture::Export);
        std::erase_if(lines, [](const FurnitureLine& line) { return line.text.empty(); });
        for (std::size_t i = 0; i < lines.size(); ++i) {
            CHECK(lines[i].box.right <= state.camera.size.width);
            for (std::size_t k = i + 1; k < lines.size(); ++k) {
                CAPTURE(lines[i].text);
                CAPTURE(lines[k].text);
                CHECK_FALSE(lines[i].box.intersects(lines[k].box));
            }
        }
    }
}

TEST_CASE("sources that do not fit are counted and the line stays inside the picture") {
    AppState state = support::bundled_state();
    state.panels_shown = false;
    state.time.mode = app::WindowMode::All;
    for (const float width : {1920.0F, 900.0F, 500.0F}) {
        state.camera.size = {width, 700.0F};
        const auto lines = lines_of(state, Furniture::Export);
        const auto sources = std::find_if(lines.begin(), lines.end(),
                                          [](const FurnitureLine& line) { return line.text.starts_with("Sources"); });
        CAPTURE(width);
        REQUIRE(sources != lines.end());
        CHECK(sources->text.ends_with(" more"));
        CHECK(sources->box.right <= width);
    }
}

TEST_CASE("who made the map's data stands in the lower right corner, or among the other lines in a small window") {
    const auto& world = bundled().world;
    CHECK(world.map_data == "Natural Earth");
    for (const Furniture furniture : {Furniture::Explore, Furniture::Export}) {
        for (const render::SizePt size : {render::SizePt{1280, 720}, {1920, 1080}, {3840, 2160}, {640, 360}}) {
            for (const bool panels : {true, false}) {
                AppState state = support::bundled_state(size.width, size.height);
                state.panels_shown = panels;
                const auto lines = lines_of(state, furniture);
                const auto credit = std::find_if(lines.begin(), lines.end(), [](const FurnitureLine& line) {
                    return line.text == "Map data: Natural Earth";
                });
                CAPTURE(size.width);
                CAPTURE(panels);
                REQUIRE(credit != lines.end());
                const float right = app::free_map(state, world).right - 16.0F;
                CHECK((size.width < 1000.0F || std::abs(credit->box.right - right) < 0.01F));
                CHECK(credit->box.left >= 16.0F);
                CHECK(credit->box.right <= right + 0.01F);
                for (const FurnitureLine& other : lines) {
                    CHECK((&other == &*credit || !other.box.intersects(credit->box)));
                }
            }
        }
    }
}

TEST_CASE("a file of boundaries that the statement names is not named again") {
    app::World world = bundled().world;
    world.boundary_statement = "Boundaries: lands.gpkg";
    world.map_data = "lands.gpkg";
    const AppState state = support::bundled_state();
    const auto lines = app::furniture_lines(state, world, {}, {}, Furniture::Explore, text_width);
    CHECK(has_line(lines, "Boundaries: lands.gpkg"));
    CHECK_FALSE(has_line(lines, "Map data"));
    world.map_data.clear();
    CHECK_FALSE(has_line(app::furniture_lines(state, world, {}, {}, Furniture::Explore, text_width), "Map data"));
}

TEST_CASE("the credit keeps clear of the date's tab by itself") {
    AppState state = support::bundled_state();
    const auto plain = lines_of(state, Furniture::Explore);
    const render::RectPt tab = plain.back().box.grown(6.0F);
    const auto moved = lines_of(state, Furniture::Explore, std::vector{tab});
    CHECK_FALSE(moved.back().box.intersects(tab));
    CHECK(moved.front().box == plain.front().box);
}

TEST_CASE("lines move up together when something is in their way") {
    AppState state = support::bundled_state();
    const auto plain = lines_of(state, Furniture::Explore);
    const render::RectPt tab{0.0F, plain[0].box.top - 20.0F, 300.0F, plain[0].box.bottom + 20.0F};
    const auto lifted = lines_of(state, Furniture::Explore, std::vector{tab});
    REQUIRE(lifted.size() == plain.size());
    for (std::size_t i = 0; i + 1 < plain.size(); ++i) {  // the last one, the credit, stands in the other corner
        CHECK_FALSE(lifted[i].box.intersects(tab));
        CHECK(plain[i].box.top - lifted[i].box.top ==
              doctest::Approx(static_cast<double>(plain[0].box.top - lifted[0].box.top)));
        CHECK(lifted[i].box.left == plain[i].box.left);
    }
    const auto aside = lines_of(state, Furniture::Explore, std::vector{render::RectPt{1500, 300, 1600, 700}});
    CHECK(aside[0].box == plain[0].box);
}

TEST_CASE("names keep out of the strips between lines of furniture that stand close, and below the last") {
    std::vector<FurnitureLine> lines(3);
    lines[0].box = {16.0F, 100.0F, 200.0F, 120.0F};
    lines[1].box = {16.0F, 140.0F, 120.0F, 150.0F};
    lines[2].box = {400.0F, 140.0F, 500.0F, 150.0F};
    const auto close = app::furniture_obstacles(lines, 170.0F);
    REQUIRE(close.size() == 3);
    CHECK(close[0] == render::RectPt{16.0F, 100.0F, 200.0F, 140.0F});
    CHECK(close[1] == render::RectPt{16.0F, 140.0F, 120.0F, 170.0F});
    CHECK(close[2].bottom == 170.0F);
    const auto far = app::furniture_obstacles(lines, 300.0F);
    CHECK(far[1] == lines[1].box);
}

TEST_CASE("what shades stand for is a line of its own, broken where it is too long, and on no other") {
    const std::string words = "Shades: value of a country in USD million from 0, 40, 200, 400, 600";
    const auto& world = bundled().world;
    for (const render::SizePt size : {render::SizePt{320, 240}, {480, 300}, {1920, 1080}}) {
        AppState state = support::state_at("2025-05-20", size.width, size.height);
        state.panels_shown = false;
        const auto visible = app::visible_events(state, world);
        const auto lines = app::furniture_lines(state, world, visible, {}, Furniture::Export, text_width, words);
        CHECK(has_line(lines, "Shades:"));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (std::size_t k = i + 1; k < lines.size(); ++k) {
                const bool texts = !lines[i].text.empty() && !lines[k].text.empty();
                CHECK_FALSE((texts && lines[i].box.intersects(lines[k].box)));
            }
        }
        CHECK_FALSE(has_line(app::furniture_lines(state, world, visible, {}, Furniture::Export, text_width), "Shades"));
    }
}
