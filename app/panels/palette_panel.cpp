// Draws the command palette.
#include "app/panels/palette_layout.h"
#include "app/panels/panels.h"

namespace app {

namespace {

using render::RectPt;

/// The words with what was typed in bold.
void draw_words(Canvas& canvas, const PaletteRow& row, RectPt cell, render::Rgba color) {
    std::size_t at = 0;
    const auto put = [&](std::size_t to, const render::text::TextStyle& style) {
        if (to > at) {
            cell.left += canvas.text(std::string_view{row.words}.substr(at, to - at), style, cell, color);
            at = to;
        }
    };
    for (const auto& [from, to] : row.matched) {
        put(from, type::body);
        put(to, type::body_bold);
    }
    put(row.words.size(), type::body);
}

/// Whether it was clicked.
bool draw_row(Canvas& canvas, const PaletteRow& row, const RectPt& cell, bool chosen, std::size_t index) {
    const Touch touched = canvas.control("row" + std::to_string(index), cell, chosen);
    const RectPt glyph{cell.left + 12.0F, cell.top, cell.left + 28.0F, cell.bottom};
    if (row.kind) {
        canvas.glyph(*row.kind, glyph);
    }
    RectPt words{cell.left + (row.kind ? 40.0F : 12.0F), cell.top, cell.right - 12.0F, cell.bottom};
    if (row.key) {
        words.right = canvas.key_cap(name_from_key(*row.key), words, Align::Right).left - 12.0F;
    }
    draw_words(canvas, row, words, canvas.theme().text_1);
    return touched.clicked;
}

}  // namespace

void draw_palette(Canvas& canvas, const PaletteLayout& layout, const AppState& state, bool follow, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##palette", layout.place, 12.0F, true);
    canvas.fill(layout.place, theme.panel_raised, 12.0F);
    canvas.icon(Icon::Search, layout.icon, theme.text_2);
    if (state.typing->edit.text.empty()) {
        canvas.text("A command, a kind, a country", type::input, layout.field, theme.text_3);
    }
    if (const auto byte = canvas.field("field", state.typing->edit, type::input, layout.field)) {
        commands.emplace_back(EditText{PlaceCaret{*byte, false}});
    }
    canvas.key_cap("Esc", layout.escape, Align::Right);
    canvas.line({layout.place.left, layout.list.top}, {layout.place.right, layout.list.top}, theme.hairline);
    const float top = canvas.begin_list("##list", layout.list);
    for (const auto& [group, y] : layout.headings) {
        canvas.text(group, type::small_strong,
                    {layout.list.left + 20.0F, top + y + 6.0F, layout.list.right, top + y + 32.0F}, theme.text_3);
    }
    const auto chosen = chosen_row(state, layout.rows.size());
    for (std::size_t i = 0; i < layout.rows.size(); ++i) {
        const RectPt cell{layout.list.left + 8.0F, top + layout.tops[i], layout.list.right - 8.0F,
                          top + layout.tops[i] + layout.row_height};
        if (follow && chosen == i) {
            canvas.keep_in_view(cell);
        }
        if (draw_row(canvas, layout.rows[i], cell, chosen == i, i)) {
            commands.emplace_back(EndTyping{});
            commands.insert(commands.end(), layout.rows[i].does.begin(), layout.rows[i].does.end());
        }
    }
    canvas.end_list(top + layout.content_height);
    canvas.line({layout.place.left, layout.foot.top}, {layout.place.right, layout.foot.top}, theme.hairline);
    canvas.text(layout.rows.empty()       ? "Nothing is called that"
                : layout.rows.size() == 1 ? "1 command"
                                          : std::to_string(layout.rows.size()) + " commands",
                type::small, layout.foot, theme.text_3);
    canvas.text("Up, Down: choose    Enter: do it", type::small, layout.foot, theme.text_3, Align::Right);
    canvas.end_panel();
    if (canvas.pressed() && !layout.place.contains(canvas.pointer())) {
        commands.emplace_back(EndTyping{});
    }
}

}  // namespace app
