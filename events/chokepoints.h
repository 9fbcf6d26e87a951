// Narrow waters and passes that routes go through, for waypoints such as {"chokepoint": "gulf_of_oman"}.
#pragma once

#include "events/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace events {

/// By its name in any case, with blanks, hyphens or underscores: "Gulf of Oman", "gulf_of_oman". Nothing when unknown.
/// Positions are those of the fairway or the pass, read off public maps to a tenth of a degree.
[[nodiscard]] std::optional<EventPlace> chokepoint(std::string_view name);

}  // namespace events
