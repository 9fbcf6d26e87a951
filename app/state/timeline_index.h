// What the timeline knows of a store, found once for it: no frame goes over the events.
#pragma once

#include "app/state/axis_stretches.h"
#include "app/state/event_density.h"

#include <functional>
#include <vector>

namespace app {

/// It was going on from one date to another: an interval, or a set of several dates that all belong to it, which is
/// open or longer than 20 days. A single date that is only known to the month does not last.
[[nodiscard]] bool lasts(const events::EdtfDate& date);
[[nodiscard]] bool lasts(const events::Event& event);

struct TimelineIndex {
    struct YearCount {
        int year = 0;
        events::KindId kind{};
        int count = 0;
    };
    std::vector<AxisStretch> collapsed{AxisStretch{}};  ///< axis_stretches with quiet ones skipped, and without
    std::vector<AxisStretch> plain{AxisStretch{}};
    EventDensity density;
    std::vector<events::EventIndex> lasting;  ///< that stand on the axis, in order of start
    std::vector<YearCount> year_only;         ///< known only to the year, in order of years and kinds
};

/// Of the events that `counts` says yes to, or of all; stretches are those of all in any case. One pass.
[[nodiscard]] TimelineIndex timeline_index(const events::EventStore& store,
                                           const std::function<bool(events::EventIndex)>& counts = nullptr);

}  // namespace app
