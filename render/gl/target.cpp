#include "render/gl/target.h"

#include <glad/gl.h>

#include <stdexcept>
#include <string>

namespace render::gl {

void DeleteFramebuffer::operator()(std::uint32_t name) const {
    glDeleteFramebuffers(1, &name);
}

Target::Target(TexelFormat format, int width_px, int height_px, Filter filter)
    : color_{format, width_px, height_px, filter}, format_{format} {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    handle_ = Handle<DeleteFramebuffer>{name};
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color_.name(), 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        throw std::runtime_error("the graphics driver cannot draw into a picture of " + std::to_string(width_px) +
                                 " x " + std::to_string(height_px) + " pixels; choose a smaller size");
    }
}

std::vector<std::uint8_t> Target::read() const {
    const bool one_byte = format_ == TexelFormat::R8;
    const auto pixels = static_cast<std::size_t>(width_px()) * static_cast<std::size_t>(height_px());
    std::vector<std::uint8_t> texels(pixels * (one_byte ? 1 : 4));
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_px(), height_px(), one_byte ? GL_RED : GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
    return texels;
}

void Target::write(int first_row, int rows, std::span<const std::uint32_t> words) {
    color_.upload(first_row, rows, words.data());
}

}  // namespace render::gl
