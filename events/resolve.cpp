#include "events/resolve.h"

#include "events/nearest_word.h"
#include "geodata/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace events {
namespace {

// Codes that ISO 3166-1 withdrew (ISO 3166-3): parties of the past, not misspellings.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> former_states{{
    {"SUN", "Soviet Union"},
    {"YUG", "Yugoslavia"},
    {"SCG", "Serbia and Montenegro"},
    {"CSK", "Czechoslovakia"},
    {"DDR", "German Democratic Republic"},
    {"YMD", "South Yemen"},
    {"VDR", "Democratic Republic of Viet-Nam"},
    {"BUR", "Burma"},
    {"TMP", "East Timor"},
}};

bool looks_like_code(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

EventPlace event_place(const geodata::Place& place) {
    return {place.name, place.country, place.at};
}

}  // namespace

const Actor& Resolver::actor(std::string_view text) {
    auto known = actors_.find(text);
    if (known == actors_.end()) {
        known = actors_.emplace(text, find_actor(text)).first;
    }
    return known->second;
}

Actor Resolver::country_actor(const geodata::CountryName& country) const {
    Actor actor;
    actor.code = country.code;
    actor.name = country.name;
    actor.is_country = true;
    actor.seat = capital(country.code).value_or(EventPlace{country.name, country.code, std::nullopt});
    return actor;
}

Actor Resolver::find_actor(std::string_view text) const {
    const std::string written{text};
    const geodata::CountryName* country = gazetteer_.places.country(text);
    if (country != nullptr && country->code == text) {
        return country_actor(*country);
    }
    Actor actor;
    actor.code = actor.name = actor.seat.name = written;
    if (const Organisation* organisation = gazetteer_.organisations.find(text)) {
        actor.code = organisation->code;
        actor.name = organisation->name;
        actor.is_organisation = true;
        actor.seat = seat_of(*organisation);
        return actor;
    }
    const auto former = std::find_if(former_states.begin(), former_states.end(),
                                     [&](const auto& state) { return state.first == text; });
    if (former != former_states.end()) {
        actor.name = actor.seat.name = former->second;
        return actor;
    }
    if (country == nullptr) {
        country = gazetteer_.places.country_by_other_name(text);
    }
    if (country != nullptr) {
        actor = country_actor(*country);
        actor.complaint = "write " + country->code + " for " + written;
        return actor;
    }
    actor.complaint_is_error = looks_like_code(text);
    actor.complaint =
        actor.complaint_is_error
            ? "unknown country code " + written +
                  did_you_mean(gazetteer_.places.nearest_code(text).value_or(std::string{}))
            : written + " is no country or organisation that is known here; it is listed but not on the map";
    return actor;
}

std::string Resolver::unknown_code(std::string_view code) const {
    const auto nearest = searches_.take() ? gazetteer_.places.nearest_code(code) : std::nullopt;
    return "unknown country code " + std::string{code} + did_you_mean(nearest.value_or(std::string{}));
}

EventPlace Resolver::seat_of(const Organisation& organisation) const {
    const std::size_t colon = std::min(organisation.seat.find(':'), organisation.seat.size());
    const geodata::Place* const town =
        colon < organisation.seat.size()
            ? gazetteer_.places.find(organisation.seat.substr(0, colon), organisation.seat.substr(colon + 1))
            : nullptr;
    // The organisation's own: what it does is not done by the country in which it sits.
    return town == nullptr ? EventPlace{organisation.name, {}, std::nullopt}
                           : EventPlace{organisation.code, {}, town->at};
}

std::optional<EventPlace> Resolver::capital(std::string_view code) const {
    const geodata::Place* place = gazetteer_.places.capital(code);
    return place == nullptr ? std::nullopt : std::optional{event_place(*place)};
}

std::optional<EventPlace> Resolver::place(std::string_view country, std::string_view text) {
    key_.assign(country).append("\n").append(text);
    auto known = places_.find(key_);
    if (known == places_.end()) {
        known = places_.emplace(key_, find_place(country, text)).first;
    }
    return known->second;
}

std::optional<EventPlace> Resolver::find_place(std::string_view country, std::string_view name) const {
    if (const auto own = own_places_.find(geodata::folded(name)); own != own_places_.end()) {
        return own->second;
    }
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        const std::string_view code = name.substr(0, colon);
        if (gazetteer_.places.country(code) == nullptr) {
            return std::nullopt;
        }
        const geodata::Place* place = gazetteer_.places.find(code, name.substr(colon + 1));
        return place == nullptr ? std::nullopt : std::optional{event_place(*place)};
    }
    if (looks_like_code(name) && gazetteer_.places.country(name) != nullptr) {
        return capital(name);
    }
    // Where a country is named its own places come first, but somebody may be named at a place abroad.
    const geodata::Place* place = gazetteer_.places.find(country, name);
    if (place == nullptr && !country.empty()) {
        place = gazetteer_.places.find({}, name);
    }
    return place == nullptr ? passage(name) : std::optional{event_place(*place)};
}

std::optional<EventPlace> Resolver::passage(std::string_view name) const {
    const auto found = gazetteer_.passages.find(name);
    if (!found) {
        return std::nullopt;
    }
    const geodata::Passage& passage = gazetteer_.passages[*found];
    return EventPlace{passage.name, {}, passage.at};
}

const std::string& Resolver::complaint_about_place(std::string_view country, std::string_view text) {
    key_.assign(country).append("\n").append(text);
    auto known = complaints_.find(key_);
    if (known == complaints_.end()) {
        known = complaints_.emplace(key_, find_complaint(country, text)).first;
    }
    return known->second;
}

std::string Resolver::find_complaint(std::string_view country, std::string_view text) const {
    std::string_view name = text;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        country = text.substr(0, colon);
        name = text.substr(colon + 1);
        if (gazetteer_.places.country(country) == nullptr) {
            return unknown_code(country);
        }
    }
    std::vector<std::string_view> names;
    if (!searches_.take()) {
        return "there is no place called " + std::string{name};
    }
    for (const geodata::Place& place : gazetteer_.places.all()) {
        if (country.empty() || place.country == country) {
            names.push_back(place.name);
            names.insert(names.end(), place.aliases.begin(), place.aliases.end());
        }
    }
    std::string complaint = "there is no place called " + std::string{name};
    complaint += country.empty() ? "" : " in " + std::string{country};
    const std::string_view nearest = nearest_word(name, names);
    return complaint +
           (nearest.empty() ? "; give its lon and lat, or add it to the file's places" : did_you_mean(nearest));
}

void Resolver::add_place(std::string_view name, EventPlace place) {
    own_places_.insert_or_assign(geodata::folded(name), std::move(place));
    places_.clear();
}

}  // namespace events
