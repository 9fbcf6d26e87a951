// The panel that hangs from the toolbar's Filter: why events are not shown, and what may be asked of them. Lengths are
// points.
#pragma once

#include "app/state/command.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// How many events of the window have what a filter may ask for, whatever filters there are.
struct FilterCounts {
    std::vector<std::size_t> kinds;
    std::map<events::Status, std::size_t> statuses;
    std::map<std::string, std::size_t, std::less<>> organisations;
    std::map<events::Role, std::size_t> roles;
    std::map<std::string, std::size_t, std::less<>> tags;
    std::array<std::size_t, 2> confidence{};  ///< of the steps that the panel offers
    std::array<std::size_t, 3> sources{};     ///< at least 1, 2 and 3
    Whereabouts where;
};
[[nodiscard]] FilterCounts filter_counts(const AppState& state, const World& world);

/// Whose roles the panel offers: those of the filter's country, or of the one that is selected, or of anybody ("").
[[nodiscard]] std::string role_of(const AppState& state);

struct FilterRow {
    std::string id;
    std::string name;
    std::string count;
    bool chosen = false;
    std::optional<events::KindId> kind{};
    Command command;
};

struct FilterSection {
    std::string heading;
    std::vector<FilterRow> rows;
};

struct FilterPanel {
    render::RectPt place;
    std::string showing;                                      ///< "Showing 9 of 46 events"
    std::vector<std::pair<std::string, std::string>> hidden;  ///< why others are not, and how many; 20 points each
    render::RectPt head;                                      ///< where both stand
    render::RectPt list;                                      ///< the sections; what does not fit is scrolled
    std::vector<FilterSection> sections;
};

/// Below the button, kept 16 points inside the window and above `bottom`.
[[nodiscard]] FilterPanel filter_panel(const AppState& state, const World& world, const FilterCounts& counts,
                                       const render::RectPt& button, float bottom);

/// Why events are not shown, with their numbers: "Outside the window", 37. Lines of none are left out.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> reasons(const Whereabouts& where,
                                                                       std::size_t not_on_map);

}  // namespace app
