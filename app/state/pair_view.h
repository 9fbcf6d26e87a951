// What a person has chosen in the pair view: the panel with everything between the selected countries.
#pragma once

#include "events/event.h"

#include <cstdint>
#include <optional>

namespace app {

/// What the panel lists. With more than two countries there are All and Changed alone.
enum class PairTab : std::uint8_t {
    All,
    ToSecond,  ///< what goes from the first selected country to the second
    ToFirst,
    Changed,  ///< what changed between two days
};

struct PairView {
    PairTab tab = PairTab::All;
    bool newest_first = false;
    std::optional<double> from;                 ///< first day of Changed, in days; nothing: where the window begins
    std::optional<double> until;                ///< its last day; nothing: the playhead's
    std::optional<events::EventIndex> pointed;  ///< the row under the pointer: its link stands out on the map
    friend bool operator==(const PairView&, const PairView&) = default;
};

}  // namespace app
