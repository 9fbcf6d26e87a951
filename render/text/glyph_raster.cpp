#include "render/text/glyph_raster.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include FT_GLYPH_H
#include FT_OUTLINE_H

namespace render::text {
namespace {

struct GlyphDone {
    void operator()(FT_Glyph glyph) const { FT_Done_Glyph(glyph); }
};
using GlyphPtr = std::unique_ptr<FT_GlyphRec, GlyphDone>;

GlyphPtr glyph_from_slot(FT_GlyphSlot slot) {
    FT_Glyph glyph = nullptr;
    return FT_Get_Glyph(slot, &glyph) == 0 ? GlyphPtr(glyph) : nullptr;
}

/// The band of the stroke's width along the outline.
GlyphPtr stroked(const GlyphPtr& outline, FT_Stroker stroker) {
    FT_Glyph glyph = outline.get();
    return FT_Glyph_Stroke(&glyph, stroker, 0) == 0 ? GlyphPtr(glyph) : nullptr;
}

GlyphBitmap bitmap_from_outline(const GlyphPtr& outline) {
    FT_Glyph rendered = outline.get();
    if (rendered == nullptr || FT_Glyph_To_Bitmap(&rendered, FT_RENDER_MODE_NORMAL, nullptr, 0) != 0) {
        return {};
    }
    const GlyphPtr owner(rendered);
    // FT_Glyph_To_Bitmap promises that the record behind the pointer is now the bitmap's.
    const auto* glyph = reinterpret_cast<FT_BitmapGlyph>(rendered);
    GlyphBitmap bitmap{.width_px = static_cast<int>(glyph->bitmap.width),
                       .height_px = static_cast<int>(glyph->bitmap.rows),
                       .left_px = glyph->left,
                       .top_px = glyph->top,
                       .coverage = {}};
    bitmap.coverage.reserve(static_cast<std::size_t>(bitmap.width_px) * static_cast<std::size_t>(bitmap.height_px));
    for (std::ptrdiff_t row = 0; row < bitmap.height_px; ++row) {
        const unsigned char* first = glyph->bitmap.buffer + row * glyph->bitmap.pitch;
        bitmap.coverage.insert(bitmap.coverage.end(), first, first + bitmap.width_px);
    }
    return bitmap;
}

/// Lays a bitmap over a canvas that encloses it; the greater coverage wins.
void lay_over(GlyphBitmap& canvas, const GlyphBitmap& bitmap) {
    const std::ptrdiff_t left = bitmap.left_px - canvas.left_px;
    for (std::ptrdiff_t row = 0; row < bitmap.height_px; ++row) {
        const auto from = bitmap.coverage.begin() + row * bitmap.width_px;
        const auto to = canvas.coverage.begin() + (canvas.top_px - bitmap.top_px + row) * canvas.width_px + left;
        std::transform(from, from + bitmap.width_px, to, to,
                       [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
    }
}

GlyphBitmap united(const GlyphBitmap& a, const GlyphBitmap& b) {
    if (a.coverage.empty() || b.coverage.empty()) {
        return a.coverage.empty() ? b : a;
    }
    GlyphBitmap canvas;
    canvas.left_px = std::min(a.left_px, b.left_px);
    canvas.top_px = std::max(a.top_px, b.top_px);
    canvas.width_px = std::max(a.left_px + a.width_px, b.left_px + b.width_px) - canvas.left_px;
    canvas.height_px = canvas.top_px - std::min(a.top_px - a.height_px, b.top_px - b.height_px);
    canvas.coverage.resize(static_cast<std::size_t>(canvas.width_px) * static_cast<std::size_t>(canvas.height_px));
    lay_over(canvas, a);
    lay_over(canvas, b);
    return canvas;
}

}  // namespace

GlyphRaster::GlyphRaster(FT_Library library) {
    FT_Stroker stroker = nullptr;
    if (FT_Stroker_New(library, &stroker) != 0) {
        throw std::runtime_error("FreeType has no memory for a stroker");
    }
    stroker_.reset(stroker);
}

GlyphBitmap GlyphRaster::rasterised(FT_Face face, unsigned glyph_index, int shift_px64, int halo_px64) const {
    if (FT_Load_Glyph(face, glyph_index, glyph_load_flags) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE ||
        face->glyph->outline.n_points == 0) {
        return {};
    }
    FT_Outline_Translate(&face->glyph->outline, shift_px64, 0);
    const GlyphPtr outline = glyph_from_slot(face->glyph);
    if (halo_px64 <= 0 || outline == nullptr) {
        return bitmap_from_outline(outline);
    }
    FT_Stroker_Set(stroker_.get(), halo_px64, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
    return united(bitmap_from_outline(outline), bitmap_from_outline(stroked(outline, stroker_.get())));
}

}  // namespace render::text
