// Draws a LinkBatch. One program for each pattern, compiled when it is first needed.
#pragma once

#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/texture.h"
#include "render/layers/link_batch.h"

#include <array>
#include <optional>

namespace render {

class LinkLayer {
public:
    LinkLayer();
    /// Compiles every pattern's program and draws nothing with it.
    void warm_up();
    /// Replaces what is drawn.
    void upload(const LinkBatch& batch);
    /// Draws over the framebuffer (0: the window), whose size in points is `size`; with a clip, inside that alone.
    void draw(SizePt size, float px_per_pt, Rgba white_hot, std::uint32_t framebuffer,
              const std::optional<RectPt>& clip = std::nullopt);

private:
    const gl::Program& program_for(Pattern pattern);
    gl::Mesh mesh_;
    gl::Mesh ribbons_;
    gl::Texture styles_;
    std::array<gl::Program, pattern_count> programs_;
    std::vector<LinkBatch::Run> runs_;
};

}  // namespace render
