#include "app/input/bundle_modes.h"

#include <algorithm>

namespace app {

std::optional<BundleMode> bundle_mode_from_name(std::string_view name) {
    const auto* const found = std::find(bundle_mode_names.begin(), bundle_mode_names.end(), name);
    return found == bundle_mode_names.end() ? std::nullopt
                                            : std::optional{static_cast<BundleMode>(found - bundle_mode_names.begin())};
}

std::string_view name_from_bundle_mode(BundleMode mode) {
    return bundle_mode_names.at(static_cast<std::size_t>(mode));
}

}  // namespace app
