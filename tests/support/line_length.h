// How long a line of positions is on the ground.
#pragma once

#include "geodata/great_circle.h"

#include <span>

namespace support {

inline double length_m(std::span<const geodata::LonLat> line) {
    double length = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        length += geodata::great_circle_distance_m(line[i], line[i + 1]);
    }
    return length;
}

}  // namespace support
