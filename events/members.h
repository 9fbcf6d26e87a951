// Organisations as their members: who belonged to one when an event happened.
#pragma once

#include "events/event.h"
#include "events/load.h"

#include <functional>
#include <vector>

namespace events {

/// The parties, with the members that organisations had when the event began in their stead, each in the organisation's
/// role and at its capital. For an event without a beginning those of today. Who is a party already is not added; an
/// organisation that lists nobody for then stays. `opens` says which organisations.
[[nodiscard]] std::vector<Party> with_members(PartyList parties, Maybe<EdtfDate> date, const Gazetteer& gazetteer,
                                              const std::function<bool(const Party&)>& opens);

/// It is one of those members, and says so in the name of its role.
[[nodiscard]] bool stands_for_organisation(const Party& party);

}  // namespace events
