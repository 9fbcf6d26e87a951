// What comes back on the next start.
#pragma once

#include "app/state/app_state.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The eye, apart from any projection.
struct KeptView {
    geodata::LonLat center;
    double metres_per_pt = 1.0;  ///< above 0
    friend bool operator==(const KeptView&, const KeptView&) = default;
};

struct KeptState {
    int width_px = 1920;  ///< of the window
    int height_px = 1080;
    bool fullscreen = false;
    std::vector<std::filesystem::path> files;  ///< absolute; none: the bundled events
    std::string theme = "dark";                ///< a name, or the path of a file
    std::string worldview;                     ///< empty: neutral
    std::string projection;                    ///< empty: the default
    LabelMode labels = LabelMode::English;
    BundleMode bundles = BundleMode::Auto;
    double ui_scale = 1.0;
    bool legend_shown = true;
    TimeState time;  ///< standing still
    std::optional<KeptView> view;
    std::vector<std::string> hidden_kinds;  ///< by their names in files
    std::vector<std::string> focus;         ///< alpha-3 codes
    events::EventFilter filter;
    bool year_only_shown = false;
    friend bool operator==(const KeptState&, const KeptState&) = default;
};

/// The part of a state that is kept; files, theme files and the window's size are for the caller to fill in.
[[nodiscard]] KeptState kept_state_of(const AppState& state, const World& world);

}  // namespace app
