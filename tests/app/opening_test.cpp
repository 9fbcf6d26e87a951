#include "app/commands/opening.h"

#include "app/state/command.h"
#include "events/edtf.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace app;

namespace {

geodata::Country box(std::string code, double west, double south) {
    geodata::Country country;
    country.code = std::move(code);
    country.in_region = true;
    country.polygons = {
        {{{{west, south}, {west + 4, south}, {west + 4, south + 4}, {west, south + 4}, {west, south}}}}};
    return country;
}

World two_countries() {
    World world;
    geodata::BoundaryData data;
    data.countries = {box("PAK", 66.0, 28.0), box("BGD", 88.0, 22.0)};
    world.boundaries = std::make_shared<const geodata::BoundarySet>(std::move(data));
    world.projection = std::make_shared<const support::FlatProjection>();
    events::EventDraft first;
    first.id = "first";
    first.date = events::edtf_from_text("2023-01-01");
    events::EventDraft last;
    last.id = "last";
    last.date = events::edtf_from_text("2025-12-31");
    world.events = std::make_shared<const events::EventStore>(events::KindTable{}, std::vector{first, last},
                                                              std::vector<events::Source>{});
    world.gazetteer.places = geodata::Places{{}, {{"PAK", "PK", "Pakistan", {}}, {"BGD", "BD", "Bangladesh", {}}}};
    derive(world);
    return world;
}

struct Fixture {
    World world = two_countries();
    AppState state;
    Options options;

    Fixture() { state.camera.size = {1600.0F, 1000.0F}; }
    AppState opened() {
        const auto commands = opening_commands(options, state, world);
        if (const auto* unknown = std::get_if<Unknown>(&commands)) {
            FAIL(unknown->why);
        }
        AppState result = state;
        for (const Command& command : std::get<Commands>(commands)) {
            result = reduce(result, command, world);
        }
        return result;
    }
    std::string error() const { return std::get<Unknown>(opening_commands(options, state, world)).why; }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "bundles are as wide as asked for, by number or in a currency that events have values in") {
    CHECK(opened().bundle_currency.empty());
    options.bundle_width = "usd";
    const auto refused = opening_commands(options, state, world);
    REQUIRE(std::holds_alternative<Unknown>(refused));
    CHECK(std::get<Unknown>(refused).why == "--bundle-width: no event has a value in 'usd'; there are count");
    events::EventDraft valued;
    valued.value = events::Value{1e9, "USD", {}};
    world.values = ValueScales{events::EventStore{{}, std::span{&valued, 1}, {}}};
    CHECK(opened().bundle_currency == "USD");
    options.bundle_width = "count";
    CHECK(opened().bundle_currency.empty());
}

TEST_CASE_FIXTURE(Fixture, "a ranking, its measure, shades and an event open as asked for") {
    options.ranking = Ranked::Countries;
    options.rank_by = "partners";
    options.shades = true;
    AppState result = opened();
    CHECK(shows_ranking(result));
    CHECK(result.ranking.by == RankBy::Partners);
    CHECK(result.ranking.shades_map);
    options.rank_by = "usd";
    CHECK(error() == "--rank-by: no event has a value in 'usd'; there are count");
    options.rank_by.clear();
    options.event = "nothing";
    CHECK(error().starts_with("--event: "));
}

TEST_CASE_FIXTURE(Fixture, "focus selects its countries and shows only what touches them") {
    options.focus = {"Pakistan", "bgd"};
    const AppState result = opened();
    CHECK(result.focus == std::vector<std::string>{"PAK", "BGD"});
    CHECK(result.selection.countries == std::vector<std::string>{"PAK", "BGD"});
    CHECK_FALSE(result.flight);
}

TEST_CASE_FIXTURE(Fixture, "select goes before focus and leaves the others shown") {
    options.select = {"BGD"};
    CHECK(opened().selection.countries == std::vector<std::string>{"BGD"});
    CHECK(opened().focus.empty());
}

TEST_CASE_FIXTURE(Fixture, "the map stands still where fit says") {
    options.fit = {"BGD"};
    const AppState bangladesh = opened();
    CHECK_FALSE(bangladesh.flight);
    CHECK(bangladesh.camera.visible().min_x > 70.0e5);
    options.fit.clear();
    CHECK(opened().camera.visible().min_x < 70.0e5);
    CHECK(opened().camera.visible().max_x > 92.0e5);
}

TEST_CASE_FIXTURE(Fixture, "the time is what was asked for") {
    options.at_day = events::days_from_civil({2024, 6, 1}) + 0.5;
    CHECK(opened().time.playhead == *options.at_day);
    CHECK(opened().time.mode == WindowMode::Moment);
    options.at_day.reset();
    options.window = typed_window("2024", "2024");
    const TimeState range = opened().time;
    CHECK(range.mode == WindowMode::Range);
    CHECK(events::iso_from_days(range.playhead) == "2024-12-31");
    CHECK(window_of(range).start == events::days_from_civil({2024, 1, 1}));
    options.window = typed_window("..", "2023");
    CHECK(window_of(opened().time).start <= events::days_from_civil({2023, 1, 1}));
    CHECK(events::iso_from_days(opened().time.playhead) == "2023-12-31");
    options.window = typed_window("2025", "..");
    CHECK(window_of(opened().time).start == events::days_from_civil({2025, 1, 1}));
    CHECK(opened().time.playhead > events::days_from_civil({2025, 12, 31}));
    options.mode = WindowMode::SoFar;
    CHECK(opened().time.mode == WindowMode::SoFar);
}

TEST_CASE_FIXTURE(Fixture, "kinds that are not named are hidden") {
    options.kinds = {"visit"};
    CHECK(opened().hidden_kinds.size() == world.events->kinds().all().size() - 1);
}

TEST_CASE_FIXTURE(Fixture, "names that nobody knows are told with their option") {
    options.focus = {"PAX"};
    CHECK(error() == "--focus: there is no country 'PAX'; did you mean PAK?");
    options.focus.clear();
    options.kinds = {"vist"};
    CHECK(error() == "--kinds: there is no kind 'vist'; did you mean visit?");
}

TEST_CASE_FIXTURE(Fixture, "a person's theme that was loaded is shown, and without one the theme asked for") {
    options.theme = &render::light_theme();
    CHECK(opened().theme == &render::light_theme());
    state.own_theme = std::make_shared<const render::Theme>(render::dark_theme());
    CHECK(opened().theme == state.own_theme.get());
}

TEST_CASE_FIXTURE(Fixture, "a time without events is shown as it was asked for, and one line says so") {
    const auto warned = [this] { return warning_about_time(options, opened().time, world); };
    options.at_day = events::days_from_civil({1950, 12, 31}) + 0.5;
    CHECK(events::iso_from_days(opened().time.playhead) == "1950-12-31");
    CHECK(visible_events(opened(), world).empty());
    CHECK(warned() == "--at: there is nothing at that time; the events are of 2023 to 2025");
    options.at_day = events::days_from_civil({2024, 6, 1}) + 0.5;  // between two events, where there may be none
    CHECK(warned().empty());
    options.at_day = events::days_from_civil({2026, 3, 1}) + 0.5;
    CHECK_FALSE(warned().empty());
    options.mode = WindowMode::SoFar;
    CHECK(warned().empty());
    options.mode.reset();
    options.at_day.reset();
    CHECK(warned().empty());
    options.window = typed_window("1950", "1951");
    CHECK(warned().starts_with("--window: there is nothing at that time"));
    CHECK(window_of(opened().time).start == events::days_from_civil({1950, 1, 1}));
    options.window = typed_window("1700", "2030");
    CHECK(warned().empty());
    CHECK(window_of(opened().time).start == events::days_from_civil({1700, 1, 1}));
    CHECK(events::iso_from_days(opened().time.playhead) == "2030-12-31");
    options.window = typed_window("2090", "..");
    CHECK(events::iso_from_days(opened().time.playhead) == "2090-01-01");
    options.window = typed_window("..", "1900");
    CHECK(window_of(opened().time).start <= opened().time.playhead - 0.5);
}

TEST_CASE_FIXTURE(Fixture, "a time after all beginnings and ends is not empty while something is still in force") {
    events::EventDraft open;
    open.id = "open";
    open.date = events::edtf_from_text("2024/..");
    world.events = std::make_shared<const events::EventStore>(events::KindTable{}, std::vector{open},
                                                              std::vector<events::Source>{});
    options.at_day = events::days_from_civil({2030, 6, 1}) + 0.5;
    CHECK(warning_about_time(options, opened().time, world).empty());
    options.at_day = events::days_from_civil({2020, 6, 1}) + 0.5;
    CHECK_FALSE(warning_about_time(options, opened().time, world).empty());
}

TEST_CASE_FIXTURE(Fixture, "a window of one day does not reach into the day before") {
    options.window = typed_window("2025-05-20", "2025-05-20");
    CHECK(window_of(opened().time).start == events::days_from_civil({2025, 5, 20}));
}

TEST_CASE("a window's ends are dates and no stretches themselves") {
    std::string why;
    CHECK_FALSE(typed_window("2024", "2025/2026", &why));
    CHECK(why == "'2025/2026' is a stretch of time where one date is wanted");
    CHECK_FALSE(typed_window("2024/..", "2025", &why));
    CHECK_FALSE(playhead_from_text("2024/2025", &why));
}
