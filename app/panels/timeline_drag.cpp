#include "app/panels/timeline_drag.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

using What = TimelineHit::What;

bool is_on_axis(What what) {
    return what == What::Scrub || what == What::Axis || what == What::Loop;
}

double middle_of(const events::DaySpan& days) {
    return (days.start + days.end) / 2.0;
}

}  // namespace

TimelineDrag::Grip TimelineDrag::grip_of(const TimelineHand& hand) const {
    const What what = hand.hit.what;
    const bool on_timeline = is_on_axis(what) || what == What::Handle || what == What::Lane || what == What::YearLane;
    if ((hand.middle || (hand.held && hand.ctrl)) && on_timeline) {
        return Grip::Axis;
    }
    if (!hand.held) {
        return Grip::None;
    }
    if (what == What::Map) {
        return Grip::Map;
    }
    if (hand.shift && (is_on_axis(what) || what == What::Handle)) {
        return Grip::Loop;
    }
    if (what == What::Handle) {
        return hand.hit.handle == TimelineHandle::Part::Start ? Grip::Start
               : hand.hit.handle == TimelineHandle::Part::End ? Grip::End
                                                              : Grip::Middle;
    }
    return is_on_axis(what) ? Grip::Playhead : Grip::None;
}

void TimelineDrag::begin(const TimelineHand& hand, const AppState& state) {
    grip_ = grip_of(hand);
    x_ = hand.x;
    from_day_ = grip_ == Grip::Loop ? hand.hit.day : window_of(state.time).start;
    offset_ = grip_ == Grip::Middle || grip_ == Grip::End ? state.time.playhead - hand.hit.day : 0.0;
    if (grip_ == Grip::Map && state.timeline_view) {
        const events::DaySpan& view = *state.timeline_view;
        const bool inside = hand.hit.map_day >= view.start && hand.hit.map_day <= view.end;
        offset_ = inside ? middle_of(view) - hand.hit.map_day : 0.0;
    }
}

void TimelineDrag::move(const TimelineHand& hand, const AppState& state, const TimeAxis& axis, Commands& commands) {
    const TimelineHit& hit = hand.hit;
    const double day = grip_ == Grip::Map ? hit.map_day : hit.day;
    const bool moved = day != std::exchange(day_, day);
    const float dx = hand.x - std::exchange(x_, hand.x);
    if (grip_ == Grip::Axis && dx != 0.0F && axis.pt_per_day() > 0.0) {
        commands.emplace_back(PanTimeline{-static_cast<double>(dx) / axis.pt_per_day()});
    }
    if (!moved && !hand.held) {
        return;
    }
    switch (grip_) {
        case Grip::Playhead:
            commands.emplace_back(Seek{day});
            break;
        case Grip::Start:
            commands.emplace_back(SetTrail{state.time.playhead - day});
            break;
        case Grip::End:
            commands.emplace_back(Seek{std::max(day + offset_, from_day_ + 1.0)});
            commands.emplace_back(SetTrail{std::max(day + offset_ - from_day_, 1.0)});
            break;
        case Grip::Middle:
            commands.emplace_back(Seek{day + offset_});
            break;
        case Grip::Loop:
            if (day != from_day_) {
                commands.emplace_back(SetLoop{events::DaySpan{std::min(day, from_day_), std::max(day, from_day_)}});
            }
            break;
        case Grip::Map:
            if (state.timeline_view) {
                commands.emplace_back(PanTimeline{day + offset_ - middle_of(*state.timeline_view)});
            }
            break;
        case Grip::Axis:
        case Grip::Still:
        case Grip::None:
            break;
    }
}

void TimelineDrag::click(const TimelineHit& hit, Commands& commands) const {
    if (hit.what == What::Lane) {
        commands.emplace_back(SelectEvent{hit.event});
    } else if (hit.what == What::YearLane) {
        commands.emplace_back(ToggleYearOnly{});
    }
}

void TimelineDrag::follow(const TimelineHand& hand, const AppState& state, const TimeAxis& axis, Commands& commands) {
    if (hand.twice && (hand.hit.what == What::Axis || hand.hit.what == What::Loop)) {
        commands.emplace_back(hand.hit.what == What::Loop ? Command{SetLoop{}} : Command{ShowTimeline{}});
        grip_ = Grip::Still;  // the axis changes under the hand, which means no other day by that
    }
    const bool down = hand.held || hand.middle;
    if (down && grip_ == Grip::None) {
        begin(hand, state);
    }
    if (grip_ != Grip::None) {
        move(hand, state, axis, commands);
    } else if (hand.clicked) {
        click(hand.hit, commands);
    }
    grip_ = down ? grip_ : Grip::None;
}

}  // namespace app
