// Where the playhead stands in an event's own time.
#pragma once

#include "app/state/app_state.h"

namespace app {

/// What happens within less than this is stretched to it, so that it can be seen; seconds of playback.
inline constexpr double shortest_s = 0.9;

/// Where the playhead stands in an event's own time.
struct Phase {
    double passed = 1.0;    ///< 0 at its start, 1 at its end (strict bounds; short ones stretched to 0.9 s of playback)
    bool lasting = false;   ///< open end, or it stays: in force
    bool over = false;      ///< the playhead is behind its end
    float presence = 1.0F;  ///< 1, falling to 0 over the trail once it is over (moment mode)
    double since_start_s = 0.0;  ///< seconds of playback since its start
};
/// What stays (app::stays) does not fade.
[[nodiscard]] Phase phase_of(const events::Event& event, const TimeState& time, bool stays = false);

}  // namespace app
