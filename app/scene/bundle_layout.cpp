#include "app/scene/bundle_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

namespace app {

namespace {

using render::ScreenPt;

// Of curves: there are hundreds of them, most of them faint, and what costs is the number of their points.
constexpr float tolerance_pt = 0.3F;
constexpr float faint_tolerance_pt = 0.6F;
constexpr float faint_below = 0.15F;  // strength

/// The ends' places on screen, each projected once.
class Ends {
public:
    Ends(const World& world, const render::Camera& camera) : world_{world}, camera_{camera} {}

    std::optional<ScreenPt> at(const BundleEnd& end) {
        const auto [found, is_new] = known_.try_emplace(end.code);
        if (is_new) {
            if (const auto place = world_.project(end.at)) {
                found->second = camera_.screen_from_world(*place);
            }
        }
        return found->second;
    }

private:
    const World& world_;
    const render::Camera& camera_;
    std::map<std::string, std::optional<ScreenPt>> known_;
};

/// Longer curves are rounder.
render::Path curve_between(ScreenPt a, ScreenPt b, float strength) {
    if (b.x < a.x) {
        std::swap(a, b);
    }
    const float length = render::distance(a, b);
    const float tolerance = strength < faint_below ? faint_tolerance_pt : tolerance_pt;
    return render::arc(a, b, 0.10F + 0.05F * std::min(1.0F, length / 600.0F), tolerance);
}

bool is_seen(const render::Path& path, render::SizePt size) {
    constexpr float room = 12.0F;
    auto box = render::RectPt::nothing();
    for (const ScreenPt p : path.points) {
        box.extend(p);
    }
    return box.intersects(render::RectPt{0.0F, 0.0F, size.width, size.height}.grown(room));
}

bool is_seen(ScreenPt at, render::SizePt size) {
    return at.x > 0.0F && at.y > 0.0F && at.x < size.width && at.y < size.height;
}

void count_end(std::map<std::string, BundleNode>& nodes, const BundleEnd& end, ScreenPt at, std::uint32_t count) {
    BundleNode& node = nodes[end.code];
    node.code = end.code;
    node.at = at;
    node.count += count;
}

/// Somebody looks at it: it is selected, or its organisations stand as their members.
bool is_looked_at(events::EventIndex event, const AppState& state) {
    return state.selection.event == event ||
           std::find(state.opened.begin(), state.opened.end(), event) != state.opened.end();
}

/// The visible events but for those that somebody looks at.
std::vector<events::EventIndex> others_of(std::span<const events::EventIndex> visible, const AppState& state) {
    std::vector<events::EventIndex> others;
    std::copy_if(visible.begin(), visible.end(), std::back_inserter(others),
                 [&](events::EventIndex event) { return !is_looked_at(event, state); });
    return others;
}

/// Those that somebody looks at, the hubs, and those of the pairs that are opened; all in the order of `visible`.
std::vector<events::EventIndex> single_events(std::span<const events::EventIndex> visible, const AppState& state,
                                              std::span<const events::EventIndex> hubs, EndTable& table,
                                              const std::vector<bool>& opened) {
    std::vector<events::EventIndex> found;
    auto hub = hubs.begin();
    for (const events::EventIndex event : visible) {
        const bool is_hub = hub != hubs.end() && *hub == event;
        hub += is_hub ? 1 : 0;
        const auto is_opened = [&] {
            const std::uint32_t pair = table.of(event).pair;
            return pair != EventEnds::none && opened[pair];
        };
        if (is_hub || is_looked_at(event, state) || is_opened()) {
            found.push_back(event);
        }
    }
    return found;
}

}  // namespace

float bundle_width_pt(float strength) {
    return 1.5F + 6.5F * std::sqrt(std::clamp(strength, 0.0F, 1.0F));
}

float node_radius_pt(std::uint32_t count) {
    return std::min(1.4F + 0.085F * std::sqrt(static_cast<float>(count)), 7.0F);
}

double rounded_up(double weight) {
    if (!(weight > 0.0) || !std::isfinite(weight)) {
        return 0.0;
    }
    for (double power = 1.0;; power *= 10.0) {
        for (const double step : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
            if (step * power >= weight) {
                return step * power;
            }
        }
    }
}

BundleScene layout_bundles(std::vector<Bundle> bundles, const World& world, const render::Camera& camera,
                           const std::string& currency) {
    BundleScene scene;
    scene.currency = currency;
    Ends ends{world, camera};
    std::map<std::string, BundleNode> nodes;
    double most = 0.0;
    for (const Bundle& bundle : bundles) {
        most = bundle.is_place() ? most : std::max(most, bundle.weight(currency));
        scene.pairs += bundle.is_place() ? 0 : 1;
    }
    scene.most = rounded_up(most);
    for (Bundle& bundle : bundles) {
        const auto a = ends.at(bundle.a);
        const auto b = ends.at(bundle.b);
        if (!a || !b) {
            continue;
        }
        count_end(nodes, bundle.a, *a, bundle.count);
        BundleLayout layout;
        layout.strength = scene.most > 0.0 ? static_cast<float>(bundle.weight(currency) / scene.most) : 0.0F;
        layout.at = *a;
        if (!bundle.is_place()) {
            count_end(nodes, bundle.b, *b, bundle.count);
            layout.path = curve_between(*a, *b, layout.strength);
            layout.at = render::at(layout.path, layout.path.length() / 2.0F).at;
            layout.width_pt = bundle_width_pt(layout.strength);
            layout.lean = static_cast<float>(bundle.lean(currency)) * (b->x < a->x ? -1.0F : 1.0F);
        }
        if (bundle.is_place() ? is_seen(*a, camera.size) : is_seen(layout.path, camera.size)) {
            layout.bundle = std::move(bundle);
            scene.bundles.push_back(std::move(layout));
        }
    }
    if (!currency.empty()) {  // else they come in this order
        std::stable_sort(scene.bundles.begin(), scene.bundles.end(),
                         [](const BundleLayout& x, const BundleLayout& y) { return x.strength < y.strength; });
    }
    for (auto& [code, node] : nodes) {
        if (is_seen(node.at, camera.size)) {
            scene.nodes.push_back(std::move(node));
        }
    }
    return scene;
}

Division divided(std::span<const events::EventIndex> visible, const AppState& state, const World& world,
                 EndTable& table) {
    if (state.bundles == BundleMode::Off ||
        (state.bundles == BundleMode::Auto && visible.size() <= most_readable_links)) {
        return {{visible.begin(), visible.end()}, {}};
    }
    const std::vector<events::EventIndex> others = others_of(visible, state);
    BundledEvents all = bundled(others, table, state.bundle_currency);
    Division division{{}, layout_bundles(std::move(all.bundles), world, state.camera, state.bundle_currency)};
    std::vector<BundleLayout>& seen = division.bundles.bundles;
    const std::size_t in_view =
        std::accumulate(seen.begin(), seen.end(), visible.size() - others.size() + all.hubs.size(),
                        [](std::size_t sum, const BundleLayout& layout) { return sum + layout.bundle.count; });
    const bool readable = state.bundles == BundleMode::Auto && in_view <= most_readable_links;
    const auto opens = [&](const BundleLayout& layout) {
        return readable ||
               (layout.bundle.count <= most_opened_links && is_selected_pair(state.selection, layout.bundle));
    };
    std::vector<bool> opened(table.pairs().size(), false);
    for (const BundleLayout& layout : seen) {
        opened[layout.bundle.pair] = opens(layout);
    }
    division.singly = single_events(visible, state, all.hubs, table, opened);
    std::erase_if(seen, opens);
    if (readable) {
        division.bundles = {};
    }
    return division;
}

std::vector<std::size_t> bundles_at(const BundleScene& scene, ScreenPt at, float reach_pt) {
    std::vector<std::pair<float, std::size_t>> hits;
    for (std::size_t i = 0; i < scene.bundles.size(); ++i) {
        const BundleLayout& layout = scene.bundles[i];
        const float edge = layout.path.empty() ? node_radius_pt(layout.bundle.count) : layout.width_pt / 2.0F;
        const float away = layout.path.empty() ? render::distance(at, layout.at) : render::distance(layout.path, at);
        if (away <= edge + reach_pt) {
            hits.emplace_back(layout.path.empty() ? away - edge : std::max(0.0F, away - edge), i);
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const auto& x, const auto& y) {
        return x.first != y.first ? x.first < y.first : x.second > y.second;  // of two at hand the one on top
    });
    std::vector<std::size_t> out;
    for (const auto& [distance, index] : hits) {
        out.push_back(index);
    }
    return out;
}

}  // namespace app
