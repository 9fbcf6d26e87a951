#include "events/members.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace events {
namespace {

constexpr std::string_view member_of = "member of ";

Party member_party(const std::string& code, const Party& organisation, const geodata::Places& places) {
    Party party;
    party.code = code;
    const geodata::CountryName* const country = places.country(code);
    party.name = country != nullptr ? country->name : code;
    party.role = organisation.role;
    party.role_name = organisation.role_name.empty() ? "" : organisation.role_name + ", ";
    party.role_name.append(member_of).append(organisation.code);
    party.place.country = code;
    if (const geodata::Place* const capital = places.capital(code)) {
        party.place = {capital->name, code, capital->at};
    }
    party.signed_on = organisation.signed_on;
    party.is_country = true;
    return party;
}

bool names(PartyList parties, const std::string& code) {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return party.code == code; });
}

}  // namespace

bool stands_for_organisation(const Party& party) {
    const std::size_t at = party.role_name.find(member_of);
    return at == 0 || (at != std::string::npos && std::string_view{party.role_name}.substr(0, at).ends_with(", "));
}

std::vector<Party> with_members(PartyList parties, Maybe<EdtfDate> date, const Gazetteer& gazetteer,
                                const std::function<bool(const Party&)>& opens) {
    constexpr double today = std::numeric_limits<double>::infinity();
    const double day = date && std::isfinite(date->strict.start) ? date->strict.start : today;
    std::vector<Party> out;
    for (const Party& party : parties) {
        const Organisation* const organisation =
            party.is_organisation && opens(party) ? gazetteer.organisations.find(party.code) : nullptr;
        const auto members = organisation != nullptr ? members_on(*organisation, day) : std::vector<std::string>{};
        if (members.empty()) {
            out.push_back(party);
        }
        for (const std::string& code : members) {
            if (!names(parties, code) && !names(out, code)) {
                out.push_back(member_party(code, party, gazetteer.places));
            }
        }
    }
    return out;
}

}  // namespace events
