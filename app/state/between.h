// Everything between the selected countries, in the order in which it is told, and how time runs between one event and
// the next.
#pragma once

#include "events/event_store.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

/// The event touches at least two of the countries (events::Event::touches).
[[nodiscard]] bool is_between(const events::Event& event, std::span<const std::string> countries);

/// Where a date stands among others: in the middle of what it may be; of what lasts, its beginning. "2025" stands after
/// "2025-02" and before "2025-10", and so does "2025/..". Infinite for an undated event, which comes last.
[[nodiscard]] double standing_day(const events::EdtfDate* date);

/// All events between the countries, oldest first by their standing day, undated ones last.
[[nodiscard]] std::vector<events::EventIndex> events_between(const events::EventStore& store,
                                                             std::span<const std::string> countries);

/// One event among those between some countries.
struct Standing {
    events::EventIndex event{};
    double day = 0.0;       ///< standing_day
    double gap_days = 0.0;  ///< marked before it: nothing began for so long; 0: no gap
};

struct Between {
    std::vector<Standing> events;              ///< oldest first
    std::optional<events::EventIndex> first;   ///< with a date; nothing where there is none
    std::optional<events::EventIndex> latest;  ///< the last one that is no mere plan and has a date worth the name
    double longest_gap_days = 0.0;             ///< marked or not
};

/// All of it about some events, which stand in order. Gaps lie between the standing days of events whose dates are
/// better than an uncertain year (is_year_only). A gap is marked where it is longer than three times the median of them
/// all, but at least 90 days and at most two years.
[[nodiscard]] Between between(const events::EventStore& store, std::span<const events::EventIndex> events);

/// How long that is: "41 years", "8 months", "12 days"; years from two on, months from 60 days on.
[[nodiscard]] std::string gap_words(double days);

}  // namespace app
