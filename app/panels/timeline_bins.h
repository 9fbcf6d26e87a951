// The bars of the timeline's histogram and what its lanes are to show. Made anew only when what they depend on changes;
// a part of timeline_layout.
#pragma once

#include "app/panels/time_axis.h"
#include "app/state/app_state.h"

#include <optional>
#include <utility>
#include <vector>

namespace app {

/// One bar of the histogram: how much of the events falls into it, by kind.
struct TimelineBin {
    double from = 0.0;  ///< days
    double to = 0.0;
    events::DaySpan share;  ///< the days whose events it holds: also those of a collapsed gap beside it
    float left = 0.0F;      ///< points; bars are drawn with a gap of 2 between them
    float right = 0.0F;
    std::vector<float> by_kind;         ///< as long as the store's kind table; never negative
    std::vector<float> chosen_by_kind;  ///< how much of that touches a selected country
    float total = 0.0F;
};

/// Make it anew when the store, the panel's rectangle, the hidden kinds, `skip_quiet`, the view or the selected
/// countries change: it depends on nothing else. What it costs does not grow with the number of events.
struct TimelineBins {
    TimeAxis axis;
    std::vector<TimelineBin> bins;
    float highest = 0.0F;                        ///< total of the highest bin
    std::size_t counted = 0;                     ///< events that are not hidden, in view or not
    bool has_chosen = false;                     ///< a country is selected
    std::vector<events::EventIndex> lasting;     ///< for the lanes, not hidden, in view, in order of start: see lasts()
    std::vector<std::pair<int, int>> year_only;  ///< year and how many events are known only to it, not hidden
    std::optional<TimeAxis> whole;               ///< with a view: all days, for the small map of them
    std::vector<TimelineBin> overview;           ///< on that axis
    float overview_highest = 0.0F;
};

/// Bins are a day, two days, a week, two, four, eight weeks ... wide, so that bars are 12 points wide or a little more;
/// a stub is one bin. An event has an area of one, spread over EventWeight. What falls into a collapsed gap goes to the
/// nearest bin, and what lies outside of a view to none. Year-only and undated events are in none. `chosen` is
/// density_of_chosen, `index` is filtered_timeline or, without a filter, the world's.
[[nodiscard]] TimelineBins timeline_bins(const AppState& state, const World& world, const render::RectPt& panel,
                                         const EventDensity& chosen, const TimelineIndex& index);
[[nodiscard]] TimelineBins timeline_bins(const AppState& state, const World& world, const render::RectPt& panel);

/// What the filter lets through, on the axis of all events; nothing where it asks for nothing. One pass.
[[nodiscard]] std::optional<TimelineIndex> filtered_timeline(const AppState& state, const World& world);

/// Of the events that touch a selected country, as far as the filter lets them through. Goes over those events.
[[nodiscard]] EventDensity density_of_chosen(const AppState& state, const World& world);

}  // namespace app
