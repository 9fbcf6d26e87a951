#include "app/state/history.h"

#include <utility>

namespace app {

namespace {

constexpr std::size_t most_steps = 200;

template <class... Any>
bool is_any_of(const Command& command) {
    return (std::holds_alternative<Any>(command) || ...);
}

/// What passes by itself, or moves in the history, is no step of it.
bool is_a_deed(const Command& command) {
    return !is_any_of<Tick, Resize, PointAt, GroundChanged, ShowLoading, Undo, Redo, EndStep>(command);
}

/// Many of these make one movement of the hand.
bool goes_on(const Command& command) {
    return is_any_of<Pan, Zoom, Glide, Seek, StepUnit, ChangeSpeed, SetTrail>(command);
}

std::optional<Undoable> moved_over(std::vector<Undoable>& from, std::vector<Undoable>& to, const AppState& state) {
    if (from.empty()) {
        return std::nullopt;
    }
    to.push_back(undoable_of(state));
    Undoable other = std::move(from.back());
    from.pop_back();
    return other;
}

}  // namespace

Undoable undoable_of(const AppState& state) {
    const render::Camera& aim = state.flight ? state.flight->to : state.camera;
    Undoable part{state.time,   state.selection, state.hidden_kinds,    state.focus,
                  state.filter, state.opened,    state.year_only_shown, Viewpoint{aim.center, aim.metres_per_pt}};
    part.time.playing = false;
    part.time.pace.reset();
    return part;
}

AppState reduce_step(AppState state, const Commands& commands, const World& world) {
    const Undoable before = undoable_of(state);
    const Command* deed = nullptr;  // the last one that changed something
    for (const Command& command : commands) {
        const bool counts = is_a_deed(command);
        const bool stood = !state.time.playing;
        const auto was = counts ? std::optional{undoable_of(state)} : std::nullopt;
        state = reduce(std::move(state), command, world);
        if (was && (*was != undoable_of(state) || (stood && state.time.playing))) {
            deed = &command;
        }
    }
    if (deed == nullptr) {
        return state;
    }
    History& history = state.history;
    const auto moving = goes_on(*deed) ? std::optional{deed->index()} : std::nullopt;
    if (!moving || history.moving != moving) {
        history.back.push_back(before);
        if (history.back.size() > most_steps) {
            history.back.erase(history.back.begin());
        }
    }
    history.moving = moving;
    history.forth.clear();
    return state;
}

std::optional<Undoable> taken_back(AppState& state) {
    state.history.moving.reset();
    return moved_over(state.history.back, state.history.forth, state);
}

std::optional<Undoable> taken_forth(AppState& state) {
    state.history.moving.reset();
    return moved_over(state.history.forth, state.history.back, state);
}

}  // namespace app
