#include "app/state/history.h"

#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <random>

using namespace app;
using support::bundled;
using support::bundled_state;

namespace {

const World& world() {
    return bundled().world;
}

AppState done(AppState state, const Commands& commands) {
    return reduce_step(std::move(state), commands, world());
}

}  // namespace

TEST_CASE("undo brings back the selection, the time, the filter and the view, and redo brings them on again") {
    const AppState opened = bundled_state();
    AppState state = done(opened, {SelectCountry{"PAK"}});
    state = done(state, {Seek{opened.time.playhead + 100.0}});
    state = done(state, {ToggleKind{world().kinds.front()}, SetFilter{{.tags = {"trade"}}}});
    REQUIRE(state.filtered);
    state = done(state, {Zoom{{400.0F, 300.0F}, 2.0}});
    const AppState last = state;
    for (int i = 0; i < 4; ++i) {
        state = done(state, {Undo{}});
    }
    CHECK(undoable_of(state) == undoable_of(opened));
    CHECK_FALSE(state.filtered);
    CHECK(undoable_of(done(state, {Undo{}})) == undoable_of(opened));
    for (int i = 0; i < 4; ++i) {
        state = done(state, {Redo{}});
    }
    CHECK(undoable_of(state) == undoable_of(last));
    CHECK(undoable_of(done(state, {Redo{}})) == undoable_of(last));
}

TEST_CASE("what is done together is undone together") {
    const AppState opened = bundled_state();
    const AppState state =
        done(opened, {ClearSelection{}, SelectCountry{"PAK"}, SelectCountry{"BGD", true}, Fit{{"PAK", "BGD"}}});
    CHECK(state.history.back.size() == 1);
    CHECK(undoable_of(done(state, {Undo{}})) == undoable_of(opened));
}

TEST_CASE("a drag is one step until the hand lets go") {
    const AppState opened = bundled_state();
    AppState state = opened;
    for (int i = 0; i < 10; ++i) {
        state = done(state, {Tick{0.016}, Pan{3.0F, 1.0F}});
    }
    CHECK(state.history.back.size() == 1);
    state = done(state, {EndStep{}});
    state = done(state, {Pan{30.0F, 0.0F}});
    CHECK(state.history.back.size() == 2);
    state = done(done(state, {Undo{}}), {Undo{}});
    CHECK(undoable_of(state) == undoable_of(opened));
}

TEST_CASE("undo after playing goes back to where it began") {
    const AppState opened = bundled_state();
    AppState state = done(opened, {Seek{world().events->extent().start}});
    const double began = state.time.playhead;
    state = done(state, {TogglePlay{}});
    for (int i = 0; i < 20; ++i) {
        state = done(state, {Tick{0.1}});
    }
    REQUIRE(state.time.playhead > began);
    state = done(state, {Undo{}});
    CHECK(state.time.playhead == began);
    CHECK_FALSE(state.time.playing);
}

TEST_CASE("passing time, the pointer, panels and looks are no steps") {
    AppState state = bundled_state();
    state = done(state, {Tick{1.0}, PointAt{{10.0F, 10.0F}, {}}, ToggleLegend{}, SetTheme{&render::light_theme()},
                         StartTyping{TextField::Palette, {}}, EditText{InsertText{"x"}}, EndTyping{}});
    CHECK(state.history.back.empty());
}

TEST_CASE("whoever goes back and does something else loses what was undone") {
    AppState state = done(bundled_state(), {SelectCountry{"PAK"}});
    state = done(state, {Undo{}});
    state = done(state, {SelectCountry{"IND"}});
    CHECK(state.history.forth.empty());
    CHECK(done(state, {Redo{}}).selection.countries == std::vector<std::string>{"IND"});
}

TEST_CASE("an undone view is flown to, and another projection has no views to go back to") {
    AppState state = bundled_state();
    state.reduced_motion = false;
    state = done(state, {Pan{500.0F, 0.0F}});
    CHECK(done(state, {Undo{}}).flight);
    state = done(state, {GroundChanged{state.camera}});
    CHECK_FALSE(done(state, {Undo{}}).flight);
}

TEST_CASE("any walk of steps is undone to its beginning") {
    std::mt19937 random{7};
    const AppState opened = bundled_state();
    for (int round = 0; round < 20; ++round) {
        AppState state = opened;
        for (int i = 0; i < 30; ++i) {
            const auto x = static_cast<float>(random() % 400U);
            switch (random() % 6U) {
                case 0:
                    state = done(state, {SelectCountry{random() % 2U == 0 ? "PAK" : "IND", random() % 2U == 0}});
                    break;
                case 1:
                    state = done(state, {Pan{x - 200.0F, 200.0F - x}});
                    break;
                case 2:
                    state = done(state, {StepEvent{random() % 2U == 0 ? 1 : -1}});
                    break;
                case 3:
                    state = done(state, {SoloNextKind{1}});
                    break;
                case 4:
                    state = done(state, {EndStep{}, Tick{0.1}});
                    break;
                default:
                    state = done(state, {SetMode{static_cast<WindowMode>(random() % 4U)}});
                    break;
            }
        }
        while (!state.history.back.empty()) {
            state = done(state, {Undo{}});
        }
        CHECK(undoable_of(state) == undoable_of(opened));
    }
}
