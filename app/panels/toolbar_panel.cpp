// The toolbar at the top right.
#include "app/panels/panels.h"
#include "app/panels/toolbar_layout.h"

namespace app {

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
