#include "app/scene/link_fans.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace app {

namespace {

using events::Motion;
using render::ScreenPt;

constexpr float rosette_radius_pt = 15.0F;
constexpr std::size_t rosette_from = 3;
constexpr float between_marks_pt = 28.0F;
constexpr float between_bars_pt = 26.0F;  // of ceasefires on one border

/// How far the k-th of so many links bends: evenly, and the last no further than a fan of ten reaches.
float bend_in_fan(int k, int count) {
    constexpr float inmost = 0.04F;
    constexpr float widest_step = 0.055F;
    constexpr float spread = 9.0F * widest_step;
    if (count == 1) {
        return 0.085F;
    }
    return inmost + std::min(widest_step, spread / static_cast<float>(count - 1)) * static_cast<float>(k);
}

/// 0, 1, -1, 2, -2, ...
int to_both_sides(int k) {
    return k % 2 == 0 ? -k / 2 : (k + 1) / 2;
}

/// The same path so far to its left, level with it at both ends.
render::Path moved_aside(const render::Path& path, float aside_pt) {
    constexpr float level_pt = 60.0F;
    const float rise = std::min(level_pt, path.length() / 3.0F);
    std::vector<ScreenPt> points;
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        const float end = std::min(path.lengths[i], path.length() - path.lengths[i]) / rise;
        const float t = std::min(1.0F, end);
        const float off = aside_pt * t * t * (3.0F - 2.0F * t);
        const float angle = render::at(path, path.lengths[i]).angle;
        points.push_back({path.points[i].x + std::sin(angle) * off, path.points[i].y - std::cos(angle) * off});
    }
    return render::path_from_points(std::move(points));
}

/// Who travels to a meeting is on the way already: a spoke of its own beside the visit would say it twice.
void leave_out_travelled_spokes(std::vector<PendingArc>& arcs, const LinkScene& scene) {
    std::set<std::pair<PlaceKey, PlaceKey>> travelled;
    for (const PendingArc& a : arcs) {
        if (scene.links[a.link].motion == Motion::Travel && !a.kept_free) {
            travelled.insert({key_of(a.from), key_of(a.to)});
        }
    }
    std::erase_if(arcs, [&](const PendingArc& a) {
        return scene.links[a.link].motion == Motion::Gather && travelled.contains({key_of(a.from), key_of(a.to)});
    });
}

class Bender {
public:
    Bender(const std::vector<PendingArc>& arcs, const OnScreen& on_screen, float tolerance_pt, LinkScene& scene)
        : on_screen_{on_screen}, tolerance_pt_{tolerance_pt}, scene_{scene} {
        for (const PendingArc& a : arcs) {
            ++fans_[{key_of(a.from), key_of(a.to)}].count;
            ++ends_[{key_of(a.from), no_link}].count;
            ++ends_[end_key(a)].count;
        }
    }

    void bend(const PendingArc& a) {
        Fan& fan = fans_[{key_of(a.from), key_of(a.to)}];
        const int k = fan.used++;
        const auto from = on_screen_(a.from);
        const auto to = a.to_hub ? scene_.links[a.link].hub : on_screen_(a.to);
        if (!from || !to) {
            return;
        }
        const bool ring_from = stands_off({key_of(a.from), no_link}, *from, a);
        const bool ring_to = stands_off(end_key(a), *to, a);
        if (a.kept_free) {
            return;
        }
        const render::Path whole =
            a.straight ? straight(a, *from, *to) : render::arc(*from, *to, bend_in_fan(k, fan.count), tolerance_pt_);
        const float length = whole.length();
        const float room = std::min(rosette_radius_pt, length / 4.0F);
        render::Path path =
            render::piece(whole, ring_from ? room : 0.0F,
                          length - std::max(ring_to ? room : 0.0F, std::min(a.cut_end_pt, length / 4.0F)));
        if (!path.empty()) {
            scene_.links[a.link].paths.push_back(std::move(path));
            scene_.links[a.link].joined.push_back(a.joined);
        }
    }

private:
    struct Fan {
        int count = 0;
        int used = 0;
    };
    struct End {
        std::size_t count = 0;
        bool ringed = false;
    };

    /// A place, or a link's hub that stands beside its place.
    using EndKey = std::pair<PlaceKey, std::size_t>;
    static constexpr std::size_t no_link = std::numeric_limits<std::size_t>::max();

    EndKey end_key(const PendingArc& a) const {
        const auto at = a.to_hub ? on_screen_(a.to) : std::nullopt;
        const auto& hub = scene_.links[a.link].hub;
        const bool beside = at && hub && render::distance(*at, *hub) > 0.5F;
        return {key_of(a.to), beside ? a.link : no_link};
    }

    /// Whether links end in a ring there; the first of them that is drawn adds it.
    bool stands_off(const EndKey& key, ScreenPt at, const PendingArc& a) {
        End& end = ends_[key];
        const bool wanted = end.count >= rosette_from;
        if (wanted && !end.ringed && !a.kept_free) {
            end.ringed = true;
            scene_.rosettes.push_back({at});
        }
        return wanted;
    }

    /// Ceasefires of the same two stand side by side along their border.
    render::Path straight(const PendingArc& a, ScreenPt from, ScreenPt to) {
        if (a.to_hub) {
            return render::path_from_points({from, to});
        }
        LinkLayout& link = scene_.links[a.link];
        const auto both = std::minmax({key_of(a.from), key_of(a.to)});  // values, not references
        const auto beside = static_cast<float>(to_both_sides(borders_[both]++)) * between_bars_pt;
        if (!link.hub) {
            link.hub = ScreenPt{(from.x + to.x) / 2.0F, (from.y + to.y) / 2.0F};
            link.border_angle = std::atan2(to.y - from.y, to.x - from.x) + std::numbers::pi_v<float> / 2.0F;
        }
        // The same way along the border, whichever party is named first.
        const float sign = std::cos(link.border_angle) < 0.0F ? -1.0F : 1.0F;
        link.hub->x += std::cos(link.border_angle) * sign * beside;
        link.hub->y += std::sin(link.border_angle) * sign * beside;
        return render::path_from_points({from, *link.hub, to});
    }

    const OnScreen& on_screen_;
    float tolerance_pt_;
    LinkScene& scene_;
    std::map<std::pair<PlaceKey, PlaceKey>, Fan> fans_;
    std::map<EndKey, End> ends_;
    std::map<std::pair<PlaceKey, PlaceKey>, int> borders_;
};

}  // namespace

PlaceKey key_of(geodata::LonLat at) {
    return {static_cast<int>(std::lround(at.lon * 50.0)), static_cast<int>(std::lround(at.lat * 50.0))};
}

ScreenPt beside_place(std::size_t k, std::size_t count) {
    constexpr std::size_t most_in_first = 10;
    if (count == 1) {
        return {};
    }
    std::size_t in_ring = std::min(count, most_in_first);
    float radius = between_marks_pt / 2.0F / std::sin(std::numbers::pi_v<float> / static_cast<float>(in_ring));
    while (k >= in_ring) {
        k -= in_ring;
        count -= in_ring;
        radius += between_marks_pt;
        const float turn = 2.0F * std::asin(between_marks_pt / 2.0F / radius);
        in_ring = std::min(count, static_cast<std::size_t>(2.0F * std::numbers::pi_v<float> / turn));
    }
    const float turn = static_cast<float>(k) / static_cast<float>(in_ring);
    const float first = in_ring == 2 ? 0.5F : 0.75F;  // on the left of two, at the top of more
    const float angle = (first + turn) * 2.0F * std::numbers::pi_v<float>;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

void place_hubs(std::span<const PendingHub> hubs, const OnScreen& on_screen, LinkScene& scene) {
    struct Here {
        std::size_t count = 0;
        std::size_t used = 0;
    };
    std::map<PlaceKey, Here> places;
    for (const PendingHub& hub : hubs) {
        ++places[key_of(hub.at)].count;
    }
    for (const PendingHub& hub : hubs) {
        Here& here = places[key_of(hub.at)];
        const ScreenPt off = beside_place(here.used++, here.count);
        if (const auto at = on_screen(hub.at)) {
            scene.links[hub.link].hub = ScreenPt{at->x + off.x, at->y + off.y};
        }
    }
}

void set_air_routes_apart(LinkScene& scene) {
    constexpr float apart_pt = 8.0F;
    const auto whole = [](ScreenPt p) { return std::pair{std::lround(p.x), std::lround(p.y)}; };
    std::map<std::pair<std::pair<long, long>, std::pair<long, long>>, int> known;
    for (LinkLayout& link : scene.links) {
        if (link.motion != Motion::Path || link.route_mode != events::RouteMode::Air) {
            continue;
        }
        for (render::Path& path : link.paths) {
            const auto from = whole(path.points.front());
            const auto to = whole(path.points.back());
            // Seen from one end, whichever way it goes.
            const float sign = to < from ? -1.0F : 1.0F;
            const int k = known[std::minmax(from, to)]++;
            if (k > 0) {
                path = moved_aside(path, sign * static_cast<float>(to_both_sides(k)) * apart_pt);
            }
        }
    }
}

void bend_arcs(std::vector<PendingArc> arcs, const OnScreen& on_screen, float tolerance_pt, LinkScene& scene) {
    leave_out_travelled_spokes(arcs, scene);
    // Steady links lie inside, ghosts outside.
    std::stable_sort(arcs.begin(), arcs.end(),
                     [](const PendingArc& a, const PendingArc& b) { return a.ghost < b.ghost; });
    Bender bender{arcs, on_screen, tolerance_pt, scene};
    for (const PendingArc& a : arcs) {
        bender.bend(a);
    }
}

}  // namespace app
