// What the search field finds, and where it stands below the field. Lengths are points.
#pragma once

#include "app/state/command.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

struct SearchRow {
    enum class What : std::uint8_t { Country, Place, Person, Event, ShowOnly };
    What what = What::Event;
    std::string name;
    std::vector<std::pair<std::size_t, std::size_t>> strong{};  ///< bytes of the name that match
    std::string note{};                                         ///< at its right end: a date in words, a country
    std::string warning{};                                      ///< a second line: why it is not on the map now
    std::optional<events::KindId> kind{};                       ///< of an event
    Commands commands{};                                        ///< what Enter and a click do
    render::RectPt place{};
};

struct SearchHeading {
    std::string words;
    render::RectPt place;
};

struct SearchPanel {
    render::RectPt place;  ///< empty while nothing is asked for
    std::vector<SearchHeading> headings;
    std::vector<SearchRow> rows;
    std::size_t chosen = 0;  ///< of the rows
    std::string footnote;    ///< while events are still being read, or where nothing was found
    render::RectPt footnote_place;
};

/// For the text in the search field; empty while that has no words. Groups stand in the order countries, places,
/// people, events, then the row that makes the text a filter; as many events as there is room for above the timeline.
[[nodiscard]] SearchPanel search_panel(const AppState& state, const World& world);

}  // namespace app
