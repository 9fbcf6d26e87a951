#include "app/state/playback.h"

#include "app/input/shortcuts.h"
#include "app/input/typing_keys.h"
#include "app/state/command.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using app::AppState;
using app::Command;
using app::reduce;
using app::World;
using support::an_event;
using support::state_at;

namespace {

double day(int year, int month, int day_of_month) {
    return events::days_from_civil({year, month, day_of_month});
}

World few_events() {
    return support::world_of({an_event("visit", "2025-01-10").titled("Ten letters"), an_event("visit", "2025-01-20"),
                              an_event("meeting", "2025-01-20"), an_event("trade", "2025-06-01"),
                              an_event("visit", "2025-06-03/2025-06-05")});
}

AppState after(AppState state, const World& world, double seconds, double step_s = 0.05) {
    const auto steps = std::lround(seconds / step_s);
    for (long i = 0; i < steps && state.time.playing; ++i) {
        state = reduce(state, app::Tick{step_s}, world);
    }
    return state;
}

AppState after(AppState state, const World& world, const std::vector<Command>& commands) {
    for (const Command& command : commands) {
        state = reduce(std::move(state), command, world);
    }
    return state;
}

}  // namespace

TEST_CASE("in reverse time runs back to the first day and stops there, or begins anew from the last") {
    const World world = few_events();
    AppState state = state_at("2025-01-15");
    state.time.skip_quiet = false;
    state = after(state, world, {app::ToggleReverse{}, app::Play{}});
    const AppState later = after(state, world, 1.0);
    CHECK(later.time.playhead == doctest::Approx(state.time.playhead - 2.0));
    const AppState stopped = after(state, world, 100.0);
    CHECK_FALSE(stopped.time.playing);
    CHECK(stopped.time.playhead == app::playable_span(*world.events).first);
    const AppState again = reduce(stopped, app::Play{}, world);
    CHECK(again.time.playhead == app::playable_span(*world.events).second);
    state.time.loop = true;
    const AppState round = after(state, world, 4.0);
    CHECK(round.time.playing);
    CHECK(round.time.playhead > day(2025, 6, 1));
}

TEST_CASE("quiet stretches are skipped in both directions, and not when that is off") {
    const World world = few_events();
    AppState state = state_at("2025-03-15");
    state.time.playing = true;
    CHECK(after(state, world, 0.05).time.playhead == doctest::Approx(day(2025, 6, 1) - 2.0));
    state.time.reverse = true;
    CHECK(after(state, world, 0.05).time.playhead == day(2025, 1, 21) + state.time.trail_days);
    CHECK(after(state, world, 0.2).time.playhead < day(2025, 1, 21) + state.time.trail_days);
    state.time.skip_quiet = false;
    CHECK(after(state, world, 0.05).time.playhead == doctest::Approx(state.time.playhead - 0.1));
}

TEST_CASE("playing stays inside a marked loop, whichever way it runs") {
    const World world = few_events();
    for (const bool reverse : {false, true}) {
        AppState state = state_at("2025-06-02");
        state.time.reverse = reverse;
        state = after(state, world, {app::SetLoop{events::DaySpan{day(2025, 1, 10), day(2025, 1, 14)}}});
        CHECK(state.time.loop);
        CHECK(state.time.playhead == day(2025, 6, 2) + 0.5);
        state = reduce(state, app::Play{}, world);
        CHECK(state.time.playhead == (reverse ? day(2025, 1, 14) : day(2025, 1, 10)));
        for (int i = 0; i < 200; ++i) {
            state = after(state, world, 0.05);
            CHECK(state.time.playing);
            CHECK(state.time.playhead >= day(2025, 1, 10));
            CHECK(state.time.playhead <= day(2025, 1, 14));
        }
    }
}

TEST_CASE("[ and ] mark a loop at the playhead, and Esc takes it away") {
    const World world = few_events();
    AppState state = state_at("2025-01-15");
    const auto [first, last] = app::playable_span(*world.events);
    state = reduce(state, app::SetLoopEdge{false}, world);
    CHECK(state.time.loop_range == events::DaySpan{state.time.playhead, last});
    state.time.playhead += 10.0;
    state = reduce(state, app::SetLoopEdge{true}, world);
    CHECK(state.time.loop_range == events::DaySpan{state.time.playhead - 10.0, state.time.playhead});
    state.time.playhead -= 12.0;
    state = reduce(state, app::SetLoopEdge{true}, world);
    CHECK(state.time.loop_range == events::DaySpan{first, state.time.playhead});
    state = reduce(state, app::PeelLayer{}, world);
    CHECK_FALSE(state.time.loop_range.has_value());
    CHECK_FALSE(state.time.loop);
    CHECK_FALSE(reduce(state, app::SetLoop{events::DaySpan{5.0, 5.0}}, world).time.loop);
}

TEST_CASE("event by event, each day gets as long as its titles take to read") {
    const World world = few_events();
    AppState state = state_at("2025-01-08");
    CHECK(app::reading_s(state, world, day(2025, 1, 10)) == doctest::Approx(1.2 + 0.06 * 11.0));
    CHECK(app::reading_s(state, world, day(2025, 1, 11)) == doctest::Approx(1.2));
    CHECK(app::reading_s(state, world, day(2025, 1, 20)) > app::reading_s(state, world, day(2025, 1, 10)));
    state = after(state, world, {app::ToggleByEvent{}, app::Play{}});
    std::vector<double> stays;
    double last = state.time.playhead;
    for (int i = 0; i < 4000 && state.time.playing; ++i) {
        state = reduce(state, app::Tick{0.02}, world);
        CHECK(state.time.playhead >= last);
        if (state.time.playhead == last && (stays.empty() || stays.back() != last)) {
            stays.push_back(last);
        }
        last = state.time.playhead;
    }
    CHECK_FALSE(state.time.playing);
    const std::vector<double> wanted{day(2025, 1, 10) + 0.5, day(2025, 1, 20) + 0.5, day(2025, 6, 1) + 0.5,
                                     day(2025, 6, 3) + 0.5};
    for (const double at : wanted) {
        CHECK(std::find(stays.begin(), stays.end(), at) != stays.end());
    }
    state.time.reverse = true;
    state = after(reduce(state, app::Play{}, world), world, 1.0);
    CHECK(state.time.playhead == day(2025, 6, 3) + 0.5);
}

TEST_CASE("event by event a loop goes round its own events") {
    const World world = few_events();
    AppState state = state_at("2025-01-09");
    state =
        after(state, world,
              {app::SetLoop{events::DaySpan{day(2025, 1, 9), day(2025, 1, 25)}}, app::ToggleByEvent{}, app::Play{}});
    int turns = 0;
    double last = state.time.playhead;
    for (int i = 0; i < 2000; ++i) {
        state = reduce(state, app::Tick{0.05}, world);
        CHECK(state.time.playing);
        CHECK(state.time.playhead < day(2025, 1, 26));
        turns += state.time.playhead < last ? 1 : 0;
        last = state.time.playhead;
    }
    CHECK(turns > 3);
}

TEST_CASE("changing mode, speed, step, pace, direction or loop never moves the playhead") {
    const World world = few_events();
    for (const bool playing : {false, true}) {
        AppState state = state_at("2025-03-15");
        state.time.playing = playing;
        for (const Command& command : std::vector<Command>{
                 app::SetMode{app::WindowMode::Range}, app::SetSpeed{50.0}, app::ChangeSpeed{-1},
                 app::SetStep{app::TimeStep::Year}, app::ToggleReverse{}, app::ToggleByEvent{}, app::ToggleLoop{},
                 app::ToggleSkipQuiet{}, app::SetLoop{events::DaySpan{0.0, 10.0}}, app::SetLoopEdge{true},
                 app::SetLoop{}, app::SetTrail{7.0}, app::SetKnown{app::Known::Now}}) {
            const AppState changed = reduce(state, command, world);
            CHECK(changed.time.playhead == state.time.playhead);
            CHECK(changed.time.playing == playing);
        }
    }
}

TEST_CASE("digits choose speeds from slow to fast, and 0 the first one") {
    const AppState state;
    double last = 0.0;
    for (int digit = 1; digit <= 9; ++digit) {
        const auto code = static_cast<app::KeyCode>(static_cast<int>(app::KeyCode::Digit0) + digit);
        const auto command = app::command_of_key({0, code}, state);
        REQUIRE(command.has_value());
        const double speed = std::get<app::SetSpeed>(*command).days_per_second;
        CHECK(speed > last);
        last = speed;
    }
    const auto command = app::command_of_key({0, app::KeyCode::Digit0}, state);
    CHECK(std::get<app::SetSpeed>(*command).days_per_second == app::TimeState{}.days_per_second);
}

TEST_CASE("a speed is typed, and one that is none is told so") {
    const World world = few_events();
    AppState state = state_at("2025-01-15");
    const auto enter = [&] {
        const auto commands = app::commands_while_typing({0, app::KeyCode::Enter}, state, world);
        return after(state, world, *commands);
    };
    state = reduce(state, app::StartTyping{app::TextField::Speed, "1 month/s"}, world);
    const AppState set = enter();
    CHECK(set.time.days_per_second == 30.0);
    CHECK(set.time.playhead == state.time.playhead);
    CHECK_FALSE(set.typing.has_value());
    state = reduce(state, app::StartTyping{app::TextField::Speed, "fast"}, world);
    const AppState refused = enter();
    REQUIRE(refused.typing.has_value());
    CHECK_FALSE(refused.typing->why.empty());
}

TEST_CASE("steps by months and years keep the day of the month where there is one") {
    using app::TimeStep;
    CHECK(app::stepped_day(day(2024, 1, 31) + 0.5, TimeStep::Month, 1) == day(2024, 2, 29) + 0.5);
    CHECK(app::stepped_day(day(2024, 2, 29) + 0.25, TimeStep::Year, 1) == day(2025, 2, 28) + 0.25);
    CHECK(app::stepped_day(day(2024, 3, 15), TimeStep::Month, -15) == day(2022, 12, 15));
    CHECK(app::stepped_day(day(1, 1, 1), TimeStep::Month, -1) == day(0, 12, 1));
    CHECK(app::stepped_day(day(-5, 6, 1), TimeStep::Year, 10) == day(5, 6, 1));
    CHECK(app::stepped_day(10.0, TimeStep::Hour, -12) == 9.5);
    CHECK(app::stepped_day(10.0, TimeStep::Day, 3) == 13.0);
}
