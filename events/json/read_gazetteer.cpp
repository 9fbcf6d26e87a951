// data/places.json, data/organisations.json, data/names.json and data/passages.json. They are small and ours, so a
// whole document at a time will do.
#include "events/load.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace events {
namespace {

using Json = nlohmann::json;
using geodata::Problem;
using geodata::Severity;

struct Reader {
    std::string file;
    std::vector<Problem>& problems;
    Severity severity = Severity::Error;

    void error(std::string what, std::string pointer = {}) {
        problems.push_back({severity, std::move(what), file, 0, 0, std::move(pointer)});
    }

    std::optional<Json> document(const std::filesystem::path& path) {
        std::ifstream in{path, std::ios::binary};
        if (!in) {
            error("cannot be read; is this the data folder?");
            return std::nullopt;
        }
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        try {
            return Json::parse(text);
        } catch (const Json::exception& failure) {
            error(std::string{"is not JSON: "} + failure.what());
            return std::nullopt;
        }
    }

    /// Calls `take` with each object of a list in the document.
    template <class Take>
    void each(const Json& document, const char* list, Take take) {
        if (!document.is_object() || !document.contains(list) || !document[list].is_array()) {
            error(std::string{"there is no list of "} + list);
            return;
        }
        std::size_t index = 0;
        for (const Json& entry : document[list]) {
            if (!entry.is_object() || !take(entry)) {
                error("this entry lacks something or has it wrong",
                      '/' + std::string{list} + '/' + std::to_string(index));
            }
            ++index;
        }
    }
};

std::string text_in(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::vector<std::string> texts_in(const Json& object, const char* name) {
    std::vector<std::string> texts;
    const auto found = object.find(name);
    if (found != object.end() && found->is_array()) {
        for (const Json& element : *found) {
            if (element.is_string()) {
                texts.push_back(element.get<std::string>());
            }
        }
    }
    return texts;
}

std::optional<double> number_in(const Json& object, const char* name, double most) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number()) {
        return std::nullopt;
    }
    const double number = found->get<double>();
    return number >= -most && number <= most ? std::optional{number} : std::nullopt;
}

std::optional<geodata::PlaceRank> rank_from_name(std::string_view name) {
    using geodata::PlaceRank;
    constexpr std::array<std::pair<std::string_view, PlaceRank>, 5> ranks{{{"capital", PlaceRank::Capital},
                                                                           {"city", PlaceRank::City},
                                                                           {"town", PlaceRank::Town},
                                                                           {"port", PlaceRank::Port},
                                                                           {"site", PlaceRank::Site}}};
    for (const auto& [word, rank] : ranks) {
        if (word == name) {
            return rank;
        }
    }
    return std::nullopt;
}

bool is_language_tag(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    return plain && text.size() >= 2 && text.size() <= 15;
}

/// Names by what they belong to: a country's code, or "PAK:Karachi".
using LocalNames = std::map<std::string, std::vector<geodata::LocalName>, std::less<>>;

std::optional<std::vector<geodata::LocalName>> local_names_in(const Json& entry) {
    const auto list = entry.find("names");
    if (list == entry.end() || !list->is_array() || list->empty()) {
        return std::nullopt;
    }
    std::vector<geodata::LocalName> names;
    for (const Json& element : *list) {
        names.push_back({element.is_object() ? text_in(element, "lang") : std::string{},
                         element.is_object() ? text_in(element, "name") : std::string{}});
        if (!is_language_tag(names.back().language) || names.back().name.empty()) {
            return std::nullopt;
        }
    }
    return names;
}

LocalNames local_names_from(const Json& document, Reader& reader) {
    LocalNames all;
    const auto take = [&](const Json& entry, std::string key) {
        auto names = local_names_in(entry);
        const bool good = names && !key.empty() && key.front() != ':' && key.back() != ':';
        if (good) {
            all.insert_or_assign(std::move(key), *std::move(names));
        }
        return good;
    };
    reader.each(document, "countries", [&](const Json& entry) { return take(entry, text_in(entry, "code")); });
    reader.each(document, "places", [&](const Json& entry) {
        return take(entry, text_in(entry, "country") + ':' + text_in(entry, "name"));
    });
    return all;
}

LocalNames water_names_from(const Json& document, Reader& reader) {
    LocalNames all;
    reader.each(document, "waters", [&](const Json& entry) {
        auto names = local_names_in(entry);
        const bool good = names && !text_in(entry, "name").empty();
        if (good) {
            all.insert_or_assign(text_in(entry, "name"), *std::move(names));
        }
        return good;
    });
    return all;
}

/// Hands out names and keeps count, so that those of nobody are told.
struct NameGiver {
    LocalNames names;
    std::set<std::string, std::less<>> given{};

    std::vector<geodata::LocalName> of(const std::string& key) {
        const auto found = names.find(key);
        if (found == names.end()) {
            return {};
        }
        given.insert(key);
        return found->second;
    }
    void tell_unused(Reader& reader) const {
        for (const auto& [key, unused] : names) {
            if (!given.contains(key)) {
                reader.error("there is no country or place '" + key + "' in places.json to have this name");
            }
        }
    }
};

geodata::Places places_from(const Json& document, Reader& reader, NameGiver& names) {
    std::vector<geodata::CountryName> countries;
    reader.each(document, "countries", [&](const Json& entry) {
        countries.push_back(
            {text_in(entry, "code"), text_in(entry, "alpha2"), text_in(entry, "name"), texts_in(entry, "aliases")});
        countries.back().local = names.of(countries.back().code);
        const bool good = countries.back().code.size() == 3 && !countries.back().name.empty();
        if (!good) {
            countries.pop_back();
        }
        return good;
    });
    std::vector<geodata::Place> places;
    reader.each(document, "places", [&](const Json& entry) {
        const auto lon = number_in(entry, "lon", 180.0);
        const auto lat = number_in(entry, "lat", 90.0);
        const auto rank = rank_from_name(text_in(entry, "rank"));
        std::string name = text_in(entry, "name");
        if (!lon || !lat || !rank || name.empty()) {
            return false;
        }
        places.push_back({std::move(name), text_in(entry, "country"), {*lon, *lat}, *rank, texts_in(entry, "aliases")});
        places.back().local = names.of(places.back().country + ':' + places.back().name);
        return true;
    });
    return {std::move(places), std::move(countries)};
}

/// The days of a membership; nothing when a date cannot be read.
std::optional<DaySpan> membership_days(const std::string& from, const std::string& until) {
    constexpr double forever = std::numeric_limits<double>::infinity();
    const auto first = edtf_from_text(from);
    const auto last = edtf_from_text(until);
    if ((!from.empty() && !first) || (!until.empty() && !last)) {
        return std::nullopt;
    }
    return DaySpan{first ? first->strict.start : -forever, last ? last->strict.end : forever};
}

/// A code for who has belonged since the founding, or an object with the dates of joining and leaving.
std::optional<Membership> membership_from(const Json& entry, const std::string& founded) {
    if (entry.is_string()) {
        const auto days = membership_days(founded, {});
        return days ? std::optional{Membership{entry.get<std::string>(), *days}} : std::nullopt;
    }
    const std::string from = text_in(entry, "from");
    std::string code = text_in(entry, "code");
    const auto days = membership_days(from.empty() ? founded : from, text_in(entry, "until"));
    return days && !code.empty() ? std::optional{Membership{std::move(code), *days}} : std::nullopt;
}

/// Nothing when one of them cannot be read.
std::optional<std::vector<Membership>> members_from(const Json& entry) {
    std::vector<Membership> members;
    const std::string founded = text_in(entry, "founded");
    for (const Json& member : entry.value("members", Json::array())) {
        auto membership = membership_from(member, founded);
        if (!membership) {
            return std::nullopt;
        }
        members.push_back(*std::move(membership));
    }
    return members;
}

Organisations organisations_from(const Json& document, Reader& reader) {
    std::vector<Organisation> all;
    reader.each(document, "organisations", [&](const Json& entry) {
        std::string code = text_in(entry, "code");
        std::string name = text_in(entry, "name");
        auto members = members_from(entry);
        if (code.empty() || name.empty() || !members) {
            return false;
        }
        all.push_back({std::move(code), std::move(name), text_in(entry, "seat"), *std::move(members),
                       text_in(entry, "as_of"), text_in(entry, "source")});
        return true;
    });
    return Organisations{std::move(all)};
}

std::optional<geodata::LonLat> position_in(const Json& pair) {
    const bool numbers = pair.is_array() && pair.size() == 2 && pair[0].is_number() && pair[1].is_number();
    const geodata::LonLat at =
        numbers ? geodata::LonLat{pair[0].get<double>(), pair[1].get<double>()} : geodata::LonLat{};
    return numbers && std::abs(at.lon) <= 180.0 && std::abs(at.lat) <= 90.0 ? std::optional{at} : std::nullopt;
}

/// A list of two positions or more; empty where there is none. Nothing when it is anything else.
std::optional<std::vector<geodata::LonLat>> line_in(const Json& entry, const char* name) {
    const auto list = entry.find(name);
    if (list == entry.end()) {
        return std::vector<geodata::LonLat>{};
    }
    std::vector<geodata::LonLat> line;
    for (const Json& pair : *list) {
        const auto at = position_in(pair);
        if (!at) {
            return std::nullopt;
        }
        line.push_back(*at);
    }
    return line.size() >= 2 ? std::optional{std::move(line)} : std::nullopt;
}

geodata::Passages passages_from(const Json& document, Reader& reader) {
    std::vector<geodata::Passage> all;
    std::set<std::string> ids;
    reader.each(document, "passages", [&](const Json& entry) {
        geodata::Passage passage;
        passage.id = text_in(entry, "id");
        passage.name = text_in(entry, "name");
        passage.aliases = texts_in(entry, "aliases");
        const auto lon = number_in(entry, "lon", 180.0);
        const auto lat = number_in(entry, "lat", 90.0);
        auto channel = line_in(entry, "channel");
        auto gate = line_in(entry, "gate");
        const auto navigable = entry.find("navigable");
        const bool sound = navigable == entry.end() || (navigable->is_boolean() && gate && !gate->empty());
        if (passage.name.empty() || !lon || !lat || !channel || !gate || !sound || passage.id.empty() ||
            !ids.insert(passage.id).second) {
            return false;
        }
        passage.at = {*lon, *lat};
        passage.channel = *std::move(channel);
        passage.gate = *std::move(gate);
        passage.navigable = navigable == entry.end() || navigable->get<bool>();
        all.push_back(std::move(passage));
        return true;
    });
    return geodata::Passages{std::move(all)};
}

}  // namespace

geodata::Loaded<Gazetteer> load_gazetteer(const std::filesystem::path& data_folder) {
    geodata::Loaded<Gazetteer> result;
    const std::filesystem::path names = data_folder / "names.json";
    Reader names_reader{names.string(), result.problems, Severity::Warning};
    NameGiver giver;
    if (const auto document = names_reader.document(names)) {
        giver.names = local_names_from(*document, names_reader);
        result.value.waters = water_names_from(*document, names_reader);
    }
    const std::filesystem::path places = data_folder / "places.json";
    Reader places_reader{places.string(), result.problems};
    if (const auto document = places_reader.document(places)) {
        result.value.places = places_from(*document, places_reader, giver);
        giver.tell_unused(names_reader);
    }
    const std::filesystem::path organisations = data_folder / "organisations.json";
    Reader organisations_reader{organisations.string(), result.problems};
    if (const auto document = organisations_reader.document(organisations)) {
        result.value.organisations = organisations_from(*document, organisations_reader);
    }
    const std::filesystem::path passages = data_folder / "passages.json";
    Reader passages_reader{passages.string(), result.problems, Severity::Warning};
    if (const auto document = passages_reader.document(passages)) {
        result.value.passages = passages_from(*document, passages_reader);
    }
    return result;
}

}  // namespace events
