#include "render/text/text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "render/text/font_set.h"
#include "render/text/glyph_atlas.h"
#include "render/text/glyph_raster.h"
#include "render/text/line_fitting.h"
#include "render/text/line_shaper.h"
#include "render/text/text_cache.h"
#include "render/text/utf8.h"

namespace render::text {
namespace {

constexpr std::size_t max_cached_texts = 4096;
constexpr std::uint64_t max_age_frames = 600;  // ten seconds

/// With light hinting glyphs stand between pixels; four drawings of each, a quarter apart, keep their spacing even.
constexpr int positions_per_px = 4;

/// Beyond this a glyph is no longer text; FreeType's own limit is not much farther.
constexpr float max_size_px = 2000.0F;

struct GlyphKey {
    FontId font = 0;
    std::uint8_t position = 0;
    std::int16_t halo_px64 = 0;
    std::int32_t size_px64 = 0;
    std::uint32_t index = 0;
    friend bool operator==(const GlyphKey&, const GlyphKey&) = default;
};

struct GlyphKeyHash {
    std::size_t operator()(const GlyphKey& key) const {
        const auto low = (std::uint64_t{key.index} << 32U) | static_cast<std::uint32_t>(key.size_px64);
        const auto high = (std::uint64_t{key.font} << 32U) | (std::uint64_t{key.position} << 16U) |
                          static_cast<std::uint16_t>(key.halo_px64);
        return std::hash<std::uint64_t>{}(low * 0x9E3779B97F4A7C15U ^ (high * 0xC2B2AE3D27D4EB4FU));
    }
};

/// A glyph in the atlas; no cell when it has no ink or found no room. The cell's left and upper edges lie left_px right
/// of the glyph's origin and top_px above the baseline.
struct GlyphEntry {
    std::optional<AtlasCell> cell;
    int left_px = 0;
    int top_px = 0;
};

GlyphAtlas atlas_for(float px_per_pt) {
    return {px_per_pt >= 2.0F ? 4096 : 2048, 2048};
}

std::vector<std::filesystem::path> searched_folders(const std::vector<std::filesystem::path>& extra_folders) {
    std::vector<std::filesystem::path> folders = extra_folders;
    std::ranges::copy(system_font_folders(), std::back_inserter(folders));
    return folders;
}

/// Style with numbers that can be worked with: no NaN, no size below zero or beyond reason.
TextStyle sane(const TextStyle& style, float px_per_pt) {
    const float size_pt = std::isfinite(style.size_pt) ? style.size_pt : 0.0F;
    return {.face = style.face,
            .size_pt = std::clamp(size_pt, 0.0F, max_size_px / px_per_pt),
            .spacing_em = std::isfinite(style.spacing_em) ? style.spacing_em : 0.0F,
            .language = style.language};
}

int px64_from_px(float px) {
    return static_cast<int>(std::lround(px * 64.0F));
}

}  // namespace

struct TextEngine::Impl {
    float px_per_pt;
    FontSet fonts;
    LineShaper shaper;
    GlyphRaster raster;
    GlyphAtlas atlas;
    std::unordered_map<GlyphKey, GlyphEntry, GlyphKeyHash> glyphs;
    TextCache<ShapedText> texts;
    TextCache<float> widths_pt;
    TextCache<std::string> elisions;
    TextCache<TextExtent> extents;

    Impl(float scale, const std::vector<std::filesystem::path>& extra_folders)
        : px_per_pt(scale),
          fonts(searched_folders(extra_folders)),
          shaper(fonts),
          raster(fonts.library()),
          atlas(atlas_for(scale)) {}

    PlacedLine placed_line(std::u32string_view codepoints, const TextStyle& style) {
        const float size_px = style.size_pt * px_per_pt;
        const int size_px64 = px64_from_px(size_px);
        return size_px64 <= 0 ? PlacedLine{}
                              : shaper.shaped(codepoints, fonts.font_of(style.face), size_px64,
                                              style.spacing_em * size_px, style.language);
    }

    GlyphEntry drawn(const GlyphKey& key) {
        FT_Face face = fonts.face_at(key.font, key.size_px64);
        const GlyphBitmap bitmap =
            raster.rasterised(face, key.index, key.position * 64 / positions_per_px, key.halo_px64);
        if (bitmap.coverage.empty()) {
            return {};
        }
        return {.cell = atlas.add(bitmap.width_px, bitmap.height_px, bitmap.coverage),
                .left_px = bitmap.left_px - GlyphAtlas::margin_px,
                .top_px = bitmap.top_px + GlyphAtlas::margin_px};
    }

    const GlyphEntry& glyph(const GlyphKey& key) {
        const auto known = glyphs.find(key);
        return known != glyphs.end() ? known->second : glyphs.emplace(key, drawn(key)).first->second;
    }

    GlyphQuad quad(const GlyphEntry& entry, float x_px, float y_px) {
        const AtlasCell& cell = *entry.cell;
        const auto pt = [this](float px) { return px / px_per_pt; };
        const auto width_px = static_cast<float>(atlas.image().width_px);
        const auto height_px = static_cast<float>(atlas.image().height_px);
        const float left_px = x_px + static_cast<float>(entry.left_px);
        const float top_px = -y_px - static_cast<float>(entry.top_px);
        return {.x0 = pt(left_px),
                .y0 = pt(top_px),
                .x1 = pt(left_px + static_cast<float>(cell.width_px)),
                .y1 = pt(top_px + static_cast<float>(cell.height_px)),
                .u0 = static_cast<float>(cell.x_px) / width_px,
                .v0 = static_cast<float>(cell.y_px) / height_px,
                .u1 = static_cast<float>(cell.x_px + cell.width_px) / width_px,
                .v1 = static_cast<float>(cell.y_px + cell.height_px) / height_px};
    }

    /// Quads stand on whole pixels; the fraction left over is in the drawing of the glyph.
    std::vector<GlyphQuad> quads(const PlacedLine& line, int size_px64, int halo_px64) {
        std::vector<GlyphQuad> result;
        result.reserve(line.glyphs.size());
        for (const PlacedGlyph& placed : line.glyphs) {
            const float quarters = std::floor(placed.x_px * positions_per_px + 0.5F);
            const float x_px = std::floor(quarters / positions_per_px);
            const GlyphEntry& entry = glyph({.font = placed.font,
                                             .position = static_cast<std::uint8_t>(quarters - x_px * positions_per_px),
                                             .halo_px64 = static_cast<std::int16_t>(halo_px64),
                                             .size_px64 = size_px64,
                                             .index = placed.index});
            if (entry.cell) {
                result.push_back(quad(entry, x_px, std::round(placed.y_px)));
            }
        }
        return result;
    }

    ShapedText shaped(std::string_view utf8, const TextStyle& style, float halo_radius_pt) {
        const PlacedLine line = placed_line(utf32_from_utf8(utf8), style);
        const int size_px64 = px64_from_px(style.size_pt * px_per_pt);
        const int halo_px64 = px64_from_px(halo_radius_pt * px_per_pt);
        const VerticalMetrics& metrics = fonts.metrics(fonts.font_of(style.face));
        return {.fill = quads(line, size_px64, 0),
                .halo = halo_px64 > 0 ? quads(line, size_px64, halo_px64) : std::vector<GlyphQuad>{},
                .width_pt = line.width_px / px_per_pt,
                .ascent_pt = metrics.ascent_em * style.size_pt,
                .descent_pt = metrics.descent_em * style.size_pt,
                .cap_height_pt = metrics.cap_height_em * style.size_pt};
    }

    TextExtent extent(std::string_view utf8, const TextStyle& style) {
        const PlacedLine line = placed_line(utf32_from_utf8(utf8), style);
        const int size_px64 = px64_from_px(style.size_pt * px_per_pt);
        // Inter's letters with their accents; a line of capitals and one of small letters need the same room.
        TextExtent extent{line.width_px / px_per_pt, style.size_pt * 0.80F, style.size_pt * 0.26F};
        for (const PlacedGlyph& placed : line.glyphs) {
            FT_Face face = fonts.face_at(placed.font, size_px64);
            if (FT_Load_Glyph(face, placed.index, glyph_load_flags) == 0) {
                const float top_px = static_cast<float>(face->glyph->metrics.horiBearingY) / 64.0F + placed.y_px;
                const float height_px = static_cast<float>(face->glyph->metrics.height) / 64.0F;
                extent.above_pt = std::max(extent.above_pt, top_px / px_per_pt);
                extent.below_pt = std::max(extent.below_pt, (height_px - top_px) / px_per_pt);
            }
        }
        return extent;
    }

    Measure measure_for(const TextStyle& style) {
        return [this, style](std::u32string_view codepoints) {
            return placed_line(codepoints, style).width_px / px_per_pt;
        };
    }

    void clear() {
        atlas.clear();
        glyphs.clear();
        texts.clear();
    }
};

TextEngine::TextEngine(float px_per_pt, const std::vector<std::filesystem::path>& extra_folders) {
    if (!(px_per_pt > 0.0F) || !std::isfinite(px_per_pt)) {
        throw std::invalid_argument("pixels per point must be a positive number");
    }
    impl_ = std::make_unique<Impl>(px_per_pt, extra_folders);
}

TextEngine::~TextEngine() = default;
TextEngine::TextEngine(TextEngine&&) noexcept = default;
TextEngine& TextEngine::operator=(TextEngine&&) noexcept = default;

const std::vector<std::string>& TextEngine::missing_fonts() const {
    return impl_->fonts.missing();
}

float TextEngine::px_per_pt() const {
    return impl_->px_per_pt;
}

const ShapedText& TextEngine::shape(std::string_view utf8, const TextStyle& style, float halo_radius_pt) {
    const TextStyle sane_style = sane(style, impl_->px_per_pt);
    const float halo_pt = halo_radius_pt > 0.0F ? std::min(halo_radius_pt, 100.0F / impl_->px_per_pt) : 0.0F;
    if (const ShapedText* known = impl_->texts.find(utf8, sane_style, halo_pt)) {
        return *known;
    }
    return impl_->texts.insert(utf8, sane_style, halo_pt, impl_->shaped(utf8, sane_style, halo_pt));
}

float TextEngine::width_pt(std::string_view utf8, const TextStyle& style) {
    const TextStyle sane_style = sane(style, impl_->px_per_pt);
    if (const ShapedText* shaped = impl_->texts.find(utf8, sane_style, 0.0F)) {
        return shaped->width_pt;
    }
    if (const float* known = impl_->widths_pt.find(utf8, sane_style, 0.0F)) {
        return *known;
    }
    const float width_pt = impl_->measure_for(sane_style)(utf32_from_utf8(utf8));
    return impl_->widths_pt.insert(utf8, sane_style, 0.0F, width_pt);
}

TextExtent TextEngine::extent(std::string_view utf8, const TextStyle& style) {
    const TextStyle sane_style = sane(style, impl_->px_per_pt);
    if (const TextExtent* known = impl_->extents.find(utf8, sane_style, 0.0F)) {
        return *known;
    }
    return impl_->extents.insert(utf8, sane_style, 0.0F, impl_->extent(utf8, sane_style));
}

std::size_t TextEngine::missing_glyphs(std::string_view utf8, const TextStyle& style) {
    const PlacedLine line = impl_->placed_line(utf32_from_utf8(utf8), sane(style, impl_->px_per_pt));
    return static_cast<std::size_t>(
        std::ranges::count_if(line.glyphs, [](const PlacedGlyph& glyph) { return glyph.index == 0; }));
}

std::string TextEngine::elided(std::string_view utf8, const TextStyle& style, float max_width_pt) {
    const TextStyle sane_style = sane(style, impl_->px_per_pt);
    const float limit_pt = std::isnan(max_width_pt) ? 0.0F : max_width_pt;
    if (const std::string* known = impl_->elisions.find(utf8, sane_style, limit_pt)) {
        return *known;
    }
    const std::u32string fitting = elided_to_fit(utf32_from_utf8(utf8), limit_pt, impl_->measure_for(sane_style));
    return impl_->elisions.insert(utf8, sane_style, limit_pt, utf8_from_utf32(fitting));
}

std::vector<std::string> TextEngine::wrapped(std::string_view utf8, const TextStyle& style, float max_width_pt,
                                             int max_lines) {
    const TextStyle sane_style = sane(style, impl_->px_per_pt);
    const Measure measure = [&](std::u32string_view line) { return width_pt(utf8_from_utf32(line), sane_style); };
    std::vector<std::string> lines;
    for (const auto& line : wrapped_to_fit(utf32_from_utf8(utf8), max_width_pt, max_lines, measure)) {
        lines.push_back(utf8_from_utf32(line));
    }
    return lines;
}

bool TextEngine::begin_frame() {
    impl_->texts.begin_frame(max_cached_texts, max_age_frames);
    impl_->widths_pt.begin_frame(max_cached_texts, max_age_frames);
    impl_->elisions.begin_frame(max_cached_texts, max_age_frames);
    impl_->extents.begin_frame(max_cached_texts, max_age_frames);
    if (!impl_->atlas.is_full()) {
        return false;
    }
    impl_->clear();
    return true;
}

AtlasImage& TextEngine::atlas() {
    return impl_->atlas.image();
}

}  // namespace render::text
