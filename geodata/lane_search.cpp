#include "geodata/lane_search.h"

#include "geodata/lane_buckets.h"
#include "geodata/lane_distances.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace geodata {

namespace {

constexpr int whole_round = 2 * cell_columns;  // the world in half cells
constexpr float unreached = std::numeric_limits<float>::infinity();

/// From a cell to those around it, from the east counterclockwise: odd ones go over a corner.
constexpr std::array<GridStep, 8> cell_steps{{{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};

/// For each of `Count` headings those that differ from it by no more than `Width`, as bits.
template <std::uint32_t Count, std::uint32_t Width>
constexpr std::array<std::uint32_t, Count> headings_about = [] {
    std::array<std::uint32_t, Count> bits{};
    for (std::uint32_t heading = 0; heading < Count; ++heading) {
        for (std::uint32_t turn = 0; turn <= 2 * Width; ++turn) {
            bits[heading] |= 1U << ((heading + Count + turn - Width) % Count);
        }
    }
    return bits;
}();

[[nodiscard]] HalfCells middle_of(const SeaChart& chart, Spot spot) {
    const Cell cell = cell_of(spot.block, spot.bit);
    const int half = chart.is_open(spot.block) ? cells_per_block : 1;
    return {2 * cell.x + half, 2 * cell.y + half};
}

class Search {
public:
    Search(const SeaChart& chart, Spot start, Spot goal)
        : chart_{chart},
          mask_{chart.mask()},
          start_{start},
          goal_{goal},
          distances_{middle_of(chart, goal)},
          reached_(mask_.node_count()),
          buckets_{distances_.to_goal_m(middle_of(chart, start))} {}

    std::vector<Spot> run() {
        const float& found = reached_[chart_.node(goal_)].cost;
        reached_[chart_.node(start_)].cost = 0.0F;
        buckets_.push(0.0F, {0.0F, key_of(start_, no_heading)});
        LaneBuckets::Entry entry;
        while (buckets_.pop(found, entry)) {
            here_ = spot_of(entry.spot);
            const std::uint32_t node = chart_.node(here_);
            if (entry.cost > reached_[node].cost) {
                continue;
            }
            cost_ = entry.cost;
            heading_ = heading_of(entry.spot);
            at_ = middle_of(chart_, here_);
            toil_ = mask_.toil_at(node);
            chart_.is_open(here_.block) ? leave_block() : leave_cell();
        }
        return found < unreached ? way_back() : std::vector<Spot>{};
    }

private:
    struct Reached {
        float cost = unreached;
        SpotKey before = 0;
    };

    /// Takes the step to a spot if no cheaper way there is known. Across so many half cells.
    void reach(Spot spot, int dx, int dy, std::uint32_t heading) {
        const std::uint32_t node = chart_.node(spot);
        const float toil = (toil_ + mask_.toil_at(node)) / 2.0F;
        const float cost = cost_ + distances_.step_m(at_.y, dx, dy) * toil;
        Reached& reached = reached_[node];
        if (cost < reached.cost) {
            reached = {cost, key_of(here_, no_heading)};
            const int x = at_.x + dx;
            const HalfCells at{x < 0 ? x + whole_round : x >= whole_round ? x - whole_round : x, at_.y + dy};
            buckets_.push(cost + distances_.to_goal_m(at), {cost, key_of(spot, heading)});
        }
    }

    /// The same between a block and a cell beside it.
    void reach(Spot spot) {
        const HalfCells at = middle_of(chart_, spot);
        const int across = at.x - at_.x;
        const int turns = across > cell_columns ? -1 : across < -cell_columns ? 1 : 0;
        reach(spot, across + turns * whole_round, at.y - at_.y, no_heading);
    }

    /// Out at sea a way that turns by more than one heading is longer than one that turned before: the sum of two such
    /// steps is a sum of steps between them.
    [[nodiscard]] std::uint32_t exits() const {
        const std::uint32_t all = mask_.exits_of(here_.block);
        const bool straight_on = heading_ != no_heading && mask_.is_far_out(here_.block);
        return straight_on ? all & headings_about<16, 1>[heading_] : all;
    }

    void leave_block() {
        constexpr int half_cells = 2 * cells_per_block;
        const int x = at_.x / half_cells;
        const int y = at_.y / half_cells;
        for (std::uint32_t left = exits(); left != 0; left &= left - 1) {
            const auto heading = static_cast<std::uint32_t>(std::countr_zero(left));
            const GridStep step = block_steps[heading];
            reach({block_at(x + step.dx, y + step.dy), 0}, step.dx * half_cells, step.dy * half_cells, heading);
        }
        if (!mask_.is_far_out(here_.block)) {
            for (std::size_t side = 0; side < block_steps.size(); side += 4) {
                enter_cells(x, y, block_steps[side]);
            }
        }
    }

    static std::uint32_t block_at(int x, int y) {
        const int column = x < 0 ? x + block_columns : x >= block_columns ? x - block_columns : x;
        return static_cast<std::uint32_t>(y * block_columns + column);
    }

    /// The row of cells of a mixed block that touches the block where the search stands.
    void enter_cells(int x, int y, GridStep step) {
        if (y + step.dy < 0 || y + step.dy >= block_rows) {
            return;
        }
        const std::uint32_t block = block_at(x + step.dx, y + step.dy);
        if (chart_.is_open(block)) {
            return;
        }
        const std::uint64_t water = chart_.water_in(block);
        constexpr std::uint32_t last = cells_per_block - 1;
        for (std::uint32_t i = 0; i <= last; ++i) {
            const std::uint32_t cell_x = step.dx == 0 ? i : step.dx > 0 ? 0 : last;
            const std::uint32_t cell_y = step.dy == 0 ? i : step.dy > 0 ? 0 : last;
            const std::uint32_t bit = cell_y * cells_per_block + cell_x;
            if ((water >> bit & 1U) != 0) {
                reach({block, bit});
            }
        }
    }

    /// The cell is not at the edge of its block.
    [[nodiscard]] static bool is_inner(std::uint32_t bit) {
        constexpr std::uint64_t inner = 0x007E7E7E7E7E7E00;
        return (inner >> bit & 1U) != 0;
    }

    /// Headings that a way can take from a cell where all around are single cells too. The others lead to cells that
    /// the one before reaches with less toil, which is at most one and a half times as much there as here.
    [[nodiscard]] std::uint32_t headings_from_cell(std::uint32_t water) const {
        if (heading_ == no_heading || !(is_inner(here_.bit) || mask_.is_inshore(here_.block))) {
            return 0xFF;
        }
        if (heading_ % 2 != 0) {
            return headings_about<8, 2>[heading_];
        }
        const auto dry = [&](std::uint32_t turn) { return (water >> ((heading_ + turn) % 8) & 1U) == 0; };
        return headings_about<8, 1>[heading_] | (dry(3) ? 1U << (heading_ + 2) % 8 : 0U) |
               (dry(5) ? 1U << (heading_ + 6) % 8 : 0U);
    }

    [[nodiscard]] static Cell beside(Cell cell, GridStep step) {
        const int x = cell.x + step.dx;
        return {x < 0 ? x + cell_columns : x >= cell_columns ? x - cell_columns : x, cell.y + step.dy};
    }

    /// Which cells around are water, by headings.
    [[nodiscard]] std::uint32_t water_around(Cell cell) const {
        std::uint32_t water = 0;
        std::uint32_t block = here_.block;
        std::uint64_t word = chart_.water_in(block);
        for (std::uint32_t heading = 0; heading < cell_steps.size(); ++heading) {
            const Cell next = beside(cell, cell_steps[heading]);
            if (next.y < 0 || next.y >= cell_rows) {
                continue;
            }
            if (block_of(next) != block) {
                block = block_of(next);
                word = chart_.water_in(block);
            }
            water |= static_cast<std::uint32_t>(word >> bit_of(next) & 1U) << heading;
        }
        return water;
    }

    void leave_cell() {
        const Cell cell{at_.x / 2, at_.y / 2};
        const std::uint32_t water = water_around(cell);
        const auto is_water = [&](std::uint32_t heading) { return (water >> heading % 8 & 1U) != 0; };
        for (std::uint32_t left = water & headings_from_cell(water); left != 0; left &= left - 1) {
            const auto heading = static_cast<std::uint32_t>(std::countr_zero(left));
            const GridStep step = cell_steps[heading];
            const Spot next = chart_.spot_of(beside(cell, step));
            // Over a corner only between two cells of water, and not to the middle of a block.
            const bool straight = heading % 2 == 0;
            if (chart_.is_open(next.block)) {
                if (straight) {
                    reach(next);
                }
            } else if (straight || (is_water(heading + 1) && is_water(heading + 7))) {
                reach(next, 2 * step.dx, 2 * step.dy, heading);
            }
        }
    }

    std::vector<Spot> way_back() const {
        std::vector<Spot> way{goal_};
        while (way.back() != start_) {
            way.push_back(spot_of(reached_[chart_.node(way.back())].before));
        }
        std::reverse(way.begin(), way.end());
        return way;
    }

    const SeaChart& chart_;
    const WaterMask& mask_;
    Spot start_;
    Spot goal_;
    LaneDistances distances_;
    std::vector<Reached> reached_;
    LaneBuckets buckets_;
    // Where it stands:
    Spot here_;
    HalfCells at_;
    float cost_ = 0.0F;
    float toil_ = 1.0F;
    std::uint32_t heading_ = no_heading;
};

}  // namespace

std::vector<Spot> cheapest_way(const SeaChart& chart, Spot start, Spot goal) {
    return Search{chart, start, goal}.run();
}

}  // namespace geodata
