// Where panels stand, and what they leave of the map. Pure.
#pragma once

#include "app/state/app_state.h"

#include <optional>

namespace app {

/// Lengths are points of the window.
struct PanelPlaces {
    render::RectPt timeline, search, card, legend, toolbar, problems, pair;
    render::RectPt table;  ///< empty without one
};
/// With `tab_x`, the middle of the date tab on the timeline's edge, panels above the tab end 8 points above it.
[[nodiscard]] PanelPlaces panel_places(const AppState& state, const World& world,
                                       std::optional<float> tab_x = std::nullopt);

/// The date tab, centred on x but kept 16 points inside the window.
[[nodiscard]] render::RectPt date_tab_at(float x, const render::RectPt& timeline);

/// The part of the window that no panel covers, and without panels no line along the lower edge: what is fitted into
/// view stays inside it.
[[nodiscard]] render::RectPt free_map(const AppState& state, const World& world);

/// Where what is fitted into view lies: the free map with room to spare, clear of the date tab wherever it stands.
[[nodiscard]] render::RectPt fit_area(const AppState& state, const World& world);

/// So narrow that the lines along the lower edge stand closer and take most of the width.
[[nodiscard]] bool is_narrow_picture(render::SizePt size);

/// The legend has columns of glyphs, for want of room for words.
[[nodiscard]] bool is_narrow_legend(const render::RectPt& legend);
/// Where the glyph of that kind stands in a narrow legend, counted from the top left downwards, and behind them the
/// signs of widths and of shades. All kinds stand inside it, as far as six columns reach.
[[nodiscard]] render::RectPt legend_cell(const render::RectPt& legend, std::size_t index);

/// Too small for wide panels: narrower cards, a legend of glyphs.
[[nodiscard]] bool is_small_window(render::SizePt size);

/// Something is shown in the left column: a card, which countries have without the pair view alone, or the ranking.
[[nodiscard]] bool has_card(const AppState& state);

/// The legend is shown: it gives way to the pair view, whose rungs stand beside their words.
[[nodiscard]] bool has_legend(const AppState& state);

}  // namespace app
