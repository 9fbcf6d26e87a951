// Rows of events in cards; a click goes to the event.
#pragma once

#include "app/panels/canvas.h"
#include "app/panels/event_row_layout.h"
#include "app/state/command.h"

namespace app {

inline constexpr float event_row = 48.0F;
inline constexpr float short_event_row = 24.0F;

/// Two lines: glyph and title, then date, status and sources, 20 points from the edges.
void draw_event_row(Canvas& canvas, const render::RectPt& place, const CardEvent& event, Commands& commands);
/// One line: glyph, title and date.
void draw_short_event_row(Canvas& canvas, const render::RectPt& place, const CardEvent& event, Commands& commands);

}  // namespace app
