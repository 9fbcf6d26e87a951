// What a hand does to the timeline, frame by frame.
#pragma once

#include "app/panels/timeline_layout.h"
#include "app/state/command.h"

namespace app {

/// A drag that begins on the axis moves the playhead, one that begins on a handle the window's start.
class TimelineDrag {
public:
    /// The button as a frame finds it: `held` down on the timeline; `clicked` let go over it in this frame. `hit` is
    /// under the pointer now. A motion that comes together with letting go still counts; a click on a lane chooses
    /// its event unless it ends a drag.
    void follow(bool held, bool clicked, const TimelineHit& hit, double playhead, Commands& commands);

private:
    enum class Grip : std::uint8_t { None, Playhead, Handle };
    Grip grip_ = Grip::None;
    double day_ = 0.0;  // to which the last frame dragged
};

}  // namespace app
