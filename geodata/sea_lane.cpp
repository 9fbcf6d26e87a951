#include "geodata/sea_lane.h"

#include "geodata/great_circle.h"
#include "geodata/walk_cells.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>
#include <queue>

namespace geodata {

namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double cell_m = metres_per_degree / cells_per_degree;
constexpr double harbour_reach_m = 150.0e3;
constexpr double step_cells = 1.0 * cells_per_degree;  // between points of the lane
constexpr std::uint32_t no_block = std::numeric_limits<std::uint32_t>::max();
constexpr float unreached = std::numeric_limits<float>::infinity();

/// A place among the cells: x in columns, and past the last one where a way has gone round the world.
struct GridPoint {
    double x = 0.0;
    double y = 0.0;
};

GridPoint grid_from_lonlat(LonLat at) {
    return {(at.lon + 180.0) * cells_per_degree, (at.lat + 90.0) * cells_per_degree};
}

LonLat lonlat_from_grid(GridPoint p) {
    return {std::remainder(p.x / cells_per_degree - 180.0, 360.0), p.y / cells_per_degree - 90.0};
}

double column_step(double from, double to) {
    return std::remainder(to - from, static_cast<double>(cell_columns));
}

/// Where a search may stand: an open block as a whole (bit 0), or one cell.
struct Spot {
    std::uint32_t block = 0;
    std::uint32_t bit = 0;
    friend bool operator==(const Spot&, const Spot&) = default;
};

/// The mask with some passages closed.
class Chart {
public:
    Chart(const WaterMask& mask, std::span<const PassageId> closed) : mask_{mask}, shut_{mask.shut_by(closed)} {}

    [[nodiscard]] const WaterMask& mask() const { return mask_; }
    [[nodiscard]] std::uint64_t water_in(std::uint32_t block) const {
        const std::uint64_t water = mask_.water_in(block);
        return mask_.has_gate(block) ? water & ~shut_in(shut_, block) : water;
    }
    [[nodiscard]] bool is_open(std::uint32_t block) const { return mask_.kind_of(block) == WaterMask::Block::Open; }
    [[nodiscard]] bool is_water(Cell cell) const {
        return cell.y >= 0 && cell.y < cell_rows && (water_in(block_of(cell)) >> bit_of(cell) & 1U) != 0;
    }
    [[nodiscard]] std::uint32_t node(Spot spot) const { return mask_.node(spot.block, spot.bit); }
    [[nodiscard]] Spot spot_of(Cell cell) const {
        const std::uint32_t block = block_of(cell);
        return {block, is_open(block) ? 0 : bit_of(cell)};
    }
    [[nodiscard]] GridPoint middle_of(Spot spot) const {
        const Cell cell = cell_of(spot.block, spot.bit);
        const double half = is_open(spot.block) ? cells_per_block / 2.0 : 0.5;
        return {cell.x + half, cell.y + half};
    }

    /// Metres of a straight line, each stretch times the toil of its cell; nothing where it leaves the water.
    [[nodiscard]] std::optional<double> toil_along(GridPoint a, GridPoint b) const {
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

private:
    const WaterMask& mask_;
    ShutCells shut_;
};

/// The nearest cell of each sea within reach of a place.
struct Berth {
    double away_m = 0.0;
    Cell cell;
};
std::map<std::uint16_t, Berth> berths_at(const Chart& chart, LonLat at) {
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
            const auto found = nearest.find(sea);
            if (found == nearest.end() || away_m < found->second.away_m) {
                nearest.insert_or_assign(sea, Berth{away_m, cell});
            }
        }
    }
    return nearest;
}

/// Places of a search in half cells, which all of its spots lie on.
struct HalfCells {
    int x = 0;
    int y = 0;
};

/// Sines and cosines for distances on the sphere between places on half cells.
class Distances {
public:
    explicit Distances(HalfCells goal) : goal_{goal} {
        constexpr double half_cell = radians / cells_per_degree / 2.0;
        for (std::size_t i = 0; i < squares_.size(); ++i) {
            const double sine = std::sin(static_cast<double>(i) * half_cell / 2.0);
            squares_[i] = static_cast<float>(sine * sine);
        }
        for (std::size_t i = 0; i < cosines_.size(); ++i) {
            cosines_[i] = static_cast<float>(std::cos(static_cast<double>(i) * half_cell - std::numbers::pi / 2.0));
        }
    }
    /// To the goal, by the haversine formula; a hair less, so that it never is more than a way of many steps.
    [[nodiscard]] float to_goal_m(HalfCells from) const {
        const auto index = [](int n) { return static_cast<std::size_t>(std::abs(n)); };
        const float hav = squares_[index(from.y - goal_.y)] +
                          cosines_[index(from.y)] * cosines_[index(goal_.y)] * squares_[index(from.x - goal_.x)];
        return static_cast<float>(2.0 * earth_radius_m * 0.9995) * std::asin(std::min(1.0F, std::sqrt(hav)));
    }
    /// A short step, on the plane that touches the sphere half way.
    [[nodiscard]] float step_m(HalfCells from, int dx, int dy) const {
        const float east = static_cast<float>(dx) * cosines_[static_cast<std::size_t>(from.y + dy / 2)];
        return static_cast<float>(cell_m / 2.0) *
               std::sqrt(east * east + static_cast<float>(dy) * static_cast<float>(dy));
    }

private:
    HalfCells goal_;
    std::vector<float> squares_ = std::vector<float>(2 * cell_columns + 1);
    std::vector<float> cosines_ = std::vector<float>(2 * cell_rows + 1);
};

/// One search, from spot to spot.
class Search {
public:
    Search(const Chart& chart, Spot start, Spot goal)
        : chart_{chart},
          start_{start},
          goal_{goal},
          distances_{middle_of(chart, goal)},
          cost_(chart.mask().node_count(), unreached),
          before_(chart.mask().node_count()) {}

    /// The spots of the way, both ends included; empty when there is none.
    std::vector<Spot> run() {
        cost_[chart_.node(start_)] = 0.0F;
        queue_.push({distances_.to_goal_m(middle_of(chart_, start_)), 0.0F, start_});
        while (!queue_.empty()) {
            const Entry entry = queue_.top();
            queue_.pop();
            if (entry.cost > cost_[chart_.node(entry.spot)]) {
                continue;
            }
            if (entry.spot == goal_) {
                return way_back();
            }
            here_ = entry;
            here_at_ = middle_of(chart_, entry.spot);
            here_toil_ = toil_at(entry.spot);
            chart_.is_open(entry.spot.block) ? leave_block() : leave_cell();
        }
        return {};
    }

private:
    struct Entry {
        float estimate = 0.0F;
        float cost = 0.0F;
        Spot spot;
        friend bool operator<(const Entry& a, const Entry& b) { return a.estimate > b.estimate; }
    };

    /// The block so many columns and rows away; nothing beyond the poles.
    static std::optional<std::uint32_t> block_beside(std::uint32_t block, int dx, int dy) {
        const int x = (static_cast<int>(block % block_columns) + dx + block_columns) % block_columns;
        const int y = static_cast<int>(block / block_columns) + dy;
        return y >= 0 && y < block_rows ? std::optional{static_cast<std::uint32_t>(y * block_columns + x)}
                                        : std::nullopt;
    }
    bool open_beside(std::uint32_t block, int dx, int dy) const {
        const auto other = block_beside(block, dx, dy);
        return other && chart_.is_open(*other);
    }

    float toil_at(Spot spot) const {
        return chart_.is_open(spot.block) ? 1.0F : chart_.mask().toil(cell_of(spot.block, spot.bit));
    }

    static HalfCells middle_of(const Chart& chart, Spot spot) {
        const Cell cell = cell_of(spot.block, spot.bit);
        const int half = chart.is_open(spot.block) ? cells_per_block : 1;
        return {2 * cell.x + half, 2 * cell.y + half};
    }

    /// Takes the step to a spot if no cheaper way there is known.
    void reach(Spot spot) {
        const HalfCells at = middle_of(chart_, spot);
        const int across = at.x - here_at_.x;
        const int dx = across > cell_columns    ? across - 2 * cell_columns
                       : across < -cell_columns ? across + 2 * cell_columns
                                                : across;
        const float toil = (here_toil_ + toil_at(spot)) / 2.0F;
        const float cost = here_.cost + distances_.step_m(here_at_, dx, at.y - here_at_.y) * toil;
        const std::uint32_t node = chart_.node(spot);
        if (cost < cost_[node]) {
            cost_[node] = cost;
            before_[node] = here_.spot;
            queue_.push({cost + distances_.to_goal_m(at), cost, spot});
        }
    }

    /// To the blocks around, and those a knight's move away, which makes eight more directions.
    void leave_block() {
        const std::uint32_t block = here_.spot.block;
        for (int dy = -2; dy <= 2; ++dy) {
            for (int dx = -2; dx <= 2; ++dx) {
                const int far = std::max(std::abs(dx), std::abs(dy));
                const int near = std::min(std::abs(dx), std::abs(dy));
                if (far == 0 || (far == 2 && near != 1)) {
                    continue;
                }
                const bool clear = far == 1 ? (near == 0 || (open_beside(block, dx, 0) && open_beside(block, 0, dy)))
                                   : std::abs(dx) == 2
                                       ? open_beside(block, dx / 2, 0) && open_beside(block, dx / 2, dy)
                                       : open_beside(block, 0, dy / 2) && open_beside(block, dx, dy / 2);
                const auto other = clear ? block_beside(block, dx, dy) : std::nullopt;
                if (other && chart_.is_open(*other)) {
                    reach({*other, 0});
                } else if (other && far == 1 && near == 0) {
                    enter_cells(*other, dx, dy);
                }
            }
        }
    }

    /// The row of cells of a mixed block that touches the block where the search stands.
    void enter_cells(std::uint32_t block, int dx, int dy) {
        const std::uint64_t water = chart_.water_in(block);
        constexpr std::uint32_t last = cells_per_block - 1;
        for (std::uint32_t i = 0; i <= last; ++i) {
            const std::uint32_t x = dx == 0 ? i : dx > 0 ? 0 : last;
            const std::uint32_t y = dy == 0 ? i : dy > 0 ? 0 : last;
            const std::uint32_t bit = y * cells_per_block + x;
            if ((water >> bit & 1U) != 0) {
                reach({block, bit});
            }
        }
    }

    void leave_cell() {
        const Cell cell = cell_of(here_.spot.block, here_.spot.bit);
        const auto beside = [&](int dx, int dy) { return Cell{wrapped_column(cell.x + dx), cell.y + dy}; };
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const Cell next = beside(dx, dy);
                const bool straight = dx == 0 || dy == 0;
                if ((dx == 0 && dy == 0) || !chart_.is_water(next)) {
                    continue;
                }
                // Across a corner only between two cells of water, and not to the middle of a block.
                if (straight || (!chart_.is_open(block_of(next)) && chart_.is_water(beside(dx, 0)) &&
                                 chart_.is_water(beside(0, dy)))) {
                    reach(chart_.spot_of(next));
                }
            }
        }
    }

    std::vector<Spot> way_back() const {
        std::vector<Spot> way{goal_};
        while (way.back() != start_) {
            way.push_back(before_[chart_.node(way.back())]);
        }
        std::reverse(way.begin(), way.end());
        return way;
    }

    const Chart& chart_;
    Spot start_;
    Spot goal_;
    Distances distances_;
    std::vector<float> cost_;
    std::vector<Spot> before_;
    std::priority_queue<Entry> queue_;
    Entry here_;
    HalfCells here_at_;
    float here_toil_ = 1.0F;
};

/// The middles of the spots where the way turns, x running on past the antimeridian.
std::vector<GridPoint> line_through(const Chart& chart, const std::vector<Spot>& way) {
    std::vector<GridPoint> line;
    for (const Spot spot : way) {
        GridPoint at = chart.middle_of(spot);
        if (!line.empty()) {
            at.x = line.back().x + column_step(line.back().x, at.x);
        }
        const std::size_t n = line.size();
        const double turn = n < 2 ? 1.0
                                  : (line[n - 1].x - line[n - 2].x) * (at.y - line[n - 1].y) -
                                        (line[n - 1].y - line[n - 2].y) * (at.x - line[n - 1].x);
        if (turn == 0.0) {
            line.back() = at;
        } else {
            line.push_back(at);
        }
    }
    return line;
}

/// Leaves out the points of a line that straight lines make needless: from each point on to the furthest that is no
/// more toil to reach straight. Looks `patience` points further after a line that is.
std::vector<GridPoint> pulled_taut(const Chart& chart, const std::vector<GridPoint>& line) {
    constexpr std::size_t patience = 8;
    constexpr double slack = 1.0 + 1e-6;
    std::vector<double> toil_to(line.size(), 0.0);
    for (std::size_t i = 1; i < line.size(); ++i) {
        toil_to[i] = toil_to[i - 1] + chart.toil_along(line[i - 1], line[i]).value_or(0.0);
    }
    std::vector<GridPoint> taut{line.front()};
    std::size_t here = 0;
    while (here + 1 < line.size()) {
        std::size_t next = here + 1;
        for (std::size_t j = here + 1; j < line.size() && j <= next + patience; ++j) {
            const auto straight = chart.toil_along(line[here], line[j]);
            if (straight && *straight <= (toil_to[j] - toil_to[here]) * slack) {
                next = j;
            }
        }
        taut.push_back(line[next]);
        here = next;
    }
    return taut;
}

std::vector<GridPoint> reversed(std::vector<GridPoint> line) {
    std::reverse(line.begin(), line.end());
    return line;
}

GridPoint between(GridPoint a, GridPoint b, double t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// Puts a bend in place of a corner: a quadratic curve from a point before it to one behind, as wide as the water and
/// half of the two sides allow. Nothing changes where not even the smallest has room.
void add_bend(const Chart& chart, GridPoint before, GridPoint corner, GridPoint after, std::vector<GridPoint>& out) {
    constexpr double widest_cells = 2.5 * cells_per_degree;
    constexpr int pieces = 8;
    const double in = std::hypot(corner.x - before.x, corner.y - before.y);
    const double on = std::hypot(after.x - corner.x, after.y - corner.y);
    double reach = std::min({widest_cells, in / 2.0, on / 2.0});
    for (int attempt = 0; attempt < 5 && reach > 0.5; ++attempt, reach /= 2.0) {
        const GridPoint a = between(corner, before, reach / in);
        const GridPoint b = between(corner, after, reach / on);
        std::vector<GridPoint> bend;
        for (int i = 0; i <= pieces; ++i) {
            const double t = static_cast<double>(i) / pieces;
            bend.push_back(between(between(a, corner, t), between(corner, b, t), t));
        }
        bool free = true;
        for (std::size_t i = 0; i + 1 < bend.size() && free; ++i) {
            free = chart.toil_along(bend[i], bend[i + 1]).has_value();
        }
        if (free) {
            out.insert(out.end(), bend.begin(), bend.end());
            return;
        }
    }
    out.push_back(corner);
}

std::vector<GridPoint> rounded(const Chart& chart, const std::vector<GridPoint>& line) {
    std::vector<GridPoint> out{line.front()};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        add_bend(chart, line[i - 1], line[i], line[i + 1], out);
    }
    out.push_back(line.back());
    return out;
}

std::vector<LonLat> dense_lonlats(const std::vector<GridPoint>& line) {
    std::vector<LonLat> out{lonlat_from_grid(line.front())};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        const int pieces = std::max(1, static_cast<int>(std::ceil(length / step_cells)));
        for (int piece = 1; piece <= pieces; ++piece) {
            out.push_back(lonlat_from_grid(between(line[i], line[i + 1], static_cast<double>(piece) / pieces)));
        }
    }
    return out;
}

/// The two cells on one sea that lie nearest to the two places.
struct Berths {
    Cell from;
    Cell to;
};
std::optional<Berths> common_berths(const std::map<std::uint16_t, Berth>& at_from,
                                    const std::map<std::uint16_t, Berth>& at_to) {
    std::optional<Berths> best;
    double best_m = std::numeric_limits<double>::infinity();
    for (const auto& [sea, berth] : at_from) {
        const auto other = at_to.find(sea);
        if (other != at_to.end() && berth.away_m + other->second.away_m < best_m) {
            best_m = berth.away_m + other->second.away_m;
            best = Berths{berth.cell, other->second.cell};
        }
    }
    return best;
}

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

}  // namespace

SeaLane sea_lane(const WaterMask& mask, LonLat from, LonLat to, std::span<const PassageId> closed) {
    const Chart chart{mask, closed};
    const auto at_from = berths_at(chart, from);
    const auto at_to = berths_at(chart, to);
    SeaLane lane;
    if (at_from.empty() || at_to.empty()) {
        lane.outcome = at_from.empty() ? LaneOutcome::StartInland : LaneOutcome::EndInland;
        return lane;
    }
    const auto berths = common_berths(at_from, at_to);
    if (!berths) {
        return lane;
    }
    const std::vector<Spot> way = Search{chart, chart.spot_of(berths->from), chart.spot_of(berths->to)}.run();
    if (way.empty()) {
        return lane;
    }
    std::vector<GridPoint> line = line_through(chart, way);
    const GridPoint start = near_to(line.front(), end_of(from, berths->from));
    const GridPoint end = near_to(line.back(), end_of(to, berths->to));
    line.insert(line.begin(), start);
    line.push_back(end);
    line = pulled_taut(chart, line);
    line = reversed(pulled_taut(chart, reversed(line)));
    line = rounded(chart, line);
    lane.points = dense_lonlats(line);
    lane.points.insert(lane.points.begin(), from);
    lane.points.push_back(to);
    lane.points.erase(std::unique(lane.points.begin(), lane.points.end()), lane.points.end());
    lane.outcome = LaneOutcome::Found;
    return lane;
}

}  // namespace geodata
