#include "app/panels/segmented_control.h"

namespace app {

std::optional<std::size_t> segmented_control(Canvas& canvas, const render::RectPt& place,
                                             std::span<const Segment> segments, std::size_t chosen) {
    const render::Theme& theme = canvas.theme();
    std::optional<std::size_t> clicked;
    canvas.fill(place, theme.fill_hover, 8.0F);
    const float width = (place.width() - 4.0F) / static_cast<float>(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const float left = place.left + 2.0F + width * static_cast<float>(i);
        const render::RectPt cell{left, place.top + 2.0F, left + width, place.bottom - 2.0F};
        const bool on = i == chosen;
        const Touch touched = canvas.control(segment.words, cell, on, 6.0F);
        if (on) {
            canvas.outline(cell, theme.hairline, 6.0F);
        }
        const render::Rgba ink = on ? theme.text_1 : segment.enabled ? theme.text_2 : theme.text_3;
        canvas.text(segment.words, type::body_strong, cell, ink, Align::Center);
        if (!segment.help.empty()) {
            canvas.help(touched, segment.help);
        }
        if (touched.clicked && segment.enabled) {
            clicked = i;
        }
    }
    return clicked;
}

}  // namespace app
