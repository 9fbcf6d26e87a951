#include "render/text/latin_shaper.h"

#include <algorithm>
#include <cstddef>

#include <hb-ft.h>

#include "render/text/glyph_raster.h"

namespace render::text {

bool LatinShaper::is_plain(std::span<const std::uint32_t> text) {
    return std::all_of(text.begin(), text.end(), [](std::uint32_t c) {
        return (c >= 0x20 && c < 0x0250 && c != 0xAD) || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2027) ||
               (c >= 0x2030 && c <= 0x205E);
    });
}

hb_font_t* LatinShaper::font_at(FontId id, FT_Face face, int size_px64) {
    Font& font = fonts_[id];
    if (font.hb == nullptr) {
        font.hb.reset(hb_ft_font_create_referenced(face));
        hb_ft_font_set_load_flags(font.hb.get(), glyph_load_flags);
    } else if (font.size_px64 != size_px64) {
        hb_ft_font_changed(font.hb.get());
    }
    font.size_px64 = size_px64;
    return font.hb.get();
}

std::vector<raqm_glyph_t> LatinShaper::shaped(std::span<const std::uint32_t> text, FontId font, FT_Face face,
                                              int size_px64, std::span<const hb_feature_t> features) {
    hb_buffer_t* buffer = buffer_.get();
    const int length = static_cast<int>(text.size());
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf32(buffer, text.data(), length, 0, length);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_get_default());
    hb_shape(font_at(font, face, size_px64), buffer, features.data(), static_cast<unsigned>(features.size()));

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<raqm_glyph_t> glyphs;
    glyphs.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        glyphs.push_back({.index = infos[i].codepoint,
                          .x_advance = positions[i].x_advance,
                          .y_advance = positions[i].y_advance,
                          .x_offset = positions[i].x_offset,
                          .y_offset = positions[i].y_offset,
                          .cluster = infos[i].cluster,
                          .ftface = face});
    }
    return glyphs;
}

}  // namespace render::text
