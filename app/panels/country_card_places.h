// Where the parts of a country's card stand. Pure. Lengths are points.
#pragma once

#include "app/panels/country_card_layout.h"

#include <optional>
#include <vector>

namespace app {

inline constexpr float card_row = 24.0F;  ///< of kinds, partners and what is in force

/// A heading with rows of `card_row` below it.
struct CardSection {
    render::RectPt heading;
    render::RectPt rows;
    std::size_t shown = 0;  ///< the first so many
};

/// Parts that have nothing to show, or no room, are missing. Of a low card the months go first, then the kinds, then
/// what is in force, and of partners and of what is in force all but the first few.
struct CountryCardPlaces {
    render::RectPt title, fit, close, totals, filter;
    std::optional<render::RectPt> months_heading, months;  ///< the chart with its line, 34 high
    std::optional<render::RectPt> kinds;
    std::optional<CardSection> partners, in_force;
    std::vector<render::RectPt> rules;
    render::RectPt events_heading;
    render::RectPt events;  ///< the list, from edge to edge: whole rows
};
[[nodiscard]] CountryCardPlaces country_card_places(const CountryCard& card, const render::RectPt& panel);

}  // namespace app
