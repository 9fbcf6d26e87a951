// What the command line asks of the first state.
#pragma once

#include "app/input/named.h"
#include "app/options.h"

#include <string>

namespace app {

/// The commands that bring a state just made to what the options ask for: theme, scale, time, kinds, focus, selection
/// and, last, a jump to where --fit (or else the region) fills the free map. The state's camera must have the size of
/// the viewport already, and panels_shown its value, and
/// own_theme what was loaded, which is shown. --focus selects its countries and leaves only events that touch
/// them. Without --at and --window the playhead goes to opening_day().
/// A name that the world does not know gives Unknown: the command line is wrong (status 2).
/// There is no command for `reduced_motion`: the caller copies it.
[[nodiscard]] Named<Commands> opening_commands(const Options& options, const AppState& state, const World& world);

/// The options without what cannot be known before the events are there: the names of their kinds and currencies.
[[nodiscard]] Options before_events(Options options);

/// Whether two states show the same stretch of time, however fast they would play it.
[[nodiscard]] bool is_same_time(const TimeState& a, const TimeState& b);

/// What the options ask of the events, once those have come into a window that has been open for a while: the time, the
/// kinds, the width of bundles, and the view. `opened` is the state that the window opened with. Where a person has
/// been since, at the time or at the camera, they are left.
[[nodiscard]] Named<Commands> arrival_commands(const Options& options, const AppState& opened, const AppState& state,
                                               const World& world);

/// One line for a person who asked for a time at which there is nothing: --at or --window lies before the first or
/// behind the last event. Empty where they did not, and where no event has a date.
[[nodiscard]] std::string warning_about_time(const Options& options, const TimeState& opened, const World& world);

}  // namespace app
