// How long a stretch of the map is on the ground. Away from its centre no projection is true in all directions.
#pragma once

#include "app/state/world.h"
#include "render/camera.h"

#include <optional>

namespace app {

/// Metres on the ground for a point of the screen, across it at `at`. Nothing beside the map.
[[nodiscard]] std::optional<double> ground_metres_per_pt(const World& world, const render::Camera& camera,
                                                         render::ScreenPt at);

/// The same in the middle of `view`. Nothing where the scale differs by more than 2 to 1 between its corners, or where
/// one lies beside the map: one bar would be false for most of what is seen then.
[[nodiscard]] std::optional<double> ground_scale_of(const World& world, const render::Camera& camera,
                                                    const render::RectPt& view);

}  // namespace app
