// How the playhead moves by itself.
#pragma once

#include "app/state/app_state.h"

#include <utility>

namespace app {

/// First and last day that the playhead may stand at: from the first start to a month behind the last, midday to
/// midday.
[[nodiscard]] std::pair<double, double> playable_span(const events::EventStore& store);

/// Time after `seconds` of playing: stops at the end (or starts again when looping), and jumps over quiet stretches
/// when asked to. A stretch is quiet when nothing but lasting events would be shown in it.
[[nodiscard]] TimeState played(const AppState& state, const World& world, double seconds);

/// Time when play is pressed: from the end it starts again at the beginning.
[[nodiscard]] TimeState started(const AppState& state, const World& world);

/// Midday of the day on which the next (steps > 0) or previous event starts, seen from the playhead; events of one
/// day count as one step, hidden kinds and what is out of focus not at all. The playhead itself where there is none.
[[nodiscard]] double day_of_event_step(const AppState& state, const World& world, int steps);

}  // namespace app
