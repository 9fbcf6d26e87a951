#include "app/scene/links_between.h"

#include "app/scene/link_layout.h"

#include <algorithm>
#include <vector>

namespace app {

namespace {

/// The country where a party stands on the map; none for an organisation, whose seat is its own.
const std::string& country_of(const events::Party& party) {
    return party.is_country ? party.code : party.place.country;
}

bool is_between(const events::Event& event, std::span<const std::string> countries) {
    const auto outside = [&](const std::string& code) {
        return !code.empty() && std::find(countries.begin(), countries.end(), code) == countries.end();
    };
    const bool venue_outside = event.venue && event.venue->at && outside(event.venue->country);
    return !venue_outside && std::none_of(event.parties.begin(), event.parties.end(), [&](const events::Party& party) {
        return party.role != events::Role::Transit && party.place.at &&
               (party.is_organisation || outside(country_of(party)));
    });
}

}  // namespace

geodata::WorldBox box_of_links_between(std::span<const std::string> countries, const AppState& state,
                                       const World& world, const render::Camera& camera) {
    std::vector<events::EventIndex> between = visible_events(state, world);
    std::erase_if(between, [&](events::EventIndex index) { return !is_between((*world.events)[index], countries); });
    geodata::WorldBox box;
    for (const LinkLayout& link : layout_links(between, world, {}, camera).links) {
        for (const render::Path& path : link.paths) {
            for (const render::ScreenPt point : path.points) {
                box.extend(camera.world_from_screen(point));
            }
        }
        if (link.hub) {
            box.extend(camera.world_from_screen(*link.hub));
        }
    }
    return box;
}

}  // namespace app
