#include "events/event.h"

#include <algorithm>
#include <limits>

namespace events {

bool Event::on_map() const {
    const auto placed = [](const EventPlace& place) { return place.at.has_value(); };
    return (venue && placed(*venue)) ||
           std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return placed(party.place); }) ||
           std::any_of(path.begin(), path.end(),
                       [&](const RouteLeg& leg) { return std::any_of(leg.points.begin(), leg.points.end(), placed); });
}

bool Event::directed() const {
    const auto has = [&](Role role) {
        return std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return party.role == role; });
    };
    return has(Role::From) && has(Role::To);
}

bool Event::touches(std::string_view code) const {
    if (code.empty()) {
        return false;
    }
    return (venue && venue->country == code) ||
           std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return party.code == code; }) ||
           std::any_of(path.begin(), path.end(), [&](const RouteLeg& leg) {
               return std::any_of(leg.points.begin(), leg.points.end(),
                                  [&](const EventPlace& place) { return place.country == code; });
           });
}

Status status_on(const Event& event, double day) {
    if (event.history.empty()) {
        return event.status;
    }
    Status status = event.history.front().status;
    double since = -std::numeric_limits<double>::infinity();
    for (const StatusChange& change : event.history) {
        if (change.date.strict.start <= day && change.date.strict.start >= since) {
            since = change.date.strict.start;
            status = change.status;
        }
    }
    return status;
}

bool closes_on(const Event& event, double day, Status status) {
    if (event.closes.empty() || !event.date || day < event.date->strict.start || day >= event.date->strict.end) {
        return false;
    }
    return !is_ghost(status) && status != Status::Cancelled && status != Status::Suspended;
}

}  // namespace events
