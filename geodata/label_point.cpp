#include "geodata/label_point.h"

#include "geodata/ring.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace geodata {
namespace {

constexpr std::size_t max_points = 1000;

// Every n-th point of a long ring, with its end, so that all rings together have about max_points.
Ring thinned(const Ring& ring, std::size_t step) {
    Ring points;
    for (std::size_t i = 0; i + 1 < ring.size(); i += step) {
        points.push_back(ring[i]);
    }
    points.push_back(ring.back());
    return points;
}

Polygon thinned(const Polygon& polygon) {
    std::size_t count = 0;
    for (const Ring& ring : polygon.rings) {
        count += ring.size();
    }
    const std::size_t step = 1 + count / max_points;
    Polygon result;
    for (const Ring& ring : polygon.rings) {
        if (!ring.empty()) {
            result.rings.push_back(ring.size() > 8 * step ? thinned(ring, step) : ring);
        }
    }
    return result;
}

double squared_distance_to_edge(LonLat p, LonLat a, LonLat b) {
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double squared = dx * dx + dy * dy;
    const double along =
        squared > 0.0 ? std::clamp(((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / squared, 0.0, 1.0) : 0.0;
    const double off_x = p.lon - a.lon - along * dx;
    const double off_y = p.lat - a.lat - along * dy;
    return off_x * off_x + off_y * off_y;
}

// Distance to the nearest edge, negative outside.
double depth(const Polygon& polygon, LonLat p) {
    bool inside = false;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Ring& ring : polygon.rings) {
        inside ^= ring_contains(ring, p);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            nearest = std::min(nearest, squared_distance_to_edge(p, ring[i - 1], ring[i]));
        }
    }
    return inside ? std::sqrt(nearest) : -std::sqrt(nearest);
}

struct Cell {
    LonLat center;
    double half = 0.0;
    double depth = 0.0;
    [[nodiscard]] double best_possible() const { return depth + half * std::numbers::sqrt2; }
    friend bool operator<(const Cell& a, const Cell& b) { return a.best_possible() < b.best_possible(); }
};

LonLat deepest_point(const Polygon& polygon, const LonLatBox& box) {
    const double side = std::min(box.east - box.west, box.north - box.south);
    const LonLat middle{(box.west + box.east) / 2.0, (box.south + box.north) / 2.0};
    if (!(side > 0.0)) {
        return middle;
    }
    const auto cell_at = [&](LonLat center, double half) { return Cell{center, half, depth(polygon, center)}; };
    // A very long and thin box would start with too many squares of its smaller side.
    const double start = std::max(side, std::max(box.east - box.west, box.north - box.south) / 16.0);
    std::priority_queue<Cell> cells;
    Cell best = cell_at(middle, 0.0);
    const int columns = static_cast<int>(std::ceil((box.east - box.west) / start));
    const int rows = static_cast<int>(std::ceil((box.north - box.south) / start));
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row < rows; ++row) {
            cells.push(cell_at({box.west + start * (column + 0.5), box.south + start * (row + 0.5)}, start / 2.0));
        }
    }
    const double precision = side * 0.02;
    while (!cells.empty() && cells.top().best_possible() - best.depth > precision) {
        const Cell cell = cells.top();
        cells.pop();
        if (cell.depth > best.depth) {
            best = cell;
        }
        const double half = cell.half / 2.0;
        for (const double dx : {-half, half}) {
            for (const double dy : {-half, half}) {
                cells.push(cell_at({cell.center.lon + dx, cell.center.lat + dy}, half));
            }
        }
    }
    // What is left in the queue was measured too, and one of it may be the deepest by less than the precision.
    return !cells.empty() && cells.top().depth > best.depth ? cells.top().center : best.center;
}

}  // namespace

LonLat label_point(const Polygon& polygon) {
    Polygon flat = thinned(polygon);
    LonLatBox box;
    for (const Ring& ring : flat.rings) {
        for (const LonLat& p : ring) {
            box.extend(p);
        }
    }
    if (box.empty()) {
        return {};
    }
    const double stretch = std::max(0.05, std::cos((box.south + box.north) / 2.0 * std::numbers::pi / 180.0));
    for (Ring& ring : flat.rings) {
        for (LonLat& p : ring) {
            p.lon *= stretch;
        }
    }
    const LonLat at = deepest_point(flat, {box.west * stretch, box.south, box.east * stretch, box.north});
    return {at.lon / stretch, at.lat};
}

}  // namespace geodata
