// The panel that stands in the window while events are read, and what stops the reading.
#include "app/panels/loading_layout.h"
#include "app/commands/opening.h"
#include "app/panels/panel_places.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

using app::AppState;
using app::Loading;
using app::World;
using support::an_event;
using support::state_at;
using support::world_of;

namespace {

AppState reading(int percent, float width = 1920.0F, float height = 1080.0F) {
    AppState state = state_at("2025-05-20", width, height);
    state.loading = Loading{"world.json", percent, false};
    return state;
}

bool holds(const render::RectPt& outer, const render::RectPt& inner) {
    return outer.left <= inner.left && inner.right <= outer.right && outer.top <= inner.top &&
           inner.bottom <= outer.bottom;
}

}  // namespace

TEST_CASE("the panel of reading says the file and how much of it has been read, in words and as a bar") {
    const World world = world_of({});
    const app::LoadingLayout layout = loading_layout(reading(43), world);
    CHECK(layout.words == "Reading world.json: 43 %");
    CHECK(layout.bar.width() == doctest::Approx(layout.track.width() * 0.43F));
    CHECK(loading_layout(reading(0), world).bar.width() == 0.0F);
    CHECK(loading_layout(reading(100), world).bar == layout.track);
    AppState before = reading(0);
    before.loading->file.clear();
    CHECK(loading_layout(before, world).words == "Reading events");
}

TEST_CASE("the panel of reading stands above the timeline and holds its parts, however small the window is") {
    const World world = world_of({});
    for (const auto& [width, height] : {std::pair{1920.0F, 1080.0F}, {1280.0F, 720.0F}, {360.0F, 480.0F}}) {
        CAPTURE(width);
        const AppState state = reading(50, width, height);
        const app::LoadingLayout layout = loading_layout(state, world);
        CHECK(holds({0.0F, 0.0F, width, app::panel_places(state, world).timeline.top}, layout.place));
        for (const render::RectPt& part : {layout.words_place, layout.button, layout.track}) {
            CHECK(holds(layout.place, part));
        }
        CHECK(layout.words_place.right <= layout.button.left);
    }
}

TEST_CASE("Esc stops the reading when no menu lies on top, and does not put a card away at once") {
    const World world = world_of({});
    AppState state = reading(10);
    state.menu = app::Menu{};
    state.selection.countries = {"PAK"};
    state = reduce(state, app::PeelLayer{}, world);
    CHECK_FALSE(state.menu.has_value());
    CHECK_FALSE(state.loading->stopping);
    state = reduce(state, app::PeelLayer{}, world);
    CHECK(state.loading->stopping);
    CHECK(state.selection.countries.size() == 1);
    CHECK(loading_layout(state, world).words == "Stopping");
    state = reduce(state, app::ShowLoading{Loading{"world.json", 20, false}}, world);
    CHECK(state.loading->stopping);
    CHECK(state.loading->percent == 20);
    state = reduce(state, app::ShowLoading{}, world);
    CHECK_FALSE(state.loading.has_value());
    state = reduce(state, app::StopLoading{}, world);
    CHECK_FALSE(state.loading.has_value());
}

TEST_CASE("when events arrive the window opens on them, unless somebody has been at the time") {
    const World nothing = world_of({});
    const World world =
        world_of({an_event("visit", "2021-03-10").with("PAK"), an_event("trade", "2021-03-12").with("CHN")});
    const AppState opened = state_at("2025-05-20");
    const auto arrived = [&](AppState state) {
        const auto commands = app::arrival_commands({}, opened, state, world);
        REQUIRE(std::holds_alternative<app::Commands>(commands));
        for (const app::Command& command : std::get<app::Commands>(commands)) {
            if (!std::holds_alternative<app::JumpTo>(command)) {
                state = reduce(std::move(state), command, world);
            }
        }
        return state;
    };
    CHECK(events::iso_from_days(arrived(opened).time.playhead) == "2021-03-12");
    AppState elsewhen = opened;
    elsewhen.time.trail_days = 60.0;
    CHECK(arrived(elsewhen).time == elsewhen.time);
    AppState faster = opened;
    faster.time.known = app::Known::Now;
    faster.time.days_per_second = 30.0;
    CHECK(events::iso_from_days(arrived(faster).time.playhead) == "2021-03-12");
    CHECK(arrived(faster).time.known == app::Known::Now);
}

TEST_CASE("what was asked of events that never came is no error") {
    app::Options options;
    options.bundle_width = "USD";
    options.kinds = {"air_show"};
    const World world = support::world_of({});
    const AppState state;
    CHECK(std::holds_alternative<app::Unknown>(app::arrival_commands(options, state, state, world)));
    CHECK(
        std::holds_alternative<app::Commands>(app::arrival_commands(app::before_events(options), state, state, world)));
}

TEST_CASE("when events arrive the camera stays where somebody has taken it") {
    const World world = world_of({an_event("visit", "2021-03-10").with("PAK")});
    const AppState opened = state_at("2025-05-20");
    const auto jumps = [&](const AppState& state) {
        const auto commands = app::arrival_commands({}, opened, state, world);
        const auto& list = std::get<app::Commands>(commands);
        return std::any_of(list.begin(), list.end(),
                           [](const app::Command& command) { return std::holds_alternative<app::JumpTo>(command); });
    };
    AppState moved = opened;
    moved.camera.center.x += 1000.0;
    CHECK_FALSE(jumps(moved));
}
