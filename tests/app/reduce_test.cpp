#include "app/state/command.h"

#include "app/panels/panel_places.h"
#include "app/scene/links_between.h"
#include "app/state/members.h"
#include "app/state/playback.h"
#include "geodata/gdal/proj_projection.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

using app::AppState;
using app::Command;
using app::reduce;
using app::WindowMode;
using app::World;
using support::an_event;
using support::bundled;
using support::world_of;

namespace {

double day(int year, int month, int day_of_month) {
    return events::days_from_civil({year, month, day_of_month});
}

/// Five events on four days of 2024, with a quiet stretch in the middle; the world of a flat earth with two countries.
World small_world() {
    World world = world_of({an_event("visit", "2024-01-10/2024-01-12").from("PAK").to("CHN"),
                            an_event("meeting", "2024-01-10").with("PAK").with("IND"),
                            an_event("trade", "2024-01-20").from("AFG").to("CHN"),
                            an_event("statement", "2024-10-01").from("IND").to("BGD"),
                            an_event("agreement", "2024-10-02").with("IND").with("BGD"),
                            an_event("milestone", "2024~").with("PAK")});
    geodata::BoundaryData data;
    const auto country = [](std::string code, double west, double south, double side) {
        geodata::Country result;
        result.code = std::move(code);
        result.in_region = true;
        result.polygons = {{{{{west, south},
                              {west + side, south},
                              {west + side, south + side},
                              {west, south + side},
                              {west, south}}}}};
        return result;
    };
    data.countries = {country("PAK", 66.0, 28.0, 5.0), country("CHN", 90.0, 35.0, 12.0)};
    world.boundaries = std::make_shared<const geodata::BoundarySet>(std::move(data));
    world.projection = std::make_shared<const support::FlatProjection>();
    app::derive(world);
    return world;
}

struct Fixture {
    World world = small_world();
    AppState state;

    Fixture() {
        state.camera = {{7e6, 3e6}, 6700.0, {1920.0F, 1080.0F}};
        state.time.playhead = day(2024, 1, 15) + 0.5;
    }
    void push(const Command& command) { state = reduce(state, command, world); }
    [[nodiscard]] std::string date() const { return events::iso_from_days(state.time.playhead); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "seeking goes to the day, stops playing, and stays within what can be played") {
    state.time.playing = true;
    push(app::Seek{day(2024, 3, 1)});
    CHECK(date() == "2024-03-01");
    CHECK_FALSE(state.time.playing);
    const auto [first, last] = app::playable_span(*world.events);
    push(app::Seek{-1e9});
    CHECK(state.time.playhead == first);
    push(app::Seek{1e9});
    CHECK(state.time.playhead == last);
    push(app::Seek{first - 1000.0, true});
    CHECK(state.time.playhead == first - 1000.0);  // somebody asked for just that day
    push(app::Seek{std::numeric_limits<double>::infinity(), true});
    CHECK(state.time.playhead == last);
}

TEST_CASE_FIXTURE(Fixture, "seeking to the ends goes to the first and last day that can be played") {
    push(app::SeekTo{true});
    CHECK(state.time.playhead == app::playable_span(*world.events).second);
    push(app::SeekTo{false});
    CHECK(state.time.playhead == app::playable_span(*world.events).first);
}

TEST_CASE_FIXTURE(Fixture, "the clock of motion runs at half its pace while time stands still") {
    push(app::Tick{1.0});
    CHECK(state.clock_s == doctest::Approx(0.5));
    push(app::Play{});
    push(app::Tick{1.0});
    CHECK(state.clock_s == doctest::Approx(1.5));
}

TEST_CASE_FIXTURE(Fixture, "playing begins and ends with its commands") {
    push(app::Play{});
    CHECK(state.time.playing);
    CHECK(app::is_animating(state));
    push(app::Pause{});
    CHECK_FALSE(state.time.playing);
    push(app::TogglePlay{});
    CHECK(state.time.playing);
    push(app::TogglePlay{});
    CHECK_FALSE(state.time.playing);
    CHECK(date() == "2024-01-15");
}

TEST_CASE_FIXTURE(Fixture, "from the end, play starts again at the beginning") {
    for (const Command& command : {Command{app::TogglePlay{}}, Command{app::Play{}}}) {
        push(app::SeekTo{true});
        push(command);
        CHECK(state.time.playing);
        CHECK(state.time.playhead == app::playable_span(*world.events).first);
    }
}

TEST_CASE_FIXTURE(Fixture, "ticks move the playhead by its speed while playing, and not otherwise") {
    state.time.skip_quiet = false;
    state.time.days_per_second = 5.0;
    const double before = state.time.playhead;
    push(app::Tick{0.5});
    CHECK(state.time.playhead == before);
    push(app::Play{});
    push(app::Tick{0.5});
    push(app::Tick{0.25});
    CHECK(state.time.playhead == doctest::Approx(before + 3.75));
}

TEST_CASE_FIXTURE(Fixture, "playing stops at the end, or goes on from the beginning when it loops") {
    state.time.skip_quiet = false;
    const auto [first, last] = app::playable_span(*world.events);
    state.time.playhead = last - 1.0;
    push(app::Play{});
    push(app::Tick{2.0});
    CHECK(state.time.playhead == last);
    CHECK_FALSE(state.time.playing);
    push(app::ToggleLoop{});
    state.time.playhead = last - 1.0;
    push(app::Play{});
    push(app::Tick{2.0});
    CHECK(state.time.playhead == first);
    CHECK(state.time.playing);
}

TEST_CASE_FIXTURE(Fixture, "a quiet stretch is jumped over, with a second to spare, in the moment alone") {
    state.time.days_per_second = 2.0;
    state.time.playhead = day(2024, 4, 1);
    state.time.playing = true;
    AppState jumped = reduce(state, app::Tick{0.1}, world);
    CHECK(jumped.time.playhead == day(2024, 9, 29));
    jumped = reduce(jumped, app::Tick{0.1}, world);
    CHECK(jumped.time.playhead == doctest::Approx(day(2024, 9, 29) + 0.2));
    state.time.mode = WindowMode::SoFar;
    CHECK(reduce(state, app::Tick{0.1}, world).time.playhead == doctest::Approx(day(2024, 4, 1) + 0.2));
    state.time.mode = WindowMode::Moment;
    push(app::ToggleSkipQuiet{});
    CHECK(reduce(state, app::Tick{0.1}, world).time.playhead == doctest::Approx(day(2024, 4, 1) + 0.2));
}

TEST_CASE_FIXTURE(Fixture, "a trail that still shows something is not jumped over") {
    state.time.playhead = day(2024, 2, 5);
    state.time.playing = true;
    CHECK(reduce(state, app::Tick{0.1}, world).time.playhead == doctest::Approx(day(2024, 2, 5) + 0.2));
}

TEST_CASE_FIXTURE(Fixture, "what is hidden or out of focus does not keep a stretch from being quiet") {
    state.time.playhead = day(2024, 1, 25);
    state.time.playing = true;
    state.time.trail_days = 7.0;
    AppState plain = reduce(state, app::Tick{0.1}, world);
    CHECK(plain.time.playhead == doctest::Approx(day(2024, 1, 25) + 0.2));
    AppState hidden = reduce(state, app::ToggleKind{world.events->kinds().find("trade").value()}, world);
    CHECK(reduce(hidden, app::Tick{0.1}, world).time.playhead == day(2024, 9, 29));
    hidden = reduce(hidden, app::ToggleKind{world.events->kinds().find("statement").value()}, world);
    CHECK(reduce(hidden, app::Tick{0.1}, world).time.playhead == day(2024, 9, 30));
    const AppState focused = reduce(state, app::SetFocus{{"IND"}}, world);
    CHECK(reduce(focused, app::Tick{0.1}, world).time.playhead == day(2024, 9, 29));
}

TEST_CASE_FIXTURE(Fixture, "a step is a day, and stops playing") {
    state.time.playing = true;
    push(app::StepUnit{3});
    CHECK(date() == "2024-01-18");
    CHECK_FALSE(state.time.playing);
    push(app::StepUnit{-7});
    CHECK(date() == "2024-01-11");
}

TEST_CASE_FIXTURE(Fixture, "stepping by events visits each day on which one starts, there and back") {
    push(app::SeekTo{false});
    std::vector<std::string> there{date()};
    for (int i = 0; i < 5; ++i) {
        push(app::StepEvent{1});
        there.push_back(date());
    }
    CHECK(std::vector<std::string>(there.begin() + 1, there.end()) ==
          std::vector<std::string>{"2024-01-10", "2024-01-20", "2024-10-01", "2024-10-02", "2024-10-02"});
    std::vector<std::string> back;
    for (int i = 0; i < 4; ++i) {
        push(app::StepEvent{-1});
        back.push_back(date());
    }
    CHECK(back == std::vector<std::string>{"2024-10-01", "2024-01-20", "2024-01-10", "2024-01-10"});
}

TEST_CASE_FIXTURE(Fixture, "several steps at once go as far as there are events") {
    push(app::Seek{day(2024, 1, 15)});
    push(app::StepEvent{2});
    CHECK(date() == "2024-10-01");
    push(app::StepEvent{10});
    CHECK(date() == "2024-10-02");
    push(app::StepEvent{-2});
    CHECK(date() == "2024-01-20");
    push(app::StepEvent{-10});
    CHECK(date() == "2024-01-10");
}

TEST_CASE_FIXTURE(Fixture, "steps pass over hidden kinds and what is out of focus") {
    const AppState before = state;
    push(app::ToggleKind{world.events->kinds().find("trade").value()});
    push(app::StepEvent{1});
    CHECK(date() == "2024-10-01");
    state = before;
    push(app::SetFocus{{"BGD"}});
    push(app::StepEvent{1});
    CHECK(date() == "2024-10-01");
    push(app::SetFocus{{"AFG"}});
    push(app::StepEvent{-1});
    CHECK(date() == "2024-01-20");
}

TEST_CASE("organisations open into their members and close again, in the event that is named or else selected") {
    const World& world = bundled().world;
    const auto& all = world.events->all();
    const auto found = std::find_if(all.begin(), all.end(), [](const events::Event& event) {
        return std::any_of(event.parties.begin(), event.parties.end(),
                           [](const events::Party& party) { return party.code == "SCO"; });
    });
    REQUIRE(found != all.end());
    const auto event = static_cast<events::EventIndex>(std::distance(all.begin(), found));
    AppState state = support::bundled_state();
    state = reduce(std::move(state), app::ToggleMembers{}, world);
    CHECK(app::opened_parties(state, world).empty());
    state.selection.event = event;
    state = reduce(std::move(state), app::ToggleMembers{}, world);
    const app::OpenedParties opened = app::opened_parties(state, world);
    REQUIRE(opened.contains(event));
    std::vector<std::string> codes;
    for (const events::Party& party : opened.at(event)) {
        codes.push_back(party.code);
    }
    CHECK(codes.size() > 60);
    CHECK(std::find(codes.begin(), codes.end(), "SCO") == codes.end());
    std::sort(codes.begin(), codes.end());
    CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
    state = reduce(std::move(state), app::ToggleMembers{event}, world);
    CHECK(state.opened.empty());
}

TEST_CASE("stepping through the bundled events visits every day on which one starts, there and back") {
    const World& world = bundled().world;
    AppState state;
    std::vector<double> expected;
    for (const events::Event& event : world.events->all()) {
        if (event.date && !app::is_year_only(event)) {
            const double start = std::floor(event.date->strict.start) + 0.5;
            if (expected.empty() || expected.back() != start) {
                expected.push_back(start);
            }
        }
    }
    REQUIRE(expected.size() > 20);
    state.time.playhead = expected.front() - 10.0;
    std::vector<double> there;
    std::vector<double> back;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        state = reduce(state, app::StepEvent{1}, world);
        there.push_back(state.time.playhead);
    }
    CHECK(there == expected);
    for (std::size_t i = 1; i < expected.size(); ++i) {
        state = reduce(state, app::StepEvent{-1}, world);
        back.push_back(state.time.playhead);
    }
    std::reverse(back.begin(), back.end());
    back.push_back(expected.back());
    CHECK(back == expected);
}

TEST_CASE_FIXTURE(Fixture, "mode, speed and trail never move the playhead") {
    const double before = state.time.playhead;
    for (const WindowMode mode : {WindowMode::Range, WindowMode::SoFar, WindowMode::All, WindowMode::Moment}) {
        push(app::SetMode{mode});
        CHECK(state.time.mode == mode);
        push(app::SetTrail{90.0});
        push(app::SetSpeed{50.0});
        push(app::ChangeSpeed{1});
        push(app::ChangeSpeed{-1});
        CHECK(state.time.playhead == before);
    }
}

TEST_CASE_FIXTURE(Fixture, "a trail is that of the mode in force") {
    push(app::SetTrail{10.0});
    CHECK(state.time.trail_days == 10.0);
    CHECK(state.time.span_days == 365.0);
    push(app::SetMode{WindowMode::Range});
    push(app::SetTrail{90.0});
    CHECK(state.time.trail_days == 10.0);
    CHECK(state.time.span_days == 90.0);
    push(app::SetTrail{0.0});
    CHECK(state.time.span_days == 0.5);  // one day, from midnight to the playhead at midday
    push(app::SetMode{WindowMode::Moment});
    push(app::SetTrail{0.0});
    CHECK(state.time.trail_days == 1.0);
}

TEST_CASE_FIXTURE(Fixture, "speeds go up and down their ladder and stay on it") {
    push(app::SetSpeed{3.0});
    push(app::ChangeSpeed{1});
    CHECK(state.time.days_per_second == 5.0);
    push(app::ChangeSpeed{-1});
    CHECK(state.time.days_per_second == 2.0);
    for (int i = 0; i < 20; ++i) {
        push(app::ChangeSpeed{1});
    }
    CHECK(state.time.days_per_second == 365.0);
    for (int i = 0; i < 20; ++i) {
        push(app::ChangeSpeed{-1});
    }
    CHECK(state.time.days_per_second == 0.25);
    push(app::SetSpeed{0.0});
    CHECK(state.time.days_per_second > 0.0);
}

TEST_CASE_FIXTURE(Fixture,
                  "choosing a country replaces the choice, adding another extends it, adding it again takes it away") {
    push(app::SelectCountry{"PAK"});
    push(app::SelectCountry{"CHN", true});
    CHECK(state.selection.countries == std::vector<std::string>{"PAK", "CHN"});
    push(app::SetCardFilter{app::CardFilter::Between});
    CHECK(state.selection.filter == app::CardFilter::Between);
    push(app::SelectCountry{"PAK", true});
    CHECK(state.selection.countries == std::vector<std::string>{"CHN"});
    CHECK(state.selection.filter == app::CardFilter::All);
    push(app::SelectCountry{"IND"});
    CHECK(state.selection.countries == std::vector<std::string>{"IND"});
}

TEST_CASE_FIXTURE(Fixture, "choosing an event keeps the country and choosing a country lets the event go") {
    push(app::SelectCountry{"PAK"});
    push(app::SelectEvent{events::EventIndex{2}});
    CHECK(state.selection.event == events::EventIndex{2});
    CHECK(state.selection.countries.size() == 1);
    push(app::SelectCountry{"CHN"});
    CHECK_FALSE(state.selection.event);
    push(app::SelectEvent{events::EventIndex{1}});
    push(app::SelectEvent{std::nullopt});
    CHECK_FALSE(state.selection.event);
    push(app::ClearSelection{});
    CHECK(state.selection == app::Selection{});
}

TEST_CASE_FIXTURE(Fixture, "a ranking stands on the card that was there, and a card that is asked for stands on it") {
    push(app::SelectCountry{"PAK"});
    push(app::ToggleRanking{});
    CHECK(app::shows_ranking(state));
    push(app::SelectCountry{"CHN"});
    CHECK_FALSE(app::shows_ranking(state));
    push(app::RaiseRanking{});
    CHECK(app::shows_ranking(state));
    push(app::SelectEvent{events::EventIndex{1}});
    CHECK_FALSE(app::shows_ranking(state));
    push(app::PeelLayer{});
    CHECK(app::shows_ranking(state));
    push(app::PeelLayer{});
    CHECK_FALSE(app::shows_ranking(state));
    CHECK(state.selection.countries.size() == 1);
    push(app::SetRanking{app::Ranked::Kinds});
    CHECK(app::shows_ranking(state));
    push(app::ToggleRanking{});
    CHECK_FALSE(state.ranking.shown);
}

TEST_CASE_FIXTURE(Fixture, "what a ranking goes by goes round: events, partners of countries, each currency") {
    World valued = world;
    valued.values = app::ValueScales{
        *world_of({an_event("trade", "2025-01-01").worth(1e9, "USD"), an_event("trade", "2025-01-02").worth(2e9, "USD"),
                   an_event("trade", "2025-01-01").worth(1e9, "CNY")})
             .events};
    std::vector<std::string> round;
    state.ranking.of = app::Ranked::Countries;
    for (int i = 0; i < 4; ++i) {
        state = reduce(state, app::NextRankBy{}, valued);
        round.push_back(state.ranking.by == app::RankBy::Partners ? "partners" : state.ranking.currency);
    }
    CHECK(round == std::vector<std::string>{"partners", "USD", "CNY", ""});
    state.ranking.of = app::Ranked::Pairs;
    state = reduce(state, app::NextRankBy{}, valued);
    CHECK(state.ranking.currency == "USD");
    state = reduce(state, app::NextRankBy{}, world);  // without values
    CHECK(state.ranking.by == app::RankBy::Events);
}

TEST_CASE_FIXTURE(Fixture, "an event that is shown is selected, and its time and places come into view") {
    push(app::Resize{{1280.0F, 720.0F}});
    push(app::Seek{day(2024, 1, 11) + 0.5});
    state.time.mode = WindowMode::Moment;
    const double before = state.time.playhead;
    push(app::GoToEvent{events::EventIndex{1}});  // the first is known only to the year
    CHECK(state.selection.event == events::EventIndex{1});
    CHECK(state.time.playhead == before);
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        push(app::GoToEvent{events::EventIndex{i}});
        CHECK(app::is_in_window(state, world, (*world.events)[events::EventIndex{i}]));
    }
    push(app::GoToEvent{events::EventIndex{1000}});
    CHECK(state.selection.event == static_cast<events::EventIndex>(world.events->size() - 1));
}

TEST_CASE_FIXTURE(Fixture, "peeling takes the table before the country, and filters last") {
    push(app::SelectCountry{"PAK"});
    push(app::ToggleTable{});
    push(app::SetFilter{{.tags = {"x"}}});
    push(app::PeelLayer{});
    CHECK_FALSE(state.table);
    push(app::PeelLayer{});
    CHECK(state.selection.countries.empty());
    CHECK(app::has_filters(state));
    push(app::PeelLayer{});
    CHECK_FALSE(app::has_filters(state));
}

TEST_CASE_FIXTURE(Fixture,
                  "peeling takes help, the event's card, the country's card and the whole screen, in that order") {
    push(app::ToggleFullscreen{});
    push(app::SelectCountry{"PAK"});
    push(app::SelectEvent{events::EventIndex{0}});
    push(app::ToggleHelp{});
    push(app::PeelLayer{});
    CHECK_FALSE(state.help_shown);
    CHECK(state.selection.event);
    push(app::PeelLayer{});
    CHECK_FALSE(state.selection.event);
    CHECK(state.selection.countries.size() == 1);
    push(app::PeelLayer{});
    CHECK(state.selection.countries.empty());
    CHECK(state.fullscreen);
    push(app::PeelLayer{});
    CHECK_FALSE(state.fullscreen);
}

TEST_CASE_FIXTURE(Fixture, "a pointer that moves starts to rest anew and one that stays rests on") {
    push(app::PointAt{{10.0F, 20.0F}, {geodata::CountryId{1}, std::nullopt}});
    CHECK(state.hover.country == geodata::CountryId{1});
    push(app::Tick{0.4});
    push(app::PointAt{{10.0F, 20.0F}, {}});
    CHECK(state.pointer_rest_s == 0.4);
    CHECK_FALSE(state.hover.country);
    push(app::PointAt{{11.0F, 20.0F}, {}});
    CHECK(state.pointer_rest_s == 0.0);
}

TEST_CASE_FIXTURE(Fixture, "something is animated while it waits for a tooltip, and not afterwards") {
    CHECK_FALSE(app::is_animating(state));
    push(app::PointAt{{10.0F, 20.0F}, {geodata::CountryId{1}, std::nullopt}});
    CHECK(app::is_animating(state));
    push(app::Tick{0.6});
    CHECK_FALSE(app::is_animating(state));
}

TEST_CASE_FIXTURE(Fixture, "panning moves the map with the hand") {
    const geodata::WorldXY held = state.camera.world_from_screen({300.0F, 400.0F});
    push(app::Pan{25.0F, -40.0F});
    const render::ScreenPt at = state.camera.screen_from_world(held);
    CHECK(at.x == doctest::Approx(325.0));
    CHECK(at.y == doctest::Approx(360.0));
}

TEST_CASE_FIXTURE(Fixture, "zooming keeps the point under the cursor") {
    std::mt19937 dice{2};
    const auto number = [&](double from, double to) { return std::uniform_real_distribution<double>{from, to}(dice); };
    for (int i = 0; i < 200; ++i) {
        state.camera = {{number(-5e6, 5e6), number(-5e6, 5e6)}, number(200.0, 8000.0), {1920.0F, 1080.0F}};
        const render::ScreenPt about{static_cast<float>(number(0.0, 1920.0)), static_cast<float>(number(0.0, 1080.0))};
        const geodata::WorldXY fixed = state.camera.world_from_screen(about);
        const double scale = state.camera.metres_per_pt;
        const double factor = number(0.4, 3.0);
        push(app::Zoom{about, factor});
        const render::ScreenPt at = state.camera.screen_from_world(fixed);
        CHECK(std::hypot(at.x - about.x, at.y - about.y) < 0.05F);
        CHECK(state.camera.metres_per_pt == doctest::Approx(scale / factor));
    }
}

TEST_CASE_FIXTURE(Fixture, "zoom and pan have their ends") {
    push(app::Zoom{{100.0F, 100.0F}, 1e9});
    const double nearest = state.camera.metres_per_pt;
    push(app::Zoom{{100.0F, 100.0F}, 2.0});
    CHECK(state.camera.metres_per_pt == nearest);
    push(app::Zoom{{100.0F, 100.0F}, 1e-9});
    const double farthest = state.camera.metres_per_pt;
    CHECK(farthest > 100.0 * nearest);
    // The flat Earth is 36 000 km by 18 000 km: all of it is in view, and fills nine tenths of the free map.
    const render::RectPt free = app::free_map(state, world);
    CHECK(std::max(36e6 / farthest / static_cast<double>(free.width()),
                   18e6 / farthest / static_cast<double>(free.height())) == doctest::Approx(0.9).epsilon(1e-3));
    push(app::Zoom{{100.0F, 100.0F}, 10.0});
    push(app::Pan{-1e9F, 1e9F});
    CHECK(state.camera.center.x == doctest::Approx(18e6).epsilon(1e-4));
    CHECK(state.camera.center.y == doctest::Approx(9e6).epsilon(1e-4));
}

TEST_CASE_FIXTURE(Fixture, "a map that fits the window stands in its middle, and comes there without a jump") {
    const auto off_middle = [&] {
        const render::ScreenPt middle = state.camera.screen_from_world(world.reach.center());
        const render::ScreenPt free = app::free_map(state, world).center();
        return std::hypot(middle.x - free.x, middle.y - free.y);
    };
    push(app::JumpTo{{{17e6, 8e6}, 4000.0, {}}});
    REQUIRE(off_middle() > 3000.0F);
    float largest_step = 0.0F;
    for (int i = 0; i < 600; ++i) {
        const float before = off_middle();
        push(app::Zoom{{100.0F, 100.0F}, 0.99});
        largest_step = std::max(largest_step, std::abs(off_middle() - before));
    }
    CHECK(largest_step < 100.0F);
    CHECK(off_middle() < 0.1F);
    push(app::Pan{300.0F, -200.0F});
    CHECK(off_middle() < 0.1F);
    push(app::Resize{{1000.0F, 700.0F}});
    push(app::JumpTo{{{17e6, 8e6}, 1e9, {}}});
    CHECK(off_middle() < 0.1F);
}

TEST_CASE_FIXTURE(Fixture, "a globe cannot be pushed out of the window, and slides along its rim") {
    world.projection =
        geodata::gdal::make_projection(std::string{geodata::named_projection("globe")->definition}).value;
    app::derive(world);
    CHECK(world.reach.max_x == doctest::Approx(6378137.0).epsilon(1e-3));
    push(app::JumpTo{{{0.0, 0.0}, 2000.0, {}}});
    push(app::Pan{-6000.0F, 6000.0F});
    const geodata::WorldXY pushed = state.camera.center;
    CHECK(world.projection->lonlat_from_world(pushed).has_value());
    CHECK(std::hypot(pushed.x, pushed.y) == doctest::Approx(6378137.0).epsilon(0.01));
    CHECK(pushed.x > 3e6);
    CHECK(pushed.y > 3e6);
    CHECK(world.kept_on_map(pushed) == pushed);
    CHECK(world.kept_on_map({1e6, -2e6}) == geodata::WorldXY{1e6, -2e6});
}

TEST_CASE_FIXTURE(Fixture, "a projection is asked for, and everything else of the ground stays") {
    app::GroundChoice choice;
    choice.boundaries = "some.gpkg";
    choice.raster = "relief.tif";
    push(app::SetGround{choice});
    push(app::SetProjection{"mercator"});
    choice.projection = "mercator";
    CHECK(state.ground == choice);
}

TEST_CASE_FIXTURE(Fixture, "a changed ground is seen through its own camera, forgets the pointer, and fades in") {
    state.selection.countries = {"PAK"};
    state.hover.country = geodata::CountryId{1};
    push(app::Fit{});
    push(app::GroundChanged{{{1e6, 2e6}, 3000.0, {}}});
    CHECK(state.camera == render::Camera{{1e6, 2e6}, 3000.0, {1920.0F, 1080.0F}});
    CHECK_FALSE(state.flight.has_value());
    CHECK(state.hover == app::Hover{});
    CHECK(state.selection.countries.size() == 1);
    CHECK(state.fade == 1.0);
    CHECK(app::is_animating(state));
    push(app::Tick{0.15});
    CHECK(state.fade == doctest::Approx(0.5));
    push(app::Tick{1.0});
    CHECK(state.fade == 0.0);
    CHECK_FALSE(app::is_animating(state));
    state.reduced_motion = true;
    push(app::GroundChanged{{{0, 0}, 3000.0, {}}});
    CHECK(state.fade == 0.0);
}

TEST_CASE_FIXTURE(Fixture, "a jump keeps the viewport's size") {
    push(app::JumpTo{{{1e6, 2e6}, 3000.0, {1.0F, 1.0F}}});
    CHECK(state.camera == render::Camera{{1e6, 2e6}, 3000.0, {1920.0F, 1080.0F}});
    push(app::Resize{{800.0F, 600.0F}});
    CHECK(state.camera.size == render::SizePt{800.0F, 600.0F});
}

TEST_CASE_FIXTURE(Fixture, "a flight ends exactly at its goal and keeps the size of the window") {
    AppState still = state;
    still.reduced_motion = true;
    const AppState goal = reduce(still, app::Fit{{"CHN"}}, world);
    CHECK_FALSE(goal.flight);
    push(app::Fit{{"CHN"}});
    REQUIRE(state.flight);
    CHECK(app::is_animating(state));
    CHECK(state.camera != goal.camera);
    const double duration = state.flight->duration_s;
    CHECK(duration >= 0.5);
    CHECK(duration <= 1.4);
    for (double t = 0.0; t < duration - 0.02; t += 0.01) {
        push(app::Tick{0.01});
        CHECK(state.flight);
        CHECK(state.camera.metres_per_pt > 0.0);
    }
    push(app::Tick{0.1});
    CHECK_FALSE(state.flight);
    CHECK(state.camera == goal.camera);
}

TEST_CASE_FIXTURE(Fixture, "a flight that another one follows goes on from where the camera is") {
    push(app::Fit{{"CHN"}});
    push(app::Tick{0.3});
    const render::Camera underway = state.camera;
    REQUIRE(state.flight);
    push(app::Fit{{"PAK"}});
    CHECK(state.camera == underway);
    REQUIRE(state.flight);
    CHECK(state.flight->from == underway);
    push(app::Tick{1e-4});
    CHECK(state.camera.center.x == doctest::Approx(underway.center.x).epsilon(1e-6));
    CHECK(state.camera.metres_per_pt == doctest::Approx(underway.metres_per_pt).epsilon(1e-4));
    push(app::Tick{2.0});
    AppState still = state;
    still.reduced_motion = true;
    CHECK(state.camera == reduce(still, app::Fit{{"PAK"}}, world).camera);
}

TEST_CASE_FIXTURE(Fixture, "a glide moves the eye by a quarter of the window's shorter side") {
    const double step = 270.0 * state.camera.metres_per_pt;
    const render::Camera before = state.camera;
    push(app::Glide{1, 0, 0});
    REQUIRE(state.flight);
    push(app::Tick{1.0});
    CHECK_FALSE(state.flight);
    CHECK(state.camera.center.x == doctest::Approx(before.center.x + step));
    CHECK(state.camera.center.y == before.center.y);
    push(app::Glide{-1, 1, 0});
    push(app::Tick{1.0});
    CHECK(state.camera.center.x == doctest::Approx(before.center.x));
    CHECK(state.camera.center.y == doctest::Approx(before.center.y - step));
    CHECK(state.camera.metres_per_pt == before.metres_per_pt);
}

TEST_CASE_FIXTURE(Fixture, "a glide zooms by half as much again about the middle of the free map") {
    const render::ScreenPt middle = app::free_map(state, world).center();
    const auto there = state.camera.world_from_screen(middle);
    const double before = state.camera.metres_per_pt;
    push(app::Glide{0, 0, 1});
    push(app::Tick{1.0});
    CHECK(state.camera.metres_per_pt == doctest::Approx(before / 1.5));
    CHECK(state.camera.screen_from_world(there).x == doctest::Approx(middle.x).epsilon(1e-3));
    CHECK(state.camera.screen_from_world(there).y == doctest::Approx(middle.y).epsilon(1e-3));
    push(app::Glide{0, 0, -1});
    push(app::Tick{1.0});
    CHECK(state.camera.metres_per_pt == doctest::Approx(before));
}

TEST_CASE_FIXTURE(Fixture, "a glide that is begun again and again goes on evenly and ends soon after") {
    double slowest = 1e9;
    double before = state.camera.center.x;
    for (int i = 0; i < 10; ++i) {  // as a key that is held down repeats
        push(app::Glide{-1, 0, 0});
        push(app::Tick{1.0 / 30.0});
        slowest = std::min(slowest, before - state.camera.center.x);
        before = state.camera.center.x;
    }
    const double step = 270.0 * state.camera.metres_per_pt;
    CHECK(slowest > step / 8.0);
    push(app::Tick{1.0});
    CHECK(before - state.camera.center.x <= step);
}

TEST_CASE_FIXTURE(Fixture, "a glide stops where the map ends, and without motion it is a step") {
    state.reduced_motion = true;
    for (int i = 0; i < 300; ++i) {
        push(app::Glide{1, 0, 0});
        REQUIRE_FALSE(state.flight);
    }
    CHECK(state.camera.center.x == world.reach.max_x);
    for (int i = 0; i < 50; ++i) {
        push(app::Glide{0, 0, 1});
    }
    const double nearest = state.camera.metres_per_pt;
    push(app::Glide{0, 0, 1});
    CHECK(state.camera.metres_per_pt == nearest);
}

TEST_CASE_FIXTURE(Fixture, "a hand on the map ends a flight where it is") {
    for (const Command& command : {Command{app::Pan{1.0F, 0.0F}}, Command{app::Zoom{{5.0F, 5.0F}, 1.1}},
                                   Command{app::JumpTo{{{0.0, 0.0}, 5000.0, {}}}}}) {
        push(app::Fit{{"PAK"}});
        push(app::Tick{0.1});
        REQUIRE(state.flight);
        push(command);
        CHECK_FALSE(state.flight);
    }
}

TEST_CASE_FIXTURE(Fixture, "fitting nothing, or what nobody knows, shows the region") {
    state.reduced_motion = true;
    push(app::Fit{});
    const render::Camera region = state.camera;
    push(app::Fit{{"PAK"}});
    CHECK(state.camera != region);
    push(app::Fit{{"XXX"}});
    CHECK(state.camera == region);
    CHECK(region.metres_per_pt > 0.0);
}

TEST_CASE("a fitted country fills the room that is for it") {
    const World& world = bundled().world;
    for (const render::SizePt size : {render::SizePt{1280, 720}, {1920, 1080}, {3840, 2160}}) {
        for (const char* code : {"PAK", "IND", "CHN", "BGD", "KAZ", "NPL", "LKA", "AFG", "BTN", "MMR"}) {
            AppState state = support::bundled_state(size.width, size.height);
            state.selection.countries = {code};
            state = reduce(state, app::Fit{{code}}, world);
            CHECK_FALSE(state.flight);
            const render::RectPt free = app::fit_area(state, world);
            const auto id = world.boundaries->find(code);
            REQUIRE(id);
            const geodata::WorldBox box = world.country_boxes[static_cast<std::size_t>(*id)];
            const render::ScreenPt a = state.camera.screen_from_world({box.min_x, box.max_y});
            const render::ScreenPt b = state.camera.screen_from_world({box.max_x, box.min_y});
            CAPTURE(std::string{code});
            CAPTURE(size.width);
            CHECK(a.x >= free.left - 0.1F);
            CHECK(a.y >= free.top - 0.1F);
            CHECK(b.x <= free.right + 0.1F);
            CHECK(b.y <= free.bottom + 0.1F);
            // As large as that allows.
            const float room = std::min(free.width() - (b.x - a.x), free.height() - (b.y - a.y));
            CHECK((room < 0.5F || state.camera.metres_per_pt == 240.0));
            // The shape itself, not only the box that was made for it.
            float outside = 0.0F;
            const geodata::Polygon* largest = nullptr;
            for (const geodata::Polygon& polygon : (*world.boundaries)[*id].polygons) {
                largest = largest == nullptr || polygon.rings[0].size() > largest->rings[0].size() ? &polygon : largest;
            }
            for (const geodata::LonLat p : largest->rings[0]) {
                const render::ScreenPt at = state.camera.screen_from_world(world.project(p).value());
                outside = std::max({outside, free.left - at.x, at.x - free.right, free.top - at.y, at.y - free.bottom});
            }
            CHECK(outside < 16.0F);
        }
    }
}

TEST_CASE_FIXTURE(Fixture, "switches are switched and switched back") {
    push(app::ToggleYearOnly{});
    push(app::TogglePanels{});
    push(app::ToggleLegend{});
    push(app::ToggleHelp{});
    push(app::ToggleFullscreen{});
    push(app::ToggleLoop{});
    push(app::ToggleSkipQuiet{});
    CHECK(state.year_only_shown);
    CHECK_FALSE(state.panels_shown);
    CHECK_FALSE(state.legend_shown);
    CHECK(state.help_shown);
    CHECK(state.fullscreen);
    CHECK(state.time.loop);
    CHECK_FALSE(state.time.skip_quiet);
    push(app::TogglePanels{});
    push(app::ToggleLegend{});
    CHECK(state.panels_shown);
    CHECK(state.legend_shown);
}

TEST_CASE("what is fitted are countries and the links between them, arcs and sea lanes included") {
    const World& world = bundled().world;
    struct View {
        std::vector<std::string> countries;
        double day;
    };
    for (const View& view : {View{{"PAK", "BGD"}, day(2025, 3, 15)}, View{{"PAK", "BGD"}, day(2025, 12, 31)},
                             View{{"KAZ", "PAK"}, day(2025, 9, 9)}, View{{"PAK", "CHN"}, day(2025, 5, 20)}}) {
        for (const render::SizePt size : {render::SizePt{1280, 720}, {1920, 1080}}) {
            AppState state = support::bundled_state(size.width, size.height);
            state.time.playhead = view.day + 0.5;
            state = reduce(state, app::Fit{view.countries}, world);
            const geodata::WorldBox box = app::box_of_links_between(view.countries, state, world, state.camera);
            CAPTURE(view.countries.front());
            CAPTURE(view.countries.back());
            REQUIRE_FALSE(box.empty());
            const render::RectPt free = app::free_map(state, world).grown(-46.0F);
            const render::ScreenPt a = state.camera.screen_from_world({box.min_x, box.max_y});
            const render::ScreenPt b = state.camera.screen_from_world({box.max_x, box.min_y});
            CHECK(a.x >= free.left);
            CHECK(a.y >= free.top);
            CHECK(b.x <= free.right);
            CHECK(b.y <= free.bottom);
        }
    }
}

TEST_CASE("on the opening map no link runs under the date tab") {
    const World& world = bundled().world;
    for (const render::SizePt size : {render::SizePt{1280, 720}, {1920, 1080}, {3840, 2160}}) {
        const AppState state = support::bundled_state(size.width, size.height);
        const float tab_top = app::date_tab_at(0.0F, app::panel_places(state, world).timeline).top;
        const auto links =
            app::layout_links(app::visible_events(state, world), world, bundled().crossings, state.camera);
        CHECK_FALSE(links.links.empty());
        for (const app::LinkLayout& link : links.links) {
            for (const render::Path& path : link.paths) {
                for (const render::ScreenPt p : path.points) {
                    CHECK(p.y < tab_top);
                }
            }
        }
    }
}

TEST_CASE_FIXTURE(Fixture, "links to other countries are not fitted") {
    state.reduced_motion = true;
    state.time.mode = WindowMode::All;
    CHECK(app::box_of_links_between(std::vector<std::string>{"CHN"}, state, world, state.camera).empty());
    const auto id = world.boundaries->find("CHN").value();
    const auto only_the_country = app::camera_to_fit(world.country_boxes[static_cast<std::size_t>(id)], state, world);
    push(app::Fit{{"CHN"}});
    CHECK(state.camera == only_the_country);
}

TEST_CASE_FIXTURE(Fixture, "a person's theme is shown, stays at hand, and is replaced by the next") {
    const auto first = std::make_shared<const render::Theme>(render::light_theme());
    const auto second = std::make_shared<const render::Theme>(render::dark_theme());
    push(app::SetTheme{first.get()});
    CHECK(state.theme == &render::dark_theme());  // nobody owns it yet
    push(app::SetOwnTheme{first});
    CHECK(state.theme == first.get());
    push(app::SetTheme{&render::contrast_theme()});
    CHECK(state.theme == &render::contrast_theme());
    push(app::SetTheme{first.get()});
    CHECK(state.theme == first.get());
    push(app::SetOwnTheme{second});
    push(app::SetOwnTheme{nullptr});
    CHECK(state.theme == second.get());
    push(app::SetTheme{first.get()});
    CHECK(state.theme == second.get());
}

TEST_CASE_FIXTURE(Fixture, "a kind is hidden and shown again") {
    const auto kind = world.events->kinds().find("visit").value();
    push(app::ToggleKind{kind});
    CHECK(state.hidden_kinds == std::vector{kind});
    push(app::ToggleKind{kind});
    CHECK(state.hidden_kinds.empty());
}

TEST_CASE_FIXTURE(Fixture, "names are written as asked for, and L goes round the four ways") {
    push(app::SetLabels{app::LabelMode::Both});
    CHECK(state.labels == app::LabelMode::Both);
    push(app::NextLabels{});
    CHECK(state.labels == app::LabelMode::None);
    push(app::NextLabels{});
    CHECK(state.labels == app::LabelMode::English);
    push(app::NextLabels{});
    CHECK(state.labels == app::LabelMode::Local);
}

TEST_CASE_FIXTURE(Fixture, "pairs are bundled as asked for, and a rest on a bundle waits for its tip") {
    CHECK(state.bundles == app::BundleMode::Auto);
    push(app::SetBundles{app::BundleMode::On});
    CHECK(state.bundles == app::BundleMode::On);
    CHECK_FALSE(app::is_animating(state));
    push(app::PointAt{{10.0F, 10.0F}, {std::nullopt, std::nullopt, app::LinkPair{"CHN", "PAK"}}});
    CHECK(app::is_animating(state));
}

TEST_CASE_FIXTURE(Fixture, "one kind is shown alone, and the same again brings all back, whatever was hidden before") {
    const events::KindTable& kinds = world.events->kinds();
    const events::KindId visit = kinds.find("visit").value();
    const events::KindId trade = kinds.find("trade").value();
    push(app::ToggleKind{visit});
    push(app::SoloKind{visit});
    CHECK(app::is_alone(state, world, visit));
    CHECK_FALSE(app::is_hidden(state, visit));
    CHECK(app::is_hidden(state, trade));
    push(app::SoloKind{trade});
    CHECK(app::is_alone(state, world, trade));
    CHECK(app::is_hidden(state, visit));
    push(app::SoloKind{trade});
    CHECK(state.hidden_kinds.empty());
    CHECK_FALSE(app::is_alone(state, world, trade));
}

TEST_CASE("the kinds that occur are gone through one by one, then all are shown, and back") {
    const app::World world = support::world_of(
        {an_event("trade", "2025-01-01"), an_event("visit", "2025-01-02"), an_event("visit", "2025-01-03")});
    const events::KindId visit = world.events->kinds().find("visit").value();
    const events::KindId trade = world.events->kinds().find("trade").value();
    app::AppState state;
    const auto push = [&](const app::Command& command) { state = app::reduce(state, command, world); };
    push(app::SoloNextKind{1});
    CHECK(app::is_alone(state, world, visit));
    push(app::SoloNextKind{1});
    CHECK(app::is_alone(state, world, trade));
    push(app::SoloNextKind{1});
    CHECK(state.hidden_kinds.empty());
    push(app::SoloNextKind{-1});
    CHECK(app::is_alone(state, world, trade));
    // Some hidden by hand count as all.
    push(app::ToggleKind{visit});
    push(app::SoloNextKind{1});
    CHECK(app::is_alone(state, world, visit));
}

TEST_CASE("bundles are as wide as their number, then as their sum in each currency, that of most events first") {
    const app::World world = support::world_of(
        {an_event("trade", "2025-01-01").worth(1, "CNY"), an_event("trade", "2025-01-02").worth(2, "USD"),
         an_event("trade", "2025-01-03").worth(3, "USD"), an_event("trade", "2025-01-04").worth(4, "", "TEU")});
    app::AppState state;
    std::string seen;
    for (int i = 0; i < 4; ++i) {
        state = app::reduce(state, app::NextBundleWidth{}, world);
        seen += state.bundle_currency + ' ';
    }
    CHECK(seen == "USD CNY  USD ");
    state = app::reduce(state, app::SetBundleCurrency{"CNY"}, world);
    CHECK(state.bundle_currency == "CNY");
    CHECK(app::reduce(app::AppState{}, app::NextBundleWidth{}, support::world_of({})).bundle_currency.empty());
}

TEST_CASE_FIXTURE(Fixture, "theme, focus, scale and the end are what was asked for") {
    push(app::SetTheme{&render::light_theme()});
    push(app::SetTheme{nullptr});
    CHECK(state.theme == &render::light_theme());
    push(app::SetFocus{{"PAK", "CHN"}});
    CHECK(state.focus == std::vector<std::string>{"PAK", "CHN"});
    push(app::SetUiScale{2.0});
    CHECK(state.ui_scale == 2.0);
    push(app::SetUiScale{0.0});
    CHECK(state.ui_scale == 0.5);
    push(app::SetUiScale{9.0});
    CHECK(state.ui_scale == 4.0);
    CHECK_FALSE(state.quit);
    push(app::Quit{});
    CHECK(state.quit);
}

TEST_CASE_FIXTURE(Fixture, "a menu opens and closes, and Esc puts it away before anything below") {
    push(app::SelectCountry{"PAK", false});
    push(app::ToggleMenu{app::Menu::Projection});
    CHECK(state.menu == app::Menu::Projection);
    push(app::PeelLayer{});
    CHECK_FALSE(state.menu);
    CHECK(state.selection.countries.size() == 1);
    push(app::ToggleMenu{app::Menu::Projection});
    push(app::ToggleMenu{app::Menu::Projection});
    CHECK_FALSE(state.menu);
}
