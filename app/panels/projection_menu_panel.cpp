// The menu of projections, below the toolbar.
#include "app/panels/panels.h"
#include "app/panels/projection_menu_layout.h"

namespace app {

void draw_projection_menu(Canvas& canvas, const render::RectPt& place, const AppState& state, Commands& commands) {
    using render::RectPt;
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##projections", place, 12.0F, true);
    canvas.fill(place, theme.panel_raised, 12.0F);
    float y = place.top + 8.0F;
    for (const ProjectionRow& row : projection_menu(state.ground)) {
        if (y + projection_row_height > place.bottom) {
            break;  // lists end in whole rows
        }
        const RectPt cell{place.left + 8.0F, y, place.right - 8.0F, y + projection_row_height};
        const Touch touched = canvas.control(row.projection, cell, row.chosen);
        const float left = cell.left + 12.0F;
        const float right = cell.right - 12.0F;
        canvas.text(row.title, row.chosen ? type::body_bold : type::body_strong, {left, y + 5.0F, right, y + 25.0F},
                    theme.text_1);
        canvas.text(row.purpose, type::small, {left, y + 25.0F, right, y + 42.0F}, theme.text_2);
        if (touched.clicked && !row.chosen) {
            commands.emplace_back(SetProjection{row.projection});
        }
        y += projection_row_height;
    }
    canvas.end_panel();
}

}  // namespace app
