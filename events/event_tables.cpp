#include "events/event_tables.h"

#include <functional>
#include <utility>

namespace events {
namespace {

std::uint32_t length_of(std::string_view text) {
    return static_cast<std::uint32_t>(text.size());
}

/// Adds all values of one pool to another and gives their numbers there.
template <class T>
std::vector<std::uint32_t> take_pool(Pool<T>& pool, const Pool<T>& other) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(other.size());
    for (const T& value : other.all()) {
        numbers.push_back(pool.add(value));
    }
    return numbers;
}

void renumber(std::uint32_t& number, const std::vector<std::uint32_t>& numbers) {
    if (number != no_number) {
        number = numbers[number];
    }
}

std::size_t bytes_of(const EventDetails& details) {
    std::size_t sum = sizeof details + details.history.capacity() * sizeof(StatusChange) +
                      details.path.capacity() * sizeof(RouteLeg) +
                      details.closes.capacity() * sizeof(geodata::PassageId) + bytes_held(details.people);
    for (const StatusChange& change : details.history) {
        sum += change.note.capacity();
    }
    for (const RouteLeg& leg : details.path) {
        sum += leg.points.capacity() * sizeof(EventPlace);
        for (const EventPlace& place : leg.points) {
            sum += bytes_held(place);
        }
    }
    return sum;
}

}  // namespace

std::uint32_t hash_of_id(std::string_view id) {
    const std::uint64_t hash = std::hash<std::string_view>{}(id);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

void CheckedEvent::clear() {
    std::vector<std::uint32_t> room = std::move(parties);
    room.clear();
    *this = {};
    parties = std::move(room);
}

void EventRows::append(CheckedEvent& event, EventPools& pools) {
    EventRecord& record = records.emplace_back(EventRecord{});
    record.letters =
        pools.letters.put({event.id, event.title, event.summary, event.note, event.link, event.date_words});
    record.id_hash = hash_of_id(event.id);
    record.id_length = length_of(event.id);
    record.title_length = length_of(event.title);
    record.summary_length = length_of(event.summary);
    record.note_length = length_of(event.note);
    record.link_length = length_of(event.link);
    record.words_length = length_of(event.date_words);
    record.date = event.date;
    record.first_party = static_cast<std::uint32_t>(parties.size());
    record.party_count = static_cast<std::uint32_t>(event.parties.size());
    parties.insert(parties.end(), event.parties.begin(), event.parties.end());
    record.venue = event.venue;
    record.sources = event.sources;
    record.tags = event.tags;
    record.value = event.value;
    record.line = static_cast<std::uint32_t>(event.line);
    record.file = event.file;
    record.kind = event.kind;
    record.status = event.status;
    record.importance = static_cast<std::uint8_t>(event.importance);
    if (!event.details.empty()) {
        record.details = static_cast<std::uint32_t>(details.size());
        details.push_back(std::exchange(event.details, {}));
    }
}

void PoolNumbers::apply(EventRecord& record) const {
    renumber(record.date, dates);
    renumber(record.venue, places);
    renumber(record.sources, source_lists);
    renumber(record.tags, tag_lists);
    renumber(record.value, values);
}

PoolNumbers take_pools(EventPools& pools, EventPools others, const std::vector<std::uint32_t>& source_number) {
    PoolNumbers numbers;
    numbers.dates = take_pool(pools.dates, others.dates);
    numbers.places = take_pool(pools.places, others.places);
    numbers.parties = take_pool(pools.parties, others.parties);
    numbers.tag_lists = take_pool(pools.tag_lists, others.tag_lists);
    numbers.values = take_pool(pools.values, others.values);
    for (SourceList list : others.source_lists.all()) {
        for (std::uint32_t& source : list) {
            source = source_number[source];
        }
        numbers.source_lists.push_back(pools.source_lists.add(std::move(list)));
    }
    pools.letters.take(std::move(others.letters));
    return numbers;
}

void EventTables::append(const EventDraft& draft) {
    CheckedEvent event;
    event.id = draft.id;
    event.title = draft.title;
    event.summary = draft.summary;
    event.note = draft.note;
    event.link = draft.link;
    event.date_words = draft.date ? std::string_view{} : draft.date_words;
    event.kind = draft.kind;
    event.status = draft.status;
    event.importance = draft.importance;
    event.line = draft.line;
    if (files.empty() || files.back() != draft.file) {
        files.push_back(draft.file);
    }
    event.file = static_cast<std::uint32_t>(files.size() - 1);
    event.date = draft.date ? pools.dates.add({*draft.date, draft.date_words}) : no_number;
    event.venue = draft.venue ? pools.places.add(*draft.venue) : no_number;
    event.sources = draft.sources.empty() ? no_number : pools.source_lists.add(draft.sources);
    event.tags = draft.tags.empty() ? no_number : pools.tag_lists.add(draft.tags);
    event.value = draft.value ? pools.values.add(*draft.value) : no_number;
    for (const Party& party : draft.parties) {
        event.parties.push_back(pools.parties.add(party));
    }
    event.details = {draft.history, draft.path, draft.closes, draft.people, draft.confidence};
    rows.append(event, pools);
}

const EventDetails& EventTables::details_of(const EventRecord& record) const {
    static const EventDetails none;
    return record.details == no_number ? none : rows.details[record.details];
}

std::size_t EventTables::bytes() const {
    std::size_t sum =
        pools.bytes() + rows.records.capacity() * sizeof(EventRecord) + rows.parties.capacity() * sizeof(std::uint32_t);
    for (const EventDetails& details : rows.details) {
        sum += bytes_of(details);
    }
    return sum;
}

}  // namespace events
