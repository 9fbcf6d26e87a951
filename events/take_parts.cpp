// What the workers made of a list of events, into the tables of the store.
#include "events/file_reader.h"
#include "geodata/parallel.h"

#include <numeric>
#include <utility>

namespace events {
namespace {

/// Hands one raw event on to whoever wants to see it.
class OneEvent : public json::EventSink {
public:
    explicit OneEvent(std::function<void(RawValue)> see) : see_{std::move(see)} {}
    void on_member(RawValue) override {}
    void on_event(RawValue raw) override { see_(raw); }

private:
    std::function<void(RawValue)> see_;
};

json::ListPlace place_of(const ListPart& part, std::size_t event, const json::ListPlace& from) {
    return {part.places[event].begin, from.level, part.first + event, false};
}

/// A worker's numbers and what they are in the store.
struct WorkerNumbers {
    PoolNumbers pools;
    std::vector<KindId> kinds;
};

/// Copies the rows of a part to where they belong: from `record`, `party` and `details` on.
void place_rows(ListPart& part, const WorkerNumbers& numbers, EventRows& rows, std::size_t record, std::size_t party,
                std::size_t details) {
    const std::size_t noted_details = details + part.rows.details.size();
    std::move(part.rows.details.begin(), part.rows.details.end(),
              rows.details.begin() + static_cast<std::ptrdiff_t>(details));
    std::move(part.noted_rows.details.begin(), part.noted_rows.details.end(),
              rows.details.begin() + static_cast<std::ptrdiff_t>(noted_details));
    part.for_each_row([&](std::uint32_t, const EventRows& own, std::size_t row) {
        const bool is_workers = &own == &part.rows;
        const EventRecord& from = own.records[row];
        EventRecord& to = rows.records[record++];
        to = from;
        to.first_party = static_cast<std::uint32_t>(party);
        for (std::uint32_t i = 0; i < from.party_count; ++i) {
            const std::uint32_t number = own.parties[from.first_party + i];
            rows.parties[party++] = is_workers ? numbers.pools.parties[number] : number;
        }
        if (is_workers) {
            numbers.pools.apply(to);
            to.kind = numbers.kinds[static_cast<std::size_t>(from.kind)];
        }
        if (from.details != no_number) {
            to.details += static_cast<std::uint32_t>(is_workers ? details : noted_details);
        }
    });
}

}  // namespace

/// Reads what a worker noted, in the order of the file, and gives each source that the worker met its number.
void FileReader::read_noted(ListPart& part, const json::ListPlace& from, const std::vector<Source>& sources,
                            std::vector<std::uint32_t>& source_numbers) {
    auto source = part.new_sources.begin();
    const auto number_sources = [&](std::uint32_t up_to_event) {
        for (; source != part.new_sources.end() && source->first <= up_to_event; ++source) {
            const std::size_t own = source->second - (source_numbers.size() - sources.size());
            source_numbers[source->second] = loaded_.sources.add(sources[own]);
        }
    };
    for (const std::uint32_t event : part.noted) {
        number_sources(event);
        OneEvent sink{[&](RawValue raw) {
            if (!check(raw, part.noted_rows)) {
                part.no_events.push_back(event);
            }
        }};
        json::parse_event_at(text_, repairs_.offsets, place_of(part, event, from), part.places[event].end, sink);
    }
    number_sources(no_number);
}

void FileReader::take_parts(ListParts read, const json::ListPlace& from) {
    const std::size_t elements = read.parts.back().first + read.parts.back().places.size() - from.events;
    if (!takes_events_) {
        count_ += elements;
        return;
    }
    std::vector<std::vector<std::uint32_t>> source_numbers;
    for (const ListParts::Worker& worker : read.workers) {
        std::vector<std::uint32_t>& numbers = source_numbers.emplace_back(read.sources_before + worker.sources.size());
        std::iota(numbers.begin(), numbers.end(), 0U);
    }
    for (ListPart& part : read.parts) {
        stopped_ = !part.noted.empty() && !goes_on_(read.parts.back().end.offset);
        if (stopped_) {
            return;
        }
        read_noted(part, from, read.workers[part.worker].sources, source_numbers[part.worker]);
        uncited_.add(part.uncited);
    }
    std::vector<WorkerNumbers> numbers;
    for (std::size_t i = 0; i < read.workers.size(); ++i) {
        ListParts::Worker& worker = read.workers[i];
        WorkerNumbers& own = numbers.emplace_back();
        own.pools = take_pools(loaded_.tables.pools, std::move(worker.pools), source_numbers[i]);
        for (const Kind& kind : worker.kinds.all()) {
            const auto known = loaded_.kinds.table().find(kind.name);
            // What nobody knows here was met in parts that came to nothing, or when there were too many kinds already.
            own.kinds.push_back(known                     ? *known
                                : loaded_.kinds.is_full() ? loaded_.kinds.find_or_add(kind.name).id
                                                          : KindId{});
        }
    }
    EventRows& rows = loaded_.tables.rows;
    const std::size_t first_row = rows.records.size();
    struct Start {
        std::size_t record, party, details;
    };
    std::vector<Start> starts{{first_row, rows.parties.size(), rows.details.size()}};
    for (const ListPart& part : read.parts) {
        const Start& last = starts.back();
        starts.push_back({last.record + part.row_count(),
                          last.party + part.rows.parties.size() + part.noted_rows.parties.size(),
                          last.details + part.rows.details.size() + part.noted_rows.details.size()});
    }
    rows.records.resize(starts.back().record);
    rows.parties.resize(starts.back().party);
    rows.details.resize(starts.back().details);
    geodata::in_parallel(static_cast<int>(read.parts.size()), [&](int first, int last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            ListPart& part = read.parts[i];
            place_rows(part, numbers[part.worker], rows, starts[i].record, starts[i].party, starts[i].details);
            part.rows = {};
        }
    });
    admit(first_row, read.parts, from);
    count_ += elements;
}

/// Notes the ids of the rows from the first one on, and takes those away whose id is taken.
void FileReader::admit(std::size_t first_row, const std::deque<ListPart>& parts, const json::ListPlace& from) {
    constexpr std::size_t ahead = 16;  // rows: about as long as memory needs to answer
    EventRecords& records = loaded_.tables.rows.records;
    loaded_.ids.reserve(records.size() - first_row);
    std::size_t next = first_row;
    std::size_t to = first_row;
    for (const ListPart& part : parts) {
        part.for_each_row([&](std::uint32_t event, const EventRows&, std::size_t) {
            if (next + ahead < records.size()) {
                loaded_.ids.prefetch(records[next + ahead]);
            }
            records[to] = records[next++];
            const auto index = static_cast<std::uint32_t>(to++);
            if (records[index].id_length == 0) {
                loaded_.unnamed.push_back({index, count_ + part.first - from.events + event + 1});
            } else if (const auto same = loaded_.ids.insert(records, index)) {
                OneEvent sink{[&](RawValue raw) { tell_that_id_is_taken(raw, records[*same]); }};
                json::parse_event_at(text_, repairs_.offsets, place_of(part, event, from), part.places[event].end,
                                     sink);
                --to;
            }
        });
    }
    records.resize(to);
}

}  // namespace events
