// Builds events, stores and worlds for tests in a line or two:
//
//   const app::World world = world_of({an_event("visit", "2025-05-19~/2025-05-21~").from("PAK").to("CHN")});
#pragma once

#include "app/state/app_state.h"
#include "app/state/world.h"
#include "tests/support/event_builder.h"

#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace support {

inline events::Source a_source(int number, std::string title, std::string publication, std::string date_words) {
    events::Source source;
    source.number = number;
    source.id = std::to_string(number);
    source.title = std::move(title);
    source.publication = std::move(publication);
    source.date_words = std::move(date_words);
    return source;
}

/// A world with these events, a few countries' names, no boundaries and no projection.
inline app::World world_of(const std::vector<events::EventDraft>& events, std::vector<events::Source> sources = {},
                           events::KindTable kinds = {}) {
    app::World world;
    world.boundaries = std::make_shared<const geodata::BoundarySet>();
    set_events(world, std::make_shared<const events::EventStore>(std::move(kinds), events, std::move(sources)));
    std::vector<geodata::CountryName> names;
    for (const auto& [code, name] : std::initializer_list<std::pair<const char*, const char*>>{
             {"PAK", "Pakistan"}, {"CHN", "China"}, {"IND", "India"}, {"BGD", "Bangladesh"}, {"AFG", "Afghanistan"}}) {
        names.push_back({code, "", name, {}});
    }
    world.gazetteer.places = geodata::Places{{}, std::move(names)};
    return world;
}

/// A window of so many points, with the playhead at noon of a day ("2025-05-20").
inline app::AppState state_at(std::string_view day, float width_pt = 1920.0F, float height_pt = 1080.0F) {
    app::AppState state;
    state.camera.size = {width_pt, height_pt};
    state.time.playhead = events::edtf_from_text(day).value().strict.start + 0.5;
    return state;
}

}  // namespace support
