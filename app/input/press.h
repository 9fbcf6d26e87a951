// What keys and characters do: the one way of the window, of the control socket and of pictures with keys pressed.
#pragma once

#include "app/input/key_names.h"
#include "app/state/command.h"

#include <span>

namespace app {

/// What a key does now: in the field that has the keyboard, else by the table of keys. Often nothing.
[[nodiscard]] Commands commands_of_press(Key key, const AppState& state, const World& world);

/// What a typed character does: it comes into the field that has the keyboard, else it may be a key by itself ("+").
[[nodiscard]] Commands commands_of_character(char32_t character, const AppState& state, const World& world);

/// The keys of a line such as "Ctrl+P a g r Down", pressed one after the other as on a keyboard: in a field, keys with
/// a single character type it.
[[nodiscard]] AppState after_keys(AppState state, std::span<const Key> keys, const World& world);

}  // namespace app
