#include "app/panels/timeline_drag.h"

#include <utility>

namespace app {

void TimelineDrag::follow(bool held, bool clicked, const TimelineHit& hit, double playhead, Commands& commands) {
    using What = TimelineHit::What;
    if (held && grip_ == Grip::None) {
        grip_ = hit.what == What::Handle ? Grip::Handle : hit.what == What::Scrub ? Grip::Playhead : Grip::None;
    }
    const bool moved = hit.day != std::exchange(day_, hit.day);
    if (grip_ == Grip::Playhead && (held || moved)) {
        commands.emplace_back(Seek{hit.day});
    } else if (grip_ == Grip::Handle && (held || moved)) {
        commands.emplace_back(SetTrail{playhead - hit.day});
    } else if (grip_ == Grip::None && clicked && hit.what == What::Lane) {
        commands.emplace_back(SelectEvent{hit.event});
    } else if (grip_ == Grip::None && clicked && hit.what == What::YearLane) {
        commands.emplace_back(ToggleYearOnly{});
    }
    grip_ = held ? grip_ : Grip::None;
}

}  // namespace app
