#include "app/state/go_to_event.h"

#include "app/state/command.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>

using support::an_event;

namespace {

app::AppState gone_to(const app::World& world, std::string_view id, app::AppState state) {
    return app::reduce(std::move(state), app::GoToEvent{world.events->find(id).value()}, world);
}

}  // namespace

TEST_CASE("an event in the window is selected, and time stays where it is") {
    const app::World world = support::world_of({an_event("visit", "2025-05-19").named("v").from("PAK").to("CHN")});
    const app::AppState before = support::state_at("2025-05-20");
    const app::AppState after = gone_to(world, "v", before);
    CHECK(after.selection.event == events::EventIndex{0});
    CHECK(after.time == before.time);
}

TEST_CASE("time goes to an event that is out of the window, and rests there") {
    const app::World world = support::world_of({an_event("visit", "2020-05-19").named("v").from("PAK").to("CHN"),
                                                an_event("visit", "").named("undated").from("PAK").to("CHN"),
                                                an_event("visit", "2025?").named("year").from("PAK").to("CHN")});
    app::AppState state = support::state_at("2025-05-20");
    state.time.playing = true;
    const app::AppState after = gone_to(world, "v", state);
    CHECK(after.time.playhead == events::days_from_civil({2020, 5, 19}) + 0.5);
    CHECK_FALSE(after.time.playing);
    CHECK(gone_to(world, "undated", state).time.playhead == state.time.playhead);
    CHECK_FALSE(after.year_only_shown);
    CHECK(gone_to(world, "year", state).year_only_shown);
    for (const char* id : {"v", "year"}) {
        const app::AppState there = gone_to(world, id, state);
        const auto visible = app::visible_events(there, world);
        CHECK(std::find(visible.begin(), visible.end(), *there.selection.event) != visible.end());
    }
}

TEST_CASE("an agreement that stays on the map is in the window, and time stays where it is") {
    const app::World world =
        support::world_of({an_event("agreement", "2020-05-19").named("a").with("PAK").with("CHN")});
    app::AppState state = support::state_at("2025-05-20");
    CHECK(gone_to(world, "a", state).time == state.time);
    state.time.agreements_stay = false;
    CHECK(gone_to(world, "a", state).time.playhead == events::days_from_civil({2020, 5, 19}) + 0.5);
}

TEST_CASE("an event that does not exist changes nothing") {
    const app::World world = support::world_of({});
    const app::AppState before = support::state_at("2025-05-20");
    const app::AppState after = app::reduce(before, app::GoToEvent{events::EventIndex{9}}, world);
    CHECK_FALSE(after.selection.event.has_value());
    CHECK_FALSE(after.flight.has_value());
}
