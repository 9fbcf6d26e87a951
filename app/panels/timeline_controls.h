// The row of controls below the timeline: what has room there, and in which words. A part of timeline_layout.
#pragma once

#include "app/panels/timeline_layout.h"

namespace app {

/// Fills in the controls, their grounds and the text "Showing n of m events", 26 above the panel's bottom.
///
/// Below 1500 points, and wherever the row is too narrow, words go first and then controls: Agreements; the words of By
/// event, Loop and Skip; "Showing" and "events"; "Trail"; the modes shrink; the length; these and Reverse; the speed;
/// the steps by unit. The number shown, play and the modes stay.
void place_controls(TimelineLayout& layout, const AppState& state, const World& world, std::size_t visible,
                    const TextWidth& text_width);

}  // namespace app
