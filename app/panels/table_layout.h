// The table of events: which, in which order, and what stands in their cells. Lengths are points.
#pragma once

#include "app/state/command.h"

#include <array>
#include <string>
#include <vector>

namespace app {

inline constexpr float table_row_height = 24.0F;
inline constexpr std::size_t most_copied_rows = 100'000;

struct TableHeader {
    TableColumn column{};
    std::string name;
    float left = 0.0F;
    float right = 0.0F;
    bool numbers = false;  ///< stand at the right of their cell
};

struct TableLayout {
    render::RectPt place;
    std::string title;                 ///< "46 events"
    std::string note;                  ///< of a list too long to be copied whole; else empty
    render::RectPt head;               ///< title and buttons
    render::RectPt header;             ///< names of columns
    render::RectPt list;               ///< rows of 24 points
    std::vector<TableHeader> columns;  ///< that are shown and for which there is room
};

/// Name of a column, as its header has it.
[[nodiscard]] std::string_view name_of(TableColumn column);

[[nodiscard]] TableLayout table_layout(const AppState& state, const render::RectPt& place, std::size_t rows);

/// The events of the table in its order: those of the window or all that filters leave. What has nothing in the column
/// that sorts stands last, and equals stay in order of time.
[[nodiscard]] std::vector<events::EventIndex> table_rows(const AppState& state, const World& world);

/// What a cell says; empty where the event has no such thing.
[[nodiscard]] std::string cell_words(TableColumn column, const events::Event& event, const AppState& state,
                                     const World& world);

/// Comma-separated values (RFC 4180) with a line of names: of the columns that are not hidden, dates in EDTF, values as
/// amount and unit; 100 000 rows at most.
[[nodiscard]] std::string table_csv(const std::vector<events::EventIndex>& rows, const AppState& state,
                                    const World& world);

}  // namespace app
