// What the tones of countries stand for: a section of the legend. Pure.
#pragma once

#include "app/scene/shading.h"
#include "app/state/app_state.h"

#include <string>
#include <vector>

namespace app {

struct ShadingKey {
    std::string title;              ///< "Events of a country", "Partners of a country", "Value of a country"
    std::string unit;               ///< "USD billion"; empty for numbers
    std::vector<std::string> from;  ///< for each class the number from which it begins: "1", "4", "20"
};
[[nodiscard]] ShadingKey shading_key(const Shading& shading);

/// The same as one line, for pictures without a legend: "Shades: events of a country from 1, 4, 20, 40, 60", "Shades:
/// value of a country in USD million from 0, 40, 200". Empty without classes.
[[nodiscard]] std::string shading_words(const ShadingKey& key);

/// A switch stands in the legend while there is a ranking to shade by, and with it on the key below.
[[nodiscard]] bool has_shading_switch(const AppState& state);
/// Of the section with its rule, in points; 0 without one.
[[nodiscard]] float shading_section_height(const AppState& state);

/// Of the key alone: a title, tones side by side, and the numbers under their left edges.
inline constexpr float shading_key_height = 20.0F + 12.0F + 18.0F;

}  // namespace app
