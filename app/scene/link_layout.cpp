#include "app/scene/link_layout.h"

#include "app/scene/link_fans.h"
#include "app/scene/palette.h"
#include "geodata/antimeridian.h"
#include "geodata/domain.h"
#include "geodata/great_circle.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace app {

namespace {

using events::Event;
using events::EventPlace;
using events::Motion;
using events::Party;
using events::Role;
using render::ScreenPt;

constexpr float hub_gap_pt = 9.0F;       // spokes stop this short of the hub
constexpr float shortest_arc_pt = 8.0F;  // nearer places are one on screen: no curve shows between them

/// An end of a link, and since when it is one.
struct End {
    geodata::LonLat at;
    double joined = -std::numeric_limits<double>::infinity();
};

class Layouter {
public:
    Layouter(const World& world, const BorderCrossings& crossings, const render::Camera& camera,
             const SeaCourses& courses, const LinkSetting& setting, bool crowded)
        : world_{world},
          crossings_{crossings},
          camera_{camera},
          courses_{courses},
          setting_{setting},
          tolerance_pt_{crowded ? 0.3F : 0.05F} {}

    void add(events::EventIndex index, bool kept_free) {
        const Event& event = (*world_.events)[index];
        kept_free_ = kept_free;
        if (!event.on_map()) {
            return;
        }
        const events::Kind& kind = world_.events->kinds()[event.kind];
        LinkLayout link;
        link.event = index;
        link.motion = kind.motion;
        link.glyph = glyph_of(kind);
        link.directed = event.directed();
        link.value_share = event.value ? world_.values.share(*event.value) : 0.0F;
        scene_.links.push_back(std::move(link));
        shape(event, scene_.links.size() - 1);
    }

    LinkScene take() {
        const OnScreen at = [this](geodata::LonLat place) { return on_screen(place); };
        place_hubs(hubs_, at, scene_);
        bend_arcs(std::move(arcs_), at, tolerance_pt_, scene_);
        set_air_routes_apart(scene_);
        std::erase_if(scene_.links, [&](const LinkLayout& link) {
            const bool filtered = std::binary_search(setting_.filtered.begin(), setting_.filtered.end(), link.event);
            return filtered || (link.paths.empty() && !link.hub);
        });
        std::stable_sort(scene_.links.begin(), scene_.links.end(), [](const LinkLayout& a, const LinkLayout& b) {
            return layer_of(a.motion) < layer_of(b.motion);
        });
        return std::move(scene_);
    }

private:
    static int layer_of(Motion motion) {
        switch (motion) {
            case Motion::Path:
                return 0;
            case Motion::Ripple:
                return 1;
            case Motion::Travel:
                return 3;
            case Motion::Gather:
            case Motion::Mark:
                return 4;
            default:
                return 2;
        }
    }

    std::optional<ScreenPt> on_screen(geodata::LonLat at) const {
        // Thousands of links end at a few places, and projecting is what costs.
        const auto [found, is_new] = projected_.try_emplace({at.lon, at.lat});
        if (is_new) {
            if (const auto world = world_.project(at)) {
                found->second = camera_.screen_from_world(*world);
            }
        }
        return found->second;
    }

    /// Those who have a place, with these roles or, without any, with all.
    std::vector<End> ends_of(std::size_t link, std::initializer_list<Role> roles) const {
        std::vector<End> out;
        for (const Party& party : parties_of(scene_.links[link].event, *world_.events, setting_.opened)) {
            const bool wanted = roles.size() == 0 || std::find(roles.begin(), roles.end(), party.role) != roles.end();
            if (wanted && party.place.at) {
                out.push_back({*party.place.at});
                if (party.signed_on) {
                    out.back().joined = party.signed_on->start;
                }
            }
        }
        return out;
    }

    void shape(const Event& event, std::size_t link) {
        switch (scene_.links[link].motion) {
            case Motion::Path:
                route(event, link);
                break;
            case Motion::Gather:
                gather(event, link);
                break;
            case Motion::Travel:
            case Motion::Flow:
            case Motion::Ripple:
                directed(event, link);
                break;
            case Motion::Bond:
            case Motion::Strike:
            case Motion::Seal:
                between(event, link);
                break;
            case Motion::Mark:
                mark(event, link);
                break;
        }
    }

    /// Whether two places are two on this screen.
    bool apart(geodata::LonLat a, geodata::LonLat b) const {
        if (key_of(a) == key_of(b)) {
            return false;
        }
        const auto from = on_screen(a);
        const auto to = on_screen(b);
        return !from || !to || render::distance(*from, *to) >= shortest_arc_pt;
    }

    void arc(const Event& event, std::size_t link, geodata::LonLat from, geodata::LonLat to) {
        if (apart(from, to)) {
            arcs_.push_back({.link = link,
                             .from = from,
                             .to = to,
                             .ghost = events::is_ghost(event.status),
                             .straight = scene_.links[link].motion == Motion::Seal,
                             .kept_free = kept_free_});
        }
    }

    void hub(std::size_t link, geodata::LonLat at) { hubs_.push_back({link, at}); }

    /// What concerns one place alone stands there: at its venue, or where it goes to, or with its first party.
    void mark(const Event& event, std::size_t link) {
        const auto places = ends_of(link, {});
        const auto goals = ends_of(link, {Role::To, Role::Host});
        if (event.venue && event.venue->at) {
            hub(link, *event.venue->at);
        } else if (!places.empty()) {
            hub(link, goals.empty() ? places.front().at : goals.front().at);
        }
    }

    void directed(const Event& event, std::size_t link) {
        const auto from = ends_of(link, {Role::From});
        auto to = ends_of(link, {Role::To, Role::Host});
        if (to.empty() && event.venue && event.venue->at) {
            to.push_back({*event.venue->at});
        }
        if (from.empty() || to.empty()) {
            between(event, link);
            return;
        }
        for (const End& a : from) {
            for (const End& b : to) {
                arc(event, link, a.at, b.at);
            }
        }
        mark_if_bare(event, link);
    }

    /// An attack or an exercise has a place of its own; what is agreed holds between the parties, wherever that was.
    bool happens_at_venue(const Event& event, std::size_t link, const std::vector<End>& ends) const {
        const events::Kind& kind = world_.events->kinds()[event.kind];
        const bool may = scene_.links[link].motion == Motion::Strike || kind.style == "security";
        return may && event.venue && event.venue->at && std::none_of(ends.begin(), ends.end(), [&](const End& end) {
                   return key_of(end.at) == key_of(*event.venue->at);
               });
    }

    void between(const Event& event, std::size_t link) {
        const auto ends = ends_of(link, {});
        if (happens_at_venue(event, link, ends)) {
            mark(event, link);
        } else if (ends.size() == 2) {
            arc(event, link, ends[0].at, ends[1].at);
            if (const auto found = crossings_.find(static_cast<std::uint32_t>(scene_.links[link].event));
                found != crossings_.end()) {
                scene_.links[link].hub = camera_.screen_from_world(found->second.at);
                scene_.links[link].border_angle = static_cast<float>(found->second.angle);
            }
        } else if (ends.size() > 2) {
            const bool at_venue = event.venue && event.venue->at;
            spokes(event, link, ends, at_venue ? *event.venue->at : middle(ends), 0.0F);
        }
        mark_if_bare(event, link);
    }

    void mark_if_bare(const Event& event, std::size_t link) {
        const bool bare = arcs_.empty() || arcs_.back().link != link;
        const bool has_hub = !hubs_.empty() && hubs_.back().link == link;
        if (bare && !has_hub) {
            mark(event, link);
        }
    }

    /// The mean of their longitudes and latitudes; across the date line too.
    static geodata::LonLat middle(const std::vector<End>& ends) {
        const double first = ends.front().at.lon;
        geodata::LonLat mean;
        for (const End& end : ends) {
            mean.lon += std::remainder(end.at.lon - first, 360.0) / static_cast<double>(ends.size());
            mean.lat += end.at.lat / static_cast<double>(ends.size());
        }
        return {std::remainder(first + mean.lon, 360.0), mean.lat};
    }

    void spokes(const Event& event, std::size_t link, const std::vector<End>& ends, geodata::LonLat centre, float gap) {
        hub(link, centre);
        for (const End& end : ends) {
            const std::size_t before = arcs_.size();
            arc(event, link, end.at, centre);
            if (arcs_.size() > before) {
                PendingArc& spoke = arcs_.back();
                spoke.to_hub = true;
                spoke.cut_end_pt = gap;
                spoke.joined = end.joined;
                spoke.kept_free = kept_free_ || end.joined > setting_.day;
            }
        }
    }

    void gather(const Event& event, std::size_t link) {
        const auto hosts = ends_of(link, {Role::Host, Role::To});
        const auto all = ends_of(link, {});
        if (event.venue && event.venue->at) {
            spokes(event, link, all, *event.venue->at, hub_gap_pt);
        } else if (!hosts.empty()) {
            spokes(event, link, all, hosts.front().at, hub_gap_pt);
        } else if (!all.empty()) {
            spokes(event, link, all, middle(all), hub_gap_pt);  // nobody says where: half way
        }
    }

    void route(const Event& event, std::size_t link) {
        if (event.path.empty()) {
            const std::size_t arcs = arcs_.size();
            between(event, link);
            if (arcs_.size() > arcs) {
                scene_.links[link].motion = Motion::Bond;
            }
            return;
        }
        if (is_one_place(event.path)) {
            scene_.links[link].route_mode = event.path.front().mode;
            hub(link, *event.path.front().points.front().at);
            return;
        }
        for (std::size_t i = 0; i < event.path.size(); ++i) {
            if (i > 0) {  // each leg has its own look
                LinkLayout next = scene_.links[link];
                next.paths.clear();
                next.stops.clear();
                next.shut = false;
                scene_.links.push_back(std::move(next));
            }
            leg(event.path[i], scene_.links[i == 0 ? link : scene_.links.size() - 1]);
            if (event.path[i].mode == events::RouteMode::Sea) {
                sail(event.path[i], i == 0 ? link : scene_.links.size() - 1);
            }
        }
    }

    static bool is_one_place(const std::vector<events::RouteLeg>& path) {
        const auto& first = path.front().points.front().at;
        return first && std::all_of(path.begin(), path.end(), [&](const events::RouteLeg& leg) {
                   return std::all_of(leg.points.begin(), leg.points.end(), [&](const EventPlace& place) {
                       return !place.at || key_of(*place.at) == key_of(*first);
                   });
               });
    }

    /// Puts a sea leg on its course. Where that is shut it becomes a ghost, and the way round follows it.
    void sail(const events::RouteLeg& leg, std::size_t link) {
        const LegCourse course = course_of(leg, courses_);
        if (course.usual == nullptr) {
            if (courses_.searching && leg.points.size() == 2) {
                scene_.links[link].paths.clear();
                scene_.links[link].stops.clear();
            }
            return;
        }
        follow(*course.usual, scene_.links[link]);
        if (!course.diverted()) {
            return;
        }
        scene_.links[link].shut = true;
        if (course.now != nullptr && !course.now->points.empty()) {
            LinkLayout round = scene_.links[link];
            round.shut = false;
            follow(*course.now, round);
            scene_.links.push_back(std::move(round));
        }
    }

    void follow(const SeaCourse& course, LinkLayout& link) const {
        if (course.points.empty()) {
            return;  // as the file has it
        }
        constexpr float nearest_pt = 3.0F;  // a ribbon has no room for turns between points that are nearer
        std::vector<ScreenPt> screen;
        for (const geodata::LonLat& p : course.points) {
            append(screen, p);
            const std::size_t n = screen.size();
            const bool end = &p == &course.points.back();
            if (n > 2 && render::distance(screen[n - 2], screen[n - 1]) < nearest_pt) {
                screen.erase(screen.end() - (end ? 2 : 1));
            }
        }
        link.paths.assign(1, render::path_from_points(std::move(screen)));
    }

    void leg(const events::RouteLeg& leg, LinkLayout& link) const {
        link.route_mode = leg.mode;
        link.directed = leg.directed;
        std::vector<geodata::LonLat> points;
        for (const EventPlace& place : leg.points) {
            if (place.at) {
                points.push_back(*place.at);
            }
        }
        const bool air = leg.mode == events::RouteMode::Air;
        for (const auto& part : parts_on_map(air ? air_route(points) : points)) {
            std::vector<ScreenPt> screen;
            for (const geodata::LonLat p : part) {
                append(screen, p);
            }
            link.paths.push_back(air ? render::path_from_points(std::move(screen)) : render::spline(screen));
        }
        for (const EventPlace& place : leg.points) {
            const bool end = &place == &leg.points.front() || &place == &leg.points.back();
            const bool town = leg.mode != events::RouteMode::Sea && leg.mode != events::RouteMode::Air;
            if (place.at && (end || (town && !place.name.empty()))) {
                append(link.stops, *place.at);
            }
        }
    }

    static std::vector<geodata::LonLat> air_route(const std::vector<geodata::LonLat>& points) {
        std::vector<geodata::LonLat> out;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const auto way = geodata::great_circle(points[i], points[i + 1], 0.5);
            out.insert(out.end(), way.begin(), way.end());
        }
        return out;
    }

    /// What the projection shows of a way, cut where it leaves the map. Ways that stay on it keep their points alone.
    std::vector<std::vector<geodata::LonLat>> parts_on_map(const std::vector<geodata::LonLat>& way) const {
        if (geodata::surely_contains(world_.projection->domain(), way)) {
            return {way};
        }
        std::vector<std::vector<geodata::LonLat>> parts;
        for (const auto& piece : geodata::cut_line_at_antimeridian(way)) {
            for (auto& part : geodata::clip(piece, world_.projection->domain())) {
                parts.push_back(std::move(part));
            }
        }
        return parts;
    }

    void append(std::vector<ScreenPt>& out, geodata::LonLat at) const {
        if (const auto p = on_screen(at)) {
            out.push_back(*p);
        }
    }

    const World& world_;
    const BorderCrossings& crossings_;
    const render::Camera& camera_;
    const SeaCourses& courses_;
    const LinkSetting& setting_;
    float tolerance_pt_;
    bool kept_free_ = false;  ///< of the event that is being added
    mutable std::map<std::pair<double, double>, std::optional<ScreenPt>> projected_;
    LinkScene scene_;
    std::vector<PendingHub> hubs_;
    std::vector<PendingArc> arcs_;
};

}  // namespace

LinkScene layout_links(std::span<const events::EventIndex> shown, const World& world, const BorderCrossings& crossings,
                       const render::Camera& camera, const SeaCourses& courses, const LinkSetting& setting) {
    Layouter layouter{world, crossings, camera, courses, setting, shown.size() > most_readable_links};
    // In the order of events, so that a filter changes nobody's turn.
    auto filtered = setting.filtered.begin();
    for (const events::EventIndex index : shown) {
        for (; filtered != setting.filtered.end() && *filtered < index; ++filtered) {
            layouter.add(*filtered, true);
        }
        layouter.add(index, false);
    }
    for (; filtered != setting.filtered.end(); ++filtered) {
        layouter.add(*filtered, true);
    }
    return layouter.take();
}

render::RectPt hub_box(const LinkLayout& link) {
    constexpr float radius_pt = 10.0F;
    constexpr float pin_pt = 26.0F;
    const ScreenPt at = link.hub.value_or(ScreenPt{});
    const float above = link.motion == Motion::Mark ? pin_pt : radius_pt;
    return {at.x - radius_pt, at.y - above, at.x + radius_pt, at.y + radius_pt};
}

std::vector<events::EventIndex> links_at(const LinkScene& scene, ScreenPt at, float reach_pt) {
    std::vector<std::pair<float, events::EventIndex>> hits;
    for (const LinkLayout& link : scene.links) {
        float nearest = std::numeric_limits<float>::infinity();
        for (const render::Path& path : link.paths) {
            nearest = std::min(nearest, render::distance(path, at));
        }
        if (link.hub) {
            const render::RectPt box = hub_box(link);
            const ScreenPt inside{std::clamp(at.x, box.left, box.right), std::clamp(at.y, box.top, box.bottom)};
            nearest = std::min(nearest, render::distance(at, inside));
        }
        if (nearest <= reach_pt) {
            hits.emplace_back(nearest, link.event);
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<events::EventIndex> out;
    for (const auto& [distance, event] : hits) {
        if (std::find(out.begin(), out.end(), event) == out.end()) {
            out.push_back(event);
        }
    }
    return out;
}

}  // namespace app
