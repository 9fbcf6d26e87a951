// What binds at a moment: agreements, security pacts, ceasefires and routes.
#pragma once

#include "app/state/app_state.h"

namespace app {

/// Of one of these kinds, or of a kind that a file draws like one of them; begun by the playhead's day and not over;
/// and neither planned nor cancelled, suspended or ended, as far as was known then (status_of). What has a single date
/// is in force where its status says so, else only what goes on (lasts).
[[nodiscard]] bool is_in_force(const events::Event& event, const events::KindTable& kinds, const TimeState& time);

}  // namespace app
