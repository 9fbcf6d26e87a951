// Events that belong together, since their file says so.
#pragma once

#include "events/event_store.h"

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// The others of an event's group, in order of start: those with the same `link`, the one whose id its `link` is, and
/// those whose `link` is its id. One pass over the events.
[[nodiscard]] std::vector<events::EventIndex> related_events(const events::EventStore& store, events::EventIndex index);

/// Looks for them once for each event that is asked about.
class RelatedEvents {
public:
    /// Holds until the next call.
    [[nodiscard]] const std::vector<events::EventIndex>& of(std::shared_ptr<const events::EventStore> store,
                                                            events::EventIndex index);

private:
    std::shared_ptr<const events::EventStore> store_;
    std::optional<events::EventIndex> index_;
    std::vector<events::EventIndex> found_;
};

}  // namespace app
