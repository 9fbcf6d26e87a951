#include "app/state/world.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// Of places on the map.
geodata::WorldBox box_of(const geodata::Ring& places, const geodata::Projection& projection) {
    std::vector<geodata::WorldXY> points(places.size());
    projection.project(places, points);
    geodata::WorldBox box;
    for (const geodata::WorldXY& p : points) {
        if (std::isfinite(p.x) && std::isfinite(p.y)) {
            box.extend(p);
        }
    }
    return box;
}

/// The box of a country's greater parts: polygons of at least a fiftieth of its largest, so that a far island does not
/// count.
geodata::WorldBox main_box(const geodata::Country& country, const geodata::Projection& projection) {
    const auto area = [](const geodata::Polygon& polygon) {
        double twice = 0.0;
        const geodata::Ring& ring = polygon.rings.front();
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            twice += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
        }
        return std::abs(twice);
    };
    double largest = 0.0;
    for (const geodata::Polygon& polygon : country.polygons) {
        largest = std::max(largest, area(polygon));
    }
    geodata::Ring samples;
    for (const geodata::Polygon& polygon : country.polygons) {
        if (area(polygon) * 50.0 < largest) {
            continue;
        }
        const geodata::Ring& ring = polygon.rings.front();
        for (std::size_t i = 0; i<ring.size(); i += ring.size()> 400 ? 8 : 1) {
            if (contains(projection.domain(), ring[i])) {
                samples.push_back(ring[i]);
            }
        }
    }
    return box_of(samples, projection);
}

}  // namespace

std::string_view World::name_of(std::string_view code) const {
    if (const auto* country = gazetteer.places.country(code)) {
        return country->name;
    }
    if (const auto* organisation = gazetteer.organisations.find(code)) {
        return organisation->name;
    }
    if (boundaries) {
        if (const auto id = boundaries->find(code)) {
            return (*boundaries)[*id].name;
        }
    }
    return code;
}

std::optional<geodata::CountryId> World::country_at(geodata::WorldXY at) const {
    const auto lonlat = projection->lonlat_from_world(at);
    return lonlat ? boundaries->country_at(*lonlat) : std::nullopt;
}

geodata::WorldXY World::kept_on_map(geodata::WorldXY at) const {
    if (reach.empty()) {
        return at;
    }
    at = {std::clamp(at.x, reach.min_x, reach.max_x), std::clamp(at.y, reach.min_y, reach.max_y)};
    if (projection->lonlat_from_world(at)) {
        return at;
    }
    geodata::WorldXY on = region_box.center();
    for (int halving = 0; halving < 24; ++halving) {
        const geodata::WorldXY middle{(on.x + at.x) / 2.0, (on.y + at.y) / 2.0};
        (projection->lonlat_from_world(middle) ? on : at) = middle;
    }
    return on;
}

void set_events(World& world, std::shared_ptr<const events::EventStore> events) {
    world.events = std::move(events);
    world.values = ValueScales{*world.events};
    world.timeline = std::make_shared<const TimelineIndex>(timeline_index(*world.events));
    std::vector<bool> occurs(world.events->kinds().all().size(), false);
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        occurs[static_cast<std::size_t>(world.events->kind_of(events::EventIndex{i}))] = true;
    }
    world.kinds.clear();
    for (std::size_t i = 0; i < occurs.size(); ++i) {
        if (occurs[i]) {
            world.kinds.push_back(static_cast<events::KindId>(i));
        }
    }
}

void derive(World& world) {
    world.country_boxes.clear();
    world.region_box = {};
    world.reach = box_of(geodata::edge_of(world.projection->domain()), *world.projection);
    for (const geodata::Country& country : world.boundaries->countries()) {
        world.country_boxes.push_back(main_box(country, *world.projection));
        if (country.in_region) {
            world.region_box.extend(world.country_boxes.back());
        }
    }
    // A map that shows the heart of the region well lets its outer countries run off the edge.
    if (!world.region_box.empty()) {
        geodata::WorldBox& box = world.region_box;
        const double dx = (box.max_x - box.min_x) * 0.09;
        const double dy = (box.max_y - box.min_y) * 0.12;
        box = {box.min_x + dx, box.min_y + dy, box.max_x - dx, box.max_y - dy};
    }
    if (world.region_box.empty()) {
        for (const geodata::WorldBox& box : world.country_boxes) {
            world.region_box.extend(box);
        }
    }
}

}  // namespace app
