// The toolbar at the top right.
#include "app/panels/panels.h"
#include "app/panels/toolbar_layout.h"

namespace app {

namespace {

/// Behind the words, or on the shoulder of the icon where there are none.
void draw_count(Canvas& canvas, const ToolbarItem& item) {
    const render::Theme& theme = canvas.theme();
    const render::RectPt& cell = item.place;
    if (item.words.empty()) {
        const render::RectPt dot{cell.right - 18.0F, cell.top + 1.0F, cell.right - 3.0F, cell.top + 16.0F};
        canvas.fill(dot, theme.solid, 7.5F);
        canvas.text(item.count, type::small_strong, dot, theme.on_solid, Align::Center);
        return;
    }
    const render::RectPt cap{cell.right - 28.0F, cell.top + 6.0F, cell.right - 8.0F, cell.bottom - 6.0F};
    canvas.fill(cap, theme.fill_selected, 4.0F);
    canvas.text(item.count, type::small_strong, cap, theme.text_1, Align::Center);
}

}  // namespace

void draw_toolbar(Canvas& canvas, const render::RectPt& place, const AppState& state, const World& world,
                  Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##toolbar", place);
    for (const ToolbarItem& item : toolbar_items(state, world, place)) {
        const render::RectPt& cell = item.place;
        const Touch touched = canvas.control(item.id, cell, item.on);
        const render::Rgba color = touched.hovered || item.on ? theme.text_1 : theme.text_2;
        const float icon_right = item.words.empty() ? cell.right : cell.left + 36.0F;
        canvas.icon(item.icon, {cell.left, cell.top, icon_right, cell.bottom}, color);
        if (!item.words.empty()) {
            canvas.text(item.words, type::body, {icon_right - 2.0F, cell.top, cell.right - 6.0F, cell.bottom}, color);
        }
        if (!item.count.empty()) {
            draw_count(canvas, item);
        }
        if (!item.on || !std::holds_alternative<ToggleMenu>(item.command)) {  // an open menu says what it is by itself
            canvas.help(touched, item.help);
        }
        if (touched.clicked) {
            commands.push_back(item.command);
        }
    }
    canvas.end_panel();
}

}  // namespace app
