// Where the window's last state is kept: a small JSON file in the folder that the XDG Base Directory specification has
// for state.
#pragma once

#include "app/state/kept_state.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// $XDG_STATE_HOME/caravan/state.json, by default in ~/.local/state; empty where there is no home.
[[nodiscard]] std::filesystem::path kept_state_path();

[[nodiscard]] std::string json_from_kept_state(const KeptState& kept);
/// Members that are missing have their defaults, and numbers out of range the nearest that is in it. Nothing for what
/// is no kept state, or has a member of the wrong type; `why`, if given, then says what is wrong.
[[nodiscard]] std::optional<KeptState> kept_state_from_json(std::string_view json, std::string* why = nullptr);

/// Nothing where nothing is kept. A damaged file is set aside as state.json.damaged, and `message` says so in one line.
[[nodiscard]] std::optional<KeptState> read_kept_state(const std::filesystem::path& path,
                                                       std::string* message = nullptr);
/// Nothing when done, else one line.
[[nodiscard]] std::optional<std::string> write_kept_state(const KeptState& kept, const std::filesystem::path& path);

}  // namespace app
