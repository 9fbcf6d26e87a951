#include "app/state/filtering.h"

#include "app/state/app_state.h"
#include "geodata/parallel.h"

#include <algorithm>

namespace app {

namespace {

std::vector<std::uint8_t> matching(std::string_view text, const World& world, const Search* search) {
    if (search != nullptr && search->events.store() == world.events) {
        return search->events.matching(text);
    }
    const std::atomic<bool> stop = false;
    return events::SearchIndex{world.events, stop}.matching(text);
}

}  // namespace

std::shared_ptr<const FilteredEvents> filtered_by(const events::EventFilter& filter, const World& world,
                                                  const Search* search) {
    events::EventFilter without_statuses = filter;
    without_statuses.statuses.clear();
    if (is_empty(without_statuses)) {
        return nullptr;
    }
    FilteredEvents found{world.events, {}};
    if (filter.text.empty()) {
        found.passing.assign(world.events->size(), 1);
    } else {
        found.passing = matching(filter.text, world, search);
    }
    geodata::in_parallel(static_cast<int>(found.passing.size()), [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            std::uint8_t& passing = found.passing[static_cast<std::size_t>(i)];
            const auto event = static_cast<events::EventIndex>(i);
            passing = passing != 0 && passes(without_statuses, (*world.events)[event]) ? 1 : 0;
        }
    });
    return std::make_shared<const FilteredEvents>(std::move(found));
}

bool has_filters(const AppState& state) {
    return !state.hidden_kinds.empty() || !state.focus.empty() || !is_empty(state.filter);
}

Whereabouts whereabouts_of_events(const AppState& state, const World& world, std::size_t shown) {
    Whereabouts where;
    where.shown = shown;
    const events::EventStore& store = *world.events;
    const bool all = state.time.mode == WindowMode::All;
    const bool drops_years = state.time.mode == WindowMode::Moment && !state.year_only_shown;
    std::size_t in_window = 0;
    for (const events::EventIndex event : store.matching({window_of(state.time), {}, {}})) {
        const events::EdtfDate* date = store.date_of(event);
        const bool dropped = drops_years && date != nullptr && is_year_only(*date);
        ++(dropped ? where.year_only : in_window);
    }
    where.undated = all ? 0 : store.undated();
    where.outside = store.size() - where.undated - where.year_only - in_window;
    where.filtered = in_window - shown;
    return where;
}

}  // namespace app
