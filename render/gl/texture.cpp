#include "render/gl/texture.h"

#include <glad/gl.h>

namespace render::gl {

namespace {

struct Layout {
    GLint internal;
    GLenum format;
    GLenum type;
};

Layout layout_of(TexelFormat format) {
    switch (format) {
        case TexelFormat::R8:
        case TexelFormat::Coverage:
            return {GL_R8, GL_RED, GL_UNSIGNED_BYTE};
        case TexelFormat::R16:
            return {GL_R16, GL_RED, GL_UNSIGNED_SHORT};
        case TexelFormat::Rgba32F:
            return {GL_RGBA32F, GL_RGBA, GL_FLOAT};
        case TexelFormat::Rgba8:
            break;
    }
    return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
}

}  // namespace

void DeleteTexture::operator()(std::uint32_t name) const {
    glDeleteTextures(1, &name);
}

Texture::Texture(TexelFormat format, int width_px, int height_px, Filter filter)
    : format_{format}, width_px_{width_px}, height_px_{height_px} {
    GLuint name = 0;
    glGenTextures(1, &name);
    handle_ = Handle<DeleteTexture>{name};
    const Layout layout = layout_of(format);
    const GLint sampling = filter == Filter::Linear ? GL_LINEAR : GL_NEAREST;
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, sampling);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, sampling);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    if (format == TexelFormat::Coverage) {
        const GLint swizzle[4] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
        glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    }
    glTexImage2D(GL_TEXTURE_2D, 0, layout.internal, width_px, height_px, 0, layout.format, layout.type, nullptr);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void Texture::upload(int top, int rows, const void* texels) {
    const Layout layout = layout_of(format_);
    glBindTexture(GL_TEXTURE_2D, handle_.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, top, width_px_, rows, layout.format, layout.type, texels);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void Texture::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, handle_.name());
}

}  // namespace render::gl
