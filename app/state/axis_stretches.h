// Which days of a store the timeline shows at scale, and which it collapses.
#pragma once

#include "events/event_store.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace app {

/// A stretch of days that is drawn at one scale. The stretches of an axis follow each other without a hole.
struct AxisStretch {
    enum class Kind : std::uint8_t {
        Linear,  ///< shares the width that is left, by its length
        Stub,    ///< a few early or late events: `stub_width_pt` wide, with its year as a label
        Gap,     ///< nothing starts or ends in it: `gap_width_pt` wide, drawn as a zigzag
    };
    Kind kind = Kind::Linear;
    double from = 0.0;
    double to = 1.0;         ///< > from
    std::size_t events = 0;  ///< that start in it
    friend bool operator==(const AxisStretch&, const AxisStretch&) = default;
};

/// An event that is known only to the year has no place of its own on the axis; the same as app::is_year_only, and
/// undated events have none either.
[[nodiscard]] bool stands_on_axis(const events::Event& event);

/// Cuts the extent of a store into stretches. Without `skip_quiet` it is one linear stretch, padded by 2 %.
///
/// With it, quiet stretches are collapsed: the distances between neighbouring starts (and the ends of what lasts more
/// than 400 days) are looked at from the longest down, and one is collapsed while it is longer than a third of what is
/// not yet collapsed and than 45 days, twelve at most. What lies between collapsed gaps is a stub if fewer than four
/// events start in it (or fewer than a twentieth of the densest part's), otherwise linear. Where not even the densest
/// part holds four, nothing is collapsed. Costs one pass and a sort over the events; depends on nothing else.
[[nodiscard]] std::vector<AxisStretch> axis_stretches(const events::EventStore& store, bool skip_quiet);

/// The linear stretch in which most events start; the whole when nothing was collapsed.
[[nodiscard]] events::DaySpan dense_stretch(const std::vector<AxisStretch>& stretches);

}  // namespace app
