// The bundled events against the 46 facts that the five articles state.
#include "events/load.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

using namespace events;

namespace {

struct Fact {
    std::string_view id, kind, parties, date, status;
};

constexpr std::array<Fact, 46> facts{{
    {"fact-01", "visit", "PAK BGD", "2025-02-01~/2025-02-07~", "planned"},
    {"fact-02", "visit", "PAK BGD", "2012", "occurred"},
    {"fact-03", "milestone", "BGD", "2024-08", "occurred"},
    {"fact-04", "trade", "BGD PAK", "2024-12~/2025-01~", "occurred"},
    {"fact-05", "route", "PAK BGD", "2024-11~/..", "occurred"},
    {"fact-06", "visit", "BGD PAK", "2025?", "invited"},
    {"fact-07", "visit", "PAK MYS", "2025-02-03/2025-02-05", "planned"},
    {"fact-08", "meeting", "CICA AZE PAK", "2024-12~", "occurred"},
    {"fact-09", "route", "CHN PAK", "2015/..", "occurred"},
    {"fact-10", "statement", "PAK UN", "2025-01~", "occurred"},
    {"fact-11", "statement", "PAK SCO CSTO AU LAS OIC", "2025-01~", "occurred"},
    {"fact-12", "visit", "PAK AFG", "2025?", "occurred"},
    {"fact-13", "security", "PAK AFG", "2025?", "proposed"},
    {"fact-14", "trade", "PAK AFG", "2024?", "occurred"},
    {"fact-15", "agreement", "PAK AFG", "2025?", "proposed"},
    {"fact-16", "route", "PAK AFG", "2025?/..", "proposed"},
    {"fact-17", "security", "PAK AFG", "2025?", "proposed"},
    {"fact-18", "meeting", "IND NPL", "2025?", "occurred"},
    {"fact-19", "milestone", "AFG", "2021-08", "occurred"},
    {"fact-20", "trade", "PAK UN AFG", "2025?", "proposed"},
    {"fact-21", "visit", "PAK CHN", "2025-05-19~/2025-05-21~", "occurred"},
    {"fact-22", "visit", "AFG CHN", "2025-05-20~/2025-05-21~", "planned"},
    {"fact-23", "tension", "", "2025-04~", "occurred"},
    {"fact-24", "tension", "IND PAK", "2025-05~", "occurred"},
    {"fact-25", "ceasefire", "IND PAK", "2025-05~/..", "occurred"},
    {"fact-26", "statement", "CHN PAK IND", "2025-05-19~", "occurred"},
    {"fact-27", "meeting", "AFG CHN PAK", "2025-05-20~/2025-05-21~", "planned"},
    {"fact-28", "visit", "PAK BGD", "2026-01~", "occurred"},
    {"fact-29", "visit", "PAK BGD", "2025-10", "occurred"},
    {"fact-30", "security", "PAK BGD", "2026-01~", "proposed"},
    {"fact-31", "security", "PAK BGD", "2026?", "proposed"},
    {"fact-32", "milestone", "BGD", "2026?", "planned"},
    {"fact-33", "route", "PAK BGD", "2026-01~", "occurred"},
    {"fact-34", "route", "BGD PAK", "2026?/..", "planned"},
    {"fact-35", "visit", "PAK BGD", "2026-01~", "occurred"},
    {"fact-36", "security", "PAK BGD", "2025-02~", "occurred"},
    {"fact-37", "milestone", "PAK BGD", "1971", "occurred"},
    {"fact-38", "visit", "KAZ PAK", "2025-09-08~/2025-09-09~", "occurred"},
    {"fact-39", "agreement", "PAK KAZ", "2025-09-09~", "occurred"},
    {"fact-40", "visit", "KAZ PAK", "2025-11", "planned"},
    {"fact-41", "visit", "KAZ PAK", "2003", "occurred"},
    {"fact-42", "visit", "PAK KAZ", "2025-10?/2025-11?", "proposed"},
    {"fact-43", "agreement", "PAK KAZ", "2025-11", "planned"},
    {"fact-44", "meeting", "KAZ PAK", "2025-09-08~/2025-09-09~", "occurred"},
    {"fact-45", "route", "PAK KAZ", "2025-09~/..", "proposed"},
    {"fact-46", "meeting", "KAZ PAK", "2025-09-08~/2025-09-09~", "occurred"},
}};

// The article of each group of rows.
std::string_view article_of(std::size_t row) {
    return row < 11   ? "000_7ac4e38fbec82d41.txt"
           : row < 20 ? "001_529771c05930f1ce.txt"
           : row < 27 ? "002_96899442df6d3a3b.txt"
           : row < 37 ? "003_c00f64ea8b281c5a.txt"
                      : "004_69c16f647ae5ebe9.txt";
}

struct Bundled {
    geodata::Loaded<Gazetteer> gazetteer;
    geodata::Loaded<std::shared_ptr<const EventStore>> store;
};

const Bundled& bundled() {
    static const Bundled loaded = [] {
        const std::filesystem::path data = std::filesystem::path{CARAVAN_SOURCE_DIR} / "data";
        Bundled result;
        result.gazetteer = load_gazetteer(data);
        result.store = load_events(std::array{data / "events"}, result.gazetteer.value);
        return result;
    }();
    return loaded;
}

const Party* party_of(const Event& event, std::string_view code) {
    const auto found = std::find_if(event.parties.begin(), event.parties.end(),
                                    [code](const Party& party) { return party.code == code; });
    return found == event.parties.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the bundled files have no errors and no warnings") {
    for (const auto* problems : {&bundled().gazetteer.problems, &bundled().store.problems}) {
        for (const geodata::Problem& problem : *problems) {
            FAIL_CHECK(geodata::text_from_problem(problem));
        }
    }
    CHECK(bundled().store.value->size() == facts.size());
    CHECK(bundled().store.value->not_on_map() == 0);
    CHECK(bundled().store.value->undated() == 0);
}

TEST_CASE("every fact is there with its kind, parties, date, status and source") {
    const EventStore& store = *bundled().store.value;
    for (std::size_t row = 0; row < facts.size(); ++row) {
        const Fact& fact = facts[row];
        INFO(fact.id);
        const auto index = store.find(fact.id);
        REQUIRE(index.has_value());
        const Event& event = store[*index];
        CHECK(store.kinds()[event.kind].name == fact.kind);
        CHECK(name_from_status(event.status) == fact.status);
        REQUIRE(event.date.has_value());
        CHECK(event.date->text == fact.date);
        std::istringstream codes{std::string{fact.parties}};
        for (std::string code; codes >> code;) {
            INFO(code);
            CHECK(party_of(event, code) != nullptr);
        }
        REQUIRE_FALSE(event.sources.empty());
        CHECK(store.sources()[event.sources.front()].file == article_of(row));
        CHECK_FALSE(event.title.empty());
        CHECK_FALSE(event.summary.empty());
        CHECK(event.on_map());
    }
}

TEST_CASE("a date that was derived says how") {
    for (const Event& event : bundled().store.value->all()) {
        INFO(event.id);
        CHECK((!event.date->is_doubtful() || !event.note.empty()));
    }
}

TEST_CASE("journeys go the way the articles say, from the right town") {
    struct Journey {
        std::string_view id, from, from_place, to, to_place;
    };
    constexpr std::array<Journey, 14> journeys{{
        {"fact-01", "PAK", "Islamabad", "BGD", "Dhaka"},
        {"fact-02", "PAK", "Islamabad", "BGD", "Dhaka"},
        {"fact-06", "BGD", "Dhaka", "PAK", "Islamabad"},
        {"fact-07", "PAK", "Islamabad", "MYS", "Kuala Lumpur"},
        {"fact-12", "PAK", "Islamabad", "AFG", "Kabul"},
        {"fact-21", "PAK", "Islamabad", "CHN", "Beijing"},
        {"fact-22", "AFG", "Kabul", "CHN", "Beijing"},
        {"fact-28", "PAK", "Taxila", "BGD", "Dhaka"},
        {"fact-29", "PAK", "Rawalpindi", "BGD", "Dhaka"},
        {"fact-35", "PAK", "Islamabad", "BGD", "Dhaka"},
        {"fact-38", "KAZ", "Astana", "PAK", "Islamabad"},
        {"fact-40", "KAZ", "Astana", "PAK", "Islamabad"},
        {"fact-41", "KAZ", "Astana", "PAK", "Islamabad"},
        {"fact-42", "PAK", "Islamabad", "KAZ", "Astana"},
    }};
    const EventStore& store = *bundled().store.value;
    for (const Journey& journey : journeys) {
        INFO(journey.id);
        REQUIRE(store.find(journey.id).has_value());
        const Event& event = store[*store.find(journey.id)];
        const Party* from = party_of(event, journey.from);
        const Party* to = party_of(event, journey.to);
        REQUIRE(from != nullptr);
        REQUIRE(to != nullptr);
        CHECK(event.directed());
        CHECK(from->role == Role::From);
        CHECK(from->place.name == journey.from_place);
        CHECK(to->role == Role::To);
        CHECK(to->place.name == journey.to_place);
    }
}

TEST_CASE("routes have a way to go, and the value of trade is kept") {
    const EventStore& store = *bundled().store.value;
    const auto modes = [&](std::string_view id) {
        std::set<RouteMode> result;
        for (const RouteLeg& leg : store[*store.find(id)].path) {
            result.insert(leg.mode);
            CHECK(leg.points.size() >= 2);
        }
        return result;
    };
    CHECK(modes("fact-05") == std::set<RouteMode>{RouteMode::Sea});
    CHECK(modes("fact-09") == std::set<RouteMode>{RouteMode::Corridor});
    CHECK(modes("fact-16") == std::set<RouteMode>{RouteMode::Corridor});
    CHECK(modes("fact-33") == std::set<RouteMode>{RouteMode::Sea});
    CHECK(modes("fact-34") == std::set<RouteMode>{RouteMode::Air});
    CHECK(modes("fact-45") == std::set<RouteMode>{RouteMode::Air, RouteMode::Road, RouteMode::Rail});
    const Event& imports = store[*store.find("fact-14")];
    REQUIRE(imports.value.has_value());
    CHECK(imports.value->amount == 1e9);
    CHECK(imports.value->currency == "USD");
    const Event& attack = store[*store.find("fact-23")];
    REQUIRE(attack.venue.has_value());
    REQUIRE(attack.venue->at.has_value());
    CHECK(attack.venue->at->lon == doctest::Approx(75.3).epsilon(0.01));
    CHECK(attack.venue->at->lat == doctest::Approx(34.0).epsilon(0.01));
}
