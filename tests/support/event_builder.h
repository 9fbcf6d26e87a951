// Builds events for tests in a line or two: an_event("visit", "2025-05-19~/2025-05-21~").from("PAK").to("CHN").
#pragma once

#include "events/edtf.h"
#include "events/event_store.h"

#include <deque>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

/// Has as its title what it is given, or its kind and date; occurred, with the places of its countries on the map.
class EventBuilder {
public:
    /// `date` is EDTF; empty for an undated event.
    EventBuilder(std::string_view kind, std::string_view date) {
        event_.kind = kinds().find(kind).value();
        event_.date_words = "undated";
        if (!date.empty()) {
            event_.date = events::edtf_from_text(date);
            if (!event_.date) {
                throw std::invalid_argument("not EDTF: " + std::string{date});
            }
            event_.date_words = events::words_from_date(*event_.date);
        }
        event_.title = std::string{kind} + ' ' + std::string{date};
        event_.id = event_.title;
    }

    EventBuilder& titled(std::string title) { return event_.title = std::move(title), *this; }
    EventBuilder& named(std::string id) { return event_.id = std::move(id), *this; }
    EventBuilder& with(std::string code, events::Role role = events::Role::Party) {
        events::Party party;
        party.is_country = code.size() == 3;
        party.is_organisation = !party.is_country;
        party.place.country = party.is_country ? code : "";
        party.place.at = party.is_country ? std::optional{geodata::LonLat{70.0, 30.0}} : std::nullopt;
        party.code = std::move(code);
        party.role = role;
        event_.parties.push_back(std::move(party));
        return *this;
    }
    EventBuilder& from(std::string code) { return with(std::move(code), events::Role::From); }
    EventBuilder& to(std::string code) { return with(std::move(code), events::Role::To); }
    /// Of the last party.
    EventBuilder& person(std::string name) { return event_.parties.back().people.push_back(std::move(name)), *this; }
    EventBuilder& role_name(std::string name) { return event_.parties.back().role_name = std::move(name), *this; }
    EventBuilder& being(events::Status status) { return event_.status = status, *this; }
    EventBuilder& since(std::string_view date, events::Status status, std::string note = {}) {
        event_.history.push_back({events::edtf_from_text(date).value(), status, std::move(note)});
        return *this;
    }
    EventBuilder& worth(double amount, std::string currency, std::string measure = {}) {
        event_.value = events::Value{amount, std::move(currency), std::move(measure)};
        return *this;
    }
    EventBuilder& sourced(std::uint32_t index) { return event_.sources.push_back(index), *this; }
    EventBuilder& tagged(std::string tag) { return event_.tags.push_back(std::move(tag)), *this; }
    EventBuilder& saying(std::string summary) { return event_.summary = std::move(summary), *this; }

    [[nodiscard]] const events::EventDraft& event() const { return event_; }
    operator events::EventDraft() const { return event_; }  // NOLINT: lists of events are written as lists of builders

private:
    static const events::KindTable& kinds() {
        static const events::KindTable table;
        return table;
    }
    events::EventDraft event_;
};

[[nodiscard]] inline EventBuilder an_event(std::string_view kind, std::string_view date) {
    return {kind, date};
}

/// The event as a store has it; the store lives on behind it, as long as the tests.
[[nodiscard]] inline events::Event stored(const events::EventDraft& draft) {
    static std::deque<events::EventStore> stores;
    return stores.emplace_back(events::KindTable{}, std::span{&draft, 1}, std::vector<events::Source>{}).all().front();
}

}  // namespace support
