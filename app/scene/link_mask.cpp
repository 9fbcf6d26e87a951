#include "app/scene/link_mask.h"

#include <algorithm>
#include <cstddef>

namespace app {

namespace {

using render::RectPt;
using render::ScreenPt;

constexpr float cell_pt = 4.0F;
constexpr float ripple_reach_pt = 8.0F;  // fronts march beside the path
constexpr float wide_bundle_pt = 4.5F;   // narrower ones are faint: names may stand on them with their halo

/// Cells [first, end) of a row or column.
struct Range {
    int first = 0;
    int end = 0;
};

Range range(float from_pt, float to_pt, int count) {
    const auto cell = [&](float pt) {
        return static_cast<int>(std::clamp(pt / cell_pt, -1.0F, static_cast<float>(count)));
    };
    return {std::max(0, cell(from_pt)), std::min(count, cell(to_pt) + 1)};
}

}  // namespace

LinkMask::LinkMask(const LinkScene& links, const RectPt& screen)
    : left_{screen.left},
      top_{screen.top},
      columns_{static_cast<int>(screen.width() / cell_pt) + 1},
      rows_{static_cast<int>(screen.height() / cell_pt) + 1},
      cells_(static_cast<std::size_t>(std::max(0, columns_)) * static_cast<std::size_t>(std::max(0, rows_)), 0) {
    for (const LinkLayout& link : links.links) {
        for (const render::Path& path : link.paths) {
            draw(path, link.motion == events::Motion::Ripple ? ripple_reach_pt : 0.0F);
        }
        if (link.hub) {
            draw(hub_box(link).grown(-2.0F));
        }
    }
    for (const BundleLayout& layout : links.bundles.bundles) {
        if (layout.width_pt >= wide_bundle_pt) {
            draw(layout.path, 0.0F);
        }
    }
}

bool LinkMask::touches(const RectPt& box) const {
    const Range columns = range(box.left - left_, box.right - left_, columns_);
    const Range rows = range(box.top - top_, box.bottom - top_, rows_);
    for (int row = rows.first; row < rows.end; ++row) {
        const auto* const line = cells_.data() + static_cast<std::ptrdiff_t>(row) * columns_;
        if (std::any_of(line + columns.first, line + std::max(columns.first, columns.end),
                        [](std::uint8_t cell) { return cell != 0; })) {
            return true;
        }
    }
    return false;
}

void LinkMask::draw(const RectPt& box) {
    const Range columns = range(box.left - left_, box.right - left_, columns_);
    const Range rows = range(box.top - top_, box.bottom - top_, rows_);
    for (int row = rows.first; row < rows.end; ++row) {
        for (int column = columns.first; column < columns.end; ++column) {
            cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)] = 1;
        }
    }
}

void LinkMask::draw(const render::Path& path, float reach) {
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        const ScreenPt a = path.points[i];
        const ScreenPt b = path.points[i + 1];
        const float length = render::distance(a, b);
        const int steps = std::clamp(static_cast<int>(length / (cell_pt * 0.7F)) + 1, 1, 4096);
        for (int k = 0; k <= steps; ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(steps);
            const ScreenPt on{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
            if (reach > 0.0F) {
                draw(RectPt{on.x - reach, on.y - reach, on.x + reach, on.y + reach});
                continue;
            }
            const ScreenPt p{on.x - left_, on.y - top_};
            if (p.x >= 0.0F && p.y >= 0.0F && p.x < static_cast<float>(columns_) * cell_pt &&
                p.y < static_cast<float>(rows_) * cell_pt) {
                cells_[static_cast<std::size_t>(p.y / cell_pt) * static_cast<std::size_t>(columns_) +
                       static_cast<std::size_t>(p.x / cell_pt)] = 1;
            }
        }
    }
}

}  // namespace app
