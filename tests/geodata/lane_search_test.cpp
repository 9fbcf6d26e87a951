// The cheapest way against one that is found without leaving any step out, over seas full of made-up islands.
#include "geodata/lane_search.h"

#include "geodata/great_circle.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <queue>
#include <random>
#include <utility>

using namespace geodata;

namespace {

/// A sea of twelve degrees by twelve with islands of all sizes, up north, where steps to the east are short.
const WaterMask& archipelago() {
    static const WaterMask made = [] {
        LandRaster raster{std::vector<std::uint8_t>(static_cast<std::size_t>(cell_columns) * cell_rows, 1)};
        const auto fill = [&](Cell low, int width, int height, std::uint8_t with) {
            for (int y = low.y; y < low.y + height; ++y) {
                for (int x = low.x; x < low.x + width; ++x) {
                    raster.cells[static_cast<std::size_t>(y) * cell_columns + static_cast<std::size_t>(x)] = with;
                }
            }
        };
        const Cell corner = cell_from_lonlat({20.01, 58.01});
        constexpr int side = 12 * cells_per_degree;
        fill(corner, side, side, 0);
        std::mt19937 random{11};
        const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
        for (int i = 0; i < 160; ++i) {
            const int size = i < 12 ? 20 : 5;
            fill({corner.x + below(side - 20), corner.y + below(side - 20)}, 1 + below(static_cast<unsigned>(size)),
                 1 + below(static_cast<unsigned>(size)), 1);
        }
        return WaterMask{raster, Passages{{{"gate", "Gate", {}, {26, 62}, {}, {{26, 57}, {26, 71}}, true}}}};
    }();
    return made;
}

double step_cost(const SeaChart& chart, Spot a, Spot b) {
    const GridPoint from = chart.middle_of(a);
    const GridPoint to = chart.middle_of(b);
    const double lat = (from.y + to.y) / 2.0 / cells_per_degree - 90.0;
    const double east = column_step(from.x, to.x) * std::cos(lat * std::numbers::pi / 180.0);
    const auto toil = [&](Spot spot) { return static_cast<double>(chart.mask().toil_at(chart.node(spot))); };
    return std::hypot(east, to.y - from.y) * metres_per_degree / cells_per_degree * (toil(a) + toil(b)) / 2.0;
}

double cost_of(const SeaChart& chart, const std::vector<Spot>& way) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        sum += step_cost(chart, way[i], way[i + 1]);
    }
    return sum;
}

void each_step(const SeaChart& chart, Spot from, const std::function<void(Spot)>& visit) {
    const Cell cell = cell_of(from.block, from.bit);
    if (!chart.is_open(from.block)) {
        for (int n = 0; n < 9; ++n) {
            const int dx = n % 3 - 1;
            const int dy = n / 3 - 1;
            const Cell next{cell.x + dx, cell.y + dy};
            const bool straight = dx == 0 || dy == 0;
            const bool clear = straight || (chart.is_water({cell.x + dx, cell.y}) &&
                                            chart.is_water({cell.x, cell.y + dy}) && !chart.is_open(block_of(next)));
            if (n != 4 && chart.is_water(next) && clear) {
                visit(chart.spot_of(next));
            }
        }
        return;
    }
    for (std::size_t n = 0; n < block_steps.size(); ++n) {
        if ((chart.mask().exits_of(from.block) >> n & 1U) != 0) {
            const Cell next{cell.x + block_steps[n].dx * cells_per_block, cell.y + block_steps[n].dy * cells_per_block};
            visit({block_of(next), 0});
        }
    }
    for (int i = 0; i < cells_per_block; ++i) {
        for (const Cell next : {Cell{cell.x + i, cell.y - 1}, Cell{cell.x + i, cell.y + cells_per_block},
                                Cell{cell.x - 1, cell.y + i}, Cell{cell.x + cells_per_block, cell.y + i}}) {
            if (!chart.is_open(block_of(next)) && chart.is_water(next)) {
                visit(chart.spot_of(next));
            }
        }
    }
}

/// Dijkstra's; infinity where there is no way.
double least_cost(const SeaChart& chart, Spot start, Spot goal) {
    using Entry = std::pair<double, std::uint32_t>;
    std::vector<double> costs(chart.mask().node_count(), std::numeric_limits<double>::infinity());
    std::vector<Spot> spots(costs.size());
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    costs[chart.node(start)] = 0.0;
    spots[chart.node(start)] = start;
    queue.emplace(0.0, chart.node(start));
    while (!queue.empty()) {
        const auto [cost, node] = queue.top();
        queue.pop();
        each_step(chart, spots[node], [&, from = spots[node], so_far = cost](Spot next) {
            const double sum = so_far + step_cost(chart, from, next);
            if (sum < costs[chart.node(next)]) {
                costs[chart.node(next)] = sum;
                spots[chart.node(next)] = next;
                queue.emplace(sum, chart.node(next));
            }
        });
    }
    return costs[chart.node(goal)];
}

Spot some_water(const SeaChart& chart, std::mt19937& random) {
    const auto hundredths = [&] { return static_cast<double>(random() % 1200) / 100.0; };
    while (true) {
        const Cell cell = cell_from_lonlat({20.0 + hundredths(), 58.0 + hundredths()});
        if (chart.is_water(cell)) {
            return chart.spot_of(cell);
        }
    }
}

}  // namespace

TEST_CASE("a way among islands costs as little as the cheapest, though the search leaves out steps back") {
    const SeaChart chart{archipelago(), {}};
    std::mt19937 random{5};
    for (int i = 0; i < 12; ++i) {
        const Spot start = some_water(chart, random);
        const Spot goal = some_water(chart, random);
        const std::vector<Spot> way = cheapest_way(chart, start, goal);
        const double least = least_cost(chart, start, goal);
        CHECK(chart.joins(start, goal) == std::isfinite(least));
        REQUIRE(way.empty() == !std::isfinite(least));
        if (!way.empty()) {
            CHECK(way.front() == start);
            CHECK(way.back() == goal);
            CHECK(cost_of(chart, way) == doctest::Approx(least).epsilon(0.0005));
        }
    }
}

TEST_CASE("that there is no way past a closed gate is known without a search, and is so") {
    const std::vector<PassageId> closed{PassageId{0}};
    const SeaChart open{archipelago(), {}};
    const SeaChart chart{archipelago(), closed};
    std::mt19937 random{6};
    int parted = 0;
    for (int i = 0; i < 12; ++i) {
        const Spot start = some_water(chart, random);
        const Spot goal = some_water(chart, random);
        const bool joined = chart.joins(start, goal);
        parted += !joined && open.joins(start, goal) ? 1 : 0;
        CHECK(joined == !cheapest_way(chart, start, goal).empty());
    }
    CHECK(parted > 0);
}
