#include "app/scene/label_placement.h"

#include "app/scene/link_mask.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace app {

namespace {

using render::RectPt;
using render::ScreenPt;

constexpr float padding_pt = 3.0F;    // around panels and links' heads
constexpr float aside_pt = 6.0F;      // between names side by side
constexpr float apart_pt = 2.0F;      // between names one above the other
constexpr float dot_aside_pt = 6.0F;  // around a place, kept free of other names
constexpr float dot_reach_pt = 3.0F;  // above and below it

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
        all.extend(piece);
    }
    return all;
}

bool any_intersects(const PlacedLabel& label, const RectPt& box) {
    return label.box.intersects(box) && std::any_of(label.pieces.begin(), label.pieces.end(),
                                                    [&](const RectPt& piece) { return piece.intersects(box); });
}

bool overlap(const PlacedLabel& a, const PlacedLabel& b) {
    return std::any_of(a.pieces.begin(), a.pieces.end(), [&](const RectPt& piece) { return any_intersects(b, piece); });
}

/// With the room that names keep from each other.
RectPt spaced(const RectPt& box) {
    return {box.left - aside_pt, box.top - apart_pt, box.right + aside_pt, box.bottom + apart_pt};
}

class Placer {
public:
    Placer(const RectPt& screen, std::span<const RectPt> covered, const LinkScene& links, LabelMemory& memory,
           LabelTime now)
        : screen_{screen}, covered_{covered}, links_{links, screen}, memory_{memory}, now_{now} {}

    std::vector<PlacedLabel> place(const std::vector<const LabelCandidate*>& order) {
        claimed_ = memory_.take_waiting();
        std::unordered_set<std::uint64_t> seen;
        for (const LabelCandidate* label : order) {
            kept_.push_back(kept(*label));
            if (label->mark != LabelMark::None) {
                places_.push_back(label->anchor);
            }
            seen.insert(label->id);
        }
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto before = std::exchange(kept_[i], std::nullopt);
            place(*order[i], before);
        }
        memory_.keep_only(seen, now_);
        hide_waiting();
        return std::move(placed_);
    }

private:
    /// How good a place is: the lower the better. One that will not do has none.
    enum Quality : std::uint8_t { Clear, OverKept, OnLink };

    /// The label where it was.
    [[nodiscard]] std::optional<PlacedLabel> kept(const LabelCandidate& label) const {
        const auto slot = memory_.slot_of(label.id);
        const auto spot = std::find_if(label.spots.begin(), label.spots.end(),
                                       [&](const LabelSpot& candidate) { return slot == candidate.slot; });
        return spot != label.spots.end() ? std::optional{placed_at(label, *spot)} : std::nullopt;
    }

    void place(const LabelCandidate& label, const std::optional<PlacedLabel>& before) {
        const LabelEntry* const entry = memory_.find(label.id);
        const bool shown = entry != nullptr && entry->is == LabelEntry::Is::Shown;
        LabelEntry next{LabelEntry::Is::Shown, {}, {}};
        if (before) {
            next.slot = before->spot.slot;
            if (!collides(*before)) {
                put(*before, next);
                return;
            }
            next.since = entry->since.value_or(now_);
            if (!next.is_over(now_)) {
                held_.push_back(placed_.size());
                put(*before, next);
                return;
            }
        } else if (entry != nullptr && entry->is == LabelEntry::Is::Gone && !entry->is_over(now_)) {
            return;
        }
        const auto claim = claimed_.find(label.id);
        auto chosen = choose(label, claim != claimed_.end() ? claim->second : next.slot);
        if (!chosen) {
            if (shown) {
                memory_.put(label.id, {LabelEntry::Is::Gone, {}, now_});
            }
            return;
        }
        if (next.slot != chosen->spot.slot) {
            next = {LabelEntry::Is::Shown, chosen->spot.slot, {}};
        }
        if (!shown) {
            new_.push_back(placed_.size());
        }
        put(*std::move(chosen), next);
    }

    void put(PlacedLabel label, const LabelEntry& entry) {
        memory_.put(label.label->id, entry);
        if (label.label->mark != LabelMark::None) {
            const ScreenPt at = label.label->anchor;
            dots_.push_back({at.x - dot_aside_pt, at.y - dot_reach_pt, at.x + dot_aside_pt, at.y + dot_reach_pt});
        }
        placed_.push_back(std::move(label));
    }

    [[nodiscard]] bool is_free(const RectPt& box) const {
        const RectPt padded = box.grown(padding_pt);
        const bool inside = box.left >= screen_.left && box.top >= screen_.top && box.right <= screen_.right &&
                            box.bottom <= screen_.bottom;
        return inside &&
               std::none_of(covered_.begin(), covered_.end(), [&](const RectPt& c) { return c.intersects(padded); }) &&
               std::none_of(placed_.begin(), placed_.end(),
                            [&](const PlacedLabel& other) { return any_intersects(other, spaced(box)); }) &&
               std::none_of(dots_.begin(), dots_.end(), [&](const RectPt& d) { return d.intersects(box); });
    }
    [[nodiscard]] bool is_free(const PlacedLabel& label) const {
        return std::all_of(label.pieces.begin(), label.pieces.end(), [&](const RectPt& p) { return is_free(p); });
    }
    [[nodiscard]] bool is_off_links(const PlacedLabel& label) const {
        return std::none_of(label.pieces.begin(), label.pieces.end(),
                            [&](const RectPt& p) { return links_.touches(p); });
    }
    /// Off what stood there before and has not had its turn.
    [[nodiscard]] bool is_off_kept(const PlacedLabel& label) const {
        return std::none_of(kept_.begin(), kept_.end(), [&](const std::optional<PlacedLabel>& other) {
            return other && std::any_of(label.pieces.begin(), label.pieces.end(),
                                        [&](const RectPt& piece) { return any_intersects(*other, spaced(piece)); });
        });
    }
    /// No name stands on the place itself, which is marked.
    [[nodiscard]] bool is_mark_free(const LabelCandidate& label) const {
        const RectPt mark = RectPt{label.anchor.x, label.anchor.y, label.anchor.x, label.anchor.y}.grown(dot_reach_pt);
        return label.mark == LabelMark::None ||
               std::none_of(placed_.begin(), placed_.end(),
                            [&](const PlacedLabel& other) { return any_intersects(other, mark); });
    }
    [[nodiscard]] bool collides(const PlacedLabel& label) const {
        return !label.spot.fits || !is_mark_free(*label.label) || !is_free(label) || !is_off_links(label);
    }

    /// A name away from its place stands nearer to it than to any other, or it would be read as that one's.
    [[nodiscard]] bool is_its_own(const PlacedLabel& there) const {
        constexpr float beside_pt = 11.0F;
        const auto away = [&](ScreenPt place) {
            return render::distance(place, {std::clamp(place.x, there.box.left, there.box.right),
                                            std::clamp(place.y, there.box.top, there.box.bottom)});
        };
        const float own = away(there.label->anchor);
        return there.label->mark == LabelMark::None || own <= beside_pt ||
               (screen_.contains(there.label->anchor) &&
                std::none_of(places_.begin(), places_.end(), [&](ScreenPt place) { return away(place) < own; }));
    }

    [[nodiscard]] std::optional<Quality> quality_of(const PlacedLabel& there) const {
        if (!there.spot.fits || !is_free(there) || !is_its_own(there)) {
            return std::nullopt;
        }
        if (!is_off_links(there)) {
            return there.label->over_links ? std::optional{OnLink} : std::nullopt;
        }
        return is_off_kept(there) ? Clear : OverKept;
    }

    /// The label in the best of its places that will do, of equals the `first`, then in their order.
    [[nodiscard]] std::optional<PlacedLabel> choose(const LabelCandidate& label,
                                                    std::optional<std::uint16_t> first) const {
        if (!is_mark_free(label)) {
            return std::nullopt;
        }
        std::vector<const LabelSpot*> order;
        for (const LabelSpot& spot : label.spots) {
            order.push_back(&spot);
        }
        std::stable_partition(order.begin(), order.end(), [&](const LabelSpot* spot) { return first == spot->slot; });
        std::optional<PlacedLabel> best;
        std::optional<Quality> best_quality;
        for (const LabelSpot* spot : order) {
            PlacedLabel there = placed_at(label, *spot);
            const auto quality = quality_of(there);
            if (quality && (!best_quality || *quality < *best_quality)) {
                best = std::move(there);
                best_quality = quality;
            }
            if (best_quality == Clear) {
                break;
            }
        }
        return best;
    }

    /// New labels wait for those that are held where they were.
    void hide_waiting() {
        std::vector<std::size_t> hidden;
        for (const std::size_t i : new_) {
            const bool waits =
                std::any_of(held_.begin(), held_.end(), [&](std::size_t k) { return overlap(placed_[i], placed_[k]); });
            if (waits) {
                memory_.put(placed_[i].label->id, {LabelEntry::Is::Waiting, placed_[i].spot.slot, {}});
                hidden.push_back(i);
            }
        }
        for (auto i = hidden.rbegin(); i != hidden.rend(); ++i) {
            placed_.erase(placed_.begin() + static_cast<std::ptrdiff_t>(*i));
        }
    }

    const RectPt& screen_;
    std::span<const RectPt> covered_;
    LinkMask links_;
    LabelMemory& memory_;
    LabelTime now_;
    std::vector<PlacedLabel> placed_;
    std::vector<ScreenPt> places_;  ///< all that are marked
    std::vector<RectPt> dots_;
    std::vector<std::optional<PlacedLabel>> kept_;  ///< by order: where labels stood that have not had their turn
    std::unordered_map<std::uint64_t, std::uint16_t> claimed_;  ///< slots that labels were waiting for
    std::vector<std::size_t> held_;                             ///< of placed_: something is in their way
    std::vector<std::size_t> new_;                              ///< of placed_: not shown before
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
                                      std::span<const RectPt> covered, const LinkScene& links, LabelMemory& memory,
                                      LabelTime now) {
    std::vector<const LabelCandidate*> order;
    for (const LabelCandidate& candidate : candidates) {
        if (!candidate.spots.empty()) {
            order.push_back(&candidate);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const LabelCandidate* a, const LabelCandidate* b) { return a->priority > b->priority; });
    return Placer{screen, covered, links, memory, now}.place(order);
}

}  // namespace app
