// The pair view: everything between the selected countries.
#include "app/panels/pair_parts.h"
#include "app/scene/pair_numbers.h"

#include <algorithm>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;

constexpr float padding = 20.0F;

void draw_head(Canvas& canvas, const RectPt& place, const PairLadder& ladder, const AppState& state,
               Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const float top = place.top + 16.0F;
    const RectPt close{place.right - padding - 24.0F, top - 2.0F, place.right - padding + 8.0F, top + 30.0F};
    const RectPt fit{close.left - 32.0F, close.top, close.left, close.bottom};
    canvas.text(ladder.title, type::title, {place.left + padding, top, fit.left - 8.0F, top + 28.0F}, theme.text_1);
    const Touch on_fit = canvas.control("fit", fit);
    canvas.icon(Icon::Target, fit, on_fit.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_fit, "Show these countries");
    if (on_fit.clicked) {
        commands.emplace_back(Fit{state.selection.countries});
    }
    const Touch on_close = canvas.control("close", close);
    canvas.icon(Icon::Close, close, on_close.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_close, "Back to the first country  (Esc)");
    if (on_close.clicked) {
        commands.emplace_back(SelectCountry{state.selection.countries.front(), false});
    }
}

void draw_facts(Canvas& canvas, const RectPt& line, const PairLadder& ladder) {
    const render::Theme& theme = canvas.theme();
    float spaces = 20.0F;
    float words = 0.0F;
    for (const PairFact& fact : ladder.facts) {
        words += canvas.width(fact.before, type::body) + canvas.width(fact.told, type::body_bold) +
                 canvas.width(fact.behind, type::body);
    }
    if (words + spaces * static_cast<float>(ladder.facts.size() - 1) > line.width()) {
        spaces = 12.0F;
    }
    float x = line.left;
    for (const PairFact& fact : ladder.facts) {
        x += canvas.text(fact.before, type::body, {x, line.top, line.right, line.bottom}, theme.text_2);
        x += canvas.text(fact.told, type::body_bold, {x, line.top, line.right, line.bottom}, theme.text_1);
        x += canvas.text(fact.behind, type::body, {x, line.top, line.right, line.bottom}, theme.text_2) + spaces;
    }
}

void draw_tabs(Canvas& canvas, const RectPt& line, const PairLadder& ladder, const AppState& state,
               Commands& commands) {
    const render::Theme& theme = canvas.theme();
    constexpr float room_for_switch = 112.0F;
    const auto count = static_cast<float>(ladder.tabs.size());
    const float width = std::min(112.0F, (line.width() - room_for_switch - 4.0F) / count);
    canvas.fill({line.left, line.top, line.left + width * count + 4.0F, line.bottom}, theme.fill_hover, 8.0F);
    float x = line.left + 2.0F;
    for (const PairTabChoice& tab : ladder.tabs) {
        const RectPt cell{x, line.top + 2.0F, x + width, line.bottom - 2.0F};
        const bool on = tab.tab == state.pair.tab;
        const Touch touched = canvas.control("tab" + tab.label, cell, on, 6.0F);
        if (on) {
            canvas.outline(cell, theme.hairline, 6.0F);
        }
        canvas.text(tab.label, type::body_strong, {cell.left + 4.0F, cell.top, cell.right - 4.0F, cell.bottom},
                    on ? theme.text_1 : theme.text_2, Align::Center);
        if (touched.clicked) {
            commands.emplace_back(SetPairTab{tab.tab});
        }
        x += width;
    }
}

/// At the right end of the tabs: words and an icon that do something.
bool draw_switch(Canvas& canvas, const RectPt& line, std::string_view words, Icon icon, std::string_view help) {
    const render::Theme& theme = canvas.theme();
    const float width = canvas.width(words, type::body) + 40.0F;
    const RectPt cell{line.right - width + 8.0F, line.top, line.right + 8.0F, line.bottom};
    const Touch touched = canvas.control(words, cell);
    const Rgba color = touched.hovered ? theme.text_1 : theme.text_2;
    canvas.text(words, type::body, {cell.left + 8.0F, cell.top, cell.right - 28.0F, cell.bottom}, color);
    canvas.icon(icon, {cell.right - 28.0F, cell.top, cell.right - 4.0F, cell.bottom}, color);
    canvas.help(touched, help);
    return touched.clicked;
}

}  // namespace

void draw_pair_number(Canvas& canvas, render::ScreenPt middle, std::size_t number, bool pale) {
    const render::Theme& theme = canvas.theme();
    const Rgba ink = pale ? theme.text_3 : theme.text_1;
    canvas.ring(middle, number_disc_pt - 0.5F, pale ? theme.hairline : theme.hairline_strong);
    canvas.text(std::to_string(number), type::small_strong,
                {middle.x - 20.0F, middle.y - 10.0F, middle.x + 20.0F, middle.y + 10.0F}, ink, Align::Center);
}

void draw_pair(Canvas& canvas, const RectPt& place, const AppState& state, const MapView& view, Commands& commands) {
    const PairLadder ladder = pair_ladder(state, view.world());
    canvas.begin_panel("##pair", place);
    draw_head(canvas, place, ladder, state, commands);
    const RectPt line{place.left + padding, place.top + 44.0F, place.right - padding, place.top + 64.0F};
    draw_facts(canvas, line, ladder);
    const RectPt tabs{line.left, place.top + 80.0F, line.right, place.top + 112.0F};
    draw_tabs(canvas, tabs, ladder, state, commands);
    const RectPt room{place.left, tabs.bottom, place.right, place.bottom - 8.0F};
    if (state.pair.tab == PairTab::Changed) {
        const PairChanges changes = pair_changes(state, view.world());
        if (draw_switch(canvas, tabs, "Copy", Icon::Copy, "All of this as text, onto the clipboard")) {
            commands.emplace_back(RunErrand{CopyText{changes.text}});
        }
        draw_pair_changes(canvas, room, changes, state, view, commands);
    } else {
        const bool newest = state.pair.newest_first;
        if (draw_switch(canvas, tabs, newest ? "Newest first" : "Oldest first", Icon::Turn,
                        newest ? "Oldest first" : "Newest first")) {
            commands.emplace_back(TurnPair{});
        }
        draw_pair_ladder(canvas, room, ladder, state, view, commands);
    }
    canvas.end_panel();
}

}  // namespace app
