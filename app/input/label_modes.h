// The names of the ways to write the map's names, for the command line, the control socket and the toolbar.
#pragma once

#include "app/state/app_state.h"

#include <array>
#include <optional>
#include <string_view>

namespace app {

inline constexpr std::array<std::string_view, 4> label_mode_names{"en", "local", "both", "none"};

/// "en", "local", "both" or "none"; nothing for any other text.
[[nodiscard]] std::optional<LabelMode> label_mode_from_name(std::string_view name);
[[nodiscard]] std::string_view name_from_label_mode(LabelMode mode);
/// The word on the toolbar: "English", "Local", "Both", "No names".
[[nodiscard]] std::string_view title_of(LabelMode mode);

}  // namespace app
