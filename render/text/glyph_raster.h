// From a glyph's outline to coverage, filled or grown by a halo.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_STROKER_H

namespace render::text {

/// How glyphs are loaded for shaping and for drawing alike: light hinting, which leaves advances alone.
constexpr FT_Int32 glyph_load_flags = FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;

/// Coverage, row 0 at the top. The first column begins left_px right of the glyph's origin, the first row's upper edge
/// lies top_px above the baseline; both may be negative. Width and height are zero for a glyph without ink.
struct GlyphBitmap {
    int width_px = 0;
    int height_px = 0;
    int left_px = 0;
    int top_px = 0;
    std::vector<std::uint8_t> coverage;
};

class GlyphRaster {
public:
    /// The library must outlive the raster. Throws std::runtime_error when FreeType has no memory.
    explicit GlyphRaster(FT_Library library);

    /// Draws a glyph of a face whose size is set, moved right by shift_px64 (1/64 px). halo_px64 > 0 gives the glyph
    /// grown by that radius with round joins instead of the glyph itself. A glyph that cannot be loaded has no ink.
    [[nodiscard]] GlyphBitmap rasterised(FT_Face face, unsigned glyph_index, int shift_px64, int halo_px64) const;

private:
    struct StrokerDone {
        void operator()(FT_Stroker stroker) const { FT_Stroker_Done(stroker); }
    };
    std::unique_ptr<FT_StrokerRec_, StrokerDone> stroker_;
};

}  // namespace render::text
