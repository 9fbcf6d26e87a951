#include "app/scene/phase.h"

#include <algorithm>
#include <cmath>

namespace app {

Phase phase_of(const events::Event& event, const TimeState& time, bool stays) {
    Phase phase;
    if (!event.date) {
        return phase;
    }
    const events::DaySpan span = event.date->strict;
    const double end = std::max(span.end, span.start + shortest_s * time.days_per_second);
    phase.lasting = std::isinf(span.end) || stays;
    phase.since_start_s = (time.playhead - span.start) / time.days_per_second;
    if (phase.since_start_s < 0.0) {  // shown though it is still to come (all): as it will stand
        phase.since_start_s = 1e6;
        phase.passed = 0.5;
        return phase;
    }
    phase.over = time.playhead > end;
    if (phase.lasting || std::isinf(span.start)) {
        phase.passed = phase.over ? 1.0 : 0.5;
    } else {
        phase.passed = (time.playhead - span.start) / (end - span.start);
    }
    if (phase.over && time.mode == WindowMode::Moment && !stays) {
        const double age = std::clamp((time.playhead - end) / time.trail_days, 0.0, 1.0);
        phase.presence = static_cast<float>(std::pow(1.0 - age, 1.5));
    }
    return phase;
}

}  // namespace app
