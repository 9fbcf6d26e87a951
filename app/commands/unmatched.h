// Which country codes of events and boundaries find nothing in the other, or in the gazetteer.
#pragma once

#include "events/event_store.h"
#include "geodata/boundary_set.h"
#include "geodata/places.h"
#include "geodata/problem.h"

#include <string>
#include <vector>

namespace app {

/// Warnings about the boundaries in `file`, each with a count and the first few names: countries of the events (their
/// parties, venues and paths) that have no shape there, so that nothing lights up under them; and shapes whose code is
/// no country's, so that no event ever reaches them. Nothing about the latter where no shape has a code at all.
[[nodiscard]] std::vector<geodata::Problem> unmatched_codes(const events::EventStore& events,
                                                            const geodata::BoundarySet& boundaries,
                                                            const geodata::Places& places, const std::string& file);

}  // namespace app
