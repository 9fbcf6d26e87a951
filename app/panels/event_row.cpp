#include "app/panels/event_row.h"

#include <algorithm>

namespace app {

namespace {

using render::RectPt;

constexpr float padding = 20.0F;

void touch_row(Canvas& canvas, std::string_view id, const RectPt& place, const CardEvent& event, std::string_view help,
               Commands& commands) {
    const Touch touched = canvas.control(std::string{id} + std::to_string(static_cast<unsigned>(event.index)), place,
                                         event.selected, 0.0F);
    if (!help.empty()) {
        canvas.help(touched, help);
    }
    if (touched.clicked) {
        commands.emplace_back(GoToEvent{event.index});
    }
}

}  // namespace

void draw_event_row(Canvas& canvas, const RectPt& place, const CardEvent& event, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    touch_row(canvas, "event", place, event, event.in_window ? "" : "Not in this window: click to go there", commands);
    const RectPt inner{place.left + padding, place.top + 5.0F, place.right - padding, place.bottom - 5.0F};
    const float faded = event.in_window ? 1.0F : 0.55F;
    canvas.glyph(event.kind, {inner.left, inner.top + 2.0F, inner.left + 16.0F, inner.top + 18.0F}, faded);
    const RectPt words{inner.left + 28.0F, inner.top, inner.right, inner.top + 20.0F};
    canvas.text(event.title, event.selected ? type::body_bold : type::body_strong, words,
                event.in_window ? theme.text_1 : theme.text_2);
    RectPt second{words.left, words.bottom + 1.0F, words.right, words.bottom + 17.0F};
    const float source = canvas.width(event.source, type::small);
    canvas.text(event.source, type::small, second, theme.text_3, Align::Right);
    second.right -= source + 8.0F;
    second.left +=
        canvas.text(event.date_words, type::small, second, event.in_window ? theme.text_2 : theme.text_3) + 6.0F;
    if (!event.tag.empty()) {
        const float width = canvas.width(event.tag, type::small_strong) + 10.0F;
        const RectPt tag{second.left, second.top - 0.5F, second.left + width, second.bottom + 0.5F};
        if (tag.right <= second.right) {
            canvas.outline(tag, theme.hairline_strong, 4.0F);
            canvas.text(event.tag, type::small_strong, tag, theme.text_2, Align::Center);
        }
    }
}

void draw_short_event_row(Canvas& canvas, const RectPt& place, const CardEvent& event, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    touch_row(canvas, "short", place, event, event.title, commands);  // which may be cut
    RectPt inner{place.left + padding, place.top, place.right - padding, place.bottom};
    canvas.glyph(event.kind, {inner.left, inner.top, inner.left + 16.0F, inner.bottom});
    inner.left += 28.0F;
    const float date = std::min(canvas.width(event.date_words, type::small), inner.width() * 0.5F);
    canvas.text(event.date_words, type::small, {inner.right - date, inner.top, inner.right, inner.bottom}, theme.text_2,
                Align::Right);
    canvas.text(event.title, type::body, {inner.left, inner.top, inner.right - date - 12.0F, inner.bottom},
                theme.text_1);
}

}  // namespace app
