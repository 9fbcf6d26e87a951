// What the legend says: each kind of link with its number in the window, what dots, dashes and pale lanes mean, and
// what amounts widths stand for.
#pragma once

#include "app/scene/bundle_layout.h"
#include "app/state/app_state.h"
#include "app/state/world.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

/// Heights in points.
inline constexpr float legend_row = 24.0F;
inline constexpr float legend_sample_row = 20.0F;
inline constexpr float legend_rule = 17.0F;

struct LegendRow {
    events::KindId kind{};
    std::string label;      ///< "Visit"
    std::size_t count = 0;  ///< in the window, also of a hidden kind
    bool hidden = false;    ///< switched off by the person
    bool alone = false;     ///< the only one that is not
};

/// What a way of drawing means, below the kinds.
struct LegendNote {
    enum class What : std::uint8_t { UncertainDate, Planned, YearOnly, NotOnMap, Bundles };
    What what = What::UncertainDate;
    std::string label;  ///< "Uncertain date", "Planned, proposed", "Only the year known", and
                        ///< "3 not on the map" where there are such events; "Pairs in one line" where there are
                        ///< enough for bundles
    bool on = true;     ///< of YearOnly and Bundles: they are shown; a click changes it
};

struct WidthSample {
    std::string label;      ///< "10 million", "200"
    float width_pt = 0.0F;  ///< of the line that stands for it
};

/// What the widths of links stand for; of bundles, where there are any.
struct LegendWidths {
    std::string title;                 ///< "Value", "Events of a pair", "Value of a pair"
    std::string unit;                  ///< "USD"; of numbers of events how many pairs there are, "163 pairs"
    std::vector<WidthSample> samples;  ///< three at most, round numbers, the widest first
    std::string also;                  ///< "Scales of their own: CNY, TEU", of other units; empty without any
    bool of_bundles = false;
    bool has_choice = false;  ///< of bundles: a click changes what they are measured by
    bool in_window = false;   ///< something in the window has such a width
};

struct Legend {
    std::vector<LegendRow> rows;  ///< the ten built-in kinds, then those of files that occur in the store
    std::string total;            ///< "9 of 46"
    std::vector<LegendNote> notes;
    std::optional<LegendWidths> widths;  ///< where events have values or may be bundled
};

[[nodiscard]] Legend legend(const AppState& state, const World& world);
/// The same with the visible events at hand.
[[nodiscard]] Legend legend(const AppState& state, const World& world, std::span<const events::EventIndex> visible,
                            const BundleScene& bundles = {});
/// The widths of links stand for something: events have values or may be bundled.
[[nodiscard]] bool has_widths(const AppState& state, const World& world);
/// There are so many events that links may be bundled, or they always are, and a note says so.
[[nodiscard]] bool may_bundle(const AppState& state, const World& world);

/// How high a legend in words is, in points: the same whatever is in the window.
[[nodiscard]] float legend_height(const AppState& state, const World& world, bool with_widths);

}  // namespace app
