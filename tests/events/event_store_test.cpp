#include "events/event_store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>

using namespace events;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

EventDraft event_at(std::string id, double start, double end) {
    EventDraft event;
    event.id = std::move(id);
    EdtfDate date;
    date.strict = date.fuzzy = {start, end};
    event.date = date;
    return event;
}

Party country(std::string code) {
    Party party;
    party.code = std::move(code);
    party.is_country = true;
    party.place.at = geodata::LonLat{70.0, 30.0};
    return party;
}

EventStore store_of(const EventDraft& event) {
    return {KindTable{}, std::span{&event, 1}, {}};
}

std::vector<std::string> ids(const EventStore& store, const std::vector<EventIndex>& found) {
    std::vector<std::string> result;
    for (const EventIndex index : found) {
        result.emplace_back(store[index].id);
    }
    return result;
}

std::vector<EventIndex> naive(const EventStore& store, const Query& query) {
    std::vector<EventIndex> result;
    const bool unbounded = query.window == DaySpan{};
    for (std::size_t i = 0; i < store.size(); ++i) {
        const Event& event = store.all()[i];
        bool in = unbounded;
        if (!unbounded && event.date) {
            const DaySpan span = event.date->strict;
            const bool moment = query.window.start == query.window.end;
            in = span.end > query.window.start &&
                 (moment ? span.start <= query.window.end : span.start < query.window.end);
        }
        const bool hidden =
            std::find(query.hidden_kinds.begin(), query.hidden_kinds.end(), event.kind) != query.hidden_kinds.end();
        const bool touched =
            query.countries.empty() || std::any_of(query.countries.begin(), query.countries.end(),
                                                   [&](const std::string& code) { return event.touches(code); });
        if (in && !hidden && touched) {
            result.push_back(static_cast<EventIndex>(i));
        }
    }
    return result;
}

std::vector<EventDraft> random_events(std::mt19937& random, std::size_t count) {
    const std::vector<std::string> codes{"PAK", "BGD", "CHN", "KAZ"};
    std::vector<EventDraft> result;
    for (std::size_t i = 0; i < count; ++i) {
        const double start = static_cast<double>(random() % 1000);
        const double length =
            random() % 50 == 0 ? infinity : static_cast<double>(1 + random() % (random() % 9 == 0 ? 500 : 5));
        EventDraft event = event_at("e" + std::to_string(i), random() % 60 == 0 ? -infinity : start, start + length);
        if (random() % 20 == 0) {
            event.date.reset();
        }
        event.kind = static_cast<KindId>(random() % 10);
        event.parties.push_back(country(codes[random() % 4]));
        event.parties.push_back(country(codes[random() % 4]));
        result.push_back(std::move(event));
    }
    return result;
}

}  // namespace

TEST_CASE("an empty store answers every question") {
    const EventStore none;
    CHECK(none.size() == 0);
    CHECK_FALSE(none.find("x").has_value());
    CHECK(none.of_country("PAK").empty());
    CHECK(none.matching({}).empty());
    CHECK(none.matching({{0.0, 1.0}, {}, {}}).empty());
    CHECK(none.extent() == DaySpan{0.0, 1.0});
    const EventStore built{KindTable{}, std::span<const EventDraft>{}, {}};
    CHECK(built.matching({{0.0, 1.0}, {}, {}}).empty());
    CHECK_FALSE(built.find("x").has_value());
    CHECK(built.extent() == DaySpan{0.0, 1.0});
}

TEST_CASE("events are sorted by strict start, equal starts keep the file's order, undated ones come last") {
    std::vector<EventDraft> events;
    events.push_back(event_at("c", 30.0, 31.0));
    events.push_back(event_at("undated", 0.0, 1.0));
    events.back().date.reset();
    events.push_back(event_at("a", 10.0, 11.0));
    events.push_back(event_at("b1", 20.0, 25.0));
    events.push_back(event_at("b2", 20.0, 21.0));
    const EventStore store{KindTable{}, events, {}};
    CHECK(ids(store, store.matching({})) == std::vector<std::string>{"a", "b1", "b2", "c", "undated"});
    CHECK(store.undated() == 1);
    CHECK(store.extent() == DaySpan{10.0, 31.0});
    CHECK(store.find("c") == EventIndex{3});
    CHECK_FALSE(store.find("d").has_value());
}

TEST_CASE("a window finds what overlaps it, and both ends are half open") {
    std::vector<EventDraft> events;
    events.push_back(event_at("day10", 10.0, 11.0));
    events.push_back(event_at("open", 5.0, infinity));
    events.push_back(event_at("until8", -infinity, 8.0));
    const EventStore store{KindTable{}, events, {}};
    CHECK(ids(store, store.matching({{10.0, 11.0}, {}, {}})) == std::vector<std::string>{"open", "day10"});
    CHECK(ids(store, store.matching({{11.0, 12.0}, {}, {}})) == std::vector<std::string>{"open"});
    CHECK(ids(store, store.matching({{9.0, 10.0}, {}, {}})) == std::vector<std::string>{"open"});
    CHECK(ids(store, store.matching({{10.0, 10.0}, {}, {}})) == std::vector<std::string>{"open", "day10"});
    CHECK(ids(store, store.matching({{11.0, 11.0}, {}, {}})) == std::vector<std::string>{"open"});
    CHECK(ids(store, store.matching({{9999.0, 99999.0}, {}, {}})) == std::vector<std::string>{"open"});
    CHECK(ids(store, store.matching({{-500.0, -400.0}, {}, {}})) == std::vector<std::string>{"until8"});
    CHECK(store.extent() == DaySpan{5.0, 11.0});
}

TEST_CASE("the store counts what has begun, and tells kind and date without the whole event") {
    const std::vector<EventDraft> drafts{event_at("b", 20.0, 30.0), event_at("a", 10.0, 90.0), {}};
    const EventStore store{KindTable{}, drafts, {}};
    CHECK(store.dated() == 2);
    CHECK(store.begun_by(9.9) == 0);
    CHECK(store.begun_by(10.0) == 1);
    CHECK(store.begun_by(1000.0) == 2);
    CHECK(store.date_of(EventIndex{0})->strict == DaySpan{10.0, 90.0});
    CHECK(store.date_of(EventIndex{2}) == nullptr);
    CHECK(store.kind_of(EventIndex{1}) == store[EventIndex{1}].kind);
}

TEST_CASE("an undated event is found by the unbounded window alone") {
    std::vector<EventDraft> events;
    events.push_back(event_at("undated", 0.0, 1.0));
    events.back().date.reset();
    const EventStore store{KindTable{}, events, {}};
    CHECK(store.matching({}).size() == 1);
    CHECK(store.matching({{-infinity, 1e9}, {}, {}}).empty());
    CHECK(store.matching({{-1e9, infinity}, {}, {}}).empty());
}

TEST_CASE("matching agrees with a plain filter on random events and windows") {
    std::mt19937 random{20250520};
    for (const std::size_t count : {1U, 15U, 16U, 17U, 256U, 257U, 5000U}) {
        const EventStore store{KindTable{}, random_events(random, count), {}};
        for (int i = 0; i < 200; ++i) {
            Query query;
            query.window.start = static_cast<double>(random() % 1100) - 50.0;
            query.window.end = query.window.start + static_cast<double>(random() % (i % 2 == 0 ? 3 : 400));
            if (i % 7 == 0) {
                query.window.start = -infinity;
            }
            if (i % 11 == 0) {
                query.window.end = infinity;
            }
            if (i % 3 == 0) {
                query.hidden_kinds = {KindId{1}, KindId{4}, KindId{999}};
            }
            if (i % 5 == 0) {
                query.countries = {"PAK", "XXX"};
            }
            CHECK(store.matching(query) == naive(store, query));
        }
    }
}

TEST_CASE("the list of a country holds what touches it, once each and in order") {
    std::mt19937 random{7};
    const EventStore store{KindTable{}, random_events(random, 300), {}};
    for (const std::string code : {"PAK", "BGD", "CHN", "KAZ", "IND", ""}) {
        std::vector<EventIndex> expected;
        for (std::size_t i = 0; i < store.size(); ++i) {
            if (store.all()[i].touches(code)) {
                expected.push_back(static_cast<EventIndex>(i));
            }
        }
        const auto found = store.of_country(code);
        CHECK(std::vector<EventIndex>(found.begin(), found.end()) == expected);
    }
}

TEST_CASE("a country is touched as party, as venue and on the way") {
    EventDraft event = event_at("x", 0.0, 1.0);
    event.parties.push_back(country("PAK"));
    event.venue = EventPlace{"Samarkand", "UZB", geodata::LonLat{66.9, 39.6}};
    event.path.push_back({RouteMode::Road, {{"Kabul", "AFG", std::nullopt}, {"at sea", "", std::nullopt}}, true});
    const EventStore store = store_of(event);
    CHECK(store.all()[0].touches("PAK"));
    CHECK(store.all()[0].touches("UZB"));
    CHECK(store.all()[0].touches("AFG"));
    CHECK_FALSE(store.all()[0].touches("BGD"));
    CHECK_FALSE(store.all()[0].touches(""));
}

TEST_CASE("events without any position are counted as not on the map") {
    std::vector<EventDraft> events(3);
    events[0].parties.push_back({});
    events[1].parties.push_back(country("PAK"));
    events[2].path.push_back({RouteMode::Sea, {{"a", "", geodata::LonLat{}}}, true});
    const EventStore store{KindTable{}, events, {}};
    CHECK(store.not_on_map() == 1);
}

TEST_CASE("an event is directed when somebody goes and somebody is gone to") {
    EventDraft event;
    event.parties.resize(2);
    event.parties[0].role = Role::From;
    CHECK_FALSE(store_of(event).all()[0].directed());
    event.parties[1].role = Role::Host;
    CHECK_FALSE(store_of(event).all()[0].directed());
    event.parties[1].role = Role::To;
    CHECK(store_of(event).all()[0].directed());
}

TEST_CASE("an id that repeats is found by its first event") {
    std::vector<EventDraft> events;
    for (int i = 0; i < 100; ++i) {
        events.push_back(event_at("same", i, i + 1.0));
    }
    const EventStore store{KindTable{}, events, {}};
    CHECK(store.find("same") == EventIndex{0});
}
