// What the keys do: the one table behind the keyboard and the help panel.
#pragma once

#include "app/input/key_names.h"
#include "app/state/command.h"

#include <optional>
#include <string_view>
#include <vector>

namespace app {

struct Shortcut {
    Key key;
    Command command;
    std::string_view group;        ///< "Time", "Map", "Screen": a heading of the help panel
    std::string_view description;  ///< "Play or pause": what help says, without a full stop
};

/// Every shortcut in the order of the help panel, groups together. What some do depends on the state (the next theme,
/// the next mode).
[[nodiscard]] std::vector<Shortcut> shortcuts(const AppState& state);

/// What this key does now, if anything.
[[nodiscard]] std::optional<Command> command_of_key(Key key, const AppState& state);

}  // namespace app
