// The same view of another ground: what stood in the middle stays there, as large as it was.
#pragma once

#include "app/state/world.h"
#include "render/camera.h"

#include <optional>

namespace app {

/// The camera for `to` that has the same place in the middle as `camera` has for `from`, at the scale at which a small
/// area there has the same size on screen. Nothing when the middle is no place of the Earth, or one that `to` does not
/// show.
[[nodiscard]] std::optional<render::Camera> carried_camera(const render::Camera& camera, const World& from,
                                                           const World& to);

}  // namespace app
