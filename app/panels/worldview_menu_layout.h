// The menu of worldviews that hangs from the toolbar, and the button that opens it: what they say and where.
#pragma once

#include "app/state/app_state.h"
#include "app/state/world.h"

#include <string>
#include <vector>

namespace app {

struct WorldviewRow {
    std::string id;    ///< what SetWorldview takes; empty: neutral
    std::string name;  ///< "Neutral", "India"
    std::string note;  ///< "disputed is dashed", "IND"
    bool chosen = false;
    friend bool operator==(const WorldviewRow&, const WorldviewRow&) = default;
};

struct WorldviewMenu {
    std::vector<WorldviewRow> rows;  ///< the neutral one, then the dataset's in their order
    render::RectPt place;            ///< of the whole menu, in points of the window
    render::RectPt title;
    render::RectPt list;  ///< the rows; what does not fit is scrolled
    float row_height = 36.0F;
};

/// The button's words: "Boundaries: neutral", "Boundaries: India"; "Boundaries: own file" for those of a file that has
/// no views.
[[nodiscard]] std::string worldview_words(const AppState& state, const World& world);
/// The button in the toolbar: wide enough for its words, or for its icon alone.
[[nodiscard]] float worldview_button_width(bool icon_only);

/// `toolbar` and `bottom` bound the menu: it hangs 8 points below the one and ends 16 points above the other.
[[nodiscard]] WorldviewMenu worldview_menu(const AppState& state, const World& world, const render::RectPt& toolbar,
                                           float bottom);

}  // namespace app
