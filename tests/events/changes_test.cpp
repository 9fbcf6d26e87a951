#include "events/changes.h"

#include "tests/support/event_builder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using events::Change;
using events::changes_between;
using events::EventDraft;
using events::Status;
using support::an_event;

namespace {

double day(std::string_view text) {
    return events::edtf_from_text(text).value().strict.start;
}

/// "New agreement 2025-01", one for each change.
std::vector<std::string> told(const std::vector<EventDraft>& drafts, std::string_view from, std::string_view until) {
    const events::EventStore store{events::KindTable{}, drafts, std::vector<events::Source>{}};
    std::vector<events::EventIndex> all;
    for (std::size_t i = 0; i < store.size(); ++i) {
        all.push_back(static_cast<events::EventIndex>(i));
    }
    constexpr const char* names[] = {"New", "Upgraded", "Ended", "Lapsed"};
    std::vector<std::string> out;
    for (const events::ChangedEvent& change : changes_between(store, all, day(from), day(until))) {
        out.push_back(std::string{names[static_cast<int>(change.change)]} + ' ' +
                      std::string{store[change.event].title} + " on " + events::iso_from_days(change.day));
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what begins on one of the days is new, the last day included") {
    const std::vector<EventDraft> drafts{an_event("visit", "2025-05-01"), an_event("visit", "2025-05-20"),
                                         an_event("visit", "2025-05-21")};
    CHECK(told(drafts, "2025-05-01", "2025-05-20") ==
          Lines{"New visit 2025-05-01 on 2025-05-01", "New visit 2025-05-20 on 2025-05-20"});
    CHECK(told(drafts, "2025-05-02", "2025-05-19").empty());
}

TEST_CASE("what is heard of before it begins is new then, and no more when it begins") {
    const std::vector<EventDraft> drafts{an_event("visit", "2025-06-10").since("2025-05-10", Status::Planned)};
    CHECK(told(drafts, "2025-05-01", "2025-05-20") == Lines{"New visit 2025-06-10 on 2025-05-10"});
    CHECK(told(drafts, "2025-06-01", "2025-06-20").empty());
}

TEST_CASE("a plan that comes true is an upgrade, and so is a signed agreement that enters into force") {
    const std::vector<EventDraft> drafts{
        an_event("visit", "2025-06-10").since("2025-05-10", Status::Planned).since("2025-06-10", Status::Occurred),
        an_event("agreement", "2025-04-01/..")
            .since("2025-04-01", Status::Signed)
            .since("2025-06-12", Status::InForce)};
    CHECK(told(drafts, "2025-06-01", "2025-06-30") ==
          Lines{"Upgraded visit 2025-06-10 on 2025-06-10", "Upgraded agreement 2025-04-01/.. on 2025-06-12"});
}

TEST_CASE("what is cancelled, postponed or suspended lapses") {
    const std::vector<EventDraft> drafts{
        an_event("visit", "2025-06-10").since("2025-05-10", Status::Planned).since("2025-06-02", Status::Cancelled),
        an_event("meeting", "2025-06-11").since("2025-05-10", Status::Planned).since("2025-06-03", Status::Postponed),
        an_event("ceasefire", "2025-01-01/..")
            .since("2025-01-01", Status::InForce)
            .since("2025-06-04", Status::Suspended)};
    CHECK(told(drafts, "2025-06-01", "2025-06-30") == Lines{"Lapsed visit 2025-06-10 on 2025-06-02",
                                                            "Lapsed meeting 2025-06-11 on 2025-06-03",
                                                            "Lapsed ceasefire 2025-01-01/.. on 2025-06-04"});
}

TEST_CASE("a suspended agreement that is in force again is an upgrade") {
    const std::vector<EventDraft> drafts{an_event("agreement", "2024-01-01/..")
                                             .since("2024-01-01", Status::InForce)
                                             .since("2025-01-01", Status::Suspended)
                                             .since("2025-06-01", Status::InForce)};
    CHECK(told(drafts, "2025-05-01", "2025-06-30") == Lines{"Upgraded agreement 2024-01-01/.. on 2025-06-01"});
}

TEST_CASE("what comes there and back again has not changed") {
    const std::vector<EventDraft> drafts{an_event("agreement", "2024-01-01/..")
                                             .since("2024-01-01", Status::InForce)
                                             .since("2025-05-10", Status::Suspended)
                                             .since("2025-06-01", Status::InForce)};
    CHECK(told(drafts, "2025-05-01", "2025-06-30").empty());
}

TEST_CASE("an agreement that runs out lapses, unless another one takes its place") {
    const EventDraft first = an_event("agreement", "2020-01-01/2025-05-31").with("PAK").with("BGD");
    CHECK(told({first}, "2025-05-01", "2025-06-30") == Lines{"Lapsed agreement 2020-01-01/2025-05-31 on 2025-05-31"});
    const EventDraft second = an_event("agreement", "2025-06-15/..").with("BGD").with("PAK");
    CHECK(told({first, second}, "2025-05-01", "2025-06-10") ==
          Lines{"Ended agreement 2020-01-01/2025-05-31 on 2025-05-31"});
    SUBCASE("of other parties, of another kind or much later it is no successor") {
        const std::vector<EventDraft> others{an_event("agreement", "2025-06-15/..").with("BGD").with("IND"),
                                             an_event("trade", "2025-06-15/..").with("BGD").with("PAK"),
                                             an_event("agreement", "2025-09-15/..").with("BGD").with("PAK")};
        for (const EventDraft& other : others) {
            CHECK(told({first, other}, "2025-05-01", "2025-06-10") ==
                  Lines{"Lapsed agreement 2020-01-01/2025-05-31 on 2025-05-31"});
        }
    }
}

TEST_CASE("a visit that is over has merely ended") {
    CHECK(told({an_event("visit", "2025-05-19/2025-05-21")}, "2025-05-20", "2025-05-30") ==
          Lines{"Ended visit 2025-05-19/2025-05-21 on 2025-05-21"});
}

TEST_CASE("an end in the history counts as one in the date") {
    const std::vector<EventDraft> drafts{an_event("agreement", "2024-01-01/..")
                                             .with("PAK")
                                             .since("2024-01-01", Status::InForce)
                                             .since("2025-05-10", Status::Ended)};
    CHECK(told(drafts, "2025-05-01", "2025-05-30") == Lines{"Lapsed agreement 2024-01-01/.. on 2025-05-10"});
}

TEST_CASE("undated events and days the wrong way round have no changes") {
    CHECK(told({an_event("visit", "")}, "2025-05-01", "2025-05-30").empty());
    CHECK(told({an_event("visit", "2025-05-10")}, "2025-05-30", "2025-05-01").empty());
}
