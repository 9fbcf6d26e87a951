#include "events/event_store.h"

#include "geodata/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <mutex>
#include <numeric>
#include <utility>

namespace events {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t block = 16;  // events or runs under one node of the tree of ends

bool is_unbounded(DaySpan window) {
    return window.start == -infinity && window.end == infinity;
}

/// Countries and organisations by number, and what is known of the pools' values: which of them they touch, and whether
/// they have a position.
class CountryNumbers {
public:
    explicit CountryNumbers(const EventTables& tables) {
        for (const Party& party : tables.pools.parties.all()) {
            parties_.push_back(number_of(party.code));
            placed_.push_back(party.place.at.has_value());
        }
        for (const EventPlace& place : tables.pools.places.all()) {
            places_.push_back(number_of(place.country));
        }
        for (const EventDetails& details : tables.rows.details) {
            for_each_place(details, [&](const EventPlace& place) { static_cast<void>(number_of(place.country)); });
        }
    }

    [[nodiscard]] const std::map<std::string, std::uint32_t>& all() const { return numbers_; }

    /// Calls see(number) for all that an event touches, some of them more than once.
    template <class See>
    void for_each_touched(const EventTables& tables, const EventRecord& record, See see) const {
        for (const std::uint32_t party : tables.parties_of(record)) {
            see(parties_[party]);
        }
        if (record.venue != no_number) {
            see(places_[record.venue]);
        }
        for_each_place(tables.details_of(record), [&](const EventPlace& place) {
            see(place.country.empty() ? no_number : numbers_.at(place.country));
        });
    }

    /// Whether one of its parties has a position.
    [[nodiscard]] bool has_placed_party(const EventTables& tables, const EventRecord& record) const {
        const auto parties = tables.parties_of(record);
        return std::any_of(parties.begin(), parties.end(), [&](std::uint32_t party) { return placed_[party]; });
    }

private:
    template <class See>
    static void for_each_place(const EventDetails& details, See see) {
        for (const RouteLeg& leg : details.path) {
            std::for_each(leg.points.begin(), leg.points.end(), see);
        }
    }
    std::uint32_t number_of(const std::string& code) {
        return code.empty() ? no_number
                            : numbers_.emplace(code, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    std::map<std::string, std::uint32_t> numbers_;
    std::vector<std::uint32_t> parties_;
    std::vector<std::uint32_t> places_;
    std::vector<bool> placed_;
};

EventTables tables_from(std::span<const EventDraft> drafts) {
    EventTables tables;
    for (const EventDraft& draft : drafts) {
        tables.append(draft);
    }
    return tables;
}

/// The place of each date of the pool among all their strict starts; equal starts have equal places.
std::vector<std::uint32_t> ranks_of(const Pool<DateInWords>& dates) {
    std::vector<std::uint32_t> order(dates.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto start = [&](std::uint32_t number) { return dates[number].date.strict.start; };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return start(a) < start(b); });
    std::vector<std::uint32_t> ranks(order.size());
    for (std::size_t i = 1; i < order.size(); ++i) {
        ranks[order[i]] = ranks[order[i - 1]] + (start(order[i]) > start(order[i - 1]) ? 1 : 0);
    }
    return ranks;
}

}  // namespace

EventStore::EventStore(KindTable kinds, EventTables tables, IdIndex ids, std::vector<Source> sources,
                       DaySpan without_dates)
    : kinds_{std::move(kinds)},
      tables_{std::move(tables)},
      sources_{std::move(sources)},
      by_id_{std::move(ids)},
      extent_{without_dates} {
    tables_.pools.close();
    sort_by_start();
    index_countries();
    index_time();
}

EventStore::EventStore(KindTable kinds, std::span<const EventDraft> drafts, std::vector<Source> sources,
                       DaySpan without_dates)
    : EventStore{std::move(kinds), tables_from(drafts), {}, std::move(sources), without_dates} {
    for (std::size_t i = 0; i < size(); ++i) {
        by_id_.insert(tables_.rows.records, static_cast<std::uint32_t>(i));
    }
}

/// Counts the events of each start, since there are far fewer dates than events, and moves each event once to its
/// place.
void EventStore::sort_by_start() {
    const std::vector<std::uint32_t> ranks = ranks_of(tables_.pools.dates);
    const auto rank_of = [&](const EventRecord& record) {
        return record.date == no_number ? ranks.size() : ranks[record.date];
    };
    EventRecords& records = tables_.rows.records;
    std::vector<std::uint32_t> next(ranks.size() + 2);  // of each rank the index of its next event
    for (const EventRecord& record : records) {
        ++next[rank_of(record) + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<std::uint32_t> new_index;
    new_index.reserve(records.size());
    for (const EventRecord& record : records) {
        new_index.push_back(next[rank_of(record)]++);
    }
    EventRecords sorted(records.size());
    geodata::in_parallel(static_cast<int>(records.size()), [&](int first, int last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            sorted[new_index[i]] = records[i];
        }
    });
    records = std::move(sorted);
    by_id_.renumber(new_index);
}

/// Countries and what is on the map, in one walk on all cores.
void EventStore::index_countries() {
    struct Part {
        int first = 0;
        std::vector<std::vector<EventIndex>> lists;  // by number of the country
        std::size_t not_on_map = 0;
    };
    const CountryNumbers countries{tables_};
    std::vector<Part> parts;
    std::mutex mutex;  // guards parts
    geodata::in_parallel(static_cast<int>(size()), [&](int first, int last) {
        Part part{first, std::vector<std::vector<EventIndex>>(countries.all().size()), 0};
        for (int i = first; i < last; ++i) {
            const EventRecord& record = tables_.rows.records[static_cast<std::size_t>(i)];
            const auto index = static_cast<EventIndex>(i);
            countries.for_each_touched(tables_, record, [&](std::uint32_t number) {
                if (number != no_number && (part.lists[number].empty() || part.lists[number].back() != index)) {
                    part.lists[number].push_back(index);
                }
            });
            const bool on_map = countries.has_placed_party(tables_, record) || (*this)[index].on_map();
            part.not_on_map += on_map ? 0 : 1;
        }
        const std::lock_guard lock{mutex};
        parts.push_back(std::move(part));
    });
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.first < b.first; });
    for (const auto& [code, number] : countries.all()) {
        std::vector<EventIndex> list;
        for (const Part& part : parts) {
            list.insert(list.end(), part.lists[number].begin(), part.lists[number].end());
        }
        if (!list.empty()) {
            list.shrink_to_fit();
            by_country_.emplace_back(code, std::move(list));
        }
    }
    for (const Part& part : parts) {
        not_on_map_ += part.not_on_map;
    }
}

void EventStore::index_time() {
    const EventRecords& records = tables_.rows.records;
    const auto first_undated =
        std::partition_point(records.begin(), records.end(), [](const EventRecord& r) { return r.date != no_number; });
    const auto dated = static_cast<std::size_t>(first_undated - records.begin());
    undated_ = records.size() - dated;
    starts_.reserve(dated);
    ends_.reserve(dated);
    DaySpan extent{infinity, -infinity};
    for (std::size_t i = 0; i < dated; ++i) {
        const DaySpan span = tables_.date_of(records[i])->strict;
        starts_.push_back(span.start);
        ends_.push_back(span.end);
        for (const double time : {span.start, span.end}) {
            if (std::isfinite(time)) {
                extent = {std::min(extent.start, time), std::max(extent.end, time)};
            }
        }
    }
    if (extent.start <= extent.end) {
        extent_ = {extent.start, std::max(extent.end, extent.start + 1.0)};
    }
    const std::vector<double>* below = &ends_;
    while (below->size() > block) {
        std::vector<double> level;
        level.reserve(below->size() / block + 1);
        for (std::size_t i = 0; i < below->size(); i += block) {
            const auto run = below->begin() + static_cast<std::ptrdiff_t>(i);
            const auto length = static_cast<std::ptrdiff_t>(std::min(block, below->size() - i));
            level.push_back(*std::max_element(run, run + length));
        }
        latest_ends_.push_back(std::move(level));
        below = &latest_ends_.back();
    }
}

/// Calls `found` for each of the first `count` dated events that ends after `time`, in order.
template <class Found>
void EventStore::find_ending_after(double time, std::size_t count, Found found) const {
    std::size_t i = 0;
    while (i < count) {
        // Skip the largest whole run that starts here and ends too early.
        std::size_t run = 1;
        std::size_t node = i;
        bool skipped = false;
        for (const std::vector<double>& level : latest_ends_) {
            if (node % block != 0 || level[node / block] > time) {
                break;
            }
            node /= block;
            run *= block;
            skipped = true;
        }
        if (skipped) {
            i += run;
            continue;
        }
        if (ends_[i] > time) {
            found(i);
        }
        ++i;
    }
}

std::size_t EventStore::bytes() const {
    std::size_t sum = tables_.bytes() + by_id_.bytes() + sources_.capacity() * sizeof(Source) +
                      (starts_.capacity() + ends_.capacity()) * sizeof(double);
    for (const auto& [code, list] : by_country_) {
        sum += list.capacity() * sizeof(EventIndex);
    }
    for (const std::vector<double>& level : latest_ends_) {
        sum += level.capacity() * sizeof(double);
    }
    return sum;
}

std::optional<EventIndex> EventStore::find(std::string_view id) const {
    const auto index = by_id_.find(tables_.rows.records, id);
    return index ? std::optional{static_cast<EventIndex>(*index)} : std::nullopt;
}

std::span<const EventIndex> EventStore::of_country(std::string_view code) const {
    const auto at = std::lower_bound(by_country_.begin(), by_country_.end(), code,
                                     [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return at != by_country_.end() && at->first == code ? std::span{at->second} : std::span<const EventIndex>{};
}

std::size_t EventStore::begun_by(double day) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), day) - starts_.begin());
}

std::vector<EventIndex> EventStore::matching(const Query& query) const {
    std::vector<bool> hidden(kinds_.all().size(), false);
    for (const KindId kind : query.hidden_kinds) {
        if (static_cast<std::size_t>(kind) < hidden.size()) {
            hidden[static_cast<std::size_t>(kind)] = true;
        }
    }
    std::vector<EventIndex> result;
    const auto take = [&](std::size_t i) {
        const auto kind = static_cast<std::size_t>(tables_.rows.records[i].kind);
        const bool wanted = query.countries.empty() ||
                            std::any_of(query.countries.begin(), query.countries.end(),
                                        [&](const std::string& code) { return tables_.view(i).touches(code); });
        if (wanted && (kind >= hidden.size() || !hidden[kind])) {
            result.push_back(static_cast<EventIndex>(i));
        }
    };
    if (is_unbounded(query.window)) {
        for (std::size_t i = 0; i < size(); ++i) {
            take(i);
        }
        return result;
    }
    // Half-open spans overlap when each starts before the other ends; a moment also meets what starts at it.
    const bool moment = query.window.start == query.window.end;
    const auto last = moment ? std::upper_bound(starts_.begin(), starts_.end(), query.window.end)
                             : std::lower_bound(starts_.begin(), starts_.end(), query.window.end);
    find_ending_after(query.window.start, static_cast<std::size_t>(last - starts_.begin()), take);
    return result;
}

}  // namespace events
