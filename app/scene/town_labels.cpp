// Names of towns: those at which links end, and others by rank as the map comes nearer.
#include "app/scene/label_sources.h"
#include "app/scene/pack_links.h"
#include "app/scene/small_states.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace app {

namespace {

using geodata::PlaceRank;
using render::ScreenPt;
using render::text::Face;
using render::text::Language;

constexpr int stop_priority = 430;  // of towns that a route passes
constexpr int capital_priority = 620;
constexpr int port_priority = 300;  // before the towns, behind the seas
constexpr int town_priority = 280;

constexpr std::array<float, 3> parts_of_name{0.0F, 0.5F, 1.0F};
constexpr std::array<float, 3> end_gaps_pt{10.0F, 17.0F, 24.0F};

/// Tells places of one name in two countries apart: "IND:Hyderabad".
std::string place_key(std::string_view country, std::string_view name) {
    return std::string{country} + ':' + std::string{name};
}

/// Places at which visible links end, by place_key, with the priority of the strongest.
std::unordered_map<std::string, int> linked_places(const LabelScene& scene) {
    std::unordered_map<std::string, int> out;
    for (const LinkLayout& link : scene.links.links) {
        const events::Event& event = (*scene.world.events)[link.event];
        const int priority = emphasis_of(scene.state, scene.world, link.event) == Emphasis::Dimmed ? 560 : 820;
        const auto note = [&](const events::EventPlace& place, int wanted) {
            if (place.at && !place.name.empty()) {
                int& best = out[place_key(place.country, place.name)];
                best = std::max(best, wanted);
            }
        };
        for (const events::Party& party : parties_of(link.event, *scene.world.events, scene.opened)) {
            if (!party.signed_on || party.signed_on->start <= last_joining_day(scene.state.time)) {
                note(party.place, priority);
            }
        }
        if (event.venue) {
            note(*event.venue, priority);
        }
        for (const events::RouteLeg& leg : event.path) {
            for (const events::EventPlace& place : leg.points) {
                const bool end = &place == &leg.points.front() || &place == &leg.points.back();
                note(place, end ? priority - 10 : stop_priority);
            }
        }
    }
    return out;
}

/// From which scale on, in metres per point, a place is named for its own sake.
double named_below(const geodata::Place& place, bool near) {
    switch (place.rank) {
        case PlaceRank::Capital:
            return near ? 5200.0 : 3200.0;
        case PlaceRank::City:
        case PlaceRank::Port:
            return 2300.0;
        case PlaceRank::Town:
        case PlaceRank::Site:
            break;
    }
    return 900.0;
}

/// A place that is to be named.
struct Subject {
    std::string_view name;
    std::string_view country;
    geodata::LonLat at;
    PlaceRank rank = PlaceRank::Site;
    int priority = town_priority;
    bool ends = false;  ///< a visible link ends here
};

void add_lines(const LabelScene& scene, const Subject& subject, const std::vector<geodata::LocalName>& local,
               LabelCandidate& label) {
    const render::Theme& theme = scene.theme();
    const bool strong = scene.is_selected(subject.country) && subject.ends;
    const Face face = strong ? Face::SemiBold : subject.rank == PlaceRank::Capital ? Face::Medium : Face::Regular;
    const render::Rgba color = strong ? theme.label_selected : subject.ends ? theme.label_country : theme.label_dim;
    // From afar a second line costs more than it tells, and where there is one name only the foremost stands.
    constexpr double both_below = 3000.0;
    auto names = names_in(scene.state.labels, subject.name, local);
    if (scene.state.labels == LabelMode::Local || scene.state.camera.metres_per_pt >= both_below) {
        names.resize(1);
    }
    for (const Name& name : names) {
        const bool first = label.lines.empty();
        label.lines.push_back({name.text,
                               {first ? face : Face::Regular, 12.0F, 0.0F, Language{name.language}},
                               first ? color : theme.label_dim});
    }
    constexpr float gap_pt = 0.0F;
    stack_lines(label, scene.measure, gap_pt);
}

/// The directions in which links leave a place, radians on screen.
std::vector<float> ways_from(ScreenPt at, const LinkScene& links) {
    constexpr float ends_within_pt = 18.0F;  // they may stand off it in a ring
    constexpr float looked_pt = 40.0F;
    std::vector<float> angles;
    const auto look = [&](const render::Path& path, ScreenPt end, float s) {
        if (render::distance(end, at) <= ends_within_pt) {
            const ScreenPt on = render::at(path, s).at;
            angles.push_back(std::atan2(on.y - at.y, on.x - at.x));
        }
    };
    for (const LinkLayout& link : links.links) {
        for (const render::Path& path : link.paths) {
            look(path, path.points.front(), looked_pt);
            look(path, path.points.back(), path.length() - looked_pt);
        }
    }
    return angles;
}

/// Puts those places first, of equally near ones, that are better: on no side to which a link leaves, and before all
/// off disputed land, where its town is not, and on the map.
std::vector<LabelSpot> best_first(const LabelScene& scene, const LabelCandidate& label, std::vector<LabelSpot> spots,
                                  std::size_t lines) {
    constexpr float beside = 0.7F;  // radians: 40 degrees
    const std::vector<float> ways = ways_from(label.anchor, scene.links);
    const LabelBlock block = block_of(label, lines);
    const auto is_away = [&](const LabelSpot& spot) {
        const float x = spot.at.x + block.width_pt / 2.0F;
        const float y = spot.at.y + (block.below_pt - block.above_pt) / 2.0F;
        const float side = std::atan2(y, x);
        return std::none_of(ways.begin(), ways.end(), [&](float way) {
            return std::abs(std::remainder(way - side, 2.0F * std::numbers::pi_v<float>)) < beside;
        });
    };
    const auto is_settled = [&](const LabelSpot& spot) {
        return std::all_of(parts_of_name.begin(), parts_of_name.end(), [&](float part) {
            return NameGround::bears_names(
                scene.country_under({label.anchor.x + spot.at.x + block.width_pt * part, label.anchor.y + spot.at.y}));
        });
    };
    for (auto ring = spots.begin(); ring != spots.end();) {
        const int number = ring->slot / slots_of_ring;
        const auto end =
            std::find_if(ring, spots.end(), [&](const LabelSpot& spot) { return spot.slot / slots_of_ring != number; });
        std::stable_partition(ring, end, is_away);
        std::stable_partition(ring, end, is_settled);
        ring = end;
    }
    return spots;
}

/// A hub or a mark stands at the place itself and has not faded.
bool is_under_hub(const LabelScene& scene, ScreenPt at) {
    constexpr float faint = 0.3F;
    const TimeState& time = scene.state.time;
    return std::any_of(scene.links.links.begin(), scene.links.links.end(), [&](const LinkLayout& link) {
        const events::Event event = (*scene.world.events)[link.event];
        return link.hub && render::distance(*link.hub, at) < 1.0F &&
               phase_of(event, time, stays(event, time, scene.world)).presence > faint;
    });
}

void add_town(const LabelScene& scene, const Subject& subject, const std::vector<geodata::LocalName>& local,
              LabelCandidates& out) {
    const auto at = scene.on_screen(subject.at);
    if (!at) {
        return;
    }
    LabelCandidate label;
    label.id = label_id("place", place_key(subject.country, subject.name));
    label.anchor = *at;
    add_lines(scene, subject, local, label);
    label.priority = scene.is_selected(subject.country) ? std::max(subject.priority, 860) : subject.priority;
    const bool capital = subject.rank == PlaceRank::Capital;
    label.mark = subject.rank == PlaceRank::Port ? LabelMark::PortRing : LabelMark::Dot;
    if (subject.ends && is_under_hub(scene, *at)) {
        label.mark = LabelMark::None;
    }
    label.mark_radius_pt = label.mark == LabelMark::PortRing ? 2.6F : subject.ends ? 2.2F : capital ? 1.9F : 1.5F;
    label.over_links = subject.ends;
    add_spots_by_lines(label, scene.memory.slot_of(label.id), [&](std::size_t lines, HadSlot) {
        auto spots = subject.ends ? spots_in_rings(label, end_gaps_pt, {}, lines) : spots_around(label, 6.0F, 0, lines);
        return best_first(scene, label, std::move(spots), lines);
    });
    out.push_back(std::move(label));
}

/// A state that is its own capital and shown by a mark: its name stands there already.
bool is_named_as_state(const LabelScene& scene, const geodata::Place& place) {
    const auto id = scene.world.boundaries->find(place.country);
    return id && scene.world.name_of(place.country) == place.name &&
           is_small_state(scene.world, static_cast<std::size_t>(*id), scene.state.camera);
}

/// Places that only the events name, and the seats of organisations.
void add_sites(const LabelScene& scene, const std::unordered_map<std::string, int>& linked,
               std::set<std::string, std::less<>>& seen, LabelCandidates& out) {
    for (const LinkLayout& link : scene.links.links) {
        const events::Event& event = (*scene.world.events)[link.event];
        const auto add = [&](const events::EventPlace& place) {
            const std::string key = place_key(place.country, place.name);
            const auto found = linked.find(key);
            if (found != linked.end() && seen.insert(key).second) {
                add_town(scene, {place.name, place.country, *place.at, PlaceRank::Site, found->second, true}, {}, out);
            }
        };
        if (event.venue) {
            add(*event.venue);
        }
        for (const events::Party& party : parties_of(link.event, *scene.world.events, scene.opened)) {
            if (party.is_organisation) {
                add(party.place);
            }
        }
    }
}

}  // namespace

void add_town_labels(const LabelScene& scene, LabelCandidates& out) {
    const auto linked = linked_places(scene);
    const double scale = scene.state.camera.metres_per_pt;
    constexpr double stops_below = 4500.0;
    std::set<std::string, std::less<>> seen;
    for (const geodata::Place& place : scene.world.gazetteer.places.all()) {
        auto found = linked.find(place_key(place.country, place.name));
        found = found != linked.end() ? found : linked.find(place_key({}, place.name));
        const bool ends = found != linked.end() && found->second > stop_priority;
        const bool stop = found != linked.end() && scale < stops_below;
        const auto id = scene.world.boundaries->find(place.country);
        const bool near = id && (*scene.world.boundaries)[*id].in_region;
        if (!ends && !stop && scale >= named_below(place, near)) {
            continue;
        }
        seen.insert(found != linked.end() ? found->first : place_key(place.country, place.name));
        if (!ends && is_named_as_state(scene, place)) {
            continue;
        }
        const int priority = ends                               ? found->second
                             : place.rank == PlaceRank::Capital ? capital_priority
                             : stop                             ? stop_priority
                             : place.rank == PlaceRank::Port    ? port_priority
                                                                : town_priority;
        add_town(scene, {place.name, place.country, place.at, place.rank, priority, ends}, place.local, out);
    }
    add_sites(scene, linked, seen, out);
}

}  // namespace app
