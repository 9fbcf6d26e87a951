// Draws a TableLayout and those of its rows that are in sight.
#include "app/panels/panels.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using render::RectPt;

void push_table(const AppState& state, Commands& commands, const auto& change) {
    EventTable table = *state.table;
    change(table);
    commands.emplace_back(SetTable{table});
}

/// A button with words that ends at `right`; gives where it begins, with a gap.
template <class Clicked>
float button(Canvas& canvas, const char* words, const char* help, const RectPt& head, float right, bool on,
             const Clicked& clicked) {
    const render::Theme& theme = canvas.theme();
    const float width = canvas.width(words, type::body) + 16.0F;
    const RectPt cell{right - width, head.top + 10.0F, right, head.top + 38.0F};
    if (cell.left < head.left) {
        return right;
    }
    const Touch touched = canvas.control(words, cell, on, 6.0F);
    canvas.text(words, type::body, cell, on || touched.hovered ? theme.text_1 : theme.text_3, Align::Center);
    canvas.help(touched, help);
    if (touched.clicked) {
        clicked();
    }
    return cell.left - 4.0F;
}

void draw_head(Canvas& canvas, const TableLayout& layout, const std::vector<events::EventIndex>& rows,
               const AppState& state, const World& world, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const RectPt& head = layout.head;
    const RectPt close{head.right - 32.0F, head.top + 8.0F, head.right, head.top + 40.0F};
    const Touch on_close = canvas.control("close", close);
    canvas.icon(Icon::Close, close, on_close.hovered ? theme.text_1 : theme.text_2);
    canvas.help(on_close, "Close  (Esc)");
    if (on_close.clicked) {
        commands.emplace_back(ToggleTable{});
    }
    float right = button(canvas, "Copy as CSV", "Copies these rows for a spreadsheet", head, close.left - 8.0F, false,
                         [&] { commands.emplace_back(RunErrand{CopyText{table_csv(rows, state, world)}}); });
    right -= 12.0F;
    const float title = canvas.width(layout.title, type::body_bold) + 16.0F;
    const float scopes = canvas.width("In the window", type::body) + canvas.width("All", type::body) + 52.0F;
    const RectPt room{head.left + title + scopes, head.top, head.right, head.bottom};
    for (std::size_t i = table_column_count; i-- > 0;) {
        const auto column = static_cast<TableColumn>(i);
        const std::string name{name_of(column)};
        const bool shown = !state.table->hidden.at(i);
        right = button(canvas, name.c_str(), shown ? "Leave this column out" : "Show this column", room, right, shown,
                       [&] { push_table(state, commands, [&](EventTable& table) { table.hidden.at(i) = shown; }); });
    }
    canvas.text(layout.title, type::body_bold, {head.left, head.top, head.left + title, head.bottom}, theme.text_1);
    float left = head.left + title + scopes - 12.0F;
    left = button(canvas, "All", "Also what lies outside the window", head, left, state.table->whole,
                  [&] { push_table(state, commands, [](EventTable& table) { table.whole = true; }); });
    button(canvas, "In the window", "Only what is shown now", head, left, !state.table->whole,
           [&] { push_table(state, commands, [](EventTable& table) { table.whole = false; }); });
    if (right - room.left > canvas.width(layout.note, type::small) + 16.0F) {
        canvas.text(layout.note, type::small, {room.left + 8.0F, head.top, right, head.bottom}, theme.text_3);
    }
}

void draw_header(Canvas& canvas, const TableLayout& layout, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    for (const TableHeader& column : layout.columns) {
        const RectPt cell{column.left - 6.0F, layout.header.top, column.right + 6.0F, layout.header.bottom};
        const Touch touched = canvas.control("header " + column.name, cell, false, 6.0F);
        const bool sorts = state.table->sort == column.column;
        RectPt words{column.left, cell.top, column.right, cell.bottom};
        if (sorts) {
            const float width = canvas.width(column.name, type::small_strong);
            const float x = column.numbers ? words.right - 6.0F : words.left + width + 10.0F;
            const float y = words.center().y;
            const float tip = state.table->downwards ? 3.0F : -3.0F;
            canvas.triangle({x - 4.0F, y - tip}, {x + 4.0F, y - tip}, {x, y + tip}, theme.text_1);
            words.right -= column.numbers ? 16.0F : 0.0F;
        }
        canvas.text(column.name, type::small_strong, words, sorts || touched.hovered ? theme.text_1 : theme.text_3,
                    column.numbers ? Align::Right : Align::Left);
        if (touched.clicked) {
            push_table(state, commands, [&](EventTable& table) {
                table.downwards = table.sort == column.column && !table.downwards;
                table.sort = column.column;
            });
        }
    }
    canvas.fill({layout.place.left, layout.header.bottom - 1.0F, layout.place.right, layout.header.bottom},
                theme.hairline);
}

void draw_row(Canvas& canvas, const TableLayout& layout, events::EventIndex index, const RectPt& place,
              const AppState& state, const World& world, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const events::Event event = (*world.events)[index];
    const bool inside = is_in_window(state, world, event);
    const bool selected = state.selection.event == index;
    const Touch touched =
        canvas.control("row" + std::to_string(static_cast<std::uint32_t>(index)), place, selected, 0.0F);
    for (const TableHeader& column : layout.columns) {
        RectPt cell{column.left, place.top, column.right, place.bottom};
        if (column.column == TableColumn::Kind) {
            canvas.glyph(event.kind, {cell.left, cell.top, cell.left + 16.0F, cell.bottom}, inside ? 1.0F : 0.55F);
            cell.left += 24.0F;
        }
        if (column.column == TableColumn::Title && !inside && event.date) {
            const float jump = canvas.width("jump", type::small_strong) + 10.0F;
            const RectPt tag{cell.right - jump, cell.top + 3.5F, cell.right, cell.bottom - 3.5F};
            canvas.outline(tag, theme.hairline_strong, 4.0F);
            canvas.text("jump", type::small_strong, tag, touched.hovered ? theme.text_1 : theme.text_2, Align::Center);
            cell.right = tag.left - 8.0F;
        }
        const bool title = column.column == TableColumn::Title;
        canvas.text(cell_words(column.column, event, state, world),
                    title ? selected ? type::body_bold : type::body_strong : type::body, cell,
                    !inside ? theme.text_3
                    : title ? theme.text_1
                            : theme.text_2,
                    column.numbers ? Align::Right : Align::Left);
    }
    if (touched.clicked) {
        commands.emplace_back(GoToEvent{index});
    }
}

}  // namespace

void draw_table(Canvas& canvas, const TableLayout& layout, const std::vector<events::EventIndex>& rows,
                const AppState& state, const World& world, Commands& commands) {
    canvas.begin_panel("##table", layout.place);
    draw_head(canvas, layout, rows, state, world, commands);
    draw_header(canvas, layout, state, commands);
    const RectPt& list = layout.list;
    // As doubles: a million rows reach further than a float is exact to the point.
    const auto top = static_cast<double>(canvas.begin_list("##rows", list));
    const auto height = static_cast<double>(table_row_height);
    const double above = std::floor((static_cast<double>(list.top) - top) / height);
    for (auto i = static_cast<std::size_t>(std::max(0.0, above)); i < rows.size(); ++i) {
        const auto y = static_cast<float>(top + static_cast<double>(i) * height);
        if (y >= list.bottom) {
            break;
        }
        draw_row(canvas, layout, rows[i], {list.left, y, list.right - 6.0F, y + table_row_height}, state, world,
                 commands);
    }
    canvas.end_list(static_cast<float>(top + static_cast<double>(rows.size()) * height));
    canvas.end_panel();
}

}  // namespace app
