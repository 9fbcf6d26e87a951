#include "app/state/between.h"

#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using events::Status;
using support::an_event;

namespace {

const std::vector<std::string> pair{"PAK", "BGD"};

support::EventBuilder with_both(std::string_view kind, std::string_view date) {
    return an_event(kind, date).with("PAK").with("BGD").titled(std::string{date}).named(std::string{date});
}

std::vector<std::string> titles(const events::EventStore& store, std::span<const events::EventIndex> events) {
    std::vector<std::string> out;
    for (const events::EventIndex index : events) {
        out.emplace_back(store[index].title);
    }
    return out;
}

app::Between between(const app::World& world) {
    return app::between(*world.events, app::events_between(*world.events, pair));
}

/// Titles of the events before which a gap is marked, and its length.
std::vector<std::string> gaps(const app::World& world) {
    std::vector<std::string> out;
    for (const app::Standing& standing : between(world).events) {
        if (standing.gap_days > 0.0) {
            out.push_back(std::string{(*world.events)[standing.event].title} + " after " +
                          app::gap_words(standing.gap_days));
        }
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what touches both is between them, what touches one is not") {
    const app::World world = support::world_of({an_event("visit", "2025-01-01").from("PAK").to("BGD").titled("both"),
                                                an_event("visit", "2025-01-02").from("PAK").to("CHN").titled("one")});
    CHECK(titles(*world.events, app::events_between(*world.events, pair)) == Lines{"both"});
    CHECK(app::is_between((*world.events)[events::EventIndex{0}], pair));
    CHECK_FALSE(app::is_between((*world.events)[events::EventIndex{1}], pair));
}

TEST_CASE("between three countries is what touches any two of them, once") {
    const app::World world =
        support::world_of({an_event("meeting", "2025-01-01").with("PAK").with("BGD").with("CHN").titled("all"),
                           an_event("visit", "2025-01-02").from("PAK").to("CHN").titled("two"),
                           an_event("visit", "2025-01-03").from("IND").to("CHN").titled("one")});
    const std::vector<std::string> three{"PAK", "BGD", "CHN"};
    CHECK(titles(*world.events, app::events_between(*world.events, three)) == Lines{"all", "two"});
    CHECK(app::events_between(*world.events, std::vector<std::string>{"PAK"}).empty());
}

TEST_CASE("a date stands in the middle of what it may be, and a stretch at its beginning") {
    const app::World world =
        support::world_of({with_both("visit", "2025?"), with_both("visit", "2025-10"), with_both("visit", "2025-02~"),
                           with_both("visit", ""), with_both("route", "2024-11/.."), with_both("route", "2025?/..")});
    CHECK(titles(*world.events, app::events_between(*world.events, pair)) ==
          Lines{"2024-11/..", "2025-02~", "2025?", "2025?/..", "2025-10", ""});
}

TEST_CASE("gaps are marked where nothing began for much longer than usual") {
    const app::World world = support::world_of(
        {with_both("milestone", "1971"), with_both("visit", "2012"), with_both("route", "2024-11~/.."),
         with_both("trade", "2024-12~/2025-01~"), with_both("visit", "2025-02-01~/2025-02-07~"),
         with_both("security", "2025-02~"), with_both("visit", "2025?"), with_both("visit", "2025-10"),
         with_both("visit", "2026-01~"), with_both("trade", "2026-01~").named("b"),
         with_both("route", "2026-01~").named("c"), with_both("security", "2026-01~").named("d"),
         with_both("security", "2026?").since("2025", Status::Proposed)});
    CHECK(gaps(world) == Lines{"2012 after 41 years", "2024-11~/.. after 12 years", "2025-10 after 8 months"});
    CHECK(app::gap_words(between(world).longest_gap_days) == "41 years");
}

TEST_CASE("two events far apart have a gap between them") {
    CHECK(gaps(support::world_of({with_both("visit", "1971"), with_both("visit", "2012")})) ==
          Lines{"2012 after 41 years"});
}

TEST_CASE("what comes every week has no gaps") {
    std::vector<events::EventDraft> drafts;
    for (int i = 0; i < 40; ++i) {
        drafts.push_back(with_both("visit", events::iso_from_days(20000.0 + 7.0 * i)));
    }
    CHECK(gaps(support::world_of(drafts)).empty());
}

TEST_CASE("the first is the oldest with a date, the latest the last one that is no mere plan") {
    const app::World world = support::world_of({with_both("visit", "2012"), with_both("visit", "2025-10"),
                                                with_both("visit", "2026-03").being(Status::Planned),
                                                with_both("visit", "2026?"), with_both("visit", "")});
    const app::Between all = between(world);
    CHECK((*world.events)[all.first.value()].title == "2012");
    CHECK((*world.events)[all.latest.value()].title == "2025-10");
}

TEST_CASE("nothing between them is no first, no latest and no gap") {
    const app::World world = support::world_of({an_event("visit", "2025").from("PAK").to("CHN")});
    const app::Between all = between(world);
    CHECK(all.events.empty());
    CHECK_FALSE(all.first.has_value());
    CHECK_FALSE(all.latest.has_value());
    CHECK(all.longest_gap_days == 0.0);
}

TEST_CASE("lengths are told in days, months and years") {
    CHECK(app::gap_words(1.0) == "1 day");
    CHECK(app::gap_words(59.0) == "59 days");
    CHECK(app::gap_words(61.0) == "2 months");
    CHECK(app::gap_words(365.0) == "12 months");
    CHECK(app::gap_words(731.0) == "2 years");
    CHECK(app::gap_words(15000.0) == "41 years");
}

TEST_CASE("events stand in order, whatever their dates") {
    std::mt19937 random{3};
    std::uniform_int_distribution<int> year{1900, 2040};
    std::vector<events::EventDraft> drafts;
    for (int i = 0; i < 200; ++i) {
        const std::string date = i % 7 == 0 ? ""
                                            : std::to_string(year(random)) + (i % 3 == 0   ? "?"
                                                                              : i % 3 == 1 ? "-06"
                                                                                           : "/..");
        drafts.push_back(with_both("visit", date).named(std::to_string(i)));
    }
    const app::World world = support::world_of(drafts);
    const app::Between all = between(world);
    CHECK(all.events.size() == 200);
    CHECK(std::is_sorted(all.events.begin(), all.events.end(),
                         [](const app::Standing& a, const app::Standing& b) { return a.day < b.day; }));
    for (const app::Standing& standing : all.events) {
        CHECK(standing.gap_days >= 0.0);
        CHECK(standing.gap_days <= all.longest_gap_days);
    }
}
