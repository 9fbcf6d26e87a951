#include "app/panels/toolbar_layout.h"

#include "app/panels/choice_menu_layout.h"
#include "app/panels/filter_chips.h"
#include "app/panels/panel_places.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr float edge = 4.0F;
constexpr float icon_width = 41.0F;

struct MenuButton {
    Menu menu;
    Icon icon;
    std::string_view id;
    std::string_view help;
    float words_width;
};
constexpr std::array<MenuButton, 4> menu_buttons{{
    {Menu::Filter, Icon::Filter, "filter", "Filter events  (F)", 64.0F},
    {Menu::Worldview, Icon::Layers, "worldview", "Whose boundaries are drawn  (W)", 136.0F},
    {Menu::Projection, Icon::Globe, "projection", "How the globe is laid flat", 84.0F},
    {Menu::Names, Icon::Names, "names", "Names in English or in their own scripts  (L)", 64.0F},
}};
constexpr std::size_t switch_count = 7;

}  // namespace

float toolbar_width(bool small) {
    float width = 2.0F * edge + icon_width * static_cast<float>(switch_count + menu_buttons.size());
    for (const MenuButton& button : menu_buttons) {
        width += small ? 0.0F : button.words_width;
    }
    return width;
}

std::vector<ToolbarItem> toolbar_items(const AppState& state, const World& world, const render::RectPt& toolbar) {
    const bool small = is_small_window(state.camera.size);
    std::vector<ToolbarItem> items;
    float x = toolbar.left + edge;
    const auto add = [&](ToolbarItem item, float width) {
        item.place = {x, toolbar.top + edge, x + width, toolbar.bottom - edge};
        x += width;
        items.push_back(std::move(item));
    };
    for (const MenuButton& button : menu_buttons) {
        const bool filter = button.menu == Menu::Filter;
        const std::string chosen = filter ? "Filter" : chosen_words(button.menu, state, world);
        const std::size_t count = filter ? filter_chips(state, world).size() : 0;
        add({button.icon,
             std::string{button.id},
             small ? "" : chosen,
             std::string{button.help},
             ToggleMenu{button.menu},
             state.menu == button.menu,
             {},
             count > 0 ? std::to_string(count) : ""},
            icon_width + (small ? 0.0F : button.words_width));
    }
    const bool now = state.time.known == Known::Now;
    add({Icon::Clock,
         "known",
         "",
         now ? "Statuses as we know them now: show them as known then  (N)"
             : "Statuses as known then: show them as we know them now  (N)",
         SetKnown{other_known(state.time.known)},
         now,
         {}},
        icon_width);
    add({Icon::Fit, "fit", "", "Show the whole region  (H)", Fit{}, false, {}}, icon_width);
    add({Icon::Ranking, "ranking", "", "Rankings  (R)", ToggleRanking{}, shows_ranking(state), {}}, icon_width);
    add({Icon::Table, "table", "", "All events as a table  (D)", ToggleTable{}, state.table.has_value(), {}},
        icon_width);
    add({Icon::Legend, "legend", "", "Legend  (K)", ToggleLegend{}, state.legend_shown, {}}, icon_width);
    add({Icon::Theme, "theme", "", "Next theme  (C)", SetTheme{next_theme(state)}, false, {}}, icon_width);
    add({Icon::Help, "help", "", "All keys  (?)", ToggleHelp{}, state.help_shown, {}}, icon_width);
    return items;
}

render::RectPt menu_button(Menu menu, const AppState& state, const World& world, const render::RectPt& toolbar) {
    for (const ToolbarItem& item : toolbar_items(state, world, toolbar)) {
        const auto* toggle = std::get_if<ToggleMenu>(&item.command);
        if (toggle != nullptr && toggle->menu == menu) {
            return item.place;
        }
    }
    return toolbar;
}

}  // namespace app
