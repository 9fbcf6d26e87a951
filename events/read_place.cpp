#include "events/read_place.h"

#include <array>

namespace events {
namespace {

constexpr std::array<std::string_view, 14> names{"code", "country",   "place",      "name",     "lon",
                                                 "lat",  "lng",       "longitude",  "latitude", "coordinates",
                                                 "note", "precision", "chokepoint", "label"};
enum PlaceField {
    Code,
    Country,
    PlaceName,
    Name,
    Lon,
    Lat,
    Lng,
    Longitude,
    Latitude,
    Coordinates,
    Note,
    Precision,
    Choke
};

std::optional<geodata::LonLat> position_from_list(RawValue list, FileProblems& problems) {
    std::array<std::optional<RawValue>, 2> numbers;
    std::size_t count = 0;
    for (const RawValue element : list) {
        if (count < 2) {
            numbers[count] = element;
        }
        ++count;
    }
    if (count < 2 || count > 3) {
        problems.error(list, "a position is a list of longitude and latitude: [67.0, 24.9]");
        return std::nullopt;
    }
    return position_from(list, numbers[0], numbers[1], problems);
}

std::optional<EventPlace> named_place(RawValue value, std::string_view country, std::string_view name, bool silent,
                                      Resolver& resolver, FileProblems& problems) {
    if (auto found = resolver.place(country, name)) {
        return found;
    }
    if (!silent) {
        problems.error(value, [&] { return resolver.complaint_about_place(country, name); });
    }
    return EventPlace{std::string{name}, std::string{country}, std::nullopt};
}

/// The alpha-3 code that a place's code or country stands for.
std::string country_of(std::optional<RawValue> value, std::string_view fallback, Resolver& resolver,
                       FileProblems& problems) {
    const std::string_view written = text_of(value, problems);
    if (written.empty()) {
        return std::string{fallback};
    }
    const Actor& actor = resolver.actor(written);
    if (!actor.complaint.empty()) {
        actor.complaint_is_error ? problems.error(*value, actor.complaint) : problems.warn(*value, actor.complaint);
    }
    return actor.is_country ? actor.code : std::string{};
}

EventPlace place_from_object(RawValue object, std::string_view party_country, Resolver& resolver,
                             FileProblems& problems) {
    const Fields fields{object, names, problems};
    const auto code = fields[fields[Code] ? Code : Country];
    const std::string country = country_of(code, party_country, resolver, problems);
    const auto name_value = fields[PlaceName] ? fields[PlaceName] : fields[Name];
    const std::string_view name = text_of(name_value, problems);
    const std::string_view label = fields[PlaceName] ? text_of(fields[Name], problems) : name;
    const std::string_view precision = text_of(fields[Precision], problems);
    const auto lon = fields[Lon] ? fields[Lon] : fields[Lng] ? fields[Lng] : fields[Longitude];
    const auto lat = fields[Lat] ? fields[Lat] : fields[Latitude];
    std::optional<geodata::LonLat> at = position_from(object, lon, lat, problems);
    if (const auto coordinates = fields[Coordinates]; coordinates && !at) {
        at = position_from_list(*coordinates, problems);
    }
    if (at || lon || lat) {
        return {std::string{label.empty() ? name : label}, country, at};
    }
    if (const auto choke = fields[Choke]) {
        const std::string_view written = text_of(choke, problems);
        auto found = resolver.place({}, written);
        if (!found && !written.empty()) {
            problems.error(*choke, "there is no chokepoint called " + std::string{written} + "; give its lon and lat");
        }
        return found.value_or(EventPlace{std::string{written}, {}, std::nullopt});
    }
    if (!name.empty()) {
        const bool no_point = precision == "line" || precision == "area" || precision == "region";
        EventPlace place = named_place(*name_value, country, name, no_point, resolver, problems).value_or(EventPlace{});
        if (!label.empty()) {
            place.name = label;
        }
        return place;
    }
    if (!country.empty() && code) {
        return resolver.place(country, country).value_or(EventPlace{country, country, std::nullopt});
    }
    if (!code) {
        problems.error(object, "a place needs a code, a name, or lon and lat");
    }
    return {{}, country, std::nullopt};
}

}  // namespace

std::optional<geodata::LonLat> position_from(RawValue owner, std::optional<RawValue> lon, std::optional<RawValue> lat,
                                             FileProblems& problems) {
    if (!lon && !lat) {
        return std::nullopt;
    }
    if (!lon || !lat) {
        problems.error(owner, lon ? "there is a lon but no lat" : "there is a lat but no lon");
        return std::nullopt;
    }
    const auto lon_deg = number_of(lon, -180.0, 180.0, problems);
    const auto lat_deg = number_of(lat, -90.0, 90.0, problems);
    return lon_deg && lat_deg ? std::optional{geodata::LonLat{*lon_deg, *lat_deg}} : std::nullopt;
}

std::optional<EventPlace> place_from(RawValue value, std::string_view country, Resolver& resolver,
                                     FileProblems& problems) {
    switch (value.type()) {
        case RawType::Text:
            if (value.text().empty()) {
                return std::nullopt;
            }
            return named_place(value, country, text_of(value, problems), false, resolver, problems);
        case RawType::List: {
            const auto at = position_from_list(value, problems);
            return at ? std::optional{EventPlace{{}, std::string{country}, at}} : std::nullopt;
        }
        case RawType::Object:
            return place_from_object(value, country, resolver, problems);
        default:
            problems.error(value,
                           "a place must be text or an object, not " + std::string{words_from_type(value.type())});
            return std::nullopt;
    }
}

}  // namespace events
