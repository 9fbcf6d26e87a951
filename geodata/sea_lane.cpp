#include "geodata/sea_lane.h"

#include "geodata/lane_search.h"
#include "geodata/lane_shape.h"

#include <algorithm>

namespace geodata {

namespace {

/// The place itself where it lies on water, the middle of its berth where it is a port.
GridPoint end_of(LonLat at, Cell berth) {
    const GridPoint middle{berth.x + 0.5, berth.y + 0.5};
    if (cell_from_lonlat(at) != berth) {
        return middle;
    }
    const GridPoint exact = grid_from_lonlat(at);
    return {middle.x + column_step(middle.x, exact.x), exact.y};
}

/// Moves a point by whole turns of the world to where the line is.
GridPoint near_to(GridPoint line, GridPoint p) {
    return {line.x + column_step(line.x, p.x), p.y};
}

std::vector<GridPoint> reversed(std::vector<GridPoint> line) {
    std::reverse(line.begin(), line.end());
    return line;
}

/// The line along a way with the ends that its places give it.
std::vector<GridPoint> line_along(const SeaChart& chart, std::span<const Spot> way, GridPoint start, GridPoint end) {
    std::vector<GridPoint> line = line_through(chart, way);
    line.insert(line.begin(), near_to(line.front(), start));
    line.push_back(near_to(line.back(), end));
    line = pulled_taut(chart, line);
    line = reversed(pulled_taut(chart, reversed(line)));
    return rounded(chart, line);
}

}  // namespace

SeaLane sea_lane(const WaterMask& mask, LonLat from, LonLat to, std::span<const PassageId> closed) {
    const SeaChart chart{mask, closed};
    const auto at_from = berths_at(chart, from);
    const auto at_to = berths_at(chart, to);
    SeaLane lane;
    if (at_from.empty() || at_to.empty()) {
        lane.outcome = at_from.empty() ? LaneOutcome::StartInland : LaneOutcome::EndInland;
        return lane;
    }
    const auto berths = common_berths(at_from, at_to);
    if (!berths || !chart.joins(chart.spot_of(berths->from), chart.spot_of(berths->to))) {
        return lane;
    }
    const std::vector<Spot> way = cheapest_way(chart, chart.spot_of(berths->from), chart.spot_of(berths->to));
    lane.points = dense_lonlats(line_along(chart, way, end_of(from, berths->from), end_of(to, berths->to)));
    lane.points.insert(lane.points.begin(), from);
    lane.points.push_back(to);
    lane.points.erase(std::unique(lane.points.begin(), lane.points.end()), lane.points.end());
    lane.outcome = LaneOutcome::Found;
    return lane;
}

}  // namespace geodata
