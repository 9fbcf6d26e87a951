#include "app/state/app_state.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

namespace app {

namespace {

/// Just behind the playhead, so that what starts at this very moment is shown.
constexpr double an_instant = 1.0 / 86400.0;

bool in_focus(const AppState& state, const events::Event& event) {
    return state.focus.empty() || std::any_of(state.focus.begin(), state.focus.end(),
                                              [&](const std::string& code) { return event.touches(code); });
}

/// What it asks of statuses is looked at anew, since these may change with the day.
bool passes_filter(const AppState& state, const World& world, events::EventIndex index) {
    if (state.filtered && !state.filtered->passes(*world.events, index)) {
        return false;
    }
    return state.filter.statuses.empty() || has_status(state.filter, status_of((*world.events)[index], state.time));
}

bool is_in(const std::vector<events::KindId>& kinds, events::KindId kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// What is agreed upon. Of security, much is an exercise or a raid, and over when it is over.
bool may_stay(const events::Kind& kind) {
    return kind.name != "security" && (kind.motion == events::Motion::Bond || kind.motion == events::Motion::Seal);
}

/// What Moment shows, and before it what stays.
std::vector<events::EventIndex> with_staying(std::vector<events::EventIndex> shown, const AppState& state,
                                             const World& world, const std::vector<events::KindId>& hidden) {
    if (state.time.mode != WindowMode::Moment || !state.time.agreements_stay || !may_agreements_stay(world)) {
        return shown;
    }
    const events::DaySpan window = window_of(state.time);
    events::Query query;
    query.window = {-std::numeric_limits<double>::infinity(), window.end};
    query.hidden_kinds = hidden;
    const auto& kinds = world.events->kinds().all();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (!may_stay(kinds[i])) {
            query.hidden_kinds.push_back(static_cast<events::KindId>(i));
        }
    }
    std::vector<events::EventIndex> staying = world.events->matching(query);
    std::erase_if(staying, [&](events::EventIndex index) { return !stays((*world.events)[index], state.time, world); });
    std::vector<events::EventIndex> both;
    std::set_union(staying.begin(), staying.end(), shown.begin(), shown.end(), std::back_inserter(both));
    return both;
}

/// Whatever focus and filter.
std::vector<events::EventIndex> all_in_window(const AppState& state, const World& world,
                                              const std::vector<events::KindId>& hidden) {
    events::Query query;
    query.window = window_of(state.time);
    query.hidden_kinds = hidden;
    std::vector<events::EventIndex> found = world.events->matching(query);
    if (state.time.mode == WindowMode::Moment && !state.year_only_shown) {
        std::erase_if(found, [&](events::EventIndex index) {
            const events::EdtfDate* date = world.events->date_of(index);
            return date != nullptr && is_year_only(*date);
        });
    }
    return with_staying(std::move(found), state, world, hidden);
}

std::vector<events::EventIndex> events_in_window(const AppState& state, const World& world,
                                                 const std::vector<events::KindId>& hidden) {
    std::vector<events::EventIndex> found = all_in_window(state, world, hidden);
    if (!state.focus.empty()) {
        std::erase_if(found, [&](events::EventIndex index) { return !in_focus(state, (*world.events)[index]); });
    }
    if (!is_empty(state.filter)) {
        std::erase_if(found, [&](events::EventIndex index) { return !passes_filter(state, world, index); });
    }
    return found;
}

}  // namespace

events::DaySpan window_of(const TimeState& time) {
    constexpr double forever = std::numeric_limits<double>::infinity();
    const double end = time.playhead + an_instant;
    switch (time.mode) {
        case WindowMode::Moment:
            return {time.playhead - time.trail_days, end};
        case WindowMode::Range:
            return {time.playhead - time.span_days, end};
        case WindowMode::SoFar:
            return {-forever, end};
        case WindowMode::All:
            break;
    }
    return {-forever, forever};
}

bool may_agreements_stay(const World& world) {
    constexpr std::size_t most_events = 2000;
    return world.events->size() <= most_events;
}

bool stays(const events::Event& event, const TimeState& time, const World& world) {
    if (time.mode != WindowMode::Moment || !time.agreements_stay || !may_agreements_stay(world) || !event.date ||
        event.date->interval || !may_stay(world.events->kinds()[event.kind]) || event.parties.size() < 2 ||
        is_year_only(*event.date) || event.date->strict.start > time.playhead) {
        return false;
    }
    const events::Status status = status_of(event, time);
    return !events::is_ghost(status) && status != events::Status::Cancelled && status != events::Status::Ended;
}

events::Status status_of(const events::Event& event, const TimeState& time) {
    return time.known == Known::Now ? event.status : events::status_on(event, time.playhead);
}

double last_joining_day(const TimeState& time) {
    return time.mode == WindowMode::All ? std::numeric_limits<double>::infinity() : time.playhead;
}

bool shows_ranking(const AppState& state) {
    const bool has_card = state.selection.event || !state.selection.countries.empty();
    return state.ranking.shown && !state.selection.event && !(state.ranking.behind_card && has_card);
}

const render::Theme* next_theme(const AppState& state) {
    const std::array<const render::Theme*, 4> round{&render::dark_theme(), &render::light_theme(),
                                                    &render::contrast_theme(), state.own_theme.get()};
    const auto* const now = std::find(round.begin(), round.end(), state.theme);
    const bool last = now == round.end() || now + 1 == round.end() || *(now + 1) == nullptr;
    return last ? round.front() : *(now + 1);
}

bool is_year_only(const events::EdtfDate& date) {
    return date.is_doubtful() && date.precision >= events::DatePrecision::Year;
}

bool is_year_only(const events::Event& event) {
    return event.date && is_year_only(*event.date);
}

bool passes_filters(const AppState& state, const World& world, events::EventIndex event) {
    return !is_hidden(state, world.events->kind_of(event)) &&
           (state.focus.empty() || in_focus(state, (*world.events)[event])) && passes_filter(state, world, event);
}

bool is_in_window(const AppState& state, const World& world, const events::Event& event) {
    const events::DaySpan window = window_of(state.time);
    if (!event.date || (state.time.mode == WindowMode::Moment && !state.year_only_shown && is_year_only(event))) {
        return !event.date && state.time.mode == WindowMode::All;
    }
    return (event.date->strict.start < window.end && event.date->strict.end > window.start) ||
           stays(event, state.time, world);
}

std::vector<events::EventIndex> visible_events(const AppState& state, const World& world) {
    return events_in_window(state, world, state.hidden_kinds);
}

std::vector<std::size_t> counts_in_window(const AppState& state, const World& world,
                                          std::span<const events::EventIndex> visible) {
    std::vector<std::size_t> counts(world.events->kinds().all().size(), 0);
    const auto count = [&](std::span<const events::EventIndex> found) {
        for (const events::EventIndex index : found) {
            ++counts[static_cast<std::size_t>(world.events->kind_of(index))];
        }
    };
    count(visible);
    if (!state.hidden_kinds.empty()) {
        std::vector<events::KindId> shown;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto kind = static_cast<events::KindId>(i);
            if (!is_hidden(state, kind)) {
                shown.push_back(kind);
            }
        }
        count(events_in_window(state, world, shown));
    }
    return counts;
}

bool holds(const HoveredBar& bar, const World& world, events::EventIndex event) {
    const events::EdtfDate* date = world.events->date_of(event);
    if (date == nullptr || world.events->kind_of(event) != bar.kind || is_year_only(*date)) {
        return false;
    }
    const auto weight = weight_of(*date);
    return weight && weight->overlaps(bar.days);
}

bool is_hidden(const AppState& state, events::KindId kind) {
    return is_in(state.hidden_kinds, kind);
}

bool is_alone(const AppState& state, const World& world, events::KindId kind) {
    return !state.hidden_kinds.empty() && state.hidden_kinds.size() + 1 == world.events->kinds().all().size() &&
           !is_hidden(state, kind);
}

std::vector<events::EventIndex> filtered_events(const AppState& state, const World& world) {
    if (state.hidden_kinds.empty() && state.focus.empty() && is_empty(state.filter)) {
        return {};
    }
    std::vector<events::EventIndex> found = all_in_window(state, world, {});
    std::erase_if(found, [&](events::EventIndex index) { return passes_filters(state, world, index); });
    return found;
}

double opening_day(const events::EventStore& store, double trail_days) {
    const events::DaySpan extent = store.extent();
    double best_day = std::floor((extent.start + extent.end) / 2.0) + 0.5;
    std::pair<std::size_t, std::size_t> best{0, 0};
    std::size_t oldest = 0;
    // Stores are sorted by start, so the trail is a sliding range of the candidates themselves.
    struct Candidate {
        double start = 0.0;
        events::KindId kind{};
    };
    std::vector<Candidate> candidates;
    for (const events::Event& event : store.all()) {
        if (event.date && event.on_map() && !is_year_only(event) && std::isfinite(event.date->strict.start)) {
            candidates.push_back({event.date->strict.start, event.kind});
        }
    }
    std::map<events::KindId, std::size_t> in_trail;  // how many of each kind
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const double day = std::floor(candidates[i].start) + 0.5;
        ++in_trail[candidates[i].kind];
        while (candidates[oldest].start <= day - trail_days) {
            const auto left = in_trail.find(candidates[oldest++].kind);
            if (--left->second == 0) {
                in_trail.erase(left);
            }
        }
        const std::pair score{in_trail.size(), i - oldest + 1};
        if (score >= best) {
            best = score;
            best_day = day;
        }
    }
    return best_day;
}

}  // namespace app
