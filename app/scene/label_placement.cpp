#include "app/scene/label_placement.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace app {

namespace {

using render::RectPt;
using render::ScreenPt;

constexpr float padding_pt = 3.0F;      // around panels and links' heads
constexpr float aside_pt = 6.0F;        // between names side by side
constexpr float apart_pt = 2.0F;        // between names one above the other
constexpr float dot_aside_pt = 6.0F;    // around a place, kept free of other names
constexpr float dot_reach_pt = 3.0F;    // above and below it
constexpr float wide_bundle_pt = 4.5F;  // narrower ones are faint: names may stand on them with their halo

/// Where links run, in coarse cells: found once, asked for every place that a label may take.
class LinkMask {
public:
    LinkMask(const LinkScene& links, const RectPt& screen)
        : left_{screen.left},
          top_{screen.top},
          columns_{static_cast<int>(screen.width() / cell_pt) + 1},
          rows_{static_cast<int>(screen.height() / cell_pt) + 1},
          cells_(static_cast<std::size_t>(std::max(0, columns_)) * static_cast<std::size_t>(std::max(0, rows_)), 0) {
        for (const LinkLayout& link : links.links) {
            for (const render::Path& path : link.paths) {
                draw(path);
            }
            if (link.hub) {
                constexpr float reach = 8.0F;
                draw({link.hub->x - reach, link.hub->y - reach, link.hub->x + reach, link.hub->y + reach});
            }
        }
        for (const BundleLayout& layout : links.bundles.bundles) {
            if (layout.width_pt >= wide_bundle_pt) {
                draw(layout.path);
            }
        }
    }

    [[nodiscard]] bool touches(const RectPt& box) const {
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

private:
    static constexpr float cell_pt = 4.0F;
    struct Range {
        int first = 0;
        int end = 0;
    };

    static Range range(float from_pt, float to_pt, int count) {
        const auto cell = [&](float pt) {
            return static_cast<int>(std::clamp(pt / cell_pt, -1.0F, static_cast<float>(count)));
        };
        return {std::max(0, cell(from_pt)), std::min(count, cell(to_pt) + 1)};
    }
    void draw(const RectPt& box) {
        const Range columns = range(box.left - left_, box.right - left_, columns_);
        const Range rows = range(box.top - top_, box.bottom - top_, rows_);
        for (int row = rows.first; row < rows.end; ++row) {
            for (int column = columns.first; column < columns.end; ++column) {
                cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                       static_cast<std::size_t>(column)] = 1;
            }
        }
    }
    void draw(const render::Path& path) {
        for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
            const ScreenPt a = path.points[i];
            const ScreenPt b = path.points[i + 1];
            const float length = std::hypot(b.x - a.x, b.y - a.y);
            const int steps = std::clamp(static_cast<int>(length / (cell_pt * 0.7F)) + 1, 1, 4096);
            for (int k = 0; k <= steps; ++k) {
                const float t = static_cast<float>(k) / static_cast<float>(steps);
                const ScreenPt p{a.x + (b.x - a.x) * t - left_, a.y + (b.y - a.y) * t - top_};
                if (p.x >= 0.0F && p.y >= 0.0F && p.x < static_cast<float>(columns_) * cell_pt &&
                    p.y < static_cast<float>(rows_) * cell_pt) {
                    cells_[static_cast<std::size_t>(p.y / cell_pt) * static_cast<std::size_t>(columns_) +
                           static_cast<std::size_t>(p.x / cell_pt)] = 1;
                }
            }
        }
    }

    float left_;
    float top_;
    int columns_;
    int rows_;
    std::vector<std::uint8_t> cells_;
};

bool is_straight(const LabelSpot& spot) {
    return spot.slant == 0.0F && spot.bend == 0.0F;
}

ScreenPt turned(ScreenPt p, float angle) {
    return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
}

/// Boxes about short stretches of a slanted or bent baseline.
std::vector<RectPt> slanted_pieces(const LabelBlock& block, const LabelSpot& spot, ScreenPt middle) {
    const float height = block.above_pt + block.below_pt;
    const int count = std::max(1, static_cast<int>(std::ceil(block.width_pt / std::max(1.0F, height))));
    const float step = block.width_pt / static_cast<float>(count);
    std::vector<RectPt> pieces;
    for (int i = 0; i < count; ++i) {
        RectPt piece{1e9F, 1e9F, -1e9F, -1e9F};
        for (const int end : {0, 1}) {
            const float along = -block.width_pt / 2.0F + step * static_cast<float>(i + end);
            const float angle = spot.slant + std::atan(2.0F * spot.bend * along);
            const ScreenPt foot = turned({along, spot.bend * along * along}, spot.slant);
            for (const float off : {-block.above_pt, block.below_pt}) {
                const ScreenPt away = turned({0.0F, off}, angle);
                const ScreenPt p{middle.x + foot.x + away.x, middle.y + foot.y + away.y};
                piece = {std::min(piece.left, p.x), std::min(piece.top, p.y), std::max(piece.right, p.x),
                         std::max(piece.bottom, p.y)};
            }
        }
        pieces.push_back(piece);
    }
    return pieces;
}

RectPt around_all(const std::vector<RectPt>& pieces) {
    RectPt all = pieces.front();
    for (const RectPt& piece : pieces) {
        all = {std::min(all.left, piece.left), std::min(all.top, piece.top), std::max(all.right, piece.right),
               std::max(all.bottom, piece.bottom)};
    }
    return all;
}

struct Placer {
    const RectPt& screen;
    std::span<const RectPt> covered;
    LinkMask links;
    std::vector<PlacedLabel> placed{};
    std::vector<RectPt> dots{};

    [[nodiscard]] bool is_free(const RectPt& box) const {
        const RectPt padded = box.grown(padding_pt);
        const RectPt spaced{box.left - aside_pt, box.top - apart_pt, box.right + aside_pt, box.bottom + apart_pt};
        const auto hit = [&](const PlacedLabel& other) {
            return other.box.intersects(spaced) &&
                   std::any_of(other.pieces.begin(), other.pieces.end(),
                               [&](const RectPt& piece) { return piece.intersects(spaced); });
        };
        const bool inside = box.left >= screen.left && box.top >= screen.top && box.right <= screen.right &&
                            box.bottom <= screen.bottom;
        return inside &&
               std::none_of(covered.begin(), covered.end(), [&](const RectPt& c) { return c.intersects(padded); }) &&
               std::none_of(placed.begin(), placed.end(), hit) &&
               std::none_of(dots.begin(), dots.end(), [&](const RectPt& d) { return d.intersects(box); });
    }
    [[nodiscard]] bool is_free(const PlacedLabel& label) const {
        return std::all_of(label.pieces.begin(), label.pieces.end(), [&](const RectPt& p) { return is_free(p); });
    }
    [[nodiscard]] bool is_off_links(const PlacedLabel& label) const {
        return std::none_of(label.pieces.begin(), label.pieces.end(),
                            [&](const RectPt& p) { return links.touches(p); });
    }

    /// No name stands on the place itself, which is marked.
    [[nodiscard]] bool is_mark_free(const LabelCandidate& label) const {
        const RectPt mark = RectPt{label.anchor.x, label.anchor.y, label.anchor.x, label.anchor.y}.grown(dot_reach_pt);
        return label.mark == LabelMark::None ||
               std::none_of(placed.begin(), placed.end(), [&](const PlacedLabel& other) {
                   return std::any_of(other.pieces.begin(), other.pieces.end(),
                                      [&](const RectPt& piece) { return piece.intersects(mark); });
               });
    }

    /// The label in the best of its places that will do: the one it had, then in their order.
    [[nodiscard]] std::optional<PlacedLabel> choose(const LabelCandidate& label, const LabelMemory& memory) const {
        if (!is_mark_free(label)) {
            return std::nullopt;
        }
        std::vector<const LabelSpot*> order;
        for (const LabelSpot& spot : label.spots) {
            order.push_back(&spot);
        }
        if (const auto had = memory.find(label.id); had != memory.end()) {
            std::stable_partition(order.begin(), order.end(),
                                  [&](const LabelSpot* spot) { return spot->slot == had->second; });
        }
        std::optional<PlacedLabel> on_link;
        for (const LabelSpot* spot : order) {
            PlacedLabel there = placed_at(label, *spot);
            if (!is_free(there)) {
                continue;
            }
            if (is_off_links(there)) {
                return there;
            }
            if (!on_link && label.over_links) {
                on_link = std::move(there);
            }
        }
        return on_link;
    }
};

}  // namespace

LabelBlock block_of(const LabelCandidate& label, std::size_t lines) {
    LabelBlock block;
    for (std::size_t i = 0; i < std::min(lines, label.lines.size()); ++i) {
        const LabelLine& line = label.lines[i];
        block.width_pt = std::max(block.width_pt, line.extent.width_pt);
        block.above_pt = i == 0 ? line.extent.above_pt : block.above_pt;
        block.below_pt = line.down_pt + line.extent.below_pt;
    }
    return block;
}

std::span<const LabelLine> lines_of(const PlacedLabel& placed) {
    const std::span all{placed.label->lines};
    return all.first(std::min<std::size_t>(placed.spot.lines, all.size()));
}

ScreenPt start_of(const PlacedLabel& placed, const LabelLine& line) {
    const float spare = block_of(*placed.label, placed.spot.lines).width_pt - line.extent.width_pt;
    const float part = placed.spot.align == LabelAlign::Left    ? 0.0F
                       : placed.spot.align == LabelAlign::Right ? 1.0F
                                                                : 0.5F;
    return {placed.baseline.x + std::round(spare * part), placed.baseline.y + line.down_pt};
}

PlacedLabel placed_at(const LabelCandidate& label, const LabelSpot& spot) {
    PlacedLabel placed;
    placed.label = &label;
    placed.spot = spot;
    const LabelBlock block = block_of(label, spot.lines);
    const ScreenPt at{label.anchor.x + spot.at.x, label.anchor.y + spot.at.y};
    if (is_straight(spot)) {
        placed.baseline = {std::round(at.x), std::round(at.y)};
        placed.pieces = {{placed.baseline.x, placed.baseline.y - block.above_pt, placed.baseline.x + block.width_pt,
                          placed.baseline.y + block.below_pt}};
    } else {
        placed.baseline = at;
        placed.pieces = slanted_pieces(block, spot, at);
    }
    placed.box = around_all(placed.pieces);
    return placed;
}

std::vector<PlacedLabel> place_labels(std::span<const LabelCandidate> candidates, const RectPt& screen,
                                      std::span<const RectPt> covered, const LinkScene& links, LabelMemory& memory) {
    std::vector<const LabelCandidate*> order;
    for (const LabelCandidate& candidate : candidates) {
        if (!candidate.spots.empty()) {
            order.push_back(&candidate);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const LabelCandidate* a, const LabelCandidate* b) { return a->priority > b->priority; });
    Placer placer{screen, covered, LinkMask{links, screen}};
    for (const LabelCandidate* label : order) {
        auto chosen = placer.choose(*label, memory);
        if (!chosen) {
            continue;
        }
        memory[label->id] = chosen->spot.slot;
        placer.placed.push_back(*std::move(chosen));
        if (label->mark != LabelMark::None) {
            const ScreenPt at = label->anchor;
            placer.dots.push_back({at.x - dot_aside_pt, at.y - dot_reach_pt, at.x + dot_aside_pt, at.y + dot_reach_pt});
        }
    }
    return std::move(placer.placed);
}

}  // namespace app
