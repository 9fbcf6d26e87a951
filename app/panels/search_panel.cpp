// Draws the search field and a SearchPanel below it.
#include "app/panels/panels.h"

#include <algorithm>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;

constexpr float padding = 16.0F;
constexpr float key_height = 18.0F;

/// A name with the parts that match in bold. Gives where it ends.
float name_with_matches(Canvas& canvas, const SearchRow& row, RectPt cell, Rgba plain, Rgba strong) {
    std::size_t from = 0;
    const auto part = [&](std::size_t to, bool matches) {
        const std::string_view words = std::string_view{row.name}.substr(from, to - from);
        const auto& style = matches ? type::body_bold : type::body;
        if (!words.empty() && cell.width() > 12.0F) {
            canvas.text(words, style, cell, matches ? strong : plain);
            cell.left += canvas.width(words, style);
        }
        from = to;
    };
    for (const auto& [begin, end] : row.strong) {
        part(begin, false);
        part(end, true);
    }
    part(row.name.size(), false);
    return cell.left;
}

Icon icon_of(SearchRow::What what) {
    switch (what) {
        case SearchRow::What::Country:
            return Icon::Globe;
        case SearchRow::What::Place:
            return Icon::Pin;
        case SearchRow::What::Person:
            return Icon::Person;
        case SearchRow::What::Event:
        case SearchRow::What::ShowOnly:
            break;
    }
    return Icon::Filter;
}

void draw_row(Canvas& canvas, const SearchRow& row, std::size_t number, bool chosen, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt ground{row.place.left + 8.0F, row.place.top, row.place.right - 8.0F, row.place.bottom};
    const Touch touched = canvas.control("row" + std::to_string(number), ground, chosen);
    const bool tall = !row.warning.empty();
    RectPt line{row.place.left + padding, row.place.top, row.place.right - padding, row.place.bottom};
    if (tall) {
        line.top += 4.0F;
        line.bottom = line.top + 20.0F;
    }
    const RectPt icon{line.left, line.top, line.left + 16.0F, line.bottom};
    if (row.kind) {
        canvas.glyph(*row.kind, icon, tall ? 0.55F : 1.0F);
    } else {
        canvas.icon(icon_of(row.what), icon, theme.text_2);
    }
    line.left += 28.0F;
    RectPt note = line;
    if (chosen) {
        note.right = canvas.key_cap("Enter", line, Align::Right, key_height).left - 10.0F;
    }
    const float note_width = canvas.width(row.note, type::body);
    canvas.text(row.note, type::body, note, tall ? theme.text_3 : theme.text_2, Align::Right);
    line.right = note.right - (row.note.empty() ? 0.0F : note_width + 12.0F);
    name_with_matches(canvas, row, line, tall ? theme.text_2 : theme.text_1, theme.text_1);
    if (tall) {
        canvas.text(row.warning, type::small, {line.left, line.bottom, note.right, line.bottom + 18.0F}, theme.text_3);
    }
    if (touched.clicked) {
        commands.insert(commands.end(), row.commands.begin(), row.commands.end());
    }
}

void draw_found(Canvas& canvas, const SearchPanel& panel, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##found", panel.place, 12.0F, true);
    canvas.fill(panel.place, theme.panel_raised, 12.0F);
    for (const SearchHeading& heading : panel.headings) {
        canvas.text(
            heading.words, type::small_strong,
            {heading.place.left + padding, heading.place.top, heading.place.right - padding, heading.place.bottom},
            theme.text_3);
    }
    for (std::size_t i = 0; i < panel.rows.size(); ++i) {
        draw_row(canvas, panel.rows[i], i, i == panel.chosen, commands);
    }
    const RectPt& foot = panel.footnote_place;
    canvas.text(panel.footnote, type::body, {foot.left + padding, foot.top, foot.right - padding, foot.bottom},
                theme.text_2);
    canvas.end_panel();
}

}  // namespace

void draw_search(Canvas& canvas, const RectPt& bar, const SearchPanel& panel, const AppState& state,
                 Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const bool typing = state.typing && state.typing->field == TextField::Search;
    canvas.begin_panel("##search", bar, 12.0F, typing);
    const RectPt icon{bar.left + 12.0F, bar.top, bar.left + 28.0F, bar.bottom};
    RectPt cell{icon.right + 8.0F, bar.top, bar.right - 12.0F, bar.bottom};
    const bool narrow = bar.width() < 160.0F;
    canvas.icon(Icon::Search, icon, typing ? theme.text_1 : theme.text_2);
    if (!narrow) {
        cell.right = canvas.key_cap(typing ? "Esc" : "Ctrl F", cell, Align::Right, key_height).left - 8.0F;
    }
    if (typing) {
        canvas.outline(bar, theme.hairline_strong, 12.0F);
        if (const auto byte = canvas.field("field", state.typing->edit, type::body, cell)) {
            commands.emplace_back(EditText{PlaceCaret{*byte, false}});
        }
    } else {
        if (!narrow) {
            const std::string_view all = "Search countries, places, people, titles";
            canvas.text(canvas.width(all, type::body) <= cell.width() ? all : "Search everything", type::body, cell,
                        theme.text_2);
        }
        const Touch touched = canvas.control("bar", bar, false, 12.0F);
        canvas.help(touched, "Find countries, places, people and events  (Ctrl F)");
        if (touched.clicked) {
            commands.emplace_back(StartTyping{TextField::Search, {}});
        }
    }
    canvas.end_panel();
    if (!typing) {
        return;
    }
    if (panel.place.height() > 0.0F) {
        draw_found(canvas, panel, commands);
    }
    const render::ScreenPt at = canvas.pointer();
    if (canvas.pressed() && !bar.contains(at) && !panel.place.contains(at)) {
        commands.emplace_back(EndTyping{});
    }
}

}  // namespace app
