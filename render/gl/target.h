// Something to draw into: a texture of our own, or whatever the window system gave us.
#pragma once

#include "render/gl/handle.h"
#include "render/gl/texture.h"

#include <cstdint>
#include <span>
#include <vector>

namespace render::gl {

struct DeleteFramebuffer {
    void operator()(std::uint32_t name) const;
};

/// A framebuffer with one colour texture.
class Target {
public:
    Target() = default;
    /// Throws std::runtime_error when the driver cannot make one of this size.
    Target(TexelFormat format, int width_px, int height_px, Filter filter = Filter::Nearest);

    [[nodiscard]] explicit operator bool() const { return static_cast<bool>(color_); }
    [[nodiscard]] const Texture& color() const { return color_; }
    [[nodiscard]] std::uint32_t framebuffer() const { return handle_.name(); }
    [[nodiscard]] int width_px() const { return color_.width_px(); }
    [[nodiscard]] int height_px() const { return color_.height_px(); }

    /// The texels, row 0 at the bottom of the picture as OpenGL has it: one byte each for R8, four for Rgba8.
    [[nodiscard]] std::vector<std::uint8_t> read() const;
    /// Replaces `rows` whole rows of Rgba8 from `first_row` on, given as 0xAABBGGRR; rows as in `read`.
    void write(int first_row, int rows, std::span<const std::uint32_t> words);

private:
    Handle<DeleteFramebuffer> handle_;
    Texture color_;
    TexelFormat format_ = TexelFormat::Rgba8;
};

}  // namespace render::gl
