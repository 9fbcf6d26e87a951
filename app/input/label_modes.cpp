#include "app/input/label_modes.h"

#include <algorithm>

namespace app {

std::optional<LabelMode> label_mode_from_name(std::string_view name) {
    const auto* const found = std::find(label_mode_names.begin(), label_mode_names.end(), name);
    return found == label_mode_names.end() ? std::nullopt
                                           : std::optional{static_cast<LabelMode>(found - label_mode_names.begin())};
}

std::string_view name_from_label_mode(LabelMode mode) {
    return label_mode_names.at(static_cast<std::size_t>(mode));
}

std::string_view title_of(LabelMode mode) {
    constexpr std::array<std::string_view, 4> titles{"English", "Local", "Both", "No names"};
    return titles.at(static_cast<std::size_t>(mode));
}

}  // namespace app
