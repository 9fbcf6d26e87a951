#include "app/state/app_state.h"

#include "app/state/playback.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using app::AppState;
using app::WindowMode;
using app::World;
using support::an_event;
using support::bundled;
using support::state_at;
using support::world_of;

namespace {

double day(int year, int month, int day_of_month) {
    return events::days_from_civil({year, month, day_of_month});
}

std::vector<std::string> shown(const AppState& state, const World& world) {
    std::vector<std::string> ids;
    for (const events::EventIndex index : app::visible_events(state, world)) {
        ids.emplace_back((*world.events)[index].id);
    }
    return ids;
}

World a_few_years() {
    return world_of({an_event("visit", "2024-03-01/2024-03-03").named("visit").from("PAK").to("CHN"),
                     an_event("agreement", "2023-01-01/..").named("bond").with("IND").with("BGD"),
                     an_event("meeting", "2024~").named("year").with("PAK").with("IND"),
                     an_event("trade", "2024-04-10").named("trade").from("AFG").to("CHN"),
                     an_event("tension", "").named("undated").with("PAK").with("AFG")});
}

}  // namespace

TEST_CASE("the window ends just behind the playhead and begins where its mode says") {
    app::TimeState time;
    time.playhead = 1000.25;
    time.trail_days = 30.0;
    time.span_days = 365.0;
    time.mode = WindowMode::Moment;
    CHECK(app::window_of(time).start == 970.25);
    CHECK(app::window_of(time).end > 1000.25);
    CHECK(app::window_of(time).end < 1000.26);
    time.mode = WindowMode::Range;
    CHECK(app::window_of(time).start == 635.25);
    CHECK(app::window_of(time).end < 1000.26);
    time.mode = WindowMode::SoFar;
    CHECK(std::isinf(app::window_of(time).start));
    CHECK(app::window_of(time).end < 1000.26);
    time.mode = WindowMode::All;
    CHECK(std::isinf(app::window_of(time).start));
    CHECK(std::isinf(app::window_of(time).end));
}

TEST_CASE("each mode shows what lies in its window") {
    const World world = a_few_years();
    AppState state = state_at("2024-03-20");
    CHECK(shown(state, world) == std::vector<std::string>{"bond", "visit"});
    state.time.playhead = day(2024, 4, 5);
    CHECK(shown(state, world) == std::vector<std::string>{"bond"});
    state.time.mode = WindowMode::Range;
    CHECK(shown(state, world) == std::vector<std::string>{"bond", "year", "visit"});
    state.time.mode = WindowMode::SoFar;
    state.time.playhead = day(2023, 6, 1);
    CHECK(shown(state, world) == std::vector<std::string>{"bond"});
    state.time.mode = WindowMode::All;
    CHECK(shown(state, world) == std::vector<std::string>{"bond", "year", "visit", "trade", "undated"});
}

TEST_CASE("what starts at this very moment is shown, and what starts a minute later is not") {
    const World world = a_few_years();
    AppState state;
    state.time.playhead = day(2024, 4, 10);
    CHECK(shown(state, world).back() == "trade");
    state.time.playhead -= 1.0 / 1440.0;
    CHECK(shown(state, world).back() != "trade");
}

TEST_CASE("what is known to a doubtful year is hidden in the moment unless it is asked for") {
    const World world = a_few_years();
    CHECK(app::is_year_only(world.events->all()[1]));
    CHECK_FALSE(app::is_year_only(world.events->all()[0]));
    CHECK_FALSE(app::is_year_only(world.events->all()[4]));
    AppState state = state_at("2024-03-20");
    CHECK(shown(state, world).size() == 2);
    state.year_only_shown = true;
    CHECK(shown(state, world) == std::vector<std::string>{"bond", "year", "visit"});
}

TEST_CASE("focus leaves only the events that touch one of its countries") {
    const World world = a_few_years();
    AppState state;
    state.time.mode = WindowMode::All;
    state.focus = {"CHN"};
    CHECK(shown(state, world) == std::vector<std::string>{"visit", "trade"});
    state.focus = {"BGD", "AFG"};
    CHECK(shown(state, world) == std::vector<std::string>{"bond", "trade", "undated"});
    state.focus = {"NPL"};
    CHECK(shown(state, world).empty());
}

TEST_CASE("hidden kinds are not shown") {
    const World world = a_few_years();
    AppState state;
    state.time.mode = WindowMode::All;
    state.hidden_kinds = {world.events->kinds().find("visit").value(), world.events->kinds().find("tension").value()};
    CHECK(shown(state, world) == std::vector<std::string>{"bond", "year", "trade"});
}

TEST_CASE("the program opens on the day whose trail shows the most kinds, then the most events, then the latest") {
    const World kinds =
        world_of({an_event("visit", "2024-01-01").with("PAK"), an_event("visit", "2024-01-02").with("PAK"),
                  an_event("visit", "2024-01-03").with("PAK"), an_event("trade", "2024-06-01").with("PAK"),
                  an_event("visit", "2024-06-05").with("PAK")});
    CHECK(app::opening_day(*kinds.events, 30.0) == day(2024, 6, 5) + 0.5);
    CHECK(app::opening_day(*kinds.events, 2.0) == day(2024, 1, 3) + 0.5);
    const World equal =
        world_of({an_event("visit", "2024-01-01").with("PAK"), an_event("visit", "2024-06-01").with("PAK")});
    CHECK(app::opening_day(*equal.events, 30.0) == day(2024, 6, 1) + 0.5);
}

TEST_CASE("the opening does not look at what is undated, not on the map or known only to the year") {
    const World world = world_of({an_event("visit", "2024-01-01").with("PAK"), an_event("trade", "2025~").with("PAK"),
                                  an_event("meeting", "").with("PAK"), an_event("statement", "2025-03-03").with("UN")});
    CHECK(app::opening_day(*world.events, 30.0) == day(2024, 1, 1) + 0.5);
}

TEST_CASE("without a dated event the program opens in the middle of the days it was given") {
    const events::EventStore empty{{}, {}, {}, {day(2026, 1, 1), day(2026, 3, 2)}};
    CHECK(app::opening_day(empty, 30.0) == day(2026, 1, 31) + 0.5);
    CHECK(app::playable_span(empty).first == day(2026, 1, 1) + 0.5);
    CHECK(app::playable_span(empty).second > day(2026, 3, 2));
}

TEST_CASE("the bundled events open on 20 May 2025") {
    const double opening = app::opening_day(*bundled().world.events, 30.0);
    CHECK(events::iso_from_days(opening) == "2025-05-20");
}

TEST_CASE("agreements of a single day stay in Moment while they are in force, and nothing else does") {
    const auto made = [](const char* kind, const char* date, const char* id) {
        return an_event(kind, date).named(id).with("IND").with("BGD");
    };
    const World world = world_of(
        {made("agreement", "2024-01-10", "pact"), made("ceasefire", "2024-01-11", "truce"),
         made("visit", "2024-01-12", "visit"), made("agreement", "2024-01-13/2024-01-14", "interval"),
         made("agreement", "2024-01-15", "plan").being(events::Status::Planned),
         made("agreement", "2024-01-16", "ended")
             .since("2024-01-16", events::Status::InForce)
             .since("2024-03-01", events::Status::Ended),
         an_event("security", "2024-01-17").named("alone").with("PAK"), made("agreement", "2024-06-01", "later")});
    AppState state = state_at("2024-02-25");
    CHECK(shown(state, world) == std::vector<std::string>{"pact", "truce", "ended"});
    state.time.playhead = day(2024, 3, 10);
    CHECK(shown(state, world) == std::vector<std::string>{"pact", "truce"});
    state.hidden_kinds = {world.events->kinds().find("ceasefire").value()};
    CHECK(shown(state, world) == std::vector<std::string>{"pact"});
    const auto counts = app::counts_in_window(state, world, app::visible_events(state, world));
    CHECK(counts[static_cast<std::size_t>(state.hidden_kinds.front())] == 1);
    state.time.agreements_stay = false;
    CHECK(shown(state, world).empty());
    state.time.agreements_stay = true;
    state.time.mode = WindowMode::Range;
    state.time.span_days = 30.0;
    CHECK(shown(state, world).empty());
}

TEST_CASE("what stays is what a look at every event finds") {
    std::mt19937 random{11};
    const char* const kinds[] = {"agreement", "security", "ceasefire", "visit", "trade"};
    std::vector<events::EventDraft> list;
    for (int i = 0; i < 400; ++i) {
        events::EventDraft event =
            an_event(kinds[random() % 5], random() % 4 == 0 ? "2024-01-01/2024-01-09" : "2024-01-01")
                .named(std::to_string(i))
                .with("IND")
                .with("PAK")
                .being(random() % 3 == 0 ? events::Status::Proposed : events::Status::Signed);
        const double shift = static_cast<double>(random() % 700);
        event.date->strict.start += shift;
        event.date->strict.end += shift;
        event.date->fuzzy = event.date->strict;
        list.push_back(std::move(event));
    }
    const World world = world_of(list);
    AppState state = state_at("2024-01-01");
    for (int i = 0; i < 60; ++i) {
        state.time.playhead = day(2024, 1, 1) + 12.0 * i + 0.5;
        const events::DaySpan window = app::window_of(state.time);
        std::vector<events::EventIndex> wanted;
        for (std::size_t k = 0; k < world.events->size(); ++k) {
            const events::Event event = world.events->all()[k];
            const bool in_window = event.date->strict.start < window.end && event.date->strict.end > window.start;
            if (in_window || app::stays(event, state.time, world)) {
                wanted.push_back(static_cast<events::EventIndex>(k));
            }
        }
        CHECK(app::visible_events(state, world) == wanted);
    }
}
