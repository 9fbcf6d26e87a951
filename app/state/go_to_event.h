// How one gets to an event from wherever one is: to its time, and to where it is on the map.
#pragma once

#include "app/state/app_state.h"
#include "app/state/world.h"

namespace app {

/// Its last day if it is short, so that all of it is behind the playhead; of what is longer than a month the end of its
/// first month. An open end: its start. `otherwise` without a date.
[[nodiscard]] double day_to_jump_to(const events::Event& event, double otherwise);

/// Selects an event. Where it is out of the window the playhead goes there and rests; what is known only to the year
/// is shown from then on. Gives the camera that has all its places in the free map: the present one if that has, else
/// the same scale where it will do. An event without a place changes no camera; one that does not exist, nothing.
[[nodiscard]] render::Camera go_to_event(AppState& state, events::EventIndex event, const World& world);

}  // namespace app
