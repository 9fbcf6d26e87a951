// Names of towns: those at which links end, and others by rank as the map comes nearer.
#include "app/scene/label_sources.h"
#include "app/scene/pack_links.h"
#include "app/scene/small_states.h"

#include <algorithm>
#include <unordered_map>

namespace app {

namespace {

using geodata::PlaceRank;
using render::text::Face;
using render::text::Language;

constexpr int stop_priority = 430;  // of towns that a route passes
constexpr int capital_priority = 620;
constexpr int port_priority = 300;  // before the towns, behind the seas
constexpr int town_priority = 280;

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
        for (const events::Party& party : event.parties) {
            note(party.place, priority);
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

/// Puts those places first in which the name keeps off disputed land, where its town is not, and on the map.
std::vector<LabelSpot> on_settled_land(const LabelScene& scene, const LabelCandidate& label,
                                       std::vector<LabelSpot> spots, std::size_t lines) {
    const float width = block_of(label, lines).width_pt;
    std::stable_partition(spots.begin(), spots.end(), [&](const LabelSpot& spot) {
        const auto is_settled = [&](float part) {
            return NameGround::bears_names(
                scene.country_under({label.anchor.x + spot.at.x + width * part, label.anchor.y + spot.at.y}));
        };
        return is_settled(0.0F) && is_settled(0.5F) && is_settled(1.0F);
    });
    return spots;
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
    label.mark_radius_pt = label.mark == LabelMark::PortRing ? 2.6F : subject.ends ? 2.2F : capital ? 1.9F : 1.5F;
    label.over_links = subject.ends;
    add_spots_by_lines(label, scene.memory.slot_of(label.id), [&](std::size_t lines, HadSlot) {
        return on_settled_land(scene, label, spots_around(label, subject.ends ? 10.0F : 6.0F, 0, lines), lines);
    });
    out.push_back(std::move(label));
}

/// A state that is its own capital and shown by a mark: its name stands there already.
bool is_named_as_state(const LabelScene& scene, const geodata::Place& place) {
    const auto id = scene.world.boundaries->find(place.country);
    return id && scene.world.name_of(place.country) == place.name &&
           is_small_state(scene.world, static_cast<std::size_t>(*id), scene.state.camera);
}

/// Places that only the events name.
void add_sites(const LabelScene& scene, const std::unordered_map<std::string, int>& linked,
               std::set<std::string, std::less<>>& seen, LabelCandidates& out) {
    for (const LinkLayout& link : scene.links.links) {
        const events::Event& event = (*scene.world.events)[link.event];
        if (!event.venue || !event.venue->at || event.venue->name.empty()) {
            continue;
        }
        const events::EventPlace& venue = *event.venue;
        const std::string key = place_key(venue.country, venue.name);
        if (seen.insert(key).second) {
            add_town(scene, {venue.name, venue.country, *venue.at, PlaceRank::Site, linked.at(key), true}, {}, out);
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
