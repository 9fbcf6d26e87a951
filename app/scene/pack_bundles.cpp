#include "app/scene/pack_bundles.h"

#include "app/scene/motions/brush.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace app {

namespace {

using render::ScreenPt;

constexpr float split_width_pt = 20.0F;
constexpr float gathered = 0.3F;         // of a split bundle at its ends
constexpr float gathering_over = 0.22F;  // of its length
constexpr float waist = 0.72F;           // width in the middle of a bundle
constexpr float slimmest = 0.4F;         // at the beginning of one that goes one way
constexpr float head_at = 0.6F;          // of its length, seen from where more comes from
constexpr float shortest_headed_pt = 48.0F;

/// 0 at both ends, 1 from `gathering_over` on.
float spread_at(float u) {
    return motions::smoothstep(u / gathering_over) * motions::smoothstep((1.0F - u) / gathering_over);
}

/// The half width at a part u of the length, without the head.
float half_width_at(const BundleLayout& layout, float u) {
    const float even = motions::lerp(waist, 1.0F, std::pow(std::abs(2.0F * u - 1.0F), 1.5F));
    const float leaning = motions::lerp(slimmest, 1.0F, layout.lean > 0.0F ? u : 1.0F - u);
    return layout.width_pt / 2.0F * motions::lerp(even, leaning, std::abs(layout.lean));
}

bool has_head(const BundleLayout& layout) {
    return std::abs(layout.lean) > least_lean && layout.path.length() >= shortest_headed_pt;
}

struct ShapePoint {
    float along = 0.0F;  ///< arc length
    float half_width = 0.0F;
};
/// Back, wings and tip of the head, or the other way round, in the order of the path.
std::array<ShapePoint, 3> head_of(const BundleLayout& layout) {
    constexpr float upright = 0.3F;  // between the back and the wings
    const float ahead = layout.lean > 0.0F ? 1.0F : -1.0F;
    const float length = layout.path.length();
    const float wings = length * (layout.lean > 0.0F ? head_at : 1.0F - head_at);
    const auto line_at = [&](float s) { return half_width_at(layout, s / length); };
    const float tip = wings + ahead * (7.0F + 2.0F * line_at(wings));
    std::array<ShapePoint, 3> head{
        {{wings - ahead * upright, line_at(wings)}, {wings, 1.6F * line_at(wings) + 2.2F}, {tip, line_at(tip)}}};
    if (ahead < 0.0F) {
        std::swap(head.front(), head.back());
    }
    return head;
}

void pack_line(const BundleLayout& layout, render::Rgba hue, render::LinkBatch& out) {
    const BundleShape shape = shape_of(layout);
    std::vector<render::RibbonPoint> profile;
    profile.reserve(shape.half_widths.size());
    for (const float half_width : shape.half_widths) {
        profile.push_back({half_width, hue});
    }
    out.add_ribbon(shape.path, profile);
}

/// On a split bundle the head is a mark of its own.
void pack_head(const BundleLayout& layout, const render::Theme& theme, render::LinkBatch& out) {
    if (!has_head(layout)) {
        return;
    }
    const bool ahead = layout.lean > 0.0F;
    const render::PathPoint at = render::at(layout.path, layout.path.length() * (ahead ? head_at : 1.0F - head_at));
    for (const auto& [hue, half_width] : {std::pair{theme.knock_out, 3.0F}, {theme.text_1, 1.4F}}) {
        out.add(render::Mark{.shape = render::Shape::Chevron,
                             .at = at.at,
                             .hue = hue,
                             .radius = 9.0F,
                             .half_width = half_width,
                             .angle = at.angle + (ahead ? 0.0F : motions::pi)});
    }
}

void pack_split(const BundleLayout& layout, const KindColors& colors, const render::Theme& theme,
                render::LinkBatch& out) {
    for (const Strand& strand : strands_of(layout)) {
        const render::Rgba hue = colors[strand.kind];
        std::vector<render::RibbonPoint> profile;
        for (const float half_width : strand.half_widths) {
            profile.push_back({half_width, render::with_alpha(hue, 0.95F)});
        }
        out.add_ribbon(strand.path, profile);
    }
    pack_head(layout, theme, out);
}

void pack_node(const BundleNode& node, const AppState& state, render::LinkBatch& out) {
    const auto ends_here = [&](const std::string& code) { return code == node.code; };
    const auto& chosen = state.selection.countries;
    const bool hovered = state.hover.pair && (ends_here(state.hover.pair->a) || ends_here(state.hover.pair->b));
    const bool strong = hovered || std::any_of(chosen.begin(), chosen.end(), ends_here);
    const render::Theme& theme = *state.theme;
    const float radius = node_radius_pt(node.count);
    out.add(render::Mark{.at = node.at, .hue = render::with_alpha(theme.knock_out, 0.9F), .radius = radius + 1.2F});
    out.add(render::Mark{
        .at = node.at, .hue = strong ? theme.text_1 : render::with_alpha(theme.text_2, 0.85F), .radius = radius});
}

}  // namespace

Emphasis emphasis_of(const AppState& state, const Bundle& bundle) {
    if (state.hover.pair) {
        return *state.hover.pair == pair_of(bundle) ? Emphasis::Strong : Emphasis::Aside;
    }
    if (const auto& bar = state.timeline_hover.bar) {
        const auto& kinds = bundle.kinds;
        const bool has_it =
            std::any_of(kinds.begin(), kinds.end(), [&](const KindShare& share) { return share.kind == bar->kind; });
        return has_it ? Emphasis::Normal : Emphasis::Aside;
    }
    if (state.hover.event || state.timeline_hover.event || state.selection.event) {
        return Emphasis::Aside;
    }
    const auto& chosen = state.selection.countries;
    if (chosen.empty()) {
        return Emphasis::Normal;
    }
    if (is_selected_pair(state.selection, bundle)) {
        return Emphasis::Strong;
    }
    const bool touched = std::any_of(chosen.begin(), chosen.end(), [&](const std::string& code) {
        return code == bundle.a.code || code == bundle.b.code;
    });
    return !touched ? Emphasis::Dimmed : chosen.size() == 1 ? Emphasis::Normal : Emphasis::Aside;
}

std::vector<Strand> strands_of(const BundleLayout& layout) {
    std::vector<Strand> strands;
    const render::Path& path = layout.path;
    const auto weight_of = [](const KindShare& share) { return std::max(0.0, share.weight); };
    double all = 0.0;
    for (const KindShare& share : layout.bundle.kinds) {
        all += weight_of(share);
    }
    float edge = -split_width_pt / 2.0F;
    for (const KindShare& share : layout.bundle.kinds) {
        // Where none has any weight all are as wide.
        const double part = all > 0.0 ? weight_of(share) / all : 1.0 / static_cast<double>(layout.bundle.kinds.size());
        const float width = split_width_pt * static_cast<float>(part);
        const float middle = edge + width / 2.0F;
        edge += width;
        std::vector<ScreenPt> points;
        std::vector<float> half_widths;
        for (std::size_t i = 0; i < path.points.size(); ++i) {
            const ScreenPt before = path.points[i > 0 ? i - 1 : 0];
            const ScreenPt after = path.points[std::min(i + 1, path.points.size() - 1)];
            const float length = render::distance(before, after);
            const float gather = motions::lerp(gathered, 1.0F, spread_at(path.lengths[i] / path.length()));
            const float off = middle * gather / length;
            // To the right of travel: the most frequent kind lies on the outside of the bow.
            points.push_back(
                {path.points[i].x + (after.y - before.y) * -off, path.points[i].y + (after.x - before.x) * off});
            half_widths.push_back(std::max(0.5F, width / 2.0F * gather - 0.15F));
        }
        strands.push_back({share.kind, render::path_from_points(std::move(points)), std::move(half_widths)});
    }
    std::erase_if(strands, [](const Strand& strand) { return strand.path.points.size() != strand.half_widths.size(); });
    return strands;
}

render::Rgba hue_of(const Bundle& bundle, const KindColors& colors, const render::Theme& theme) {
    const auto leading = bundle.leading_kind();
    return leading ? colors[*leading] : theme.hue(render::LinkHue::Bundle);
}

BundleShape shape_of(const BundleLayout& layout) {
    const render::Path& path = layout.path;
    BundleShape shape;
    const auto add = [&](ScreenPt at, ShapePoint point) {
        shape.path.points.push_back(at);
        shape.path.lengths.push_back(point.along);
        shape.half_widths.push_back(point.half_width);
    };
    const auto head = has_head(layout) ? std::optional{head_of(layout)} : std::nullopt;
    bool head_to_come = head.has_value();
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        const float s = path.lengths[i];
        if (head_to_come && s >= head->front().along) {
            head_to_come = false;
            for (const ShapePoint& point : *head) {
                add(render::at(path, point.along).at, point);
            }
        }
        if (!head || s < head->front().along || s > head->back().along) {
            add(path.points[i], {s, half_width_at(layout, s / path.length())});
        }
    }
    return shape;
}

void pack_bundles(const BundleScene& scene, const AppState& state, const World& world, render::LinkBatch& out) {
    const KindColors colors{world.events->kinds(), *state.theme};
    const BundleLayout* on_top = nullptr;
    for (const BundleLayout& layout : scene.bundles) {
        const Emphasis emphasis = emphasis_of(state, layout.bundle);
        if (layout.path.empty()) {
            continue;
        }
        if (emphasis == Emphasis::Strong) {
            on_top = &layout;
            continue;
        }
        const float alpha = (0.07F + 0.50F * std::pow(layout.strength, 0.7F)) * opacity_of(emphasis);
        pack_line(layout, render::with_alpha(hue_of(layout.bundle, colors, *state.theme), alpha), out);
    }
    if (on_top != nullptr) {
        pack_split(*on_top, colors, *state.theme, out);
    }
    for (const BundleNode& node : scene.nodes) {
        pack_node(node, state, out);
    }
}

}  // namespace app
