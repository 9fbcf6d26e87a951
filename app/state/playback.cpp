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

constexpr double lasting_days = 400.0;  // what goes on longer than this does not keep a stretch from being quiet

/// Something but what lasts is shown at that moment.
bool is_lively(const AppState& state, const World& world, double day) {
    const events::EventStore& store = *world.events;
    const double since = day - state.time.trail_days;
    const auto counted = [&](std::size_t i) { return counts(state, world, static_cast<events::EventIndex>(i)); };
    for (std::size_t i = store.begun_by(day);
         i-- > 0 && store.date_of(events::EventIndex{static_cast<std::uint32_t>(i)})->strict.start > since;) {
        if (counted(i)) {
            return true;
        }
    }
    const auto found = store.matching({{since, day}, state.hidden_kinds, {}});
    return std::any_of(found.begin(), found.end(), [&](events::EventIndex index) {
        const events::DaySpan span = store.date_of(index)->strict;
        return span.end - span.start < lasting_days && counts(state, world, index);
    });
}

/// The next start; infinity where there is none.
double next_start(const AppState& state, const World& world, double from) {
    const events::EventStore& store = *world.events;
    for (std::size_t i = store.begun_by(from); i < store.dated(); ++i) {
        if (counts(state, world, static_cast<events::EventIndex>(i))) {
            return store.date_of(static_cast<events::EventIndex>(i))->strict.start;
        }
    }
    return std::numeric_limits<double>::infinity();
}

/// The last moment before `from` up to which something is shown, its trail included; minus infinity where there is
/// none.
double last_shown_before(const AppState& state, const World& world, double from) {
    const events::EventStore& store = *world.events;
    double latest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = store.begun_by(from); i-- > 0;) {
        const events::DaySpan span = store.date_of(static_cast<events::EventIndex>(i))->strict;
        if (span.start + lasting_days + state.time.trail_days < latest) {
            break;
        }
        if (counts(state, world, static_cast<events::EventIndex>(i))) {
            const double end = span.end - span.start < lasting_days ? span.end : span.start;
            latest = std::max(latest, end + state.time.trail_days);
        }
    }
    return std::min(latest, from);
}

/// Over what is quiet, up to a second of run-up, so that the eye is there when it happens.
void skip_quiet(const AppState& state, const World& world, TimeState& time) {
    if (!time.skip_quiet || time.mode != WindowMode::Moment || is_lively(state, world, time.playhead)) {
        return;
    }
    if (time.reverse) {
        const double day = last_shown_before(state, world, time.playhead);
        time.playhead = std::isfinite(day) ? day : time.playhead;
    } else {
        const double day = next_start(state, world, time.playhead) - time.days_per_second;
        time.playhead = std::isfinite(day) ? std::max(time.playhead, day) : time.playhead;
    }
}

/// What playing comes to beyond an end: it goes on at the other one, or stops.
void turn_round(TimeState& time, double first, double last) {
    const bool past = time.reverse ? time.playhead <= first : time.playhead >= last;
    if (past) {
        time.playhead = time.loop != time.reverse ? first : last;
        time.playing = time.loop;
        time.pace.reset();
    }
}

/// Where gliding from one event to the next has come to, and whether the stay there is over.
bool is_over(EventPace& pace, double seconds, double& playhead) {
    constexpr double glide_s = 0.8;
    pace.elapsed_s += seconds;
    const double part = std::clamp(pace.elapsed_s / glide_s, 0.0, 1.0);
    playhead = part < 1.0 ? pace.from + (pace.to - pace.from) * part * part * (3.0 - 2.0 * part) : pace.to;
    return pace.elapsed_s >= glide_s + pace.stay_s;
}

void play_by_event(const AppState& state, const World& world, double seconds, TimeState& time) {
    if (time.pace && !is_over(*time.pace, seconds, time.playhead)) {
        return;
    }
    AppState here = state;
    here.time.playhead = time.playhead;
    const double next = day_of_event_step(here, world, time.reverse ? -1 : 1);
    const auto [first, last] = played_span(time, *world.events);
    if (next == time.playhead || next < first || next > last) {
        time.playhead = time.reverse ? first : last;
        turn_round(time, first, last);
        if (time.playing) {
            time.pace = EventPace{time.playhead, time.playhead, reading_s(state, world, time.playhead), 0.0};
        }
        return;
    }
    time.pace = EventPace{time.playhead, next, reading_s(state, world, next), 0.0};
}

}  // namespace

std::pair<double, double> playable_span(const events::EventStore& store) {
    constexpr double after_days = 30.0;
    const events::DaySpan extent = store.extent();
    const double first = std::floor(extent.start) + 0.5;
    return {first, std::max(first, std::floor(extent.end + after_days) + 0.5)};
}

std::pair<double, double> played_span(const TimeState& time, const events::EventStore& store) {
    return time.loop && time.loop_range ? std::pair{time.loop_range->start, time.loop_range->end}
                                        : playable_span(store);
}

TimeState played(const AppState& state, const World& world, double seconds) {
    TimeState time = state.time;
    if (time.by_event) {
        play_by_event(state, world, seconds, time);
        return time;
    }
    time.playhead += seconds * (time.reverse ? -time.days_per_second : time.days_per_second);
    skip_quiet(state, world, time);
    const auto [first, last] = played_span(time, *world.events);
    turn_round(time, first, last);
    return time;
}

TimeState started(const AppState& state, const World& world) {
    TimeState time = state.time;
    const auto [first, last] = played_span(time, *world.events);
    const bool inside = time.playhead >= first && time.playhead <= last;
    const bool at_end = time.reverse ? time.playhead <= first : time.playhead >= last;
    if (at_end || (time.loop && time.loop_range && !inside)) {
        time.playhead = time.reverse ? last : first;
    }
    time.playing = true;
    time.pace.reset();
    return time;
}

double reading_s(const AppState& state, const World& world, double day) {
    constexpr double least_s = 1.2;
    constexpr double most_s = 12.0;
    constexpr double character_s = 0.06;
    const events::EventStore& store = *world.events;
    const double midnight = std::floor(day);
    double reading = least_s;
    for (std::size_t i = store.begun_by(midnight + 1.0); i-- > 0 && reading < most_s;) {
        const events::Event event = store.all()[i];
        if (event.date->strict.start < midnight) {
            break;
        }
        if (event.date->strict.start < midnight + 1.0 && counts(state, world, static_cast<events::EventIndex>(i))) {
            const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
            reading +=
                character_s * static_cast<double>(std::count_if(event.title.begin(), event.title.end(), is_lead));
        }
    }
    return std::min(reading, most_s);
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

TimeStep step_of(const AppState& state) {
    if (state.time.step != TimeStep::Auto) {
        return state.time.step;
    }
    if (!state.timeline_view) {
        return TimeStep::Day;
    }
    const double days = state.timeline_view->end - state.timeline_view->start;
    return days < 4.0            ? TimeStep::Hour
           : days < 3.0 * 365.0  ? TimeStep::Day
           : days < 40.0 * 365.0 ? TimeStep::Month
                                 : TimeStep::Year;
}

double stepped_day(double day, TimeStep step, int units) {
    if (step == TimeStep::Hour) {
        return day + units / 24.0;
    }
    if (step != TimeStep::Month && step != TimeStep::Year) {
        return day + units;
    }
    const events::CivilDate date = events::civil_from_days(day);
    const std::int64_t months =
        std::int64_t{date.year} * 12 + date.month - 1 + std::int64_t{units} * (step == TimeStep::Month ? 1 : 12);
    const std::int64_t year = (months - ((months % 12) + 12) % 12) / 12;
    const auto month = static_cast<int>(months - year * 12) + 1;
    const double first = events::days_from_civil({static_cast<int>(year), month, 1});
    const double next = events::days_from_civil({static_cast<int>(year), month + 1, 1});
    return std::min(first + date.day - 1.0, next - 1.0) + (day - std::floor(day));
}

}  // namespace app
