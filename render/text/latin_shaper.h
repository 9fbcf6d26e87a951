// The short way for plain Latin text in one font, which is most of what a map sets.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include <hb.h>
#include <raqm.h>

#include "render/text/font_set.h"

namespace render::text {

/// HarfBuzz without Raqm: no bidirectional text, no runs, and HarfBuzz's plan of a font's features is kept from line to
/// line, whereas Raqm makes it anew (a tenth of a millisecond with Inter). Gives the same glyphs as Raqm would.
class LatinShaper {
public:
    /// Whether every character is Latin, a figure or common punctuation, without marks of its own or direction marks.
    [[nodiscard]] static bool is_plain(std::span<const std::uint32_t> text);

    /// Glyphs in visual order. `face` is the font's, set to the size (1/64 px) before this call.
    [[nodiscard]] std::vector<raqm_glyph_t> shaped(std::span<const std::uint32_t> text, FontId font, FT_Face face,
                                                   int size_px64, std::span<const hb_feature_t> features);

private:
    struct FontDestroy {
        void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    };
    struct BufferDestroy {
        void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
    };

    struct Font {
        std::unique_ptr<hb_font_t, FontDestroy> hb;
        int size_px64 = 0;
    };

    hb_font_t* font_at(FontId id, FT_Face face, int size_px64);

    std::unordered_map<FontId, Font> fonts_;
    std::unique_ptr<hb_buffer_t, BufferDestroy> buffer_{hb_buffer_create()};
};

}  // namespace render::text
