// What the event's card keeps between frames.
#pragma once

#include "app/state/related_events.h"

#include <cstddef>
#include <optional>

namespace app {

struct EventCardMemory {
    RelatedEvents related;
    std::optional<std::size_t> cited;  ///< the source whose citation was copied, while the pointer stays there
};

}  // namespace app
