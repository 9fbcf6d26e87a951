// What Enter does with what a person has typed.
#pragma once

#include "app/state/command.h"

namespace app {

/// Commands that act on the text of the field that has the keyboard, or RefuseText with one line that says why they
/// cannot. Needs `state.typing`.
[[nodiscard]] Commands commands_of_entry(const AppState& state, const World& world);

}  // namespace app
