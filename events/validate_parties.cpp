// Who took part in an event, and where each of them is on the map.
#include "events/members.h"
#include "events/nearest_word.h"
#include "events/read_place.h"
#include "events/validate.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace events {
namespace {

constexpr std::array<std::string_view, 16> party_names{"code",   "country", "name",   "role",     "place", "office",
                                                       "people", "sector",  "signed", "lon",      "lat",   "note",
                                                       "person", "city",    "expand", "precision"};
enum PartyField {
    Code,
    Country,
    Name,
    RoleName,
    PlaceName,
    Office,
    People,
    Sector,
    Signed,
    Lon,
    Lat,
    Note,
    Person,
    City,
    Expand
};

struct RoleWord {
    std::string_view name;
    Role role;
};

constexpr std::array<RoleWord, 31> role_words{{
    {"party", Role::Party},
    {"participant", Role::Party},
    {"member", Role::Party},
    {"attendee", Role::Party},
    {"guest", Role::Party},
    {"mediator", Role::Party},
    {"visitor", Role::From},
    {"from", Role::From},
    {"exporter", Role::From},
    {"speaker", Role::From},
    {"sender", Role::From},
    {"attacker", Role::From},
    {"origin", Role::From},
    {"supplier", Role::From},
    {"donor", Role::From},
    {"actor", Role::From},
    {"to", Role::To},
    {"importer", Role::To},
    {"addressed", Role::To},
    {"addressee", Role::To},
    {"recipient", Role::To},
    {"receiver", Role::To},
    {"target", Role::To},
    {"destination", Role::To},
    {"host", Role::Host},
    {"transit", Role::Transit},
    {"signatory", Role::Signatory},
    {"signer", Role::Signatory},
    {"depositary", Role::Depositary},
    {"depository", Role::Depositary},
    {"observer", Role::Observer},
}};

std::vector<std::string_view> role_names() {
    std::vector<std::string_view> names;
    for (const RoleWord& word : role_words) {
        names.push_back(word.name);
    }
    return names;
}

bool is_international(std::string_view code) {
    return code == "IGO" || code == "NGO" || code == "INT" || code == "igo" || code == "ngo";
}

}  // namespace

void EventValidator::fill_from_actor(Party& party, RawValue told_at, std::string_view code) {
    const Actor& actor = resolver_.actor(code);
    if (!actor.complaint.empty()) {
        if (actor.complaint_is_error) {
            problems_.error(told_at, actor.complaint);
        } else {
            problems_.warn(told_at, actor.complaint);
        }
    }
    party.code = actor.code;
    party.name = actor.name;
    party.place = actor.seat;
    party.is_country = actor.is_country;
    party.is_organisation = actor.is_organisation;
}

/// {"code": "IGO", "name": "SCO"}: an organisation that may or may not be in the list of them.
void EventValidator::fill_international(Party& party, RawValue told_at, std::string_view code, std::string_view name) {
    if (name.empty()) {
        problems_.error(told_at, std::string{code} + " needs a name that says which organisation");
    }
    if (const Organisation* organisation = resolver_.gazetteer().organisations.find(name)) {
        fill_from_actor(party, told_at, organisation->code);
        return;
    }
    party.code = party.name = party.place.name = std::string{name.empty() ? code : name};
    party.is_organisation = true;
}

/// A name without a code is no misspelt code: whoever it is, is listed.
void EventValidator::fill_from_name(Party& party, RawValue value, std::string_view name) {
    const Actor& actor = resolver_.actor(name);
    if (actor.is_country || actor.is_organisation) {
        fill_from_actor(party, value, name);
        return;
    }
    party.code = actor.code;
    party.name = party.place.name = actor.name;
}

/// Somewhere rather than somebody: the party is the country of the place, if it has one.
void EventValidator::fill_from_place(Party& party, EventPlace place) {
    if (!place.country.empty()) {
        const Actor& actor = resolver_.actor(place.country);
        party.code = actor.code;
        party.name = actor.name;
        party.is_country = actor.is_country;
    } else {
        party.name = place.name;
    }
    party.place = std::move(place);
}

void EventValidator::set_place(Party& party, RawValue value) {
    auto place = place_from(value, party.is_country ? party.code : std::string{}, resolver_, problems_);
    if (place && place->at) {
        party.place = std::move(*place);  // otherwise the capital stays: what was wrong has been told
    }
}

void EventValidator::fill_from_text(Party& party, RawValue value, std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        const Actor& actor = resolver_.actor(text);
        if (!actor.is_country && !actor.is_organisation && !actor.complaint.empty()) {
            if (auto place = resolver_.place({}, text)) {
                fill_from_place(party, std::move(*place));  // "from": "Karachi"
                return;
            }
        }
        fill_from_actor(party, value, text);
        return;
    }
    fill_from_actor(party, value, text.substr(0, colon));
    if (party.is_country || party.is_organisation) {
        const std::string_view country = party.is_country ? std::string_view{party.code} : std::string_view{};
        if (auto place = resolver_.place(country, text.substr(colon + 1))) {
            party.place = std::move(*place);
        } else {
            problems_.error(value, [&] { return resolver_.complaint_about_place(country, text.substr(colon + 1)); });
        }
    }
}

void EventValidator::fill_from_object(Party& party, RawValue object) {
    const Fields fields{object, party_names, problems_};
    const Value code_value = fields[Code] ? fields[Code] : fields[Country];
    const std::string_view code = text_of(code_value, problems_);
    const std::string_view name = text_of(fields[Name], problems_);
    const std::optional<geodata::LonLat> at = position_from(object, fields[Lon], fields[Lat], problems_);
    if (is_international(code)) {
        fill_international(party, object, code, name);
    } else if (!code.empty()) {
        fill_from_text(party, *code_value, code);
        if (!name.empty() && !party.is_country) {
            party.name = name;
        }
    } else if (at) {
        fill_from_place(party, {std::string{name}, {}, at});
    } else if (!name.empty()) {
        fill_from_name(party, *fields[Name], name);
    } else if (!code_value && !fields[PlaceName]) {
        problems_.error(object, "a party needs a code or a name");
    }
    if (const Value place = fields[PlaceName] ? fields[PlaceName] : fields[City]; place && !at) {
        set_place(party, *place);
        if (party.code.empty() && party.name.empty()) {
            fill_from_place(party, EventPlace{party.place});
        }
    } else if (at) {
        const std::string_view label = place ? text_of(place, problems_) : name;
        party.place = {std::string{label.empty() ? std::string_view{party.name} : label},
                       party.is_country ? party.code : std::string{}, at};
    }
    if (fields[RoleName]) {
        set_role(party, *fields[RoleName]);
    }
    party.office = text_of(fields[Office], problems_);
    party.people = texts_of(fields[People] ? fields[People] : fields[Person], problems_);
    if (const Value day = fields[Signed]) {
        if (const ReadDate& read = date_from(*day); read.date) {
            party.signed_on = read.date->strict;
        }
    }
    static_cast<void>(text_of(fields[Sector], problems_));
    if (flag_of(fields[Expand], false, problems_)) {
        expand(party, *fields[Expand]);
    }
}

/// Notes that the party's members are to stand for it, once the event has all its parties.
void EventValidator::expand(const Party& party, RawValue told_at) {
    if (party.is_organisation) {
        expanded_.push_back({party.code, told_at});
    } else {
        problems_.warn(told_at, party.name + " is no organisation that is known here; only organisations have members");
    }
}

void EventValidator::expand_organisations(CheckedEvent& event) {
    if (expanded_.empty()) {
        return;
    }
    const EdtfDate* const date = event.date == no_number ? nullptr : &pools_.dates[event.date].date;
    std::vector<Party> parties = with_members(parties_of(event), date, resolver_.gazetteer(), [&](const Party& party) {
        return std::any_of(expanded_.begin(), expanded_.end(),
                           [&](const Expanded& expanded) { return expanded.code == party.code; });
    });
    for (const Expanded& expanded : expanded_) {
        const bool stays = std::any_of(parties.begin(), parties.end(),
                                       [&](const Party& party) { return party.code == expanded.code; });
        if (stays) {
            problems_.warn(expanded.told_at,
                           "no members of " + expanded.code + " are known for that date; it stands for itself");
        }
    }
    event.parties.clear();
    for (Party& party : parties) {
        event.parties.push_back(pools_.parties.add(std::move(party)));
    }
    expanded_.clear();
}

void EventValidator::set_role(Party& party, RawValue value) {
    party.role_name = text_of(value, problems_);
    if (party.role_name.empty()) {
        return;
    }
    const auto word = std::find_if(role_words.begin(), role_words.end(),
                                   [&](const RoleWord& known) { return known.name == party.role_name; });
    if (word == role_words.end()) {
        problems_.warn(value,
                       "unknown role " + party.role_name + did_you_mean(nearest_word(party.role_name, role_names())));
        return;
    }
    // The host of a visit is where it goes to; the host of a meeting is one of those who meet.
    party.role = word->role == Role::Host && motion_ == Motion::Travel ? Role::To : word->role;
}

bool EventValidator::fill_party(Party& party, RawValue value) {
    if (value.is(RawType::Text) && !value.text().empty()) {
        fill_from_text(party, value, text_of(value, problems_));
        return true;
    }
    if (value.is(RawType::Object)) {
        fill_from_object(party, value);
        return !party.code.empty() || !party.name.empty() || party.place.at;
    }
    problems_.error(value, "a party must be a code or an object, not " +
                               std::string{value.is(RawType::Text) ? "an empty text" : words_from_type(value.type())});
    return false;
}

/// The number of the party that a value stands for, as one of a list or as one end of an event; no_number for nobody.
std::uint32_t EventValidator::party_number(RawValue value, std::optional<Role> end) {
    NumberMemo& memo = end == Role::From           ? from_parties_
                       : end == Role::To           ? to_parties_
                       : motion_ == Motion::Travel ? visit_parties_
                                                   : listed_parties_;
    const auto read = [&] {
        Party party;
        if (!fill_party(party, value)) {
            return no_number;
        }
        if (end) {
            party.role = *end;
            if (party.role_name.empty()) {
                party.role_name = end == Role::From ? "from" : "to";
            }
        }
        return pools_.parties.add(std::move(party));
    };
    // Who is to be shown as its members is noted for each event anew.
    const std::size_t expanded = expanded_.size();
    return memo.number_of(value, problems_, read, [&] { return expanded_.size() == expanded; });
}

bool EventValidator::has_role(const CheckedEvent& event, Role role) const {
    const PartyList parties = parties_of(event);
    return std::any_of(parties.begin(), parties.end(), [role](const Party& party) { return party.role == role; });
}

/// Takes the last party off again if it says what an earlier one says.
void EventValidator::merge_if_repeated(CheckedEvent& event, RawValue told_at) {
    constexpr std::ptrdiff_t most = 300;  // more than there are countries; beyond that it would take too long
    const PartyList parties = parties_of(event);
    const Party& party = parties.back();
    const auto end = parties.begin() + std::min(most, std::ssize(event.parties) - 1);
    const auto same = std::find_if(parties.begin(), end, [&](const Party& other) {
        return !party.code.empty() && other.code == party.code && other.role == party.role &&
               other.place == party.place;
    });
    if (same != end) {
        problems_.warn(told_at, party.code + " is listed twice in the same role; once is enough");
        Party both = *same;
        both.people.insert(both.people.end(), party.people.begin(), party.people.end());
        event.parties[static_cast<std::size_t>(same - parties.begin())] = pools_.parties.add(std::move(both));
        event.parties.pop_back();
    }
}

void EventValidator::read_party(CheckedEvent& event, RawValue value) {
    if (const std::uint32_t number = party_number(value, std::nullopt); number != no_number) {
        event.parties.push_back(number);
        merge_if_repeated(event, value);
    }
}

/// One of "from" or "to": a role for a party that is there already, or one more party.
void EventValidator::read_end(CheckedEvent& event, RawValue value, Role role) {
    const std::uint32_t number = party_number(value, role);
    if (number == no_number) {
        return;
    }
    const Party& party = pools_.parties[number];
    const PartyList parties = parties_of(event);
    const auto listed = std::find_if(parties.begin(), parties.end(), [&](const Party& other) {
        return !party.code.empty() && other.code == party.code && other.role == Role::Party;
    });
    if (listed == parties.end()) {
        event.parties.push_back(number);
        merge_if_repeated(event, value);
        return;
    }
    Party both = *listed;
    both.role = role;
    both.role_name = party.role_name;
    if (party.place.at) {
        both.place = party.place;
    }
    event.parties[static_cast<std::size_t>(listed - parties.begin())] = pools_.parties.add(std::move(both));
}

void EventValidator::read_parties(CheckedEvent& event, Value parties, Value from, Value to) {
    if (parties && parties->is(RawType::List)) {
        for (const RawValue party : *parties) {
            read_party(event, party);
        }
    } else if (parties) {
        read_party(event, *parties);
    }
    for (const auto& [ends, role] : {std::pair{from, Role::From}, std::pair{to, Role::To}}) {
        if (ends && ends->is(RawType::List)) {
            for (const RawValue end : *ends) {
                read_end(event, end, role);
            }
        } else if (ends) {
            read_end(event, *ends, role);
        }
    }
}

/// Who is gone to stands at the venue, if that is in their country.
void EventValidator::receive_at_venue(CheckedEvent& event) {
    const EventPlace* venue = venue_of(event);
    if (venue == nullptr || !venue->at || venue->country.empty()) {
        return;
    }
    for (std::uint32_t& number : event.parties) {
        const Party& party = pools_.parties[number];
        const bool receives = party.role == Role::To || party.role == Role::Host;
        if (receives && party.code == venue->country && party.place != *venue) {
            Party moved = party;
            moved.place = *venue;
            number = pools_.parties.add(std::move(moved));
        }
    }
}

/// A visit needs somebody who goes and somebody to go to; the venue can say the latter.
void EventValidator::check_direction(CheckedEvent& event, RawValue raw) {
    receive_at_venue(event);
    if (motion_ != Motion::Travel) {
        return;
    }
    const EventPlace* venue = venue_of(event);
    if (!has_role(event, Role::To) && venue != nullptr && !venue->country.empty()) {
        Party host;
        fill_from_place(host, *venue);
        host.role = Role::To;
        host.role_name = "host";
        event.parties.push_back(pools_.parties.add(std::move(host)));
    }
    if (!has_role(event, Role::To)) {
        problems_.warn(raw, "this visit has no host: give a party the role host, or write \"to\"");
    }
    if (!has_role(event, Role::From)) {
        problems_.warn(raw, "this visit has no visitor: give a party the role visitor, or write \"from\"");
    }
}

}  // namespace events
