// Where ceasefires stand: on the border of their two parties.
#pragma once

#include "app/state/world.h"

#include <cstdint>
#include <unordered_map>

namespace app {

/// Where the line between two parties crosses their border, in the plane, and the border's direction there.
struct BorderCrossing {
    geodata::WorldXY at;
    double angle = 0.0;  ///< radians, on screen (y down)
};

/// Crossings of all ceasefires of a store; found once, as they do not depend on the camera.
using BorderCrossings = std::unordered_map<std::uint32_t, BorderCrossing>;
[[nodiscard]] BorderCrossings border_crossings(const World& world);

}  // namespace app
