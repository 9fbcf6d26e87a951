// All events, frozen and sorted by their strict start; undated ones last. Built once, replaced whole.
#pragma once

#include "events/event.h"
#include "events/id_index.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace events {

/// The window and what else is asked for. Empty lists ask for everything.
struct Query {
    DaySpan window;  ///< events whose strict bounds overlap it
    std::vector<KindId> hidden_kinds;
    std::vector<std::string> countries;  ///< events that touch any of these
};

class EventStore {
public:
    EventStore() = default;
    /// `without_dates` is the extent of a store in which no event has a date.
    EventStore(KindTable kinds, std::vector<Event> events, std::vector<Source> sources,
               DaySpan without_dates = {0.0, 1.0});

    [[nodiscard]] std::size_t size() const { return events_.size(); }
    [[nodiscard]] const Event& operator[](EventIndex index) const { return events_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] std::span<const Event> all() const { return events_; }
    [[nodiscard]] const KindTable& kinds() const { return kinds_; }
    [[nodiscard]] std::span<const Source> sources() const { return sources_; }
    /// The first event in the store with this id.
    [[nodiscard]] std::optional<EventIndex> find(std::string_view id) const;
    /// The events that touch a country (Event::touches), in order of start; those of an organisation by its code.
    [[nodiscard]] std::span<const EventIndex> of_country(std::string_view code) const;

    /// From the first strict start to the last strict end, infinite ends left out.
    [[nodiscard]] DaySpan extent() const { return extent_; }
    [[nodiscard]] std::size_t not_on_map() const { return not_on_map_; }
    [[nodiscard]] std::size_t undated() const { return undated_; }

    /// The events that a query asks for, in order of start. An undated event is found by an unbounded window alone; one
    /// without an end by every window that does not lie before its start; a window of no length is a moment.
    ///
    /// Cost: a binary search over starts gives the last candidate, and a tree of the latest ends leads from one match
    /// to the next: about log2(size) steps for each event found, wherever the window stands and however long others
    /// run.
    [[nodiscard]] std::vector<EventIndex> matching(const Query& query) const;

private:
    void sort_by_start();
    void index_events();
    void index_time();
    template <class Found>
    void find_ending_after(double time, std::size_t count, Found found) const;

    KindTable kinds_;
    std::vector<Event> events_;
    std::vector<Source> sources_;
    std::vector<std::pair<std::string, std::vector<EventIndex>>> by_country_;  // sorted by code
    IdIndex by_id_;
    std::vector<double> starts_;                    // strict starts of the dated events, for the search
    std::vector<double> ends_;                      // strict ends of the same
    std::vector<std::vector<double>> latest_ends_;  // level k: the latest end in each run of block^(k+1) events
    DaySpan extent_{0.0, 1.0};
    std::size_t not_on_map_ = 0;
    std::size_t undated_ = 0;
};

}  // namespace events
