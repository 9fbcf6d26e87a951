#include "events/event_store.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace events {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t block = 16;  // events or runs under one node of the tree of ends

double sort_key(const Event& event) {
    return event.date ? event.date->strict.start : infinity;
}

bool is_unbounded(DaySpan window) {
    return window.start == -infinity && window.end == infinity;
}

/// Every code that Event::touches would say yes to, once each.
void collect_countries(const Event& event, std::vector<std::string_view>& codes) {
    codes.clear();
    for (const Party& party : event.parties) {
        codes.push_back(party.code);
    }
    if (event.venue) {
        codes.push_back(event.venue->country);
    }
    for (const RouteLeg& leg : event.path) {
        for (const EventPlace& place : leg.points) {
            codes.push_back(place.country);
        }
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    if (!codes.empty() && codes.front().empty()) {
        codes.erase(codes.begin());
    }
}

}  // namespace

EventStore::EventStore(KindTable kinds, std::vector<Event> events, std::vector<Source> sources, DaySpan without_dates)
    : kinds_{std::move(kinds)}, events_{std::move(events)}, sources_{std::move(sources)}, extent_{without_dates} {
    sort_by_start();
    index_events();
    index_time();
}

/// Sorts starts and numbers first, which are small and near each other, and then moves each event once.
void EventStore::sort_by_start() {
    struct Start {
        double time = 0.0;
        std::uint32_t event = 0;
    };
    std::vector<Start> starts;
    starts.reserve(events_.size());
    for (const Event& event : events_) {
        starts.push_back({sort_key(event), static_cast<std::uint32_t>(starts.size())});
    }
    const auto before = [](const Start& a, const Start& b) { return a.time < b.time; };
    if (std::is_sorted(starts.begin(), starts.end(), before)) {
        return;
    }
    std::stable_sort(starts.begin(), starts.end(), before);
    std::vector<std::uint32_t> order;
    order.reserve(starts.size());
    for (const Start& start : starts) {
        order.push_back(start.event);
    }
    for (std::size_t first = 0; first < order.size(); ++first) {
        if (order[first] == first) {
            continue;
        }
        // Follow one cycle of the permutation with a single event in the hand.
        Event in_hand = std::move(events_[first]);
        std::size_t to = first;
        while (order[to] != first) {
            events_[to] = std::move(events_[order[to]]);
            to = std::exchange(order[to], static_cast<std::uint32_t>(to));
        }
        events_[to] = std::move(in_hand);
        order[to] = static_cast<std::uint32_t>(to);
    }
}

/// Ids, countries and what is on the map, in one walk: the events of a large store are far from the processor.
void EventStore::index_events() {
    std::unordered_map<std::string, std::vector<EventIndex>> lists;
    std::vector<std::string_view> codes;
    std::string key;
    for (std::size_t i = 0; i < events_.size(); ++i) {
        by_id_.insert(events_, static_cast<std::uint32_t>(i));
        not_on_map_ += events_[i].on_map() ? 0 : 1;
        collect_countries(events_[i], codes);
        for (const std::string_view code : codes) {
            key = code;
            lists[key].push_back(static_cast<EventIndex>(i));
        }
    }
    by_country_.reserve(lists.size());
    for (auto& [code, list] : lists) {
        list.shrink_to_fit();
        by_country_.emplace_back(code, std::move(list));
    }
    std::sort(by_country_.begin(), by_country_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

void EventStore::index_time() {
    const auto first_undated =
        std::find_if(events_.begin(), events_.end(), [](const Event& event) { return !event.date; });
    const auto dated = static_cast<std::size_t>(first_undated - events_.begin());
    undated_ = events_.size() - dated;
    starts_.reserve(dated);
    ends_.reserve(dated);
    DaySpan extent{infinity, -infinity};
    for (std::size_t i = 0; i < dated; ++i) {
        const DaySpan span = events_[i].date->strict;
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

std::optional<EventIndex> EventStore::find(std::string_view id) const {
    const auto index = by_id_.find(events_, id);
    return index ? std::optional{static_cast<EventIndex>(*index)} : std::nullopt;
}

std::span<const EventIndex> EventStore::of_country(std::string_view code) const {
    const auto at = std::lower_bound(by_country_.begin(), by_country_.end(), code,
                                     [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return at != by_country_.end() && at->first == code ? std::span{at->second} : std::span<const EventIndex>{};
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
        const Event& event = events_[i];
        const auto kind = static_cast<std::size_t>(event.kind);
        const bool wanted =
            query.countries.empty() || std::any_of(query.countries.begin(), query.countries.end(),
                                                   [&](const std::string& code) { return event.touches(code); });
        if (wanted && (kind >= hidden.size() || !hidden[kind])) {
            result.push_back(static_cast<EventIndex>(i));
        }
    };
    if (is_unbounded(query.window)) {
        for (std::size_t i = 0; i < events_.size(); ++i) {
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
