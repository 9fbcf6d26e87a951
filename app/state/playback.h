// How the playhead moves by itself, and how far a step takes it.
#pragma once

#include "app/state/app_state.h"

#include <utility>

namespace app {

/// First and last day that the playhead may stand at: from the first start to a month behind the last, midday to
/// midday.
[[nodiscard]] std::pair<double, double> playable_span(const events::EventStore& store);

/// Between which days playing goes: all that can be played, or with `loop` what the loop goes round.
[[nodiscard]] std::pair<double, double> played_span(const TimeState& time, const events::EventStore& store);

/// Time after `seconds` of playing, forwards or in reverse: stops at the end (or starts again when looping), and jumps
/// over quiet stretches when asked to. A stretch is quiet when nothing but lasting events would be shown in it.
/// By event, the playhead glides to the next day on which one starts and stays there for `reading_s`.
[[nodiscard]] TimeState played(const AppState& state, const World& world, double seconds);

/// Time when play is pressed: from the end, and from outside of a loop, it starts again at the beginning; in reverse
/// the other way round.
[[nodiscard]] TimeState started(const AppState& state, const World& world);

/// How long the titles of what starts on a day take to read: 1.2 s and 60 ms for each character, 12 s at most.
[[nodiscard]] double reading_s(const AppState& state, const World& world, double day);

/// Midday of the day on which the next (steps > 0) or previous event starts, seen from the playhead; events of one
/// day count as one step, hidden kinds and what is out of focus not at all. The playhead itself where there is none.
[[nodiscard]] double day_of_event_step(const AppState& state, const World& world, int steps);

/// The unit of a step, never Auto: the one that was chosen; otherwise a day, and where the timeline is zoomed an hour
/// in a few days, a month in some years, a year in more.
[[nodiscard]] TimeStep step_of(const AppState& state);

/// So many units on, or back. Months and years keep the day of the month where there is one, and the time of day.
[[nodiscard]] double stepped_day(double day, TimeStep step, int units);

}  // namespace app
