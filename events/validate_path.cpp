// The way that a route takes.
#include "events/nearest_word.h"
#include "events/read_place.h"
#include "events/validate.h"

#include <algorithm>
#include <array>

namespace events {
namespace {

constexpr std::array<std::string_view, 6> path_names{"mode", "legs", "via", "directed", "note", "name"};
constexpr std::array<std::string_view, 6> leg_names{"mode", "via", "directed", "note", "name", "points"};

struct ModeWord {
    std::string_view name;
    RouteMode mode;
};

constexpr std::array<ModeWord, 13> mode_words{{
    {"sea", RouteMode::Sea},
    {"ship", RouteMode::Sea},
    {"maritime", RouteMode::Sea},
    {"air", RouteMode::Air},
    {"flight", RouteMode::Air},
    {"road", RouteMode::Road},
    {"land", RouteMode::Road},
    {"truck", RouteMode::Road},
    {"rail", RouteMode::Rail},
    {"railway", RouteMode::Rail},
    {"pipeline", RouteMode::Pipeline},
    {"corridor", RouteMode::Corridor},
    {"multimodal", RouteMode::Corridor},
}};

const ModeWord* find_mode(std::string_view name) {
    const auto found =
        std::find_if(mode_words.begin(), mode_words.end(), [&](const ModeWord& word) { return word.name == name; });
    return found == mode_words.end() ? nullptr : &*found;
}

}  // namespace

RouteMode EventValidator::mode_from(Value value, RouteMode fallback) {
    const std::string_view name = text_of(value, problems_);
    if (name.empty() || name.find('+') != std::string_view::npos) {
        return fallback;  // "sea+road": its legs say which is which
    }
    if (const ModeWord* word = find_mode(name)) {
        return word->mode;
    }
    std::array<std::string_view, mode_words.size()> names;
    std::transform(mode_words.begin(), mode_words.end(), names.begin(), [](const ModeWord& word) { return word.name; });
    problems_.error(*value, "there is no mode " + std::string{name} + " (sea, air, road, rail, pipeline, corridor)" +
                                did_you_mean(nearest_word(name, names)));
    return fallback;
}

std::vector<RouteLeg> EventValidator::path_from(RawValue value, Value event_mode) {
    std::vector<RouteLeg> legs;
    const bool short_form = value.is(RawType::List);
    if (!short_form && !value.is(RawType::Object)) {
        problems_.error(value, "path must be a list of places or an object with legs, not " +
                                   std::string{words_from_type(value.type())});
        return legs;
    }
    const bool one_mode = event_mode && event_mode->is(RawType::Text) && find_mode(event_mode->text()) != nullptr;
    const RouteMode outer_mode = one_mode ? find_mode(event_mode->text())->mode : RouteMode::Corridor;
    if (short_form) {
        read_legs(legs, value, outer_mode, true);
        return legs;
    }
    enum PathField { Mode, Legs, Via, Directed };
    const Fields fields{value, path_names, problems_};
    const RouteMode mode = mode_from(fields[Mode], outer_mode);
    const bool directed = flag_of(fields[Directed], true, problems_);
    for (const Value list : {fields[Legs], fields[Via]}) {
        if (list && list->is(RawType::List)) {
            read_legs(legs, *list, mode, directed);
        } else if (list) {
            problems_.error(
                *list, std::string{list->key()} + " must be a list, not " + std::string{words_from_type(list->type())});
        }
    }
    return legs;
}

/// A list of legs, or the places of one leg.
void EventValidator::read_legs(std::vector<RouteLeg>& legs, RawValue list, RouteMode mode, bool directed) {
    const auto is_leg = [](RawValue element) {
        bool has_points = false;
        if (element.is(RawType::Object)) {
            for (const RawValue field : element) {
                has_points = has_points || field.key() == "via" || field.key() == "points";
            }
        }
        return has_points;
    };
    bool any_leg = list.key() == "legs";
    for (const RawValue element : list) {
        any_leg = any_leg || is_leg(element);
    }
    if (!any_leg) {
        if (auto leg = leg_from(list, mode, directed)) {
            legs.push_back(std::move(*leg));
        }
        return;
    }
    for (const RawValue element : list) {
        read_leg(legs, element, mode, directed);
    }
}

void EventValidator::read_leg(std::vector<RouteLeg>& legs, RawValue leg, RouteMode mode, bool directed) {
    if (!leg.is(RawType::Object)) {
        problems_.error(leg,
                        "a leg must be an object with mode and via, not " + std::string{words_from_type(leg.type())});
        return;
    }
    enum LegField { Mode, Via, Directed, Note, Name, Points };
    const Fields fields{leg, leg_names, problems_};
    const RouteMode own_mode = mode_from(fields[Mode], mode);
    const bool own_directed = flag_of(fields[Directed], directed, problems_);
    const Value via = fields[Via] ? fields[Via] : fields[Points];
    if (!via || !via->is(RawType::List)) {
        problems_.error(via ? *via : leg, "a leg needs via, a list of two places at least");
        return;
    }
    if (auto found = leg_from(*via, own_mode, own_directed)) {
        legs.push_back(std::move(*found));
    }
}

std::optional<RouteLeg> EventValidator::leg_from(RawValue via, RouteMode mode, bool directed) {
    RouteLeg leg;
    leg.mode = mode;
    leg.directed = directed;
    bool all_found = true;
    for (const RawValue element : via) {
        auto place = place_from(element, {}, resolver_, problems_);
        if (place && place->at) {
            leg.points.push_back(std::move(*place));
        } else {
            all_found = false;  // told; the way goes straight on to the next place
        }
    }
    if (leg.points.size() >= 2) {
        return leg;
    }
    if (all_found) {
        problems_.error(via, "a leg needs two places at least");
    }
    return std::nullopt;
}

/// A route without a path goes from party to party, by way of those in transit.
std::vector<RouteLeg> EventValidator::path_from_parties(const CheckedEvent& event, RouteMode mode) const {
    RouteLeg leg;
    leg.mode = mode;
    leg.directed = is_directed(event);
    for (const Role role : {Role::From, Role::Transit, Role::Party, Role::To}) {
        for (const Party& party : parties_of(event)) {
            if (party.role == role && party.place.at) {
                leg.points.push_back(party.place);
            }
        }
    }
    return leg.points.size() < 2 ? std::vector<RouteLeg>{} : std::vector<RouteLeg>{std::move(leg)};
}

/// What the event closes; it stands there, where the file gives no venue.
void EventValidator::read_closes(CheckedEvent& event, Value value) {
    if (value && value->is(RawType::List)) {
        for (const RawValue element : *value) {
            read_closed(event, element);
        }
    } else if (value) {
        read_closed(event, *value);
    }
    if (!event.details.closes.empty() && event.venue == no_number) {
        const geodata::Passage& passage = resolver_.gazetteer().passages[event.details.closes.front()];
        event.venue = pools_.places.add({passage.name, {}, passage.at});
    }
}

void EventValidator::read_closed(CheckedEvent& event, RawValue value) {
    const std::string_view name = text_of(value, problems_);
    if (name.empty()) {
        return;
    }
    const geodata::Passages& passages = resolver_.gazetteer().passages;
    const auto found = passages.find(name);
    if (!found) {
        std::vector<std::string_view> names;
        for (const geodata::Passage& passage : passages.all()) {
            names.push_back(passage.id);
        }
        problems_.error(
            value, "there is no strait or canal called " + std::string{name} + did_you_mean(nearest_word(name, names)));
    } else if (passages[*found].gate.empty() || !passages[*found].navigable) {
        problems_.error(value, passages[*found].name + " is nothing that can be closed to ships");
    } else if (std::find(event.details.closes.begin(), event.details.closes.end(), *found) ==
               event.details.closes.end()) {
        event.details.closes.push_back(*found);
    }
}

}  // namespace events
