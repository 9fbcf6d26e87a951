#include "render/layers/fade_layer.h"

#include "generated/render/shaders/sources.h"
#include "render/gl/draw.h"

#include <array>

namespace render {

FadeLayer::FadeLayer() : program_{"fade", shaders::screen_vert, shaders::fade_frag}, screen_triangle_{1, {}} {
    const std::array<std::uint32_t, 3> corners{0, 1, 2};
    screen_triangle_.upload({}, corners);
}

void FadeLayer::keep(std::uint32_t framebuffer, int width_px, int height_px) {
    if (!picture_ || picture_.width_px() != width_px || picture_.height_px() != height_px) {
        picture_ = gl::Target{gl::TexelFormat::Rgba8, width_px, height_px};
    }
    const gl::BlitRect all{0, 0, width_px, height_px};
    gl::blit(framebuffer, all, picture_.framebuffer(), all);
}

void FadeLayer::draw(float opacity, std::uint32_t framebuffer, int width_px, int height_px) const {
    if (!picture_ || opacity <= 0.0F) {
        return;
    }
    gl::begin({framebuffer, width_px, height_px, gl::Blend::Premultiplied});
    program_.use();
    picture_.color().bind(0);
    program_.set("picture", 0);
    program_.set("opacity", opacity);
    screen_triangle_.draw();
}

}  // namespace render
