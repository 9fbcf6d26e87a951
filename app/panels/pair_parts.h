// The pair view's parts, one file each. `room` is what is left of the panel below its head.
#pragma once

#include "app/panels/pair_layout.h"
#include "app/panels/panels.h"

namespace app {

void draw_pair_ladder(Canvas& canvas, const render::RectPt& room, const PairLadder& ladder, const AppState& state,
                      const MapView& view, Commands& commands);
void draw_pair_changes(Canvas& canvas, const render::RectPt& room, const PairChanges& changes, const AppState& state,
                       const MapView& view, Commands& commands);

/// The number that an event has on the map too.
void draw_pair_number(Canvas& canvas, render::ScreenPt middle, std::size_t number, bool pale);

}  // namespace app
