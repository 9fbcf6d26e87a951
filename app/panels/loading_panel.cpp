// Draws a LoadingLayout.
#include "app/panels/loading_layout.h"
#include "app/panels/panels.h"

namespace app {

void draw_loading(Canvas& canvas, const LoadingLayout& layout, Commands& commands) {
    constexpr float radius = 2.0F;
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##loading", layout.place);
    canvas.text(layout.words, type::body, layout.words_place, theme.text_1);
    canvas.fill(layout.track, theme.hairline_strong, radius);
    canvas.fill(layout.bar, theme.text_2, radius);
    const Touch cancel = canvas.control("cancel", layout.button);
    canvas.text("Cancel", type::body_strong, layout.button, cancel.hovered ? theme.text_1 : theme.text_2,
                Align::Center);
    canvas.help(cancel, "Stop reading; no events are shown then (Esc)");
    if (cancel.clicked) {
        commands.emplace_back(StopLoading{});
    }
    canvas.end_panel();
}

}  // namespace app
