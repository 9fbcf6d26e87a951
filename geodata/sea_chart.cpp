#include "geodata/sea_chart.h"

#include "geodata/great_circle.h"
#include "geodata/walk_cells.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace geodata {

namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double cell_m = metres_per_degree / cells_per_degree;
constexpr double harbour_reach_m = 150.0e3;
constexpr std::uint32_t no_block = std::numeric_limits<std::uint32_t>::max();

}  // namespace

GridPoint grid_from_lonlat(LonLat at) {
    return {(at.lon + 180.0) * cells_per_degree, (at.lat + 90.0) * cells_per_degree};
}

LonLat lonlat_from_grid(GridPoint p) {
    return {std::remainder(p.x / cells_per_degree - 180.0, 360.0), p.y / cells_per_degree - 90.0};
}

double column_step(double from, double to) {
    return std::remainder(to - from, static_cast<double>(cell_columns));
}

SeaChart::SeaChart(const WaterMask& mask, std::span<const PassageId> closed)
    : mask_{mask}, shut_{mask.shut_by(closed)}, seas_{mask.seas_while(closed)} {}

GridPoint SeaChart::middle_of(Spot spot) const {
    const Cell cell = cell_of(spot.block, spot.bit);
    const double half = is_open(spot.block) ? cells_per_block / 2.0 : 0.5;
    return {cell.x + half, cell.y + half};
}

std::optional<double> SeaChart::toil_along(GridPoint a, GridPoint b) const {
    double sum = 0.0;
    int row = -1;
    double line_m = 0.0;
    std::uint32_t calm = no_block;  // the last block found to be all open sea
    const bool on_water = walk_cells(a.x, a.y, b.x, b.y, [&](int x, int y, double share) {
        if (y != row) {
            row = y;
            const double shrink = std::cos(((y + 0.5) / cells_per_degree - 90.0) * radians);
            const double east = (b.x - a.x) * shrink;
            line_m = std::sqrt(east * east + (b.y - a.y) * (b.y - a.y)) * cell_m;
        }
        const Cell cell{wrapped_column(x), y};
        if (y >= 0 && y < cell_rows && block_of(cell) == calm) {
            sum += share * line_m;
            return true;
        }
        if (!is_water(cell)) {
            return false;
        }
        calm = mask_.is_calm(block_of(cell)) ? block_of(cell) : no_block;
        sum += share * line_m * static_cast<double>(mask_.toil(cell));
        return true;
    });
    return on_water ? std::optional{sum} : std::nullopt;
}

std::map<std::uint16_t, Berth> berths_at(const SeaChart& chart, LonLat at) {
    std::map<std::uint16_t, Berth> nearest;
    const Cell here = cell_from_lonlat(at);
    const double shrink = std::max(0.2, std::cos(at.lat * radians));
    const int rows = static_cast<int>(harbour_reach_m / cell_m) + 1;
    const int columns = static_cast<int>(harbour_reach_m / cell_m / shrink) + 1;
    for (int dy = -rows; dy <= rows; ++dy) {
        for (int dx = -columns; dx <= columns; ++dx) {
            const Cell cell{wrapped_column(here.x + dx), here.y + dy};
            const double away_m = std::hypot(dx * shrink, dy) * cell_m;
            if (away_m > harbour_reach_m || !chart.is_water(cell)) {
                continue;
            }
            const std::uint16_t sea = chart.mask().sea_of(chart.node(chart.spot_of(cell)));
            const auto [found, is_new] = nearest.try_emplace(sea, Berth{away_m, cell});
            if (!is_new && away_m < found->second.away_m) {
                found->second = Berth{away_m, cell};
            }
        }
    }
    return nearest;
}

std::optional<BerthPair> common_berths(const std::map<std::uint16_t, Berth>& at_from,
                                       const std::map<std::uint16_t, Berth>& at_to) {
    std::optional<BerthPair> best;
    double best_m = std::numeric_limits<double>::infinity();
    for (const auto& [sea, berth] : at_from) {
        const auto other = at_to.find(sea);
        if (other != at_to.end() && berth.away_m + other->second.away_m < best_m) {
            best_m = berth.away_m + other->second.away_m;
            best = BerthPair{berth.cell, other->second.cell};
        }
    }
    return best;
}

}  // namespace geodata
