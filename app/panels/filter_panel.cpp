// Draws a FilterPanel, and FilterChips.
#include "app/panels/panels.h"

namespace app {

namespace {

using render::RectPt;

constexpr float padding = 16.0F;
constexpr float line_height = 20.0F;
constexpr float row_height = 32.0F;

void draw_head(Canvas& canvas, const FilterPanel& panel) {
    const render::Theme& theme = canvas.theme();
    float y = panel.head.top;
    const auto next = [&] {
        y += line_height;
        return RectPt{panel.head.left, y - line_height, panel.head.right, y};
    };
    canvas.text(panel.showing, type::body_strong, next(), theme.text_1);
    for (const auto& [why, count] : panel.hidden) {
        const RectPt cell = next();
        canvas.text(why, type::small, cell, theme.text_3);
        canvas.text(count, type::small, cell, theme.text_2, Align::Right);
    }
    canvas.fill({panel.place.left, panel.head.bottom - 1.0F, panel.place.right, panel.head.bottom}, theme.hairline);
}

void draw_row(Canvas& canvas, const FilterRow& row, const RectPt& cell, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const Touch touched = canvas.control(row.id, cell, row.chosen);
    RectPt line{cell.left + 12.0F, cell.top, cell.right - 12.0F, cell.bottom};
    if (row.kind) {
        canvas.glyph(*row.kind, {line.left, line.top, line.left + 16.0F, line.bottom});
        line.left += 24.0F;
    }
    if (row.chosen) {
        canvas.icon(Icon::Tick, {line.right - 16.0F, line.top, line.right, line.bottom}, theme.text_1);
    }
    line.right -= 24.0F;
    const float count = canvas.width(row.count, type::body_strong) + 8.0F;
    canvas.text(row.count, type::body_strong, line, row.count == "0" ? theme.text_3 : theme.text_1, Align::Right);
    canvas.text(row.name, row.chosen ? type::body_bold : type::body,
                {line.left, line.top, line.right - count, line.bottom}, row.chosen ? theme.text_1 : theme.text_2);
    if (touched.clicked) {
        commands.push_back(row.command);
    }
}

void draw_chip(Canvas& canvas, const FilterChip& chip, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt& place = chip.place;
    canvas.begin_panel(("##chip " + chip.id).c_str(), place, 16.0F);
    canvas.outline(place, theme.hairline_strong, 16.0F);
    const RectPt cross{place.right - 28.0F, place.top + 4.0F, place.right - 4.0F, place.bottom - 4.0F};
    RectPt words{place.left + 12.0F, place.top, cross.left - 4.0F, place.bottom};
    words.left += canvas.text(chip.label, type::body, words, theme.text_2) + 6.0F;
    canvas.text(chip.value, type::body_strong, words, theme.text_1);
    const Touch touched = canvas.control("away", cross, false, 12.0F);
    canvas.icon(Icon::Close, cross, touched.hovered ? theme.text_1 : theme.text_2);
    canvas.help(touched, "Show these again");
    if (touched.clicked) {
        commands.insert(commands.end(), chip.remove.begin(), chip.remove.end());
    }
    canvas.end_panel();
}

}  // namespace

void draw_filter_chips(Canvas& canvas, const FilterChips& chips, Commands& commands) {
    if (chips.chips.empty()) {
        return;
    }
    for (const FilterChip& chip : chips.chips) {
        draw_chip(canvas, chip, commands);
    }
    canvas.begin_panel("##chip clear", chips.clear_all, 16.0F);
    const Touch touched = canvas.control("all", chips.clear_all, false, 16.0F);
    canvas.text("Clear all", type::body, chips.clear_all,
                touched.hovered ? canvas.theme().text_1 : canvas.theme().text_2, Align::Center);
    if (touched.clicked) {
        commands.emplace_back(ClearFilters{});
    }
    canvas.end_panel();
}

void draw_filter_panel(Canvas& canvas, const FilterPanel& panel, const RectPt& toolbar, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##filter", panel.place, 12.0F, true);
    canvas.fill(panel.place, theme.panel_raised, 12.0F);
    draw_head(canvas, panel);
    float y = canvas.begin_list("##list", panel.list);
    for (const FilterSection& section : panel.sections) {
        canvas.text(section.heading, type::small_strong,
                    {panel.list.left + padding, y + 4.0F, panel.list.right - padding, y + row_height}, theme.text_3);
        y += row_height;
        for (const FilterRow& row : section.rows) {
            const RectPt cell{panel.list.left + 4.0F, y, panel.list.right - 8.0F, y + row_height};
            if (cell.bottom > panel.list.top && cell.top < panel.list.bottom) {
                draw_row(canvas, row, cell, commands);
            }
            y += row_height;
        }
    }
    canvas.end_list(y);
    canvas.end_panel();
    // A press elsewhere puts it away; the button that opened it does so by itself.
    const render::ScreenPt at = canvas.pointer();
    if (canvas.pressed() && !panel.place.contains(at) && !toolbar.contains(at)) {
        commands.emplace_back(ToggleMenu{Menu::Filter});
    }
}

}  // namespace app
