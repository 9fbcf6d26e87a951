#include "events/event_filter.h"

#include <algorithm>

namespace events {

namespace {

template <class T, class Value>
bool is_in(const T& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool has_role(const EventFilter& filter, const Party& party) {
    return is_in(filter.roles, party.role) && (filter.role_of.empty() || party.code == filter.role_of);
}

bool has_parties(const EventFilter& filter, const Event& event) {
    const auto any = [&](const auto& holds) { return std::any_of(event.parties.begin(), event.parties.end(), holds); };
    return (filter.organisations.empty() ||
            any([&](const Party& party) { return is_in(filter.organisations, party.code); })) &&
           (filter.roles.empty() || any([&](const Party& party) { return has_role(filter, party); }));
}

}  // namespace

bool is_empty(const EventFilter& filter) {
    return filter == EventFilter{};
}

bool has_status(const EventFilter& filter, Status status) {
    return filter.statuses.empty() || is_in(filter.statuses, status);
}

bool has_person(const Event& event, std::string_view name) {
    return is_in(event.people, name) || std::any_of(event.parties.begin(), event.parties.end(),
                                                    [&](const Party& party) { return is_in(party.people, name); });
}

bool passes(const EventFilter& filter, const Event& event) {
    return has_parties(filter, event) &&
           (filter.tags.empty() || std::any_of(event.tags.begin(), event.tags.end(),
                                               [&](const std::string& tag) { return is_in(filter.tags, tag); })) &&
           (filter.confidence <= 0.0 || (event.confidence && *event.confidence >= filter.confidence)) &&
           event.sources.size() >= static_cast<std::size_t>(std::max(0, filter.sources)) &&
           (filter.person.empty() || has_person(event, filter.person));
}

}  // namespace events
