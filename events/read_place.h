// Places as event files write them: "PAK:Karachi", "PAK", "Karachi", [67.0, 24.9], or an object with any of code,
// place, name, lon, lat, chokepoint and precision.
#pragma once

#include "events/event.h"
#include "events/file_problems.h"
#include "events/resolve.h"

#include <optional>
#include <string_view>

namespace events {

/// What a value means as a place. `country` is that of the party it belongs to, or empty. What cannot be found is told,
/// unless it is said to be a line or an area (precision), which has no point; it comes back with its name alone.
/// Nothing when the value is no place at all.
[[nodiscard]] std::optional<EventPlace> place_from(RawValue value, std::string_view country, Resolver& resolver,
                                                   FileProblems& problems);

/// The position that lon and lat say; half a position and numbers beyond the globe are errors.
[[nodiscard]] std::optional<geodata::LonLat> position_from(RawValue owner, std::optional<RawValue> lon,
                                                           std::optional<RawValue> lat, FileProblems& problems);

}  // namespace events
