// Undo and redo. Pure.
//
//   back: oldest ... latest   |   now (AppState)   |   forth: ... next
//
// A step is what one hand did: all commands of one batch, and for a drag or a held key all batches of it.
#pragma once

#include "app/state/command.h"

namespace app {

/// The part of the state that undo brings back. A camera in flight counts as where it flies.
[[nodiscard]] Undoable undoable_of(const AppState& state);

/// The state after all the commands, which together are one step. Whether anything was done that undo takes back shows
/// in `AppState::history`. At most 200 steps are kept. Whoever goes back and then does something else loses what was
/// undone.
[[nodiscard]] AppState reduce_step(AppState state, const Commands& commands, const World& world);

/// What is undone or redone is removed from one list and what was put onto the other. Nothing where there is none.
[[nodiscard]] std::optional<Undoable> taken_back(AppState& state);
[[nodiscard]] std::optional<Undoable> taken_forth(AppState& state);

}  // namespace app
