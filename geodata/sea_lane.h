// The way of a ship from one place to another: the shortest over water that keeps some distance to the coast.
#pragma once

#include "geodata/water_mask.h"

#include <span>
#include <vector>

namespace geodata {

enum class LaneOutcome : std::uint8_t {
    Found,
    StartInland,  ///< no sea within 150 km of the start
    EndInland,
    NoWay,  ///< the two lie on different seas, or what joins them is closed
};

struct SeaLane {
    LaneOutcome outcome = LaneOutcome::NoWay;
    /// From the start to the end, no two further apart than a degree; longitudes in [-180, 180]. Empty unless found.
    std::vector<LonLat> points;
};

/// The cheapest way over the mask's open blocks and single cells, near the coast counting up to thrice (lane_search);
/// then corners are cut wherever a straight line in degrees is no more toil, and what is left of them is rounded
/// (lane_shape).
///
/// Between its first and last cell of water the lane touches no other cell, hence no land. A port stands on land: it is
/// joined to the nearest cell of a sea that both ends lie on by a straight line. The gates of `closed` are shut, and
/// those of passages that ships never pass. Pure; takes 1 to 35 ms, up to 75 across the world round closed
/// canals, and a tenth of a millisecond where there is no way at all.
[[nodiscard]] SeaLane sea_lane(const WaterMask& mask, LonLat from, LonLat to, std::span<const PassageId> closed = {});

}  // namespace geodata
