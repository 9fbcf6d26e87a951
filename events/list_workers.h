// Many events of one list, read on all cores. What is in order is read, checked and packed at once; an event that
// anything is to be said about is only noted, so that it can be read again with care and in its turn.
#pragma once

#include "events/event_tables.h"
#include "events/file_header.h"
#include "events/json/event_chunks.h"
#include "events/resolve.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace events {

/// Events that name no source, and those that do.
struct Uncited {
    std::size_t events = 0;
    std::size_t cited = 0;
    int first_line = 0;  ///< of the first that names none

    void count(const CheckedEvent& event) {
        if (event.sources != no_number) {
            ++cited;
        } else if (events++ == 0 || event.line < first_line) {
            first_line = event.line;
        }
    }
    void add(const Uncited& others) {
        if (others.events > 0) {
            first_line = events == 0 ? others.first_line : std::min(first_line, others.first_line);
        }
        events += others.events;
        cited += others.cited;
    }
};

/// What became of some events behind each other.
struct ListPart {
    std::size_t worker = 0;                       ///< whose numbers its rows have
    std::size_t first = 0;                        ///< of all events of the list, the number of its first one
    std::vector<json::EventChunk::Place> places;  ///< of its events
    EventRows rows;                               ///< of those in order
    std::vector<std::uint32_t> noted;             ///< the others, counted in `places`, ascending
    EventRows noted_rows;                  ///< of these, once they have been read with care; with numbers of the store
    std::vector<std::uint32_t> no_events;  ///< those of them that turned out to be none
    /// Sources that the worker had not met before, each with the event that names it.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> new_sources;
    Uncited uncited;      ///< of those in order
    json::TextPlace end;  ///< behind the last event

    /// Calls each(event, its_rows, row) for what has become a row, in the order of the file: the event counts in
    /// `places`, and the row in `rows` or in `noted_rows`.
    template <class Each>
    void for_each_row(Each each) const;
    [[nodiscard]] std::size_t row_count() const { return rows.records.size() + noted_rows.records.size(); }
};

template <class Each>
void ListPart::for_each_row(Each each) const {
    auto next_noted = noted.begin();
    auto next_none = no_events.begin();
    std::size_t row = 0;
    std::size_t noted_row = 0;
    for (std::uint32_t event = 0; event < places.size(); ++event) {
        if (next_noted == noted.end() || *next_noted != event) {
            each(event, rows, row++);
            continue;
        }
        ++next_noted;
        if (next_none != no_events.end() && *next_none == event) {
            ++next_none;
        } else {
            each(event, noted_rows, noted_row++);
        }
    }
}

/// What all events of a file are read with.
struct ListContext {
    const std::string& text;
    json::Layout layout;
    std::uint32_t file = 0;  ///< its number
    const KindRegistry& kinds;
    const SourceRegistry& sources;
    const FileHeader& header;
    const Resolver& resolver;
    /// Whether a line of .ndjson speaks for the file. No part reaches beyond one.
    std::function<bool(RawValue)> is_header;
    /// Called by one worker at a time with the offset that the workers have come to; false to stop them all.
    std::function<bool(std::size_t)> goes_on;
};

/// Parts in the order of the file, up to the first thing that cannot be read in this way; and what their numbers count.
struct ListParts {
    std::deque<ListPart> parts;
    struct Worker {
        EventPools pools;
        std::vector<Source> sources;  ///< those it met first; numbered behind the ones of the context
        KindTable kinds;
    };
    std::deque<Worker> workers;
    std::size_t sources_before = 0;  ///< how many sources there were in the context
    bool stopped = false;
};

[[nodiscard]] ListParts read_list(const ListContext& context, const json::ListPlace& from);

}  // namespace events
