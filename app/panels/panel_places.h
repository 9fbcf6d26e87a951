// Where panels stand, and what they leave of the map. Pure.
#pragma once

#include "app/state/app_state.h"

namespace app {

/// Lengths are points of the window.
struct PanelPlaces {
    render::RectPt timeline, card, legend, toolbar;
};
[[nodiscard]] PanelPlaces panel_places(const AppState& state, const World& world);

/// The part of the window that no panel covers: what is fitted into view stays inside it.
[[nodiscard]] render::RectPt free_map(const AppState& state, const World& world);

/// Too small for wide panels: narrower cards, a legend of glyphs.
[[nodiscard]] bool is_small_window(render::SizePt size);

/// A card is shown: something is selected.
[[nodiscard]] bool has_card(const AppState& state);

}  // namespace app
