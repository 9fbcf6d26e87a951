// Text on the map: shaped glyphs with halos, from the atlas of the text engine.
#pragma once

#include "render/camera.h"
#include "render/color.h"
#include "render/gl/mesh.h"
#include "render/gl/program.h"
#include "render/gl/texture.h"
#include "render/text/text.h"

#include <cstdint>
#include <vector>

namespace render {

struct GlyphVertex {
    float x = 0.0F;  // points
    float y = 0.0F;
    float u = 0.0F;
    float v = 0.0F;
    float r = 0.0F, g = 0.0F, b = 0.0F, a = 0.0F;
};

/// A line to write along: y = bend x^2 about its middle, turned by `slant`. Letters lean with it.
struct Baseline {
    ScreenPt middle;
    float slant = 0.0F;  ///< radians, clockwise on screen
    float bend = 0.0F;   ///< per point
};

/// Collects text; halos of all of it lie under the letters of all of it.
class TextBatch {
public:
    /// The left end of the baseline at `at`.
    void add(const text::ShapedText& shaped, ScreenPt at, Rgba fill, Rgba halo);
    /// Centred on a slanted or bent line: each glyph stands upright on it.
    void add_along(const text::ShapedText& shaped, const Baseline& baseline, Rgba fill, Rgba halo);
    void clear();
    [[nodiscard]] const std::vector<GlyphVertex>& halos() const { return halos_; }
    [[nodiscard]] const std::vector<GlyphVertex>& letters() const { return letters_; }

private:
    std::vector<GlyphVertex> halos_;
    std::vector<GlyphVertex> letters_;
};

class LabelLayer {
public:
    LabelLayer();
    /// Brings the atlas up to date and replaces what is drawn.
    void upload(const TextBatch& batch, text::AtlasImage& atlas);
    void draw(SizePt size, float px_per_pt, std::uint32_t framebuffer) const;
    /// The atlas's texture, for the panels' own text.
    [[nodiscard]] const gl::Texture& atlas() const { return atlas_; }
    /// Uploads what the text engine added since the last time.
    void sync_atlas(text::AtlasImage& atlas);

private:
    gl::Program program_;
    gl::Mesh mesh_;
    gl::Texture atlas_;
};

}  // namespace render
