#include "geodata/lane_shape.h"

#include <algorithm>
#include <cmath>

namespace geodata {

namespace {

constexpr double step_cells = 1.0 * cells_per_degree;  // between points of the lane

GridPoint between(GridPoint a, GridPoint b, double t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// Puts a bend in place of a corner: a quadratic curve from a point before it to one behind, as wide as the water and
/// half of the two sides allow. Nothing changes where not even the smallest has room.
void add_bend(const SeaChart& chart, GridPoint before, GridPoint corner, GridPoint after, std::vector<GridPoint>& out) {
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

}  // namespace

std::vector<GridPoint> line_through(const SeaChart& chart, std::span<const Spot> way) {
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

std::vector<GridPoint> pulled_taut(const SeaChart& chart, const std::vector<GridPoint>& line) {
    constexpr std::size_t patience = 8;  // points to look further after a line that is straight enough
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

std::vector<GridPoint> rounded(const SeaChart& chart, const std::vector<GridPoint>& line) {
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

}  // namespace geodata
