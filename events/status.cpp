#include "events/status.h"

#include <array>
#include <string>
#include <utility>

namespace events {
namespace {

constexpr std::array<std::string_view, 13> names{"occurred",  "planned",     "proposed", "invited",  "postponed",
                                                 "cancelled", "negotiating", "signed",   "ratified", "in_force",
                                                 "suspended", "ended",       "unknown"};

// What others write: iCalendar (RFC 5545), schema.org's EventStatusType, and everyday words. Folded.
constexpr std::array<std::pair<std::string_view, Status>, 17> aliases{{
    {"held", Status::Occurred},
    {"confirmed", Status::Occurred},
    {"done", Status::Occurred},
    {"terminated", Status::Ended},
    {"lapsed", Status::Ended},
    {"expired", Status::Ended},
    {"tentative", Status::Planned},
    {"expected", Status::Planned},
    {"scheduled", Status::Planned},
    {"canceled", Status::Cancelled},
    {"inforce", Status::InForce},
    {"active", Status::InForce},
    {"eventscheduled", Status::Planned},
    {"eventpostponed", Status::Postponed},
    {"eventrescheduled", Status::Postponed},
    {"eventcancelled", Status::Cancelled},
    {"initialled", Status::Negotiating},
}};

/// Lower case; blanks and hyphens as underscores, for "In force" and "in-force".
std::string folded(std::string_view name) {
    std::string text;
    text.reserve(name.size());
    for (const char c : name) {
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == ' ' || c == '-' ? '_' : c;
    }
    return text;
}

}  // namespace

std::optional<Status> status_from_name(std::string_view name) {
    const std::string text = folded(name);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) {
            return static_cast<Status>(i);
        }
    }
    for (const auto& [alias, status] : aliases) {
        if (alias == text) {
            return status;
        }
    }
    return std::nullopt;
}

std::string_view name_from_status(Status status) {
    return names[static_cast<std::size_t>(status)];
}

bool is_ghost(Status status) {
    switch (status) {
        case Status::Planned:
        case Status::Proposed:
        case Status::Invited:
        case Status::Postponed:
        case Status::Negotiating:
            return true;
        default:
            return false;
    }
}

}  // namespace events
