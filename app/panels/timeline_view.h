// Which days the timeline shows: all of them, with quiet stretches collapsed where that is asked for, or a view of some
// of them at one scale. Pure; the state keeps the view.
#pragma once

#include "app/panels/time_axis.h"
#include "app/state/app_state.h"

#include <optional>

namespace app {

/// As TimeAxis of the panel: of all days, and of those in view.
[[nodiscard]] TimeAxis whole_axis(const AppState& state, const World& world, const render::RectPt& panel);
[[nodiscard]] TimeAxis axis_in_view(const AppState& state, const World& world, const render::RectPt& panel);

/// The view `factor` times as near, with that day where it is now, but within what there is. From a collapsed axis it
/// begins at the scale that the day has there. It comes no nearer than six hours. Nothing: zooming out has come to the
/// scale of the whole, or to all days.
[[nodiscard]] std::optional<events::DaySpan> zoomed_view(const AppState& state, const World& world, double day,
                                                         double factor);

/// The view moved on by so many days, as far as there are any; nothing stays nothing.
[[nodiscard]] std::optional<events::DaySpan> panned_view(const AppState& state, const World& world, double days);

/// A view of these days: put in order, at least six hours long, and within what there is; nothing where that is all.
[[nodiscard]] std::optional<events::DaySpan> view_of(const World& world, events::DaySpan days);

/// The window of time with a quarter of its length before it and half behind.
[[nodiscard]] std::optional<events::DaySpan> view_of_window(const AppState& state, const World& world);

/// The view turned like a page to where the playhead is, if it has left it.
[[nodiscard]] std::optional<events::DaySpan> view_with_playhead(const AppState& state, const World& world);

}  // namespace app
