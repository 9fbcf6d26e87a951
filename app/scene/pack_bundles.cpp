#include "app/scene/pack_bundles.h"

#include "app/scene/motions/brush.h"
#include "app/scene/palette.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using render::ScreenPt;

constexpr float split_width_pt = 20.0F;
constexpr float gathered = 0.3F;         // of a split bundle at its ends
constexpr float gathering_over = 0.22F;  // of its length
constexpr float waist = 0.72F;           // width in the middle of a bundle

/// 0 at both ends, 1 from `gathering_over` on.
float spread_at(float u) {
    return motions::smoothstep(u / gathering_over) * motions::smoothstep((1.0F - u) / gathering_over);
}

void pack_line(const BundleLayout& layout, render::Rgba hue, float wider, render::LinkBatch& out) {
    std::vector<render::RibbonPoint> profile;
    profile.reserve(layout.path.points.size());
    for (const float s : layout.path.lengths) {
        const float u = s / layout.path.length();
        const float slim = motions::lerp(waist, 1.0F, std::pow(std::abs(2.0F * u - 1.0F), 1.5F));
        profile.push_back({layout.width_pt / 2.0F * slim * wider, hue});
    }
    out.add_ribbon(layout.path, profile);
}

void pack_split(const BundleLayout& layout, const AppState& state, const World& world, render::LinkBatch& out) {
    for (const Strand& strand : strands_of(layout)) {
        const render::Rgba hue = state.theme->hue(app::hue_of(world.events->kinds()[strand.kind]));
        std::vector<render::RibbonPoint> profile;
        for (const float half_width : strand.half_widths) {
            profile.push_back({half_width, render::with_alpha(hue, 0.95F)});
        }
        out.add_ribbon(strand.path, profile);
    }
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
    if (state.hover.event || state.selection.event) {
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
    float edge = -split_width_pt / 2.0F;
    for (const KindShare& share : layout.bundle.kinds) {
        const float width = split_width_pt * static_cast<float>(share.count) / static_cast<float>(layout.bundle.count);
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

render::Rgba hue_of(const Bundle& bundle, const AppState& state, const World& world) {
    const auto leading = bundle.leading_kind();
    return state.theme->hue(leading ? app::hue_of(world.events->kinds()[*leading]) : render::LinkHue::Bundle);
}

void pack_bundles(const BundleScene& scene, const AppState& state, const World& world, render::LinkBatch& out) {
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
        pack_line(layout, render::with_alpha(hue_of(layout.bundle, state, world), alpha), 1.0F, out);
    }
    if (on_top != nullptr) {
        pack_split(*on_top, state, world, out);
    }
    for (const BundleNode& node : scene.nodes) {
        pack_node(node, state, out);
    }
}

}  // namespace app
