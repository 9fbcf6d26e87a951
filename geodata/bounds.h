// Axis-aligned boxes in both spaces. A default-constructed box is empty: it contains nothing, and extending it by a
// point gives the box of that point alone.
#pragma once

#include "geodata/coords.h"

#include <algorithm>
#include <limits>

namespace geodata {

/// A box of longitudes and latitudes in degrees. It never crosses the antimeridian: geometry that does is cut there.
struct LonLatBox {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return west > east || south > north; }
    [[nodiscard]] bool contains(LonLat p) const {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
    void extend(LonLat p) {
        west = std::min(west, p.lon);
        east = std::max(east, p.lon);
        south = std::min(south, p.lat);
        north = std::max(north, p.lat);
    }
};

/// A box in the plane of the projection, in metres.
struct WorldBox {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return min_x > max_x || min_y > max_y; }
    [[nodiscard]] WorldXY center() const { return {(min_x + max_x) / 2.0, (min_y + max_y) / 2.0}; }
    [[nodiscard]] bool intersects(const WorldBox& other) const {
        return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
    }
    void extend(WorldXY p) {
        min_x = std::min(min_x, p.x);
        max_x = std::max(max_x, p.x);
        min_y = std::min(min_y, p.y);
        max_y = std::max(max_y, p.y);
    }
    void extend(const WorldBox& other) {
        if (!other.empty()) {
            extend(WorldXY{other.min_x, other.min_y});
            extend(WorldXY{other.max_x, other.max_y});
        }
    }
};

}  // namespace geodata
