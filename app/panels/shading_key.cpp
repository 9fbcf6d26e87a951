#include "app/panels/shading_key.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/legend_layout.h"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace app {

namespace {

/// The unit in which the largest bound is 1 or more.
std::pair<double, std::string_view> unit_for(double largest) {
    constexpr std::array<std::pair<double, std::string_view>, 4> units{
        {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}}};
    for (const auto& unit : units) {
        if (largest >= unit.first) {
            return unit;
        }
    }
    return {1.0, ""};
}

}  // namespace

ShadingKey shading_key(const Shading& shading) {
    ShadingKey key;
    key.title = shading.by == RankBy::Events     ? "Events of a country"
                : shading.by == RankBy::Partners ? "Partners of a country"
                                                 : "Value of a country";
    const bool is_value = shading.by == RankBy::Value;
    const auto [unit, name] = unit_for(is_value && !shading.bounds.empty() ? shading.bounds.back() : 0.0);
    key.unit = is_value ? shading.currency + std::string{name} : "";
    for (const double bound : shading.bounds) {
        key.from.push_back(value_words({bound / unit, {}, {}}));
    }
    return key;
}

std::string shading_words(const ShadingKey& key) {
    if (key.from.empty()) {
        return {};
    }
    std::string words = "Shades: " + key.title + (key.unit.empty() ? "" : " in " + key.unit) + " from ";
    words[std::string_view{"Shades: "}.size()] = static_cast<char>(std::tolower(key.title.front()));
    for (std::size_t i = 0; i < key.from.size(); ++i) {
        words += (i == 0 ? "" : ", ") + key.from[i];
    }
    return words;
}

bool has_shading_switch(const AppState& state) {
    return state.ranking.shown || state.ranking.shades_map;
}

float shading_section_height(const AppState& state) {
    return (has_shading_switch(state) ? legend_rule + legend_row : 0.0F) +
           (state.ranking.shades_map ? shading_key_height : 0.0F);
}

}  // namespace app
