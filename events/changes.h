// What changed in a list of events between two days, by their dates and the history of their statuses.
#pragma once

#include "events/event_store.h"

#include <span>
#include <vector>

namespace events {

enum class Change : std::uint8_t {
    New,       ///< it began, or was first heard of
    Upgraded,  ///< it became more real: planned to occurred, signed to in force
    Ended,     ///< it came to its end: as it was to, or another one took its place
    Lapsed,    ///< cancelled, postponed or suspended; or it held until then, and nothing took its place
};
inline constexpr std::size_t change_count = 4;

struct ChangedEvent {
    EventIndex event{};
    Change change{};
    double day = 0.0;                 ///< of the change, or of the last one where there were several
    Status before = Status::Unknown;  ///< the day before the first one; Unknown for what is new
    Status after = Status::Unknown;   ///< on the last day
    friend bool operator==(const ChangedEvent&, const ChangedEvent&) = default;
};

/// Changes from the day that holds `first` to the day that holds `last`, both included, by Change and then by day.
/// Each event stands there once: what began and was over again within these days is new, with the status that it has
/// since. Undated events without a history do not change. `last` before `first`: none.
///
/// An agreement, a trade, a route or a ceasefire that ends has a successor where another of `among` has its kind and,
/// in files that say so, its group of related events (Event::link), else its parties; began after it and no later than
/// a month behind its end; and lasts longer.
[[nodiscard]] std::vector<ChangedEvent> changes_between(const EventStore& store, std::span<const EventIndex> among,
                                                        double first, double last);

}  // namespace events
