// The filters in force as chips beside the search field, each with a cross that takes it away. Lengths are points.
#pragma once

#include "app/panels/time_axis.h"
#include "app/state/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

struct FilterChip {
    std::string id;
    std::string label;  ///< "Status"
    std::string value;  ///< "occurred, planned"
    Commands remove;
    render::RectPt place;
};

struct FilterChips {
    std::vector<FilterChip> chips;
    render::RectPt clear_all;  ///< empty without chips
};

/// Without places.
[[nodiscard]] std::vector<FilterChip> filter_chips(const AppState& state, const World& world);

/// The same in rows of 32 points: the first from beside the search field to the toolbar or what stands left of it, the
/// others below it to the legend.
[[nodiscard]] FilterChips placed_chips(const AppState& state, const World& world, const TextWidth& text_width);

/// "medium or better" of 0.5, "high" of 0.8, "65% or more".
[[nodiscard]] std::string words_of_confidence(double at_least);
[[nodiscard]] std::string words_of_role(events::Role role);

}  // namespace app
