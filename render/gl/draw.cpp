#include "render/gl/draw.h"

#include <glad/gl.h>

namespace render::gl {

void begin(const Pass& pass) {
    glBindFramebuffer(GL_FRAMEBUFFER, pass.framebuffer);
    glViewport(0, 0, pass.width_px, pass.height_px);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    if (pass.only) {
        glEnable(GL_SCISSOR_TEST);
        glScissor(pass.only->x, pass.only->y, pass.only->width, pass.only->height);
    } else {
        glDisable(GL_SCISSOR_TEST);
    }
    glDisable(GL_FRAMEBUFFER_SRGB);
    if (pass.blend == Blend::Premultiplied) {
        glEnable(GL_BLEND);
        glBlendEquation(GL_FUNC_ADD);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    } else {
        glDisable(GL_BLEND);
    }
}

void clear(Rgba color) {
    glClearColor(color.r * color.a, color.g * color.a, color.b * color.a, color.a);
    glClear(GL_COLOR_BUFFER_BIT);
}

void blit(std::uint32_t from_framebuffer, BlitRect from, std::uint32_t to_framebuffer, BlitRect to) {
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from_framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to_framebuffer);
    const bool same_size = from.width == to.width && from.height == to.height;
    glBlitFramebuffer(from.x, from.y, from.x + from.width, from.y + from.height, to.x, to.y, to.x + to.width,
                      to.y + to.height, GL_COLOR_BUFFER_BIT, same_size ? GL_NEAREST : GL_LINEAR);
    glBindFramebuffer(GL_FRAMEBUFFER, to_framebuffer);
}

}  // namespace render::gl
