#include "events/event_kind.h"

#include <array>
#include <utility>

namespace events {
namespace {

struct BuiltIn {
    std::string_view name;
    std::string_view label;
    Motion motion;
};

constexpr std::array<BuiltIn, 10> built_in_kinds{{
    {"visit", "Visit", Motion::Travel},
    {"meeting", "Meeting", Motion::Gather},
    {"agreement", "Agreement", Motion::Bond},
    {"trade", "Trade", Motion::Flow},
    {"route", "Route", Motion::Path},
    {"security", "Security", Motion::Bond},
    {"tension", "Tension", Motion::Strike},
    {"ceasefire", "Ceasefire", Motion::Seal},
    {"statement", "Statement", Motion::Ripple},
    {"milestone", "Milestone", Motion::Mark},
}};

// Names that other formats use for a built-in kind.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> aliases{{
    {"trade_route", "route"},
    {"treaty", "agreement"},
}};

constexpr std::array<std::string_view, 9> motion_names{"travel", "gather", "bond",   "flow", "path",
                                                       "strike", "seal",   "ripple", "mark"};

}  // namespace

KindTable::KindTable() {
    kinds_.reserve(built_in_kinds.size());
    for (const BuiltIn& kind : built_in_kinds) {
        kinds_.push_back(
            {std::string{kind.name}, std::string{kind.label}, kind.motion, std::string{kind.name}, true, {}});
    }
}

std::optional<KindId> KindTable::find(std::string_view name) const {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].name == name) {
            return static_cast<KindId>(i);
        }
    }
    for (const auto& [alias, kind] : aliases) {
        if (alias == name) {
            return find(kind);
        }
    }
    return std::nullopt;
}

KindId KindTable::add(Kind kind) {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].name == kind.name) {
            return static_cast<KindId>(i);
        }
    }
    kinds_.push_back(std::move(kind));
    return static_cast<KindId>(kinds_.size() - 1);
}

void KindTable::redefine(KindId id, Kind kind) {
    Kind& old = kinds_[static_cast<std::size_t>(id)];
    if (!old.built_in) {
        kind.name = old.name;
        kind.built_in = false;
        old = std::move(kind);
    }
}

std::optional<Motion> motion_from_name(std::string_view name) {
    for (std::size_t i = 0; i < motion_names.size(); ++i) {
        if (motion_names[i] == name) {
            return static_cast<Motion>(i);
        }
    }
    return std::nullopt;
}

}  // namespace events
