// Draws a ChoiceMenu.
#include "app/panels/choice_menu_layout.h"
#include "app/panels/panels.h"

namespace app {

namespace {

using render::RectPt;

/// Whether the row was chosen.
bool draw_row(Canvas& canvas, const ChoiceRow& row, const RectPt& cell) {
    const render::Theme& theme = canvas.theme();
    const Touch touched = canvas.control(row.id, cell, row.chosen);
    const float middle = cell.center().y;
    const RectPt name{cell.left + 12.0F, cell.top + 2.0F, cell.right - 12.0F, middle + 2.0F};
    const RectPt note{name.left, middle - 1.0F, name.right, cell.bottom - 3.0F};
    canvas.text(row.name, row.chosen ? type::body_bold : type::body, row.note.empty() ? cell : name, theme.text_1);
    canvas.text(row.note, type::small, note, theme.text_3);
    return touched.clicked;
}

}  // namespace

void draw_choice_menu(Canvas& canvas, const ChoiceMenu& menu, const RectPt& toolbar, const AppState& state,
                      Commands& commands) {
    canvas.begin_panel("##menu", menu.place, 12.0F, true);
    canvas.fill(menu.place, canvas.theme().panel_raised, 12.0F);
    canvas.text(menu.title, type::small_strong, menu.title_place, canvas.theme().text_3);
    float y = canvas.begin_list("##list", menu.list);
    for (const ChoiceRow& row : menu.rows) {
        if (draw_row(canvas, row, {menu.list.left + 4.0F, y, menu.list.right - 4.0F, y + menu.row_height})) {
            commands.push_back(row.command);
            commands.emplace_back(ToggleMenu{*state.menu});
        }
        y += menu.row_height;
    }
    canvas.end_list(y);
    canvas.end_panel();
    // A press elsewhere puts it away; the button that opened it does so by itself.
    const render::ScreenPt at = canvas.pointer();
    if (canvas.pressed() && !menu.place.contains(at) && !toolbar.contains(at)) {
        commands.emplace_back(ToggleMenu{*state.menu});
    }
}

}  // namespace app
