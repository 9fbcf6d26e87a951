#include "app/panels/timeline_parts.h"

#include <algorithm>

namespace app {

namespace {

using render::RectPt;

void draw_tab(Canvas& canvas, const DateTab& tab, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_tab("##date", tab.rect);
    const float date = canvas.width(tab.date, type::date);
    const float weekday = canvas.width(tab.weekday, type::body);
    const float x = tab.rect.center().x - (date + 8.0F + weekday) / 2.0F;
    canvas.text(tab.date, type::date, {x, tab.rect.top + 2.0F, x + date + 1.0F, tab.rect.bottom}, theme.text_1);
    // On the same baseline: the smaller figures stand lower in their cell.
    const float drop = (26.0F - 13.0F) * 0.727F / 2.0F;
    canvas.text(tab.weekday, type::body,
                {x + date + 8.0F, tab.rect.top + 2.0F + drop, tab.rect.right, tab.rect.bottom + drop}, theme.text_2);
    const Touch touched = canvas.touch("date", tab.rect);
    canvas.help(touched, "Type a date to go to  (T)");
    if (touched.clicked) {
        commands.emplace_back(StartTyping{TextField::Date, tab.date});
    }
    canvas.end_panel();
}

void draw_date_field(Canvas& canvas, const DateTab& tab, const Typing& typing, Commands& commands) {
    canvas.begin_tab("##date", tab.rect);
    const RectPt cell{tab.rect.left + 16.0F, tab.rect.top + 2.0F, tab.rect.right - 16.0F, tab.rect.bottom};
    if (const auto byte = canvas.field("field", typing.edit, type::date_small, cell)) {
        commands.emplace_back(EditText{PlaceCaret{*byte, false}});
    }
    canvas.end_panel();
    draw_field_hint(canvas, tab.rect, "A date: 2025-05-20, may 2025, about 2024, +2 weeks", typing);
}

}  // namespace

void draw_date_tab(Canvas& canvas, const DateTab& tab, const AppState& state, Commands& commands) {
    if (state.typing && state.typing->field == TextField::Date) {
        draw_date_field(canvas, tab, *state.typing, commands);
    } else {
        draw_tab(canvas, tab, commands);
    }
}

void draw_field_hint(Canvas& canvas, const RectPt& field, std::string_view words, const Typing& typing) {
    const render::Theme& theme = canvas.theme();
    const bool wrong = !typing.why.empty();
    const std::string_view shown = wrong ? std::string_view{typing.why} : words;
    const float width = canvas.width(shown, type::small) + 24.0F;
    const float left =
        std::clamp(field.center().x - width / 2.0F, 16.0F, std::max(16.0F, canvas.window_size().width - 16.0F - width));
    const RectPt place{left, field.top - 36.0F, left + width, field.top - 8.0F};
    canvas.begin_panel("##fieldhint", place, 8.0F, true);
    canvas.fill(place, theme.panel_raised, 8.0F);
    canvas.text(shown, type::small, place, wrong ? theme.error : theme.text_2, Align::Center);
    canvas.end_panel();
}

}  // namespace app
