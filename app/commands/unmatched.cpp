#include "app/commands/unmatched.h"

#include <algorithm>
#include <set>
#include <utility>

namespace app {

namespace {

/// "SOL (Somaliland), KOS (Kosovo) and 3 more"
std::string first_few(const std::vector<std::string>& names) {
    constexpr std::size_t most = 5;
    const std::size_t shown = names.size() <= most + 1 ? names.size() : most;  // "and 1 more" is as long as a name
    std::string words;
    for (std::size_t i = 0; i < shown; ++i) {
        words += (i == 0 ? "" : ", ") + names[i];
    }
    return shown < names.size() ? words + " and " + std::to_string(names.size() - shown) + " more" : words;
}

std::string with_name(const std::string& code, const std::string& name) {
    return name.empty() || name == code ? code : code + " (" + name + ")";
}

std::set<std::string> countries_of(const events::EventStore& events) {
    std::set<std::string> codes;
    for (const events::Event& event : events.all()) {
        for (const events::Party& party : event.parties) {
            if (party.is_country) {
                codes.insert(party.code);
            }
        }
        if (event.venue) {
            codes.insert(event.venue->country);
        }
        for (const events::RouteLeg& leg : event.path) {
            for (const events::EventPlace& point : leg.points) {
                codes.insert(point.country);
            }
        }
    }
    codes.erase("");
    return codes;
}

geodata::Problem warning(std::string what, const std::string& file) {
    return {geodata::Severity::Warning, std::move(what), file, 0, 0, {}};
}

}  // namespace

std::vector<geodata::Problem> unmatched_codes(const events::EventStore& events, const geodata::BoundarySet& boundaries,
                                              const geodata::Places& places, const std::string& file) {
    std::vector<std::string> shapeless;
    for (const std::string& code : countries_of(events)) {
        if (!boundaries.find(code)) {
            const auto* country = places.country(code);
            shapeless.push_back(with_name(code, country != nullptr ? country->name : std::string{}));
        }
    }
    std::vector<std::string> unknown;
    std::size_t coded = 0;
    for (const geodata::Country& country : boundaries.countries()) {
        coded += country.code.empty() ? 0 : 1;
        if (country.code.empty() ? !country.name.empty() : places.country(country.code) == nullptr) {
            unknown.push_back(country.code.empty() ? country.name : with_name(country.code, country.name));
        }
    }
    std::vector<geodata::Problem> problems;
    if (!shapeless.empty()) {
        problems.push_back(
            warning((shapeless.size() == 1 ? "1 country of the events has"
                                           : std::to_string(shapeless.size()) + " countries of the events have") +
                        std::string{" no shape here: "} + first_few(shapeless),
                    file));
    }
    if (!unknown.empty() && coded > 0) {
        problems.push_back(
            warning((unknown.size() == 1 ? "1 shape is" : std::to_string(unknown.size()) + " shapes are") +
                        std::string{" of no known country: "} + first_few(unknown),
                    file));
    }
    return problems;
}

}  // namespace app
