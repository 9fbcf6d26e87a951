// What the menu of projections offers. Pure.
#pragma once

#include "app/state/ground_choice.h"

#include <string>
#include <vector>

namespace app {

struct ProjectionRow {
    std::string projection;  ///< what SetProjection takes
    std::string title;       ///< "Globe"; a PROJ string or a code as it was typed
    std::string purpose;     ///< "The Earth as from space"
    bool chosen = false;
};

/// The named projections, and one more row for what was asked for by a string or a code. One row is chosen.
[[nodiscard]] std::vector<ProjectionRow> projection_menu(const GroundChoice& choice);

inline constexpr float projection_row_height = 48.0F;
/// In points, with a margin of 8 above and below the rows.
[[nodiscard]] float projection_menu_height(const GroundChoice& choice);

}  // namespace app
