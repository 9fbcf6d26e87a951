// How real an event is. The words are those of iCalendar, schema.org and treaty practice.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace events {

enum class Status : std::uint8_t {
    Occurred,  // also: held, confirmed
    Planned,
    Proposed,
    Invited,
    Postponed,
    Cancelled,
    Negotiating,
    Signed,
    Ratified,
    InForce,
    Suspended,
    Ended,  // also: terminated, lapsed
    Unknown,
};

/// "occurred", "in_force", ...; "held" and "confirmed" read as Occurred, "terminated" and "lapsed" as Ended.
[[nodiscard]] std::optional<Status> status_from_name(std::string_view name);
[[nodiscard]] std::string_view name_from_status(Status status);
/// Not real yet: drawn as a ghost (planned, proposed, invited, postponed, negotiating).
[[nodiscard]] bool is_ghost(Status status);

}  // namespace events
