// One line of characters to placed glyphs: font runs, bidirectional order, shaping, letterspacing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/text/font_set.h"
#include "render/text/latin_shaper.h"

namespace render::text {

/// A glyph in visual order. Its origin is x_px right of the line's left end and y_px above the baseline.
struct PlacedGlyph {
    FontId font = 0;
    unsigned index = 0;
    float x_px = 0.0F;
    float y_px = 0.0F;
};

struct PlacedLine {
    std::vector<PlacedGlyph> glyphs;
    float width_px = 0.0F;
};

class LineShaper {
public:
    /// The fonts must outlive the shaper.
    explicit LineShaper(FontSet& fonts) : fonts_(&fonts) {}

    /// Shapes one line in the style's font at a size in 1/64 px. Paragraph direction follows the first strong
    /// character. Figures 0 to 9 stand centred in the width of the font's 0. spacing_px is added after each cluster but
    /// the last, except in scripts whose letters join. Breaking spaces and line breaks become plain spaces. What cannot
    /// be shaped (no memory) gives an empty line. The language decides between fonts and between a font's own forms.
    [[nodiscard]] PlacedLine shaped(std::u32string_view codepoints, FontId primary, int size_px64, float spacing_px,
                                    Language language = {});

private:
    using Text = std::span<const std::uint32_t>;

    /// The glyphs of 0 to 9, set to be equally wide.
    struct Figures {
        std::array<unsigned, 10> glyph{};
        std::array<int, 10> x_offset_px64{};
        int advance_px64 = 0;
    };

    std::vector<raqm_glyph_t> shaped_by_raqm(Text text, std::span<const FontId> ids, int size_px64, Language language);
    std::vector<raqm_glyph_t> shaped_glyphs(Text text, std::span<const FontId> ids, int size_px64, bool is_spaced,
                                            Language language);
    [[nodiscard]] Figures shaped_figures(FontId font, int size_px64);
    const Figures& figures_of(FontId font, int size_px64);
    void set_figures_tabular(std::span<raqm_glyph_t> glyphs, Text text, std::span<const FontId> ids, int size_px64);

    FontSet* fonts_;
    LatinShaper latin_;
    std::unordered_map<std::uint64_t, Figures> figures_;
};

}  // namespace render::text
