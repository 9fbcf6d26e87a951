// The lanes of the timeline: which bar stands in which row, and where its label does. A part of timeline_layout.
#pragma once

#include "app/panels/timeline_layout.h"

namespace app {

struct PackedLanes {
    std::vector<LaneBar> bars;
    int left_out = 0;  ///< for which there was no room
};

/// Packs what lasts into `rows` rows of 18 points below `top`, in order of start, each into the highest row where its
/// bar and its label touch nothing. The years' pale lanes stand in the last row if there are at least two.
[[nodiscard]] PackedLanes packed_lanes(const AppState& state, const World& world, const TimelineBins& bins, float top,
                                       int rows, const TextWidth& text_width);

}  // namespace app
