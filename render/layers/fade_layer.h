// A picture kept from before, to be drawn over what has taken its place while it fades.
#pragma once

#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/target.h"

namespace render {

class FadeLayer {
public:
    FadeLayer();
    /// Keeps what stands in a framebuffer of this size.
    void keep(std::uint32_t framebuffer, int width_px, int height_px);
    /// Draws it over a framebuffer of this size, stretched where that has changed; `opacity` 1 to 0. Nothing when
    /// nothing was kept.
    void draw(float opacity, std::uint32_t framebuffer, int width_px, int height_px) const;

private:
    gl::Program program_;
    gl::Mesh screen_triangle_;
    gl::Target picture_;
};

}  // namespace render
