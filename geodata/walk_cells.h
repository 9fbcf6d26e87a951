// The cells that a straight line goes through, one after the other.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace geodata {

/// Calls `visit(x, y, share)` for each cell of a grid of unit cells that the line from (x0, y0) to (x1, y1) goes
/// through, in order, with the share of the line's length that lies in it (0 to 1; they add up to 1). Two cells that
/// follow each other share a side. Stops when `visit` returns false and then returns false. (Amanatides and Woo, "A
/// fast voxel traversal algorithm", 1987.)
template <class Visit>
bool walk_cells(double x0, double y0, double x1, double y1, Visit visit) {
    const double dx = x1 - x0;
    const double dy = y1 - y0;
    int x = static_cast<int>(std::floor(x0));
    int y = static_cast<int>(std::floor(y0));
    const int step_x = dx > 0.0 ? 1 : -1;
    const int step_y = dy > 0.0 ? 1 : -1;
    constexpr double never = std::numeric_limits<double>::infinity();
    const double every_x = dx != 0.0 ? std::abs(1.0 / dx) : never;
    const double every_y = dy != 0.0 ? std::abs(1.0 / dy) : never;
    double next_x = dx != 0.0 ? (dx > 0.0 ? x + 1 - x0 : x0 - x) * every_x : never;
    double next_y = dy != 0.0 ? (dy > 0.0 ? y + 1 - y0 : y0 - y) * every_y : never;
    double t = 0.0;
    while (true) {
        const double leave = std::min({next_x, next_y, 1.0});
        if (!visit(x, y, std::max(0.0, leave - t))) {
            return false;
        }
        if (leave >= 1.0) {
            return true;
        }
        t = leave;
        if (next_x <= next_y) {
            x += step_x;
            next_x += every_x;
        } else {
            y += step_y;
            next_y += every_y;
        }
    }
}

}  // namespace geodata
