// Which events somebody wants to see, apart from their kind and their time.
#pragma once

#include "events/event.h"

#include <string>
#include <vector>

namespace events {

/// What is empty or 0 asks for nothing. An event passes that has one of each list that is not empty.
struct EventFilter {
    std::vector<Status> statuses{};
    std::vector<std::string> organisations{};  ///< codes of parties
    std::vector<Role> roles{};                 ///< of one of its parties ...
    std::string role_of{};                     ///< ... or, with a code, of that one
    std::vector<std::string> tags{};
    double confidence = 0.0;  ///< at least; an event that does not say passes 0 alone
    int sources = 0;          ///< at least so many
    std::string person{};     ///< one of its people, spelt as there
    std::string text{};       ///< words that it has, as SearchIndex finds them
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

[[nodiscard]] bool is_empty(const EventFilter& filter);

/// All that the filter asks of the event but for its status, which may depend on the day, and for the text.
[[nodiscard]] bool passes(const EventFilter& filter, const Event& event);

/// A status that it asks for, or it asks for none.
[[nodiscard]] bool has_status(const EventFilter& filter, Status status);

/// One of the people of the event, with a party or without.
[[nodiscard]] bool has_person(const Event& event, std::string_view name);

}  // namespace events
