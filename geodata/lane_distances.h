// How far it is to the goal of a search over the sea, and from spot to spot.
#pragma once

#include "geodata/great_circle.h"
#include "geodata/water_mask.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <vector>

namespace geodata {

/// Places of a search in half cells, which all of its spots lie on.
struct HalfCells {
    int x = 0;
    int y = 0;
};

/// Sines and cosines for distances on the sphere between places on half cells.
class LaneDistances {
public:
    explicit LaneDistances(HalfCells goal) : goal_{goal} {
        for (std::size_t i = 0; i < squares_.size(); ++i) {
            const double sine = std::sin(static_cast<double>(i) * half_cell_rad / 2.0);
            squares_[i] = static_cast<float>(sine * sine);
        }
        for (std::size_t i = 0; i < cosines_.size(); ++i) {
            cosines_[i] = static_cast<float>(std::cos(static_cast<double>(i) * half_cell_rad - std::numbers::pi / 2.0));
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
    [[nodiscard]] float step_m(int from_y, int dx, int dy) const {
        if (dx == 0) {
            return static_cast<float>(half_cell_m) * static_cast<float>(std::abs(dy));
        }
        const float east = static_cast<float>(dx) * cosines_[static_cast<std::size_t>(from_y + dy / 2)];
        return static_cast<float>(half_cell_m) *
               std::sqrt(east * east + static_cast<float>(dy) * static_cast<float>(dy));
    }

private:
    static constexpr double half_cell_m = metres_per_degree / cells_per_degree / 2.0;
    static constexpr double half_cell_rad = std::numbers::pi / 180.0 / cells_per_degree / 2.0;
    HalfCells goal_;
    std::vector<float> squares_ = std::vector<float>(2 * cell_columns + 1);
    std::vector<float> cosines_ = std::vector<float>(2 * cell_rows + 1);
};

}  // namespace geodata
