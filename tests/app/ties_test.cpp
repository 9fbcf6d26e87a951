#include "app/scene/ties.h"

#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

using support::an_event;

namespace {

std::vector<events::EventIndex> all_of(const app::World& world) {
    std::vector<events::EventIndex> all;
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        all.push_back(events::EventIndex{i});
    }
    return all;
}

/// Events by pair of codes, counted the plain way.
using Naive = std::map<std::pair<std::string, std::string>, std::pair<int, double>>;
Naive counted_naively(std::span<const events::EventIndex> events, const app::World& world, std::string_view currency) {
    Naive pairs;
    for (const events::EventIndex index : events) {
        const events::Event event = (*world.events)[index];
        std::set<std::string> codes;
        for (const events::Party& party : event.parties) {
            if (party.is_country) {
                codes.insert(party.code);
            }
        }
        for (const std::string& a : codes) {
            for (const std::string& b : codes) {
                if (a < b) {
                    auto& [count, sum] = pairs[{a, b}];
                    ++count;
                    sum += event.value && event.value->currency == currency ? event.value->amount : 0.0;
                }
            }
        }
    }
    return pairs;
}

Naive as_map(const app::Tally& tally, const app::TieTable& table) {
    Naive pairs;
    for (std::size_t i = 0; i < tally.pairs.size(); ++i) {
        if (tally.pairs[i].events > 0) {
            const auto [first, second] = table.pairs()[i];
            auto codes = std::minmax(table.members()[first].code, table.members()[second].code);
            pairs[{codes.first, codes.second}] = {static_cast<int>(tally.pairs[i].events), tally.pairs[i].value};
        }
    }
    return pairs;
}

}  // namespace

TEST_CASE("an event counts once for each country in it, and once for each two of them") {
    const app::World world = support::world_of(
        {an_event("meeting", "2025-05-20").with("PAK").with("CHN").with("AFG").with("UN"),
         an_event("visit", "2025-05-20").from("PAK").to("CHN"), an_event("milestone", "2025-05-20").with("PAK"),
         an_event("statement", "2025-05-20").with("UN")});
    app::TieTable table{world};
    const app::Tally tally = app::tallied(all_of(world), table);
    CHECK(tally.events == 4);
    CHECK(tally.tied == 2);
    REQUIRE(table.members().size() == 3);
    REQUIRE(table.pairs().size() == 3);
    const auto member = [&](std::string_view code) {
        const auto found = std::find_if(table.members().begin(), table.members().end(),
                                        [&](const app::TieTable::Member& one) { return one.code == code; });
        return tally.members[static_cast<std::size_t>(found - table.members().begin())];
    };
    CHECK(member("PAK").events == 3);
    CHECK(member("PAK").partners == 2);
    CHECK(member("AFG").events == 1);
    CHECK(as_map(tally, table)[{"CHN", "PAK"}].first == 2);
}

TEST_CASE("the two countries of a pair are in the order of their names") {
    const app::World world = support::world_of(
        {an_event("visit", "2025-05-20").from("PAK").to("CHN"), an_event("visit", "2025-05-21").from("CHN").to("PAK")});
    app::TieTable table{world};
    static_cast<void>(app::tallied(all_of(world), table));
    REQUIRE(table.pairs().size() == 1);
    CHECK(table.members()[table.pairs()[0].first].name == "China");
    CHECK(table.members()[table.pairs()[0].second].name == "Pakistan");
}

TEST_CASE("amounts are summed in the currency asked for and in no other") {
    const app::World world =
        support::world_of({an_event("trade", "2025-05-20").from("PAK").to("CHN").worth(3e6, "USD"),
                           an_event("trade", "2025-05-20").from("CHN").to("PAK").worth(4e6, "USD"),
                           an_event("trade", "2025-05-20").from("CHN").to("PAK").worth(9e9, "CNY"),
                           an_event("trade", "2025-05-20").from("CHN").to("PAK").worth(5, "", "TEU")});
    app::TieTable table{world};
    CHECK(app::tallied(all_of(world), table, "USD").pairs[0].value == 7e6);
    CHECK(app::tallied(all_of(world), table, "CNY").pairs[0].value == 9e9);
    CHECK(app::tallied(all_of(world), table, "").pairs[0].value == 0.0);
    CHECK(app::tallied(all_of(world), table, "TEU").pairs[0].value == 0.0);
}

TEST_CASE("counts of any window agree with a plain count, and shares by kind add up to them") {
    const std::array<const char*, 8> codes{"PAK", "CHN", "IND", "BGD", "AFG", "IRN", "KAZ", "UN"};
    const std::array<const char*, 4> kinds{"visit", "trade", "meeting", "agreement"};
    std::mt19937 random{7};
    const auto pick = [&](std::size_t below) { return random() % below; };
    for (int round = 0; round < 20; ++round) {
        std::vector<events::EventDraft> drafts;
        for (std::size_t i = 0, count = pick(60); i < count; ++i) {
            support::EventBuilder event = an_event(kinds[pick(kinds.size())], "2025-05-20");
            for (std::size_t party = 0, parties = pick(5); party < parties; ++party) {
                event.with(codes[pick(codes.size())]);
            }
            if (pick(2) == 0) {
                event.worth(static_cast<double>(pick(1000)), pick(2) == 0 ? "USD" : "CNY");
            }
            drafts.push_back(event.named(std::to_string(i)));
        }
        const app::World world = support::world_of(drafts);
        app::TieTable table{world};
        const std::vector<events::EventIndex> all = all_of(world);
        for (std::size_t from = 0; from <= all.size(); from += 7) {  // asked in any order, remembered or not
            const auto some = std::span{all}.subspan(from);
            const app::Tally tally = app::tallied(some, table, "USD");
            CHECK(as_map(tally, table) == counted_naively(some, world, "USD"));
            for (std::size_t i = 0; i < tally.pairs.size(); ++i) {
                std::uint32_t sum = 0;
                for (const app::TieShare& share : tally.shares_of_pair(i)) {
                    sum += share.events;
                }
                CHECK(sum == tally.pairs[i].events);
            }
        }
    }
}

TEST_CASE("a book counts again when its events or its currency are others") {
    const app::World world = support::world_of({an_event("visit", "2025-05-20").from("PAK").to("CHN"),
                                                an_event("trade", "2025-05-21").from("PAK").to("IND").worth(5, "USD")});
    app::TieBook book{world};
    const std::vector<events::EventIndex> all = all_of(world);
    CHECK(book.of(all, "").events == 2);
    CHECK(book.of(std::span{all}.first(1), "").events == 1);
    CHECK(book.of(all, "USD").of_kind[3].value == 5.0);
    CHECK(book.of({}, "USD").events == 0);
}
