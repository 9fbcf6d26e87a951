// The names of the ways to bundle links, for the command line and the control socket.
#pragma once

#include "app/state/app_state.h"

#include <array>
#include <optional>
#include <string_view>

namespace app {

inline constexpr std::array<std::string_view, 3> bundle_mode_names{"auto", "on", "off"};

/// "auto", "on" or "off"; nothing for any other text.
[[nodiscard]] std::optional<BundleMode> bundle_mode_from_name(std::string_view name);
[[nodiscard]] std::string_view name_from_bundle_mode(BundleMode mode);

}  // namespace app
