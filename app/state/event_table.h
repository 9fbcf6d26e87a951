// What the table of events shows, and in which order.
#pragma once

#include <array>
#include <cstdint>

namespace app {

enum class TableColumn : std::uint8_t { Date, Kind, Title, Parties, Status, Sources, Value, Tags };
inline constexpr std::size_t table_column_count = static_cast<std::size_t>(TableColumn::Tags) + 1;

struct EventTable {
    bool whole = false;  ///< also what lies outside the window
    TableColumn sort = TableColumn::Date;
    bool downwards = false;  ///< the greatest first
    std::array<bool, table_column_count> hidden{};
    friend bool operator==(const EventTable&, const EventTable&) = default;
};

}  // namespace app
