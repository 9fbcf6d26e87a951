// Packing glyph bitmaps into the atlas.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "render/text/text.h"

namespace render::text {

/// A rectangle of texels, with its margin.
struct AtlasCell {
    int x_px = 0;
    int y_px = 0;
    int width_px = 0;
    int height_px = 0;
};

/// Shelves of bitmaps: each goes to the lowest shelf that it fills well, or opens a new one. The 4 x 4 texels in the
/// top left corner are full coverage. Every bitmap has a transparent margin of one texel on all sides, inside its cell,
/// so that linear sampling of a cell's edge never meets a neighbour.
class GlyphAtlas {
public:
    static constexpr int margin_px = 1;

    GlyphAtlas(int width_px, int height_px);

    /// Copies a bitmap of width x height bytes into a free cell. std::nullopt when there is no room: then is_full() is
    /// true from here on, unless the bitmap is larger than the empty atlas.
    std::optional<AtlasCell> add(int width_px, int height_px, std::span<const std::uint8_t> coverage);

    [[nodiscard]] bool is_full() const { return is_full_; }
    void clear();
    [[nodiscard]] AtlasImage& image() { return image_; }

private:
    struct Shelf {
        int y_px;
        int height_px;
        int used_px;
    };

    Shelf* shelf_for(int width_px, int height_px);
    void mark_dirty(int top_px, int bottom_px);
    void fill_corner();

    AtlasImage image_;
    std::vector<Shelf> shelves_;
    bool is_full_ = false;
};

}  // namespace render::text
