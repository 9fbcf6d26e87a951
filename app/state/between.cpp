#include "app/state/between.h"

#include "app/state/app_state.h"
#include "events/counted.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr double shortest_gap_days = 90.0;
constexpr double sure_gap_days = 2.0 * 365.25;

bool is_definite(const events::EdtfDate* date) {
    return date != nullptr && !is_year_only(*date);
}

/// How long a date of this precision may be.
double days_of(events::DatePrecision precision) {
    switch (precision) {
        case events::DatePrecision::Month:
            return 30.0;
        case events::DatePrecision::Season:
            return 91.0;
        case events::DatePrecision::Year:
            return 365.0;
        case events::DatePrecision::Decade:
            return 3652.0;
        case events::DatePrecision::Century:
            return 36524.0;
        default:
            return 0.0;
    }
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    const double upper = *middle;
    return values.size() % 2 == 1 ? upper : (upper + *std::max_element(values.begin(), middle)) / 2.0;
}

void mark_gaps(Between& all, const events::EventStore& store) {
    std::vector<double> steps;
    std::vector<std::pair<std::size_t, double>> step_before;  // of an event
    std::optional<double> last;
    for (std::size_t i = 0; i < all.events.size(); ++i) {
        const Standing& standing = all.events[i];
        if (!is_definite(store.date_of(standing.event)) || !std::isfinite(standing.day)) {
            continue;
        }
        if (last) {
            steps.push_back(standing.day - *last);
            step_before.emplace_back(i, steps.back());
        }
        last = standing.day;
    }
    if (steps.empty()) {
        return;
    }
    all.longest_gap_days = *std::max_element(steps.begin(), steps.end());
    const double least = std::clamp(3.0 * median(std::move(steps)), shortest_gap_days, sure_gap_days);
    for (const auto& [i, days] : step_before) {
        all.events[i].gap_days = days > least ? days : 0.0;
    }
}

}  // namespace

bool is_between(const events::Event& event, std::span<const std::string> countries) {
    std::size_t touched = 0;
    for (const std::string& code : countries) {
        touched += event.touches(code) ? 1U : 0U;
    }
    return touched > 1;
}

double standing_day(const events::EdtfDate* date) {
    if (date == nullptr) {
        return std::numeric_limits<double>::infinity();
    }
    const events::DaySpan span = date->strict;
    if (!std::isfinite(span.start)) {
        return span.end;
    }
    const double length = span.end - span.start;
    return span.start + (date->interval ? std::min(days_of(date->precision), length) : length) / 2.0;
}

std::vector<events::EventIndex> events_between(const events::EventStore& store,
                                               std::span<const std::string> countries) {
    std::vector<events::EventIndex> touching;
    for (const std::string& code : countries) {
        const auto all = store.of_country(code);
        touching.insert(touching.end(), all.begin(), all.end());
    }
    std::sort(touching.begin(), touching.end());
    std::vector<events::EventIndex> found;  // what stands there twice or more, once
    for (std::size_t i = 1; i < touching.size(); ++i) {
        if (touching[i] == touching[i - 1] && (found.empty() || found.back() != touching[i])) {
            found.push_back(touching[i]);
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](events::EventIndex a, events::EventIndex b) {
        return standing_day(store.date_of(a)) < standing_day(store.date_of(b));
    });
    return found;
}

Between between(const events::EventStore& store, std::span<const events::EventIndex> events) {
    Between all;
    for (const events::EventIndex index : events) {
        const events::EdtfDate* const date = store.date_of(index);
        all.events.push_back({index, standing_day(date), 0.0});
        if (date == nullptr) {
            continue;
        }
        all.first = all.first ? all.first : index;
        if (is_definite(date) && !events::is_ghost(store[index].status)) {
            all.latest = index;
        } else if (!all.latest) {
            all.latest = index;
        }
    }
    mark_gaps(all, store);
    return all;
}

std::string gap_words(double days) {
    constexpr double year = 365.25;
    constexpr double month = year / 12.0;
    const auto words = [](double count, std::string_view noun) {
        return events::counted(static_cast<std::size_t>(std::lround(std::max(0.0, count))), noun);
    };
    return days >= 2.0 * year ? words(days / year, "year")
           : days >= 60.0     ? words(days / month, "month")
                              : words(days, "day");
}

}  // namespace app
