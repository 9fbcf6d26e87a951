// The events themselves, packed: one short record each, with numbers into the pools for what events share.
#pragma once

#include "events/event_draft.h"
#include "events/event_pools.h"

#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace events {

/// One event; numbers are no_number where it has no such thing.
struct EventRecord {
    const char* letters = nullptr;  ///< id, title, summary, note, link and own words for the date behind each other
    std::uint32_t id_hash = 0;      ///< of id(), for IdIndex
    std::uint32_t id_length = 0;    ///< in bytes, as are the others
    std::uint32_t title_length = 0;
    std::uint32_t summary_length = 0;
    std::uint32_t note_length = 0;
    std::uint32_t link_length = 0;
    std::uint32_t words_length = 0;  ///< 0: those of the date
    std::uint32_t date = no_number;
    std::uint32_t first_party = 0;  ///< in EventRows::parties
    std::uint32_t party_count = 0;
    std::uint32_t venue = no_number;
    std::uint32_t sources = no_number;
    std::uint32_t tags = no_number;
    std::uint32_t value = no_number;
    std::uint32_t details = no_number;
    std::uint32_t line = 0;
    std::uint32_t file = 0;
    KindId kind{};
    Status status = Status::Occurred;
    std::uint8_t importance = 1;

    [[nodiscard]] std::string_view id() const { return {letters, id_length}; }
    [[nodiscard]] std::size_t letters_length() const {
        return std::size_t{id_length} + title_length + summary_length + note_length + link_length + words_length;
    }
};

/// An event that was checked and is to be packed. Texts hold as long as what they were read from, numbers count in the
/// pools that it was checked with.
struct CheckedEvent {
    std::string_view id;
    std::string_view title;
    std::string_view summary;
    std::string_view note;
    std::string_view link;
    std::string_view date_words;  ///< its own; empty for those of its date
    KindId kind{};
    Status status = Status::Occurred;
    int importance = 1;
    int line = 0;
    std::uint32_t file = 0;
    std::uint32_t date = no_number;
    std::uint32_t venue = no_number;
    std::uint32_t sources = no_number;
    std::uint32_t tags = no_number;
    std::uint32_t value = no_number;
    std::vector<std::uint32_t> parties;
    EventDetails details;

    /// Makes it a new one, and keeps the room of its list.
    void clear();
};

/// Hash of an id.
[[nodiscard]] std::uint32_t hash_of_id(std::string_view id);

/// For long lists that are filled on all cores: a list that grows does not touch its new elements, which are written
/// before anybody reads them. To touch them first, on one core, would take as long as to fill them.
template <class T>
struct Untouched : std::allocator<T> {
    template <class U>
    struct rebind {
        using other = Untouched<U>;
    };
    template <class U, class... Arguments>
    void construct(U* at, Arguments&&... arguments) {
        if constexpr (sizeof...(Arguments) > 0) {
            ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
        }
    }
};
using EventRecords = std::vector<EventRecord, Untouched<EventRecord>>;

struct EventRows {
    EventRecords records;
    std::vector<std::uint32_t> parties;  ///< numbers in EventPools::parties
    std::vector<EventDetails> details;

    /// Packs one more event; its letters go to the pools that it was checked with. Takes its details away.
    void append(CheckedEvent& event, EventPools& pools);
};

/// The numbers that the values of other pools have here.
struct PoolNumbers {
    std::vector<std::uint32_t> dates, places, parties, source_lists, tag_lists, values;
    /// Rewrites the numbers of a record; not those of its parties, which are counted by themselves.
    void apply(EventRecord& record) const;
};
/// Adds everything of `others` to `pools`. `source_number` says which source of this side each one of the other is.
[[nodiscard]] PoolNumbers take_pools(EventPools& pools, EventPools others,
                                     const std::vector<std::uint32_t>& source_number);

struct EventTables {
    EventPools pools;
    EventRows rows;
    std::vector<std::string> files;  ///< names

    void append(const EventDraft& draft);
    [[nodiscard]] Event view(std::size_t i) const;
    [[nodiscard]] std::span<const std::uint32_t> parties_of(const EventRecord& record) const {
        return std::span{rows.parties}.subspan(record.first_party, record.party_count);
    }
    /// Null for an undated event.
    [[nodiscard]] const EdtfDate* date_of(const EventRecord& record) const {
        return record.date == no_number ? nullptr : &pools.dates[record.date].date;
    }
    /// Null for an event without one.
    [[nodiscard]] const Value* value_of(const EventRecord& record) const {
        return record.value == no_number ? nullptr : &pools.values[record.value];
    }
    [[nodiscard]] std::string_view link_of(const EventRecord& record) const {
        const std::size_t before =
            std::size_t{record.id_length} + record.title_length + record.summary_length + record.note_length;
        return {record.letters + before, record.link_length};
    }
    [[nodiscard]] const EventDetails& details_of(const EventRecord& record) const;
    /// Memory beside the events' own letters.
    [[nodiscard]] std::size_t bytes() const;
};

inline Event EventTables::view(std::size_t i) const {
    const EventRecord& record = rows.records[i];
    const char* letters = record.letters;
    const auto text = [&letters](std::uint32_t length) {
        const std::string_view part{letters, length};
        letters += length;
        return part;
    };
    Event event;
    event.id = text(record.id_length);
    event.title = text(record.title_length);
    event.summary = text(record.summary_length);
    event.note = text(record.note_length);
    event.link = text(record.link_length);
    event.date_words = text(record.words_length);
    event.kind = record.kind;
    event.status = record.status;
    event.importance = record.importance;
    event.line = static_cast<int>(record.line);
    event.file = files[record.file];
    event.date = date_of(record);
    if (event.date_words.empty()) {
        event.date_words = !event.date ? "undated" : std::string_view{pools.dates[record.date].words};
    }
    event.parties = {pools.parties.all(), parties_of(record)};
    event.venue = record.venue == no_number ? nullptr : &pools.places[record.venue];
    event.value = value_of(record);
    if (record.sources != no_number) {
        event.sources = pools.source_lists[record.sources];
    }
    if (record.tags != no_number) {
        event.tags = pools.tag_lists[record.tags];
    }
    if (record.details != no_number) {
        const EventDetails& details = rows.details[record.details];
        event.history = details.history;
        event.path = details.path;
        event.closes = details.closes;
        event.people = details.people;
        event.confidence = details.confidence;
    }
    return event;
}

}  // namespace events
