#include "app/scene/link_layout.h"

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

constexpr float hub_gap_pt = 9.0F;  // spokes stop this short of the hub
constexpr float rosette_radius_pt = 15.0F;
constexpr std::size_t rosette_from = 3;

/// A place as a key: links between equal keys belong to one fan.
using PlaceKey = std::pair<int, int>;

PlaceKey key_of(geodata::LonLat at) {
    return {static_cast<int>(std::lround(at.lon * 50.0)), static_cast<int>(std::lround(at.lat * 50.0))};
}

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

/// An arc still to be bent: how far depends on how many share its ends.
struct PendingArc {
    std::size_t link = 0;
    geodata::LonLat from;
    geodata::LonLat to;
    bool ghost = false;
    bool straight = false;
    float cut_end_pt = 0.0F;
};

class Layouter {
public:
    Layouter(const World& world, const BorderCrossings& crossings, const render::Camera& camera,
             const SeaCourses& courses, bool crowded)
        : world_{world},
          crossings_{crossings},
          camera_{camera},
          courses_{courses},
          tolerance_pt_{crowded ? 0.3F : 0.05F} {}

    void add(events::EventIndex index) {
        const Event& event = (*world_.events)[index];
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
        bend_arcs();
        std::erase_if(scene_.links, [](const LinkLayout& link) { return link.paths.empty() && !link.hub; });
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

    static std::vector<geodata::LonLat> places_of(const Event& event, std::initializer_list<Role> roles) {
        std::vector<geodata::LonLat> out;
        for (const Party& party : event.parties) {
            const bool wanted = roles.size() == 0 || std::find(roles.begin(), roles.end(), party.role) != roles.end();
            if (wanted && party.place.at) {
                out.push_back(*party.place.at);
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

    void arc(const Event& event, std::size_t link, geodata::LonLat from, geodata::LonLat to, float cut = 0.0F) {
        if (key_of(from) != key_of(to)) {
            const bool straight = scene_.links[link].motion == Motion::Seal;
            arcs_.push_back({link, from, to, events::is_ghost(event.status), straight, cut});
        }
    }

    void mark(const Event& event, std::size_t link) {
        const auto places = places_of(event, {});
        if (event.venue && event.venue->at) {
            scene_.links[link].hub = on_screen(*event.venue->at);
        } else if (!places.empty()) {
            scene_.links[link].hub = on_screen(places.front());
        }
    }

    void directed(const Event& event, std::size_t link) {
        const auto from = places_of(event, {Role::From});
        auto to = places_of(event, {Role::To, Role::Host});
        if (to.empty() && event.venue && event.venue->at) {
            to.push_back(*event.venue->at);
        }
        if (from.empty() || to.empty()) {
            between(event, link);
            return;
        }
        for (const geodata::LonLat a : from) {
            for (const geodata::LonLat b : to) {
                arc(event, link, a, b);
            }
        }
        mark_if_bare(event, link);
    }

    void between(const Event& event, std::size_t link) {
        const auto places = places_of(event, {});
        const bool own_place = event.venue && event.venue->at && scene_.links[link].motion != Motion::Seal &&
                               std::none_of(places.begin(), places.end(),
                                            [&](geodata::LonLat p) { return key_of(p) == key_of(*event.venue->at); });
        const bool spoken = scene_.links[link].motion == Motion::Bond && event.date && !event.date->interval &&
                            world_.events->kinds()[event.kind].name == "agreement";
        if (own_place && !spoken) {
            mark(event, link);  // it happened at a place of its own: an attack, an exercise
        } else if (places.size() == 2) {
            const auto from = places_of(event, {Role::From});
            const bool backwards = event.directed() && !from.empty() && key_of(from.front()) == key_of(places[1]);
            arc(event, link, places[backwards ? 1 : 0], places[backwards ? 0 : 1]);
            if (const auto found = crossings_.find(static_cast<std::uint32_t>(event_index(link)));
                found != crossings_.end()) {
                scene_.links[link].hub = camera_.screen_from_world(found->second.at);
                scene_.links[link].border_angle = static_cast<float>(found->second.angle);
            }
        } else if (places.size() > 2) {
            spokes(event, link, places, middle(places), 0.0F);
        }
        mark_if_bare(event, link);
    }

    events::EventIndex event_index(std::size_t link) const { return scene_.links[link].event; }

    void mark_if_bare(const Event& event, std::size_t link) {
        const bool bare = arcs_.empty() || arcs_.back().link != link;
        if (bare && !scene_.links[link].hub) {
            mark(event, link);
        }
    }

    static geodata::LonLat middle(const std::vector<geodata::LonLat>& places) {
        geodata::LonLat sum;
        for (const geodata::LonLat p : places) {
            sum.lon += p.lon / static_cast<double>(places.size());
            sum.lat += p.lat / static_cast<double>(places.size());
        }
        return sum;
    }

    void spokes(const Event& event, std::size_t link, const std::vector<geodata::LonLat>& places, geodata::LonLat hub,
                float gap) {
        scene_.links[link].hub = on_screen(hub);
        for (const geodata::LonLat place : places) {
            arc(event, link, place, hub, gap);
        }
    }

    void gather(const Event& event, std::size_t link) {
        const auto hosts = places_of(event, {Role::Host, Role::To});
        const auto all = places_of(event, {});
        std::optional<geodata::LonLat> hub;
        if (event.venue && event.venue->at) {
            hub = event.venue->at;
        } else if (!hosts.empty()) {
            hub = hosts.front();
        }
        if (hub) {
            spokes(event, link, all, *hub, hub_gap_pt);
        } else if (all.size() > 2) {
            spokes(event, link, all, middle(all), hub_gap_pt);
        } else if (all.size() == 2) {
            // Two who met, nobody says where: half way.
            spokes(event, link, all, middle(all), hub_gap_pt);
        } else {
            mark(event, link);
        }
    }

    void route(const Event& event, std::size_t link) {
        if (event.path.empty()) {
            scene_.links[link].motion = Motion::Bond;
            between(event, link);
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

    /// Who travels to a meeting is on the way already: a spoke of its own beside the visit would say it twice.
    void merge_spokes() {
        std::set<std::pair<PlaceKey, PlaceKey>> travelled;
        for (const PendingArc& a : arcs_) {
            if (scene_.links[a.link].motion == Motion::Travel) {
                travelled.insert({key_of(a.from), key_of(a.to)});
            }
        }
        std::erase_if(arcs_, [&](const PendingArc& a) {
            return scene_.links[a.link].motion == Motion::Gather && travelled.contains({key_of(a.from), key_of(a.to)});
        });
    }

    void bend_arcs() {
        merge_spokes();
        // Steady links lie inside, ghosts outside.
        std::stable_sort(arcs_.begin(), arcs_.end(),
                         [](const PendingArc& a, const PendingArc& b) { return a.ghost < b.ghost; });
        std::map<std::pair<PlaceKey, PlaceKey>, std::pair<int, int>> fans;  // how many, and how many so far
        std::map<PlaceKey, std::size_t> ends;
        for (const PendingArc& a : arcs_) {
            ++fans[{key_of(a.from), key_of(a.to)}].first;
            ++ends[key_of(a.from)];
            ++ends[key_of(a.to)];
        }
        std::map<PlaceKey, bool> ringed;
        for (const PendingArc& a : arcs_) {
            auto& [count, used] = fans[{key_of(a.from), key_of(a.to)}];
            const float f = a.straight ? 0.0F : bend_in_fan(used, count);
            ++used;
            const auto from = on_screen(a.from);
            const auto to = on_screen(a.to);
            if (!from || !to) {
                continue;
            }
            render::Path path = render::arc(*from, *to, f, tolerance_pt_);
            const bool ring_from = ends[key_of(a.from)] >= rosette_from;
            const bool ring_to = ends[key_of(a.to)] >= rosette_from;
            const float length = path.length();
            const float room = std::min(rosette_radius_pt, length / 4.0F);
            path = render::piece(path, ring_from ? room : 0.0F,
                                 length - std::max(ring_to ? room : 0.0F, std::min(a.cut_end_pt, length / 4.0F)));
            add_rosette(ringed, key_of(a.from), *from, ring_from);
            add_rosette(ringed, key_of(a.to), *to, ring_to);
            if (!path.empty()) {
                scene_.links[a.link].paths.push_back(std::move(path));
            }
        }
    }

    void add_rosette(std::map<PlaceKey, bool>& ringed, PlaceKey key, ScreenPt at, bool wanted) {
        if (wanted && !ringed[key]) {
            ringed[key] = true;
            scene_.rosettes.push_back({at});
        }
    }

    const World& world_;
    const BorderCrossings& crossings_;
    const render::Camera& camera_;
    const SeaCourses& courses_;
    float tolerance_pt_;
    mutable std::map<std::pair<double, double>, std::optional<ScreenPt>> projected_;
    LinkScene scene_;
    std::vector<PendingArc> arcs_;
};

/// Where the straight line from a to b leaves the country that a is in, found by bisection; nothing when it does not.
std::optional<geodata::WorldXY> leaving_point(const World& world, geodata::WorldXY a, geodata::WorldXY b) {
    const auto home = world.country_at(a);
    if (!home) {
        return std::nullopt;
    }
    constexpr int steps = 64;
    const auto along = [&](double t) { return geodata::WorldXY{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; };
    double inside = 0.0;
    double outside = -1.0;
    for (int i = 1; i <= steps && outside < 0.0; ++i) {
        const double t = static_cast<double>(i) / steps;
        if (world.country_at(along(t)) == home) {
            inside = t;
        } else {
            outside = t;
        }
    }
    if (outside < 0.0) {
        return std::nullopt;
    }
    for (int i = 0; i < 16; ++i) {
        const double t = (inside + outside) / 2.0;
        (world.country_at(along(t)) == home ? inside : outside) = t;
    }
    return along(inside);
}

std::optional<BorderCrossing> crossing_between(const World& world, geodata::WorldXY a, geodata::WorldXY b) {
    const auto at = leaving_point(world, a, b);
    if (!at) {
        return std::nullopt;
    }
    // Two lines beside the first one cross the same border further along; the way from one crossing to the other is its
    // course.
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double beside = 0.06 * length;
    const double nx = -(b.y - a.y) / length * beside;
    const double ny = (b.x - a.x) / length * beside;
    const auto left = leaving_point(world, {a.x + nx, a.y + ny}, {b.x + nx, b.y + ny});
    const auto right = leaving_point(world, {a.x - nx, a.y - ny}, {b.x - nx, b.y - ny});
    double angle = std::atan2(-(b.x - a.x), -(b.y - a.y));  // across the line, on screen
    if (left && right && std::hypot(left->x - right->x, left->y - right->y) < 6.0 * beside) {
        angle = std::atan2(-(left->y - right->y), left->x - right->x);
    }
    return BorderCrossing{*at, angle};
}

}  // namespace

BorderCrossings border_crossings(const World& world) {
    BorderCrossings out;
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        const Event& event = (*world.events)[events::EventIndex{i}];
        if (world.events->kinds()[event.kind].motion != Motion::Seal || event.parties.size() != 2 ||
            !event.parties[0].place.at || !event.parties[1].place.at) {
            continue;
        }
        const auto a = world.project(*event.parties[0].place.at);
        const auto b = world.project(*event.parties[1].place.at);
        if (!a || !b) {
            continue;
        }
        if (const auto crossing = crossing_between(world, *a, *b)) {
            out.emplace(i, *crossing);
        }
    }
    return out;
}

LinkScene layout_links(std::span<const events::EventIndex> shown, const World& world, const BorderCrossings& crossings,
                       const render::Camera& camera, const SeaCourses& courses) {
    Layouter layouter{world, crossings, camera, courses, shown.size() > most_readable_links};
    for (const events::EventIndex index : shown) {
        layouter.add(index);
    }
    return layouter.take();
}

std::vector<events::EventIndex> links_at(const LinkScene& scene, ScreenPt at, float reach_pt) {
    constexpr float mark_radius_pt = 10.0F;
    std::vector<std::pair<float, events::EventIndex>> hits;
    for (const LinkLayout& link : scene.links) {
        float nearest = std::numeric_limits<float>::infinity();
        for (const render::Path& path : link.paths) {
            nearest = std::min(nearest, render::distance(path, at));
        }
        if (link.hub) {
            const float away = render::distance(at, *link.hub);
            nearest = std::min(nearest, std::max(0.0F, away - mark_radius_pt));
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
