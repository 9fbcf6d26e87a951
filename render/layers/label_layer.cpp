#include "render/layers/label_layer.h"

#include "generated/render/shaders/sources.h"
#include "render/gl/draw.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace render {

namespace {

const std::array<gl::Attribute, 3> layout{{
    {2, gl::AttributeType::Float, offsetof(GlyphVertex, x)},
    {2, gl::AttributeType::Float, offsetof(GlyphVertex, u)},
    {4, gl::AttributeType::Float, offsetof(GlyphVertex, r)},
}};

void append(std::vector<GlyphVertex>& out, const std::vector<text::GlyphQuad>& quads, ScreenPt at, Rgba color) {
    for (const text::GlyphQuad& q : quads) {
        const auto corner = [&](float x, float y, float u, float v) {
            out.push_back({at.x + x, at.y + y, u, v, color.r * color.a, color.g * color.a, color.b * color.a, color.a});
        };
        corner(q.x0, q.y0, q.u0, q.v0);
        corner(q.x1, q.y0, q.u1, q.v0);
        corner(q.x0, q.y1, q.u0, q.v1);
        corner(q.x1, q.y1, q.u1, q.v1);
    }
}

void append_along(std::vector<GlyphVertex>& out, const std::vector<text::GlyphQuad>& quads, float width,
                  const Baseline& baseline, Rgba color) {
    const auto turned = [](ScreenPt p, float angle) -> ScreenPt {
        return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
    };
    for (const text::GlyphQuad& q : quads) {
        const float center = (q.x0 + q.x1) / 2.0F;
        const float along = center - width / 2.0F;
        const float angle = baseline.slant + std::atan(2.0F * baseline.bend * along);
        const ScreenPt foot = turned({along, baseline.bend * along * along}, baseline.slant);
        const auto corner = [&](float x, float y, float u, float v) {
            const ScreenPt p = turned({x - center, y}, angle);
            out.push_back({baseline.middle.x + foot.x + p.x, baseline.middle.y + foot.y + p.y, u, v, color.r * color.a,
                           color.g * color.a, color.b * color.a, color.a});
        };
        corner(q.x0, q.y0, q.u0, q.v0);
        corner(q.x1, q.y0, q.u1, q.v0);
        corner(q.x0, q.y1, q.u0, q.v1);
        corner(q.x1, q.y1, q.u1, q.v1);
    }
}

}  // namespace

void TextBatch::add_along(const text::ShapedText& shaped, const Baseline& baseline, Rgba fill, Rgba halo) {
    append_along(halos_, shaped.halo, shaped.width_pt, baseline, halo);
    append_along(letters_, shaped.fill, shaped.width_pt, baseline, fill);
}

void TextBatch::add(const text::ShapedText& shaped, ScreenPt at, Rgba fill, Rgba halo) {
    append(halos_, shaped.halo, at, halo);
    append(letters_, shaped.fill, at, fill);
}

void TextBatch::clear() {
    halos_.clear();
    letters_.clear();
}

LabelLayer::LabelLayer()
    : program_{"glyph", shaders::glyph_vert, shaders::glyph_frag}, mesh_{sizeof(GlyphVertex), layout} {}

void LabelLayer::sync_atlas(text::AtlasImage& atlas) {
    if (atlas_.width_px() != atlas.width_px || atlas_.height_px() != atlas.height_px) {
        atlas_ = gl::Texture{gl::TexelFormat::Coverage, atlas.width_px, atlas.height_px, gl::Filter::Linear};
        atlas.dirty_top = 0;
        atlas.dirty_bottom = atlas.height_px;
    }
    if (atlas.dirty_bottom > atlas.dirty_top) {
        const auto first = static_cast<std::size_t>(atlas.dirty_top) * static_cast<std::size_t>(atlas.width_px);
        atlas_.upload(atlas.dirty_top, atlas.dirty_bottom - atlas.dirty_top, atlas.coverage.data() + first);
        atlas.dirty_top = 0;
        atlas.dirty_bottom = 0;
    }
}

void LabelLayer::upload(const TextBatch& batch, text::AtlasImage& atlas) {
    sync_atlas(atlas);
    std::vector<GlyphVertex> vertices = batch.halos();
    vertices.insert(vertices.end(), batch.letters().begin(), batch.letters().end());
    std::vector<std::uint32_t> indices;
    indices.reserve(vertices.size() / 4 * 6);
    for (std::uint32_t v = 0; v + 3 < vertices.size(); v += 4) {
        indices.insert(indices.end(), {v, v + 1, v + 2, v + 2, v + 1, v + 3});
    }
    mesh_.upload(std::as_bytes(std::span{vertices}), indices);
}

void LabelLayer::draw(SizePt size, float px_per_pt, std::uint32_t framebuffer) const {
    if (mesh_.index_count() == 0) {
        return;
    }
    gl::begin({framebuffer, static_cast<int>(std::lround(size.width * px_per_pt)),
               static_cast<int>(std::lround(size.height * px_per_pt)), gl::Blend::Premultiplied});
    program_.use();
    atlas_.bind(0);
    program_.set("atlas", 0);
    program_.set("size_pt", size.width, size.height);
    mesh_.draw();
}

}  // namespace render
