// What stands in the window while events are read: how far it has come, and a button to stop it. Lengths are points.
#pragma once

#include "app/state/app_state.h"

#include <string>

namespace app {

struct LoadingLayout {
    render::RectPt place;  ///< of the whole panel
    render::RectPt words_place;
    render::RectPt button;  ///< "Cancel"
    render::RectPt track;   ///< the bar when all has been read
    render::RectPt bar;     ///< what has been read of it
    std::string words;      ///< "Reading world.json: 43 %"
};

/// In the middle of the window, above the date tab. The state must be loading.
[[nodiscard]] LoadingLayout loading_layout(const AppState& state, const World& world);

}  // namespace app
