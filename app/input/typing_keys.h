// What keys do while a field has the keyboard.
#pragma once

#include "app/input/key_names.h"
#include "app/state/command.h"

#include <optional>

namespace app {

/// What the key means to the field that is being typed into: edits, a row further up or down, Enter. Nothing for keys
/// that mean the same everywhere: Esc, F1 to F12, and most with Ctrl or Alt. Keys that type a character do nothing by
/// themselves: it comes by itself.
[[nodiscard]] std::optional<Commands> commands_while_typing(Key key, const AppState& state, const World& world);

}  // namespace app
