// What was drawn, as a picture in memory.
#pragma once

#include "render/gl/target.h"
#include "render/image.h"

namespace app {

/// Reads an Rgba8 target back, turned the right way up. The map is opaque: every alpha is 255.
[[nodiscard]] render::Image image_of(const render::gl::Target& target);

}  // namespace app
