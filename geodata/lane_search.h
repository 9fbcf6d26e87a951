// The cheapest way over water, from spot to spot.
#pragma once

#include "geodata/sea_chart.h"

#include <vector>

namespace geodata {

/// A* (Hart, Nilsson and Raphael, 1968) with distances on the sphere as the estimate, and as costs times the toil of
/// the water. From an open block there are sixteen ways on, from a cell eight. What waits to be looked at lies in
/// buckets of a kilometre of estimate each, in no order within one; a spot that turns out to be cheaper is looked at
/// again, so that the way is the cheapest all the same. (Dial, "Algorithm 360", 1969.)
///
/// The spots of the way with both ends; empty if and only if the chart does not join them. Takes 1 to 35 ms, up to 75
/// when nearly all of the world's seas have to be searched.
[[nodiscard]] std::vector<Spot> cheapest_way(const SeaChart& chart, Spot start, Spot goal);

}  // namespace geodata
