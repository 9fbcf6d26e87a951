#include "render/text/line_shaper.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include <hb.h>
#include <raqm.h>

#include "render/text/characters.h"
#include "render/text/glyph_raster.h"

namespace render::text {
namespace {

struct RaqmDestroy {
    void operator()(raqm_t* raqm) const { raqm_destroy(raqm); }
};
using RaqmPtr = std::unique_ptr<raqm_t, RaqmDestroy>;

std::vector<std::uint32_t> with_plain_spaces(std::u32string_view codepoints) {
    std::vector<std::uint32_t> text(codepoints.begin(), codepoints.end());
    std::replace_if(
        text.begin(), text.end(), [](std::uint32_t c) { return is_breaking_space(c); }, U' ');
    return text;
}

/// The font of each character. Marks and spaces stay with the character before them where its font has them, so that a
/// word is not torn in two; so do characters the primary font lacks.
std::vector<FontId> fonts_of(FontSet& fonts, std::span<const std::uint32_t> text, FontId primary, Language language) {
    std::vector<FontId> ids(text.size(), primary);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const FontId before = i == 0 ? primary : ids[i - 1];
        const bool clings = text[i] == U' ' || attaches_to_previous(text[i]);
        const bool is_wanted = clings || !fonts.covers(primary, text[i]);
        const bool stays = is_invisible(text[i]) || (is_wanted && fonts.covers(before, text[i]));
        ids[i] = stays ? before : fonts.font_for(text[i], primary, language);
    }
    return ids;
}

/// Gives raqm each stretch of one font. Raqm wants the whole text covered.
bool set_fonts(raqm_t* raqm, FontSet& fonts, std::span<const FontId> ids, int size_px64) {
    for (std::size_t first = 0; first < ids.size();) {
        const auto rest = ids.subspan(first);
        const auto end = std::find_if(rest.begin(), rest.end(), [&](FontId id) { return id != rest.front(); });
        const auto length = static_cast<std::size_t>(end - rest.begin());
        if (!raqm_set_freetype_face_range(raqm, fonts.face_at(rest.front(), size_px64), first, length)) {
            return false;
        }
        first += length;
    }
    return true;
}

bool is_figure(std::uint32_t codepoint) {
    return codepoint >= U'0' && codepoint <= U'9';
}

hb_feature_t feature(hb_tag_t tag, std::uint32_t value, std::size_t first, std::size_t end) {
    return {.tag = tag, .value = value, .start = static_cast<unsigned>(first), .end = static_cast<unsigned>(end)};
}

/// Ligatures only where letters stand at their usual distance; tabular forms for figures alone, since Inter has them
/// for commas and stops too, where they tear holes into prose.
std::vector<hb_feature_t> features_for(std::span<const std::uint32_t> text, bool is_spaced) {
    std::vector<hb_feature_t> features;
    if (is_spaced) {
        features.push_back(feature(HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END));
    }
    for (auto end = text.begin(); end != text.end();) {
        const auto first = std::find_if(end, text.end(), is_figure);
        end = std::find_if_not(first, text.end(), is_figure);
        if (first != end) {
            const auto index = static_cast<std::size_t>(first - text.begin());
            features.push_back(
                feature(HB_TAG('t', 'n', 'u', 'm'), 1, index, index + static_cast<std::size_t>(end - first)));
        }
    }
    return features;
}

/// Whether letterspacing may follow each character: spaces, figures and punctuation do as the letter before them.
std::vector<bool> spaced_characters(std::span<const std::uint32_t> text) {
    std::vector<bool> spaced(text.size(), true);
    bool is_spaced = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        is_spaced = is_scriptless(text[i]) ? is_spaced : !is_joining_script(text[i]);
        spaced[i] = is_spaced;
    }
    return spaced;
}

PlacedLine placed(std::span<const raqm_glyph_t> glyphs, std::span<const FontId> ids, const std::vector<bool>& spaced,
                  float spacing_px) {
    const auto px_from_px64 = [](int px64) { return static_cast<float>(px64) / 64.0F; };
    PlacedLine line;
    line.glyphs.reserve(glyphs.size());
    std::int64_t advance_px64 = 0;  // whole numbers, so that a long line's figures do not drift
    int gaps = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const raqm_glyph_t& glyph = glyphs[i];
        const float pen_px = static_cast<float>(advance_px64) / 64.0F + static_cast<float>(gaps) * spacing_px;
        line.glyphs.push_back({.font = ids[glyph.cluster],
                               .index = glyph.index,
                               .x_px = pen_px + px_from_px64(glyph.x_offset),
                               .y_px = px_from_px64(glyph.y_offset)});
        advance_px64 += glyph.x_advance;
        const bool ends_cluster = i + 1 < glyphs.size() && glyphs[i + 1].cluster != glyph.cluster;
        gaps += ends_cluster && spaced[glyph.cluster] ? 1 : 0;
    }
    line.width_px = static_cast<float>(advance_px64) / 64.0F + static_cast<float>(gaps) * spacing_px;
    return line;
}

}  // namespace

/// Without features: Raqm 0.7, Debian 12's, never frees those it is given. Kerning is on all the same, and figures are
/// seen to afterwards.
std::vector<raqm_glyph_t> LineShaper::shaped_by_raqm(Text text, std::span<const FontId> ids, int size_px64,
                                                     Language language) {
    const RaqmPtr raqm(raqm_create());
    const bool is_laid_out = raqm != nullptr && raqm_set_text(raqm.get(), text.data(), text.size()) &&
                             raqm_set_par_direction(raqm.get(), RAQM_DIRECTION_DEFAULT) &&
                             (language.empty() || raqm_set_language(raqm.get(), language.tag(), 0, text.size())) &&
                             set_fonts(raqm.get(), *fonts_, ids, size_px64) &&
                             raqm_set_freetype_load_flags(raqm.get(), glyph_load_flags) && raqm_layout(raqm.get());
    if (!is_laid_out) {
        return {};
    }
    std::size_t count = 0;
    const raqm_glyph_t* glyphs = raqm_get_glyphs(raqm.get(), &count);
    return {glyphs, glyphs + count};
}

std::vector<raqm_glyph_t> LineShaper::shaped_glyphs(Text text, std::span<const FontId> ids, int size_px64,
                                                    bool is_spaced, Language language) {
    const bool is_one_font = std::all_of(ids.begin(), ids.end(), [&](FontId id) { return id == ids.front(); });
    if (is_one_font && LatinShaper::is_plain(text)) {
        FT_Face face = fonts_->face_at(ids.front(), size_px64);
        return latin_.shaped(text, ids.front(), face, size_px64, features_for(text, is_spaced));
    }
    return shaped_by_raqm(text, ids, size_px64, language);
}

/// The feature tnum alone is not enough: in Inter 4.0 beta 7, Debian 12's, the italic's does nothing and the bold 1 is
/// a unit narrower than the other figures. So each figure stands in the middle of the width of 0.
LineShaper::Figures LineShaper::shaped_figures(FontId font, int size_px64) {
    Figures figures;
    for (std::size_t i = 0; i < figures.glyph.size(); ++i) {
        const std::array<std::uint32_t, 1> text{static_cast<std::uint32_t>(U'0' + i)};
        const auto glyphs =
            latin_.shaped(text, font, fonts_->face_at(font, size_px64), size_px64, features_for(text, false));
        if (!glyphs.empty()) {
            figures.advance_px64 = i == 0 ? glyphs.front().x_advance : figures.advance_px64;
            figures.glyph.at(i) = glyphs.front().index;
            figures.x_offset_px64.at(i) = (figures.advance_px64 - glyphs.front().x_advance) / 2;
        }
    }
    return figures;
}

const LineShaper::Figures& LineShaper::figures_of(FontId font, int size_px64) {
    const std::uint64_t key = (std::uint64_t{font} << 32U) | static_cast<std::uint32_t>(size_px64);
    if (const auto known = figures_.find(key); known != figures_.end()) {
        return known->second;
    }
    if (figures_.size() >= 1024) {  // text that grows and shrinks comes in ever new sizes
        figures_.clear();
    }
    return figures_.emplace(key, shaped_figures(font, size_px64)).first->second;
}

void LineShaper::set_figures_tabular(std::span<raqm_glyph_t> glyphs, Text text, std::span<const FontId> ids,
                                     int size_px64) {
    for (raqm_glyph_t& glyph : glyphs) {
        if (is_figure(text[glyph.cluster]) && glyph.x_advance > 0) {
            const Figures& figures = figures_of(ids[glyph.cluster], size_px64);
            const std::size_t figure = text[glyph.cluster] - U'0';
            glyph.index = figures.glyph.at(figure);
            glyph.x_advance = figures.advance_px64;
            glyph.x_offset = figures.x_offset_px64.at(figure);
        }
    }
}

PlacedLine LineShaper::shaped(std::u32string_view codepoints, FontId primary, int size_px64, float spacing_px,
                              Language language) {
    if (codepoints.empty()) {
        return {};
    }
    const std::vector<std::uint32_t> text = with_plain_spaces(codepoints);
    const std::vector<FontId> ids = fonts_of(*fonts_, text, primary, language);
    std::vector<raqm_glyph_t> glyphs = shaped_glyphs(text, ids, size_px64, spacing_px > 0.0F, language);
    set_figures_tabular(glyphs, text, ids, size_px64);
    return placed(glyphs, ids, spaced_characters(text), spacing_px);
}

}  // namespace render::text
