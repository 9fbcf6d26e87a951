// Two-dimensional textures without mipmaps, row 0 first in memory.
#pragma once

#include "render/gl/handle.h"

#include <cstdint>
#include <span>

namespace render::gl {

struct DeleteTexture {
    void operator()(std::uint32_t name) const;
};

enum class TexelFormat {
    R8,        ///< one byte; reads as (r, 0, 0, 1)
    Coverage,  ///< one byte; reads as (1, 1, 1, r): glyphs
    R16,       ///< two bytes; 0..65535 reads as 0..1
    Rgba8,
    Rgba32F,
};

enum class Filter { Nearest, Linear };

class Texture {
public:
    Texture() = default;
    /// Storage of that size with undefined contents. Reads outside clamp to the edge.
    Texture(TexelFormat format, int width_px, int height_px, Filter filter);

    [[nodiscard]] explicit operator bool() const { return handle_.name() != 0; }
    [[nodiscard]] std::uint32_t name() const { return handle_.name(); }
    [[nodiscard]] int width_px() const { return width_px_; }
    [[nodiscard]] int height_px() const { return height_px_; }

    /// Replaces rows [top, top + rows) with tightly packed texels: bytes for R8, Coverage and Rgba8, shorts for R16,
    /// floats for 32F.
    void upload(int top, int rows, const void* texels);
    /// Binds to a texture unit, 0 to 7.
    void bind(int unit) const;

private:
    Handle<DeleteTexture> handle_;
    TexelFormat format_ = TexelFormat::Rgba8;
    int width_px_ = 0;
    int height_px_ = 0;
};

}  // namespace render::gl
