// What changed between two days, in the pair view.
#include "app/panels/pair_parts.h"

#include <algorithm>
#include <string>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;
using render::ScreenPt;

constexpr float padding = 20.0F;
constexpr float heading_row = 32.0F;

/// A date that can be typed over.
void draw_day(Canvas& canvas, const RectPt& cell, TextField field, const std::string& words, const AppState& state,
              Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt inner{cell.left + 12.0F, cell.top, cell.right - 12.0F, cell.bottom};
    canvas.fill(cell, theme.fill_hover, 8.0F);
    if (state.typing && state.typing->field == field) {
        canvas.outline(cell, theme.text_2, 8.0F);
        if (const auto byte = canvas.field("day", state.typing->edit, type::body, inner)) {
            commands.emplace_back(EditText{PlaceCaret{*byte, false}});
        }
        return;
    }
    const Touch touched = canvas.control("day" + std::to_string(static_cast<int>(field)), cell);
    canvas.text(words, type::body_strong, inner, theme.text_1);
    canvas.help(touched, "Type a date");
    if (touched.clicked) {
        commands.emplace_back(StartTyping{field, words});
    }
}

void draw_days(Canvas& canvas, const RectPt& line, const PairChanges& changes, const AppState& state,
               Commands& commands) {
    const render::Theme& theme = canvas.theme();
    constexpr float width = 156.0F;
    float x = line.left + canvas.text("From", type::body, line, theme.text_2) + 10.0F;
    draw_day(canvas, {x, line.top, x + width, line.bottom}, TextField::PairFrom, changes.from_words, state, commands);
    x += width + 10.0F;
    x += canvas.text("to", type::body, {x, line.top, line.right, line.bottom}, theme.text_2) + 10.0F;
    draw_day(canvas, {x, line.top, x + width, line.bottom}, TextField::PairUntil, changes.until_words, state, commands);
}

bool is_typing_a_day(const AppState& state) {
    return state.typing && (state.typing->field == TextField::PairFrom || state.typing->field == TextField::PairUntil);
}

/// What may be typed, what is wrong with it, or that nothing changed.
void draw_remark(Canvas& canvas, const RectPt& line, const PairChanges& changes, const AppState& state) {
    const render::Theme& theme = canvas.theme();
    if (is_typing_a_day(state)) {
        const bool wrong = !state.typing->why.empty();
        canvas.text(wrong ? state.typing->why : "A date, such as 2025-05-20, 2025-05 or 2025; Enter takes it",
                    type::small, line, wrong ? theme.error : theme.text_2);
    } else if (changes.sections.empty()) {
        canvas.text("Nothing changed between these days", type::body, line, theme.text_2);
    }
}

void draw_change(Canvas& canvas, const RectPt& place, const PairChange& change, const AppState& state,
                 const MapView& view, Commands& commands, std::optional<events::EventIndex>& pointed) {
    const render::Theme& theme = canvas.theme();
    const std::string id = std::to_string(static_cast<unsigned>(change.event));
    const Touch touched = canvas.control("change" + id, place, state.selection.event == change.event, 6.0F);
    const float middle = place.center().y;
    draw_pair_number(canvas, {place.left + 24.0F, middle}, change.number, false);
    canvas.glyph((*view.world().events)[change.event].kind,
                 {place.left + 44.0F, middle - 8.0F, place.left + 60.0F, middle + 8.0F});
    const float left = place.left + 72.0F;
    canvas.text(change.title, type::body_strong, {left, middle - 17.0F, place.right - 12.0F, middle + 1.0F},
                theme.text_1);
    canvas.text(change.words, type::small, {left, middle, place.right - 12.0F, middle + 16.0F}, theme.text_2);
    if (touched.hovered) {
        pointed = change.event;
    }
    if (touched.clicked) {
        commands.emplace_back(GoToEvent{change.event});
    }
}

}  // namespace

void draw_pair_changes(Canvas& canvas, const RectPt& room, const PairChanges& changes, const AppState& state,
                       const MapView& view, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt days{room.left + padding, room.top + 16.0F, room.right - padding, room.top + 48.0F};
    draw_days(canvas, days, changes, state, commands);
    draw_remark(canvas, {days.left, days.bottom + 8.0F, days.right, days.bottom + 28.0F}, changes, state);
    const RectPt list{room.left, days.bottom + (is_typing_a_day(state) ? 28.0F : 8.0F), room.right, room.bottom};
    std::optional<events::EventIndex> pointed;
    float y = canvas.begin_list("##changes", list);
    for (const PairChanges::Section& section : changes.sections) {
        const std::string heading = section.heading + "  " + std::to_string(section.changes.size());
        canvas.text(heading, type::small_strong, {list.left + padding, y, list.right - padding, y + heading_row},
                    theme.text_3);
        y += heading_row;
        for (const PairChange& change : section.changes) {
            const RectPt place{list.left + 8.0F, y, list.right - 8.0F, y + pair_row};
            if (place.bottom > list.top && place.top < list.bottom) {
                draw_change(canvas, place, change, state, view, commands, pointed);
            }
            y += pair_row;
        }
    }
    canvas.end_list(y + 8.0F);
    if (pointed != state.pair.pointed) {
        commands.emplace_back(PointAtRow{pointed});
    }
}

}  // namespace app
