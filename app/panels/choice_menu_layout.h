// The menus that hang from the toolbar: one of several ways to draw the map is chosen. Lengths are points.
#pragma once

#include "app/state/command.h"

#include <string>
#include <vector>

namespace app {

struct ChoiceRow {
    std::string id;
    std::string name;  ///< "Globe"
    std::string note;  ///< "the Earth as from space"
    bool chosen = false;
    Command command;
};

struct ChoiceMenu {
    std::string title;
    std::vector<ChoiceRow> rows;
    render::RectPt place;        ///< of the whole menu
    render::RectPt title_place;  ///< inside it
    render::RectPt list;         ///< the rows; what does not fit is scrolled
    float row_height = 44.0F;
};

/// The menu's name for the control socket: "worldviews", "projections", "names".
[[nodiscard]] std::string_view name_of(Menu menu);

/// What is chosen now, in the words of the menu's button: "Equal-area", "Boundaries: neutral".
[[nodiscard]] std::string chosen_words(Menu menu, const AppState& state, const World& world);

/// What can be chosen.
[[nodiscard]] std::vector<ChoiceRow> choice_rows(Menu menu, const AppState& state, const World& world);

/// The menu below its button, kept 16 points inside the window and above `bottom`.
[[nodiscard]] ChoiceMenu choice_menu(Menu menu, const AppState& state, const World& world, const render::RectPt& button,
                                     float bottom);

}  // namespace app
