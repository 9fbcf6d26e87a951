// Countries in tones of land, by what they have in the window: number of events, of partners, or a sum in one currency.
// Colour belongs to links; this is the grey of a pencil. Pure.
#pragma once

#include "app/scene/ties.h"
#include "app/state/app_state.h"
#include "render/theme.h"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

inline constexpr std::size_t most_shades = 5;

/// From which number on each class begins, ascending, at most five. Classes are equal steps of the square root, since
/// few have much and many little: 1, 4, 9 and 16 twenty-fifths of the largest number, each rounded to one digit, as is
/// that (rounded_up), so that classes rest while time runs. Up to five of what is counted, each number has its own.
/// None for a largest number of 0.
[[nodiscard]] std::vector<double> shade_bounds(double largest, bool is_count);

/// Which country has which shade.
struct Shading {
    static constexpr std::int8_t plain = -1;
    RankBy by = RankBy::Events;
    std::string currency;             ///< of Value, else empty
    std::vector<double> bounds;       ///< shade_bounds
    std::vector<std::int8_t> shades;  ///< by country of the boundaries: index of its class, or `plain` for nothing
    friend bool operator==(const Shading&, const Shading&) = default;
};

/// Of the countries of the world's boundaries. What has no code, such as areas that nobody agrees on, stays plain.
[[nodiscard]] Shading shading(const RankingChoice& choice, const World& world, const TieTable& table,
                              const Tally& tally);

/// The tone of a class: land of the region, drawn towards the colour of text by 3.6 % for each.
[[nodiscard]] render::Rgba shade_tone(const render::Theme& theme, std::size_t shade);

}  // namespace app
