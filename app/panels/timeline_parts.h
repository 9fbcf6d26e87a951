// The parts of the timeline's panel, each drawn by a file of its own.
#pragma once

#include "app/panels/canvas.h"
#include "app/panels/timeline_layout.h"
#include "app/state/command.h"

namespace app {

/// All above the row of controls: window, histogram, axis, lanes, playhead and its handles, loop, and the small map.
void draw_timeline_axis(Canvas& canvas, const TimelineLayout& layout, const AppState& state);

/// The row of controls, the speed's field and "Showing n of m events".
void draw_timeline_controls(Canvas& canvas, const TimelineLayout& layout, const AppState& state, Commands& commands);

/// A panel of its own on the timeline's edge: the date, or the field in which one is typed.
void draw_date_tab(Canvas& canvas, const DateTab& tab, const AppState& state, Commands& commands);

/// What may be typed into a field, or what is wrong with what was, above it.
void draw_field_hint(Canvas& canvas, const render::RectPt& field, std::string_view words, const Typing& typing);

}  // namespace app
