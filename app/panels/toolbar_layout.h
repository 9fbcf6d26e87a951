// What stands in the toolbar and where: choices that open a menu, with their present value in words where there is
// room, then switches. Lengths are points.
#pragma once

#include "app/panels/icons.h"
#include "app/state/command.h"

#include <string>
#include <vector>

namespace app {

struct ToolbarItem {
    Icon icon = Icon::Help;
    std::string id;
    std::string words;  ///< beside the icon; empty: the icon alone
    std::string help;
    Command command;
    bool on = false;
    render::RectPt place;
    std::string count{};  ///< in a cap behind the words; empty: no cap
};

/// In a small window no item has words.
[[nodiscard]] float toolbar_width(bool small);

/// From left to right, inside the toolbar's place.
[[nodiscard]] std::vector<ToolbarItem> toolbar_items(const AppState& state, const World& world,
                                                     const render::RectPt& toolbar);

/// Where the button of a menu stands.
[[nodiscard]] render::RectPt menu_button(Menu menu, const AppState& state, const World& world,
                                         const render::RectPt& toolbar);

}  // namespace app
