#include "app/panels/panels.h"
#include "app/panels/worldview_menu_layout.h"

#include <imgui.h>

namespace app {

namespace {

using render::RectPt;

bool contains(const RectPt& rect, render::ScreenPt at) {
    return at.x >= rect.left && at.x < rect.right && at.y >= rect.top && at.y < rect.bottom;
}

void draw_row(Canvas& canvas, const WorldviewRow& row, const RectPt& cell, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const Touch touched = canvas.control(row.id.empty() ? "neutral" : row.id, cell, row.chosen);
    const RectPt words{cell.left + 12.0F, cell.top, cell.right - 12.0F, cell.bottom};
    canvas.text(row.note, type::small, words, theme.text_3, Align::Right);
    canvas.text(row.name, row.chosen ? type::body_bold : type::body, words, theme.text_1);
    if (touched.clicked) {
        commands.emplace_back(SetWorldview{row.id});
    }
}

}  // namespace

void draw_worldview_menu(Canvas& canvas, const PanelPlaces& places, const AppState& state, const World& world,
                         Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const WorldviewMenu menu = worldview_menu(state, world, places.toolbar, places.timeline.top);
    canvas.begin_panel("##worldviews", menu.place, 12.0F, true);
    canvas.fill(menu.place, theme.panel_raised, 12.0F);
    canvas.text("Boundaries as drawn by", type::small, menu.title, theme.text_3);
    const float content = static_cast<float>(menu.rows.size()) * menu.row_height;
    float y = canvas.begin_list("##list", menu.list, content);
    for (const WorldviewRow& row : menu.rows) {
        draw_row(canvas, row, {menu.list.left + 4.0F, y, menu.list.right - 4.0F, y + menu.row_height}, commands);
        y += menu.row_height;
    }
    canvas.end_list();
    canvas.end_panel();
    // A click elsewhere puts it away; the button that opens it does so by itself.
    const render::ScreenPt at = canvas.pointer();
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !contains(menu.place, at) && !contains(places.toolbar, at)) {
        commands.emplace_back(ToggleWorldviewMenu{});
    }
}

}  // namespace app
