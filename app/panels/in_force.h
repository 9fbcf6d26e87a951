// What binds at a moment: agreements, security pacts, ceasefires and routes.
#pragma once

#include "app/state/app_state.h"

#include <string>

namespace app {

/// Of one of these kinds, or of a kind that a file draws like one of them; begun by the playhead's day and not over;
/// and neither planned nor cancelled, suspended or ended, as far as was known then (status_of). What has a single date
/// is in force where its status says so, else only what goes on (lasts).
[[nodiscard]] bool is_in_force(const events::Event& event, const events::KindTable& kinds, const TimeState& time);

/// When it began, as shortly as it is known: "4 Mar 2025", "about May 2025", "2015", "2015, uncertain".
[[nodiscard]] std::string short_beginning(const events::EdtfDate& date);

}  // namespace app
