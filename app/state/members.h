// Events whose organisations stand on the map as their members, because somebody asked for it.
#pragma once

#include "app/state/app_state.h"
#include "events/members.h"

#include <map>
#include <vector>

namespace app {

/// The parties of such events, members in the place of their organisations.
using OpenedParties = std::map<events::EventIndex, std::vector<events::Party>>;

/// Of all such events of the state.
[[nodiscard]] OpenedParties opened_parties(const AppState& state, const World& world);
/// As they stand on the map.
[[nodiscard]] events::PartyList parties_of(events::EventIndex index, const events::EventStore& store,
                                           const OpenedParties& opened);
/// One of its parties is an organisation whose members are known.
[[nodiscard]] bool has_members(events::EventIndex index, const World& world);

}  // namespace app
