// How many events there are between two days, by kind, without going over them: what the timeline's histogram asks
// for at every zoom.
#pragma once

#include "events/event_store.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// An event's weight over time: nothing at `rise`, full from `from` to `to`, nothing at `fall`. Days, ascending.
struct EventWeight {
    double rise = 0.0;
    double from = 0.0;
    double to = 0.0;
    double fall = 0.0;

    [[nodiscard]] double area() const { return (from - rise) / 2.0 + (to - from) + (fall - to) / 2.0; }
    [[nodiscard]] double area_before(double day) const;
    /// Something of it lies in that stretch.
    [[nodiscard]] bool overlaps(const events::DaySpan& days) const {
        return rise < days.end && (fall > days.start || rise >= days.start);
    }
};

/// Full over the strict bounds, with linear shoulders out to the fuzzy ones; with an open end, over the day on which it
/// starts. Nothing for a date that has neither a start nor an end.
[[nodiscard]] std::optional<EventWeight> weight_of(const events::EdtfDate& date);

class EventDensity {
public:
    EventDensity() = default;
    /// Of those of these events that stand on the axis, in any order. One pass.
    EventDensity(const events::EventStore& store, std::span<const events::EventIndex> events);

    /// Each event has an area of one. How much of each kind's lies between an edge and the next, kinds beside each
    /// other: share [i * kinds + k] is of kind k between edges i and i + 1. Edges are ascending and may be infinite.
    ///
    /// Up to 4096 events it is exact. Of more, sums up to some 80 000 days are kept, close to each other where events
    /// are, and what is asked between two of them is interpolated: it costs the same for a million events as for ten
    /// thousand.
    [[nodiscard]] std::vector<float> shares(std::span<const double> edges) const;
    /// How many events were counted, by kind.
    [[nodiscard]] const std::vector<std::size_t>& counted() const { return counted_; }

private:
    struct Weighed {
        EventWeight weight;
        std::size_t kind = 0;
    };
    void make_table(const std::vector<Weighed>& events);
    [[nodiscard]] std::vector<float> exact_shares(std::span<const double> edges) const;
    void sums_before(double day, std::span<double> sums) const;

    std::vector<std::size_t> counted_;
    std::vector<Weighed> few_;    // in any order; none where there is a table
    std::vector<double> days_;    // of the table, ascending
    std::vector<double> before_;  // events before each of these days, kinds beside each other
};

}  // namespace app
