// What a hand does to the timeline, frame by frame.
#pragma once

#include "app/panels/timeline_layout.h"
#include "app/state/command.h"

namespace app {

/// The hand as a frame finds it.
struct TimelineHand {
    bool held = false;     ///< the left button is down, and went down on the timeline
    bool clicked = false;  ///< it was let go over the timeline in this frame
    bool twice = false;    ///< it went down for the second time of a double click in this frame
    bool shift = false;    ///< as it went down
    bool ctrl = false;
    bool middle = false;  ///< the middle button is down over the timeline
    float x = 0.0F;       ///< points
    TimelineHit hit;      ///< under the pointer now
};

/// A drag that begins on the axis moves the playhead, one that begins on a handle that part of the window, on the small
/// map the view. With Shift it marks a loop, with Ctrl or the middle button it moves the axis itself. A double click on
/// the axis shows all days, one on the loop puts that away.
class TimelineDrag {
public:
    /// A motion that comes together with letting go still counts; a click on a lane chooses its event unless it ends a
    /// drag.
    void follow(const TimelineHand& hand, const AppState& state, const TimeAxis& axis, Commands& commands);
    /// The hand drags something.
    [[nodiscard]] bool is_busy() const { return grip_ != Grip::None; }

private:
    enum class Grip : std::uint8_t { None, Still, Playhead, Start, End, Middle, Loop, Axis, Map };
    [[nodiscard]] Grip grip_of(const TimelineHand& hand) const;
    void begin(const TimelineHand& hand, const AppState& state);
    void move(const TimelineHand& hand, const AppState& state, const TimeAxis& axis, Commands& commands);
    void click(const TimelineHit& hit, Commands& commands) const;

    Grip grip_ = Grip::None;
    double day_ = 0.0;       // to which the last frame dragged
    float x_ = 0.0F;         // the same in points
    double from_day_ = 0.0;  // where it began: the loop's other end, or the window's start
    double offset_ = 0.0;    // days from the pointer to what it moves
};

}  // namespace app
