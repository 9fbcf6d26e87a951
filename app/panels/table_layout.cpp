#include "app/panels/table_layout.h"

#include "app/panels/event_card_layout.h"
#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>
#include <string_view>
#include <tuple>
#include <utility>

namespace app {

namespace {

constexpr float padding = 20.0F;
constexpr float head_height = 48.0F;
constexpr float header_height = 28.0F;
constexpr float cell_gap = 16.0F;

struct Column {
    TableColumn column;
    std::string_view name;
    float least_pt;
    float share;  // of the width that is left
    bool numbers;
};
constexpr std::array<Column, table_column_count> all_columns{{{TableColumn::Date, "Date", 184.0F, 0.0F, false},
                                                              {TableColumn::Kind, "Kind", 104.0F, 0.0F, false},
                                                              {TableColumn::Title, "Title", 180.0F, 3.0F, false},
                                                              {TableColumn::Parties, "Parties", 120.0F, 2.0F, false},
                                                              {TableColumn::Status, "Status", 84.0F, 0.0F, false},
                                                              {TableColumn::Sources, "Sources", 52.0F, 0.0F, true},
                                                              {TableColumn::Value, "Value", 104.0F, 0.0F, true},
                                                              {TableColumn::Tags, "Tags", 80.0F, 1.0F, false}}};

/// Those that are wanted, without the last ones where there is no room.
std::vector<Column> columns_for(const EventTable& table, float width) {
    std::vector<Column> columns;
    float used = 0.0F;
    for (const Column& column : all_columns) {
        const float next = used + column.least_pt + (columns.empty() ? 0.0F : cell_gap);
        if (!table.hidden.at(static_cast<std::size_t>(column.column)) && (columns.empty() || next <= width)) {
            columns.push_back(column);
            used = next;
        }
    }
    return columns;
}

std::string listed(const auto& list, const auto& words_of) {
    std::string out;
    for (const auto& item : list) {
        out += (out.empty() ? "" : ", ") + std::string{words_of(item)};
    }
    return out;
}

std::string parties_words(const events::Event& event) {
    return listed(event.parties, [](const events::Party& party) -> const std::string& {
        return party.name.empty() ? party.code : party.name;
    });
}

/// What rows are sorted by.
struct SortKey {
    bool missing = false;
    std::string_view text;
    double number = 0.0;
    std::string_view text_2;
    events::EventIndex event{};
};

SortKey key_of(const AppState& state, const World& world, events::EventIndex index) {
    const events::Event event = (*world.events)[index];
    SortKey key;
    key.event = index;
    switch (state.table->sort) {
        case TableColumn::Date:
            key.missing = !event.date;
            key.number = static_cast<double>(index);
            break;
        case TableColumn::Kind:
            key.text = world.events->kinds()[event.kind].label;
            break;
        case TableColumn::Title:
            key.text = event.title;
            break;
        case TableColumn::Parties:
            key.missing = event.parties.empty();
            if (!key.missing) {
                key.text = event.parties[0].name;
                key.text_2 = event.parties.size() > 1 ? event.parties[1].name : std::string_view{};
            }
            break;
        case TableColumn::Status:
            key.text = events::name_from_status(status_of(event, state.time));
            break;
        case TableColumn::Sources:
            key.number = static_cast<double>(event.sources.size());
            break;
        case TableColumn::Value:
            key.missing = !event.value;
            if (event.value) {
                key.text = event.value->currency;
                key.text_2 = event.value->measure;
                key.number = event.value->amount;
            }
            break;
        case TableColumn::Tags:
            key.missing = event.tags.empty();
            key.text = key.missing ? std::string_view{} : std::string_view{event.tags.front()};
            break;
    }
    return key;
}

std::string csv_quoted(std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string{cell};
    }
    std::string out = "\"";
    for (const char c : cell) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

std::string number_text(double number) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(15);
    out << number;
    return out.str();
}

std::vector<std::string> csv_cells(TableColumn column, const events::Event& event, const AppState& state,
                                   const World& world) {
    switch (column) {
        case TableColumn::Date:
            return {event.date ? event.date->text : std::string{}};
        case TableColumn::Value:
            return {event.value ? number_text(event.value->amount) : std::string{},
                    event.value ? event.value->currency + event.value->measure : std::string{}};
        default:
            return {cell_words(column, event, state, world)};
    }
}

}  // namespace

std::string_view name_of(TableColumn column) {
    return all_columns.at(static_cast<std::size_t>(column)).name;
}

TableLayout table_layout(const AppState& state, const render::RectPt& place, std::size_t rows) {
    TableLayout out;
    out.place = place;
    out.title = count_words(rows) + (rows == 1 ? " event" : " events");
    out.note = rows > most_copied_rows ? "copied as CSV: the first " + count_words(most_copied_rows) : "";
    out.head = {place.left + padding, place.top, place.right - 12.0F, place.top + head_height};
    out.header = {place.left + padding, out.head.bottom, place.right - padding, out.head.bottom + header_height};
    const float most = std::max(0.0F, place.bottom - 8.0F - out.header.bottom);
    const float whole = std::max(table_row_height, std::floor(most / table_row_height) * table_row_height);
    out.list = {place.left, out.header.bottom, place.right, out.header.bottom + whole};
    const std::vector<Column> columns = columns_for(*state.table, out.header.width());
    float free = out.header.width() + cell_gap;
    float shares = 0.0F;
    for (const Column& column : columns) {
        free -= column.least_pt + cell_gap;
        shares += column.share;
    }
    float x = out.header.left;
    for (const Column& column : columns) {
        const float width = column.least_pt + (shares > 0.0F ? std::max(0.0F, free) * column.share / shares : 0.0F);
        out.columns.push_back({column.column, std::string{column.name}, x, x + width, column.numbers});
        x += width + cell_gap;
    }
    return out;
}

std::vector<events::EventIndex> table_rows(const AppState& state, const World& world) {
    std::vector<events::EventIndex> rows;
    if (!state.table->whole) {
        rows = visible_events(state, world);
    } else {
        for (std::size_t i = 0; i < world.events->size(); ++i) {
            const auto index = static_cast<events::EventIndex>(i);
            if (passes_filters(state, world, index)) {
                rows.push_back(index);
            }
        }
    }
    const bool down = state.table->downwards;
    if (state.table->sort == TableColumn::Date && !down) {
        return rows;  // as they come
    }
    std::vector<SortKey> keys;
    keys.reserve(rows.size());
    for (const events::EventIndex index : rows) {
        keys.push_back(key_of(state, world, index));
    }
    const auto content = [](const SortKey& key) { return std::tie(key.text, key.text_2, key.number); };
    std::stable_sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
        if (a.missing != b.missing) {
            return b.missing;
        }
        return down ? content(b) < content(a) : content(a) < content(b);
    });
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const SortKey& key) { return key.event; });
    return rows;
}

std::string cell_words(TableColumn column, const events::Event& event, const AppState& state, const World& world) {
    switch (column) {
        case TableColumn::Date:
            return std::string{event.date_words};
        case TableColumn::Kind:
            return world.events->kinds()[event.kind].label;
        case TableColumn::Title:
            return std::string{event.title};
        case TableColumn::Parties:
            return parties_words(event);
        case TableColumn::Status:
            return status_words(status_of(event, state.time));
        case TableColumn::Sources:
            return event.sources.empty() ? std::string{} : std::to_string(event.sources.size());
        case TableColumn::Value:
            return event.value ? value_words(*event.value) : std::string{};
        case TableColumn::Tags:
            return listed(event.tags, [](const std::string& tag) -> const std::string& { return tag; });
    }
    return {};
}

std::string table_csv(const std::vector<events::EventIndex>& rows, const AppState& state, const World& world) {
    std::vector<TableColumn> columns;
    std::string out;
    for (const Column& column : all_columns) {
        if (!state.table->hidden.at(static_cast<std::size_t>(column.column))) {
            columns.push_back(column.column);
            out += (out.empty() ? "" : ",") + std::string{column.name};
            out += column.column == TableColumn::Value ? ",Unit" : "";
        }
    }
    out += "\r\n";
    for (std::size_t i = 0; i < std::min(rows.size(), most_copied_rows); ++i) {
        const events::Event event = (*world.events)[rows[i]];
        const char* between = "";
        for (const TableColumn column : columns) {
            for (const std::string& cell : csv_cells(column, event, state, world)) {
                out += std::exchange(between, ",") + csv_quoted(cell);
            }
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace app
