#include "app/state/playback.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

/// Whether stepping and skipping look at an event: it has a date and would be shown on it.
bool counts(const AppState& state, const World& world, events::EventIndex event) {
    const events::EdtfDate* date = world.events->date_of(event);
    return date != nullptr && (state.year_only_shown || !is_year_only(*date)) && passes_filters(state, world, event);
}

/// Days of strict starts of the events that stepping looks at, ascending, each once.
std::vector<double> start_days(const AppState& state, const World& world) {
    std::vector<double> days;
    for (std::size_t i = 0; i < world.events->dated(); ++i) {
        const auto event = static_cast<events::EventIndex>(i);
        if (const double start = world.events->date_of(event)->strict.start;
            std::isfinite(start) && counts(state, world, event)) {
            const double day = std::floor(start);
            if (days.empty() || days.back() != day) {
                days.push_back(day);
            }
        }
    }
    return days;
}

/// The first moment after `from` at which something happens or still goes on: `from` itself, or the next start.
double next_lively_day(const AppState& state, const World& world, double from) {
    constexpr double lasting_days = 400.0;  // what goes on longer than this does not keep a stretch from being quiet
    const events::EventStore& store = *world.events;
    const double since = from - state.time.trail_days;
    const auto counted = [&](std::size_t i) { return counts(state, world, static_cast<events::EventIndex>(i)); };
    const std::size_t next = store.begun_by(from);
    for (std::size_t i = next;
         i-- > 0 && store.date_of(events::EventIndex{static_cast<std::uint32_t>(i)})->strict.start > since;) {
        if (counted(i)) {
            return from;
        }
    }
    for (const events::EventIndex index : store.matching({{since, from}, state.hidden_kinds, {}})) {
        const events::DaySpan span = store.date_of(index)->strict;
        if (span.end - span.start < lasting_days && counts(state, world, index)) {
            return from;
        }
    }
    for (std::size_t i = next; i < store.dated(); ++i) {
        if (counted(i)) {
            return store.all()[i].date->strict.start;
        }
    }
    return std::numeric_limits<double>::infinity();
}

}  // namespace

std::pair<double, double> playable_span(const events::EventStore& store) {
    constexpr double after_days = 30.0;
    const events::DaySpan extent = store.extent();
    const double first = std::floor(extent.start) + 0.5;
    return {first, std::max(first, std::floor(extent.end + after_days) + 0.5)};
}

TimeState played(const AppState& state, const World& world, double seconds) {
    TimeState time = state.time;
    const auto [first, last] = playable_span(*world.events);
    time.playhead += seconds * time.days_per_second;
    if (time.skip_quiet && time.mode == WindowMode::Moment) {
        const double lively = next_lively_day(state, world, time.playhead);
        // A second of run-up, so that the eye is there when it happens.
        if (std::isfinite(lively) && lively - time.days_per_second > time.playhead) {
            time.playhead = lively - time.days_per_second;
        }
    }
    if (time.playhead >= last) {
        time.playhead = time.loop ? first : last;
        time.playing = time.loop;
    }
    return time;
}

TimeState started(const AppState& state, const World& world) {
    TimeState time = state.time;
    const auto [first, last] = playable_span(*world.events);
    if (time.playhead >= last) {
        time.playhead = first;
    }
    time.playing = true;
    return time;
}

double day_of_event_step(const AppState& state, const World& world, int steps) {
    const std::vector<double> days = start_days(state, world);
    const double today = std::floor(state.time.playhead);
    if (steps > 0) {
        const auto next = std::upper_bound(days.begin(), days.end(), today);
        const auto left = std::distance(next, days.end());
        return left == 0 ? state.time.playhead : *(next + std::min<std::ptrdiff_t>(steps - 1, left - 1)) + 0.5;
    }
    const auto here = std::lower_bound(days.begin(), days.end(), today);
    const auto before = std::distance(days.begin(), here);
    return before == 0 ? state.time.playhead : *(here - std::min<std::ptrdiff_t>(-steps, before)) + 0.5;
}

}  // namespace app
