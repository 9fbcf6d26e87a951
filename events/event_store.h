// All events, frozen and sorted by their strict start; undated ones last. Built once, replaced whole.
#pragma once

#include "events/event_draft.h"
#include "events/event_tables.h"
#include "events/id_index.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <memory>
#include <optional>
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
    /// `ids` holds all events of `tables`, each with an id of its own. `without_dates` is the extent of a store in
    /// which no event has a date.
    EventStore(KindTable kinds, EventTables tables, IdIndex ids, std::vector<Source> sources,
               DaySpan without_dates = {0.0, 1.0});
    EventStore(KindTable kinds, std::span<const EventDraft> drafts, std::vector<Source> sources,
               DaySpan without_dates = {0.0, 1.0});

    [[nodiscard]] std::size_t size() const { return tables_.rows.records.size(); }
    [[nodiscard]] Event operator[](EventIndex index) const { return tables_.view(static_cast<std::size_t>(index)); }
    /// What the event says, without making all of it, for when there are very many to ask. No date, no value: null.
    [[nodiscard]] KindId kind_of(EventIndex index) const { return record_of(index).kind; }
    [[nodiscard]] const EdtfDate* date_of(EventIndex index) const { return tables_.date_of(record_of(index)); }
    [[nodiscard]] const Value* value_of(EventIndex index) const { return tables_.value_of(record_of(index)); }
    [[nodiscard]] std::string_view link_of(EventIndex index) const { return tables_.link_of(record_of(index)); }
    [[nodiscard]] std::string_view id_of(EventIndex index) const { return record_of(index).id(); }
    /// Its parties by their numbers among parties(): equal ones have the same number.
    [[nodiscard]] std::span<const std::uint32_t> party_numbers_of(EventIndex index) const {
        return tables_.parties_of(record_of(index));
    }
    [[nodiscard]] const std::deque<Party>& parties() const { return tables_.pools.parties.all(); }
    [[nodiscard]] std::span<const RouteLeg> path_of(EventIndex index) const {
        return tables_.details_of(record_of(index)).path;
    }
    /// All events in order, each made when it is looked at.
    class Events;
    [[nodiscard]] Events all() const;
    [[nodiscard]] const KindTable& kinds() const { return kinds_; }
    [[nodiscard]] std::span<const Source> sources() const { return sources_; }
    /// The first event in the store with this id.
    [[nodiscard]] std::optional<EventIndex> find(std::string_view id) const;
    /// The events that touch a country (Event::touches), in order of start; those of an organisation by its code.
    [[nodiscard]] std::span<const EventIndex> of_country(std::string_view code) const;

    /// How many dated events begin up to and with a day: the first so many in order.
    [[nodiscard]] std::size_t begun_by(double day) const;
    [[nodiscard]] std::size_t dated() const { return starts_.size(); }
    /// From the first strict start to the last strict end, infinite ends left out.
    [[nodiscard]] DaySpan extent() const { return extent_; }
    [[nodiscard]] std::size_t not_on_map() const { return not_on_map_; }
    [[nodiscard]] std::size_t undated() const { return undated_; }
    /// Memory that the store takes beside the letters of its events.
    [[nodiscard]] std::size_t bytes() const;

    /// The events that a query asks for, in order of start. An undated event is found by an unbounded window alone; one
    /// without an end by every window that does not lie before its start; a window of no length is a moment.
    ///
    /// Cost: a binary search over starts gives the last candidate, and a tree of the latest ends leads from one match
    /// to the next: about log2(size) steps for each event found, wherever the window stands and however long others
    /// run.
    [[nodiscard]] std::vector<EventIndex> matching(const Query& query) const;

private:
    [[nodiscard]] const EventRecord& record_of(EventIndex index) const {
        return tables_.rows.records[static_cast<std::size_t>(index)];
    }
    void sort_by_start();
    void index_countries();
    void index_time();
    template <class Found>
    void find_ending_after(double time, std::size_t count, Found found) const;

    KindTable kinds_;
    EventTables tables_;
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

class EventStore::Events {
public:
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Event;
        using pointer = const Event*;
        using reference = Event;
        using difference_type = std::ptrdiff_t;
        Iterator(const EventTables& tables, std::size_t at) : tables_{&tables}, at_{at} {}
        Event operator*() const { return tables_->view(at_); }
        Iterator& operator++() { return ++at_, *this; }
        Iterator operator++(int) { return {*tables_, at_++}; }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

    private:
        const EventTables* tables_;
        std::size_t at_;
    };
    explicit Events(const EventTables& tables) : tables_{&tables} {}
    [[nodiscard]] std::size_t size() const { return tables_->rows.records.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Event operator[](std::size_t i) const { return tables_->view(i); }
    [[nodiscard]] Event front() const { return tables_->view(0); }
    [[nodiscard]] Event back() const { return tables_->view(size() - 1); }
    [[nodiscard]] Iterator begin() const { return {*tables_, 0}; }
    [[nodiscard]] Iterator end() const { return {*tables_, size()}; }

private:
    const EventTables* tables_;
};

inline EventStore::Events EventStore::all() const {
    return Events{tables_};
}

}  // namespace events
