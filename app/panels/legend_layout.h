// What the legend says: each kind of link with its number in the window, and what dots, dashes and pale lanes mean.
#pragma once

#include "app/scene/bundle_layout.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <span>
#include <string>
#include <vector>

namespace app {

struct LegendRow {
    events::KindId kind{};
    std::string label;      ///< "Visit"
    std::size_t count = 0;  ///< in the window
    bool hidden = false;    ///< switched off by the person
};

/// What a way of drawing means, below the kinds.
struct LegendNote {
    enum class What : std::uint8_t { UncertainDate, Planned, YearOnly, NotOnMap, Bundles };
    What what = What::UncertainDate;
    std::string label;  ///< "Uncertain date", "Planned, proposed", "Only the year known", and
                        ///< "3 not on the map" where there are such events; "A pair, up to 200 events" or
                        ///< "Pairs in one line" where there are enough for bundles
    bool on = true;     ///< of YearOnly and Bundles: they are shown; a click changes it
};

struct Legend {
    std::vector<LegendRow> rows;  ///< the ten built-in kinds, then those of files that occur in the store
    std::string total;            ///< "9 of 46"
    std::vector<LegendNote> notes;
};

[[nodiscard]] Legend legend(const AppState& state, const World& world);
/// The same with the visible events at hand.
[[nodiscard]] Legend legend(const AppState& state, const World& world, std::span<const events::EventIndex> visible,
                            const BundleScene& bundles = {});
/// There are so many events that links may be bundled, and a note says so.
[[nodiscard]] bool may_bundle(const World& world);

}  // namespace app
