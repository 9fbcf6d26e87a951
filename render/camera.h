// Where the eye is: an affine map between the plane of the projection and the screen.
//
//   ScreenPt (logical points)         WorldXY (metres)
//   (0,0) ----> x                      y
//     |                                ^
//     v y                              +--> x        The two differ by a shift, a scale and the flip of y.
#pragma once

#include "geodata/bounds.h"
#include "geodata/coords.h"

#include <algorithm>

namespace render {

/// A position on screen in logical points, from the top left of the window, y down.
struct ScreenPt {
    float x = 0.0F;
    float y = 0.0F;
    friend bool operator==(const ScreenPt&, const ScreenPt&) = default;
};

struct SizePt {
    float width = 0.0F;
    float height = 0.0F;
    friend bool operator==(const SizePt&, const SizePt&) = default;
};

/// An axis-aligned box on screen, in points; right and bottom are outside.
struct RectPt {
    float left = 0.0F;
    float top = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;
    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] ScreenPt center() const { return {(left + right) / 2.0F, (top + bottom) / 2.0F}; }
    [[nodiscard]] bool contains(ScreenPt p) const { return p.x >= left && p.x < right && p.y >= top && p.y < bottom; }
    [[nodiscard]] bool intersects(const RectPt& o) const {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }
    [[nodiscard]] RectPt grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
    void extend(const RectPt& o) {
        left = std::min(left, o.left);
        top = std::min(top, o.top);
        right = std::max(right, o.right);
        bottom = std::max(bottom, o.bottom);
    }
    void extend(ScreenPt p) { extend(RectPt{p.x, p.y, p.x, p.y}); }
    /// Of nothing yet: what it is extended by is all that it has.
    [[nodiscard]] static RectPt nothing() { return {1e9F, 1e9F, -1e9F, -1e9F}; }
    friend bool operator==(const RectPt&, const RectPt&) = default;
};

struct Camera {
    geodata::WorldXY center;        ///< what stands in the middle of the viewport
    double metres_per_pt = 6700.0;  ///< > 0
    SizePt size;                    ///< of the viewport
    friend bool operator==(const Camera&, const Camera&) = default;

    [[nodiscard]] ScreenPt screen_from_world(geodata::WorldXY p) const {
        return {static_cast<float>((p.x - center.x) / metres_per_pt) + size.width / 2.0F,
                static_cast<float>((center.y - p.y) / metres_per_pt) + size.height / 2.0F};
    }
    [[nodiscard]] geodata::WorldXY world_from_screen(ScreenPt p) const {
        return {center.x + static_cast<double>(p.x - size.width / 2.0F) * metres_per_pt,
                center.y - static_cast<double>(p.y - size.height / 2.0F) * metres_per_pt};
    }
    /// What the viewport shows, grown by `margin_pt` on every side.
    [[nodiscard]] geodata::WorldBox visible(float margin_pt = 0.0F) const {
        geodata::WorldBox box;
        box.extend(world_from_screen({-margin_pt, -margin_pt}));
        box.extend(world_from_screen({size.width + margin_pt, size.height + margin_pt}));
        return box;
    }
};

}  // namespace render
