// What the filter leaves of the events, and why the others are not shown.
#pragma once

#include "app/state/search.h"
#include "app/state/world.h"
#include "events/event_filter.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace app {

struct AppState;

/// Which events of a store a filter lets through, statuses aside: these may change with the day.
struct FilteredEvents {
    std::shared_ptr<const events::EventStore> store;
    std::vector<std::uint8_t> passing;  ///< 1 or 0 for each event

    /// True for every event of another store: the filter is to be asked again then.
    [[nodiscard]] bool passes(const events::EventStore& of, events::EventIndex event) const {
        return store.get() != &of || passing[static_cast<std::size_t>(event)] != 0;
    }
};

/// Null where the filter asks for nothing but statuses. `search` may be null or of other events: text is then looked
/// for in every event, which takes about as long as making the index.
[[nodiscard]] std::shared_ptr<const FilteredEvents> filtered_by(const events::EventFilter& filter, const World& world,
                                                                const Search* search = nullptr);

/// Kinds are hidden, there is a focus, or the filter asks for something.
[[nodiscard]] bool has_filters(const AppState& state);

/// Where all events are: each in one of these alone.
struct Whereabouts {
    std::size_t shown = 0;
    std::size_t undated = 0;    ///< and the window has an end
    std::size_t outside = 0;    ///< of the window
    std::size_t year_only = 0;  ///< in the window, but known only to the year, which Moment mode leaves out
    std::size_t filtered = 0;   ///< in the window, but a filter hides them
    [[nodiscard]] std::size_t all() const { return shown + undated + outside + year_only + filtered; }
};
[[nodiscard]] Whereabouts whereabouts_of_events(const AppState& state, const World& world, std::size_t shown);

}  // namespace app
