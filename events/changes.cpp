#include "events/changes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace events {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double longest_interregnum_days = 31.0;
constexpr double an_instant = 1e-6;

/// How real a status is; what is over or called off is nothing.
int reality(Status status) {
    switch (status) {
        case Status::Proposed:
            return 1;
        case Status::Invited:
        case Status::Negotiating:
        case Status::Postponed:
            return 2;
        case Status::Planned:
            return 3;
        case Status::Occurred:
        case Status::Signed:
            return 4;
        case Status::Ratified:
            return 5;
        case Status::InForce:
            return 6;
        default:
            return 0;
    }
}

bool holds(Motion motion) {
    return motion == Motion::Bond || motion == Motion::Flow || motion == Motion::Path || motion == Motion::Seal;
}

bool has_party(const Event& event, std::string_view code) {
    return std::any_of(event.parties.begin(), event.parties.end(),
                       [code](const Party& party) { return party.code == code; });
}

bool have_same_parties(const Event& a, const Event& b) {
    const auto in = [](const Event& all) { return [&all](const Party& party) { return has_party(all, party.code); }; };
    return std::all_of(a.parties.begin(), a.parties.end(), in(b)) &&
           std::all_of(b.parties.begin(), b.parties.end(), in(a));
}

/// When there was first anything to know of it.
double heard_of(const Event& event) {
    const double start = event.date ? event.date->strict.start : never;
    return event.history.empty() ? start : std::min(start, event.history.front().date.strict.start);
}

class Comparison {
public:
    Comparison(const EventStore& store, std::span<const EventIndex> among, double first, double last)
        : store_{store}, among_{among}, from_{std::floor(first)}, until_{std::floor(last) + 1.0} {}

    std::optional<ChangedEvent> of(EventIndex index) const {
        const Event event = store_[index];
        const Status after = status_on(event, until_ - an_instant);
        if (const double day = heard_of(event); day >= from_) {
            return day < until_ ? std::optional{ChangedEvent{index, Change::New, day, Status::Unknown, after}}
                                : std::nullopt;
        }
        const Status before = status_on(event, from_ - an_instant);
        if (before != after) {
            return ChangedEvent{index, change_of(event, index, before, after), last_change(event), before, after};
        }
        if (reality(after) > 0 && !is_ghost(after) && event.date && event.date->strict.end > from_ &&
            event.date->strict.end < until_) {
            return ChangedEvent{index, end_of(event, index, event.date->strict.end), event.date->strict.end - 1.0,
                                before, after};
        }
        return std::nullopt;
    }

private:
    double last_change(const Event& event) const {
        double day = from_;
        for (const StatusChange& change : event.history) {
            day = change.date.strict.start < until_ ? std::max(day, change.date.strict.start) : day;
        }
        return day;
    }

    Change change_of(const Event& event, EventIndex index, Status before, Status after) const {
        if (after == Status::Ended) {
            return end_of(event, index, last_change(event));
        }
        return reality(after) > reality(before) ? Change::Upgraded : Change::Lapsed;
    }

    Change end_of(const Event& event, EventIndex index, double end) const {
        return !holds(store_.kinds()[event.kind].motion) || has_successor(event, index, end) ? Change::Ended
                                                                                             : Change::Lapsed;
    }

    bool has_successor(const Event& event, EventIndex index, double end) const {
        const double began = event.date ? event.date->strict.start : -never;
        return std::any_of(among_.begin(), among_.end(), [&](EventIndex other_index) {
            const Event other = store_[other_index];
            const bool kin = event.link.empty() ? have_same_parties(event, other) : event.link == other.link;
            return other_index != index && other.kind == event.kind && kin && other.date &&
                   other.date->strict.start > began && other.date->strict.start <= end + longest_interregnum_days &&
                   other.date->strict.end > end;
        });
    }

    const EventStore& store_;
    std::span<const EventIndex> among_;
    double from_;   // midnight
    double until_;  // midnight behind the last day
};

}  // namespace

std::vector<ChangedEvent> changes_between(const EventStore& store, std::span<const EventIndex> among, double first,
                                          double last) {
    std::vector<ChangedEvent> changes;
    const Comparison comparison{store, among, first, last};
    for (const EventIndex index : among) {
        if (const auto change = comparison.of(index); change && first <= last) {
            changes.push_back(*change);
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const ChangedEvent& a, const ChangedEvent& b) {
        return a.change != b.change ? a.change < b.change : a.day < b.day;
    });
    return changes;
}

}  // namespace events
