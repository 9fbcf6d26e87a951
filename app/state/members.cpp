#include "app/state/members.h"

#include <algorithm>

namespace app {

events::PartyList parties_of(events::EventIndex index, const events::EventStore& store, const OpenedParties& opened) {
    const auto found = opened.find(index);
    return found != opened.end() ? events::PartyList{found->second} : store[index].parties;
}

OpenedParties opened_parties(const AppState& state, const World& world) {
    OpenedParties opened;
    for (const events::EventIndex index : state.opened) {
        const events::Event& event = (*world.events)[index];
        opened.emplace(index, events::with_members(event.parties, event.date, world.gazetteer,
                                                   [](const events::Party&) { return true; }));
    }
    return opened;
}

bool has_members(events::EventIndex index, const World& world) {
    const events::Event& event = (*world.events)[index];
    return std::any_of(event.parties.begin(), event.parties.end(), [&](const events::Party& party) {
        const auto* const organisation =
            party.is_organisation ? world.gazetteer.organisations.find(party.code) : nullptr;
        return organisation != nullptr && !organisation->members.empty();
    });
}

}  // namespace app
