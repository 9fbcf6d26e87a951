// The state of a pass as one value: nothing of OpenGL's state is remembered between passes.
#pragma once

#include "render/color.h"

#include <cstdint>
#include <optional>

namespace render::gl {

enum class Blend {
    Off,            ///< replaces
    Premultiplied,  ///< ONE, ONE_MINUS_SRC_ALPHA: the core covers, the glow adds
};

/// Rows count from the bottom.
struct PixelRect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

struct Pass {
    std::uint32_t framebuffer = 0;  ///< 0: the window
    int width_px = 0;
    int height_px = 0;
    Blend blend = Blend::Off;
    std::optional<PixelRect> only{};  ///< nothing is drawn beside it; nothing: all of it may be
};

/// Applies the whole state: target, viewport, blend and scissor; depth, stencil and culling off.
void begin(const Pass& pass);
/// Clears the target of the pass, with a premultiplied colour.
void clear(Rgba color);
/// Copies a rectangle of pixels between framebuffers, unscaled.
using BlitRect = PixelRect;
void blit(std::uint32_t from_framebuffer, BlitRect from, std::uint32_t to_framebuffer, BlitRect to);

}  // namespace render::gl
