#include "render/text/glyph_atlas.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace render::text {
namespace {

constexpr int corner_px = 4;

}  // namespace

GlyphAtlas::GlyphAtlas(int width_px, int height_px) {
    image_.width_px = width_px;
    image_.height_px = height_px;
    image_.coverage.resize(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    fill_corner();
    mark_dirty(0, height_px);
}

void GlyphAtlas::clear() {
    std::fill(image_.coverage.begin(), image_.coverage.end(), std::uint8_t{0});
    shelves_.clear();
    is_full_ = false;
    fill_corner();
    mark_dirty(0, image_.height_px);
}

void GlyphAtlas::fill_corner() {
    shelves_.push_back({.y_px = 0, .height_px = corner_px, .used_px = corner_px});
    for (int row = 0; row < corner_px; ++row) {
        std::fill_n(image_.coverage.begin() + static_cast<std::ptrdiff_t>(row) * image_.width_px, corner_px,
                    std::uint8_t{255});
    }
}

std::optional<AtlasCell> GlyphAtlas::add(int width_px, int height_px, std::span<const std::uint8_t> coverage) {
    assert(coverage.size() == static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    AtlasCell cell{.width_px = width_px + 2 * margin_px, .height_px = height_px + 2 * margin_px};
    if (cell.width_px > image_.width_px || cell.height_px > image_.height_px - corner_px) {
        return std::nullopt;
    }
    Shelf* shelf = shelf_for(cell.width_px, cell.height_px);
    if (shelf == nullptr) {
        is_full_ = true;
        return std::nullopt;
    }
    cell.x_px = shelf->used_px;
    cell.y_px = shelf->y_px;
    shelf->used_px += cell.width_px;
    const std::ptrdiff_t left = cell.x_px + margin_px;
    for (int row = 0; row < height_px; ++row) {
        const auto from = coverage.begin() + static_cast<std::ptrdiff_t>(row) * width_px;
        const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(cell.y_px + margin_px + row) * image_.width_px + left;
        std::copy_n(from, width_px, image_.coverage.begin() + to);
    }
    mark_dirty(cell.y_px, cell.y_px + cell.height_px);
    return cell;
}

/// The lowest shelf that is high enough and at most a quarter (or three texels) too high; else a new one; else, where
/// the atlas has no room for a new one, any that is high enough.
GlyphAtlas::Shelf* GlyphAtlas::shelf_for(int width_px, int height_px) {
    Shelf* best = nullptr;
    for (Shelf& shelf : shelves_) {
        const bool fits = shelf.height_px >= height_px && image_.width_px - shelf.used_px >= width_px;
        if (fits && (best == nullptr || shelf.height_px < best->height_px)) {
            best = &shelf;
        }
    }
    if (best != nullptr && best->height_px <= height_px + std::max(3, height_px / 4)) {
        return best;
    }
    const int top_px = shelves_.back().y_px + shelves_.back().height_px;
    if (top_px + height_px > image_.height_px) {
        return best;
    }
    shelves_.push_back({.y_px = top_px, .height_px = height_px, .used_px = 0});
    return &shelves_.back();
}

void GlyphAtlas::mark_dirty(int top_px, int bottom_px) {
    const bool was_clean = image_.dirty_top >= image_.dirty_bottom;
    image_.dirty_top = was_clean ? top_px : std::min(image_.dirty_top, top_px);
    image_.dirty_bottom = was_clean ? bottom_px : std::max(image_.dirty_bottom, bottom_px);
}

}  // namespace render::text
