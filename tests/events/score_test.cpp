#include "events/score.h"

#include "tests/support/event_builder.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using events::Status;
using support::an_event;

namespace {

double day(std::string_view text) {
    return events::edtf_from_text(text).value().strict.start;
}

std::vector<double> scores(const std::vector<events::EventDraft>& drafts, const std::vector<double>& days) {
    const events::EventStore store{events::KindTable{}, drafts, std::vector<events::Source>{}};
    std::vector<events::EventIndex> all;
    for (std::size_t i = 0; i < store.size(); ++i) {
        all.push_back(static_cast<events::EventIndex>(i));
    }
    return events::running_scores(store, all, days);
}

double score_of(std::string_view kind, Status status) {
    const events::KindTable kinds;
    return events::score_of(kinds[kinds.find(kind).value()], status);
}

}  // namespace

TEST_CASE("every built-in kind has a weight on the scale from -10 to 10") {
    const events::KindTable kinds;
    CHECK(events::score_rules().size() == kinds.all().size());
    for (const events::ScoreRule& rule : events::score_rules()) {
        CHECK(kinds.find(rule.kind).has_value());
        CHECK(std::abs(rule.weight) <= 10.0);
        CHECK_FALSE(rule.plover.empty());
    }
}

TEST_CASE("plans count less, what is called off counts against") {
    CHECK(score_of("agreement", Status::InForce) == doctest::Approx(6.0));
    CHECK(score_of("agreement", Status::Proposed) == doctest::Approx(1.8));
    CHECK(score_of("agreement", Status::Suspended) == doctest::Approx(-1.8));
    CHECK(score_of("visit", Status::Cancelled) == doctest::Approx(-2.2));
    CHECK(score_of("visit", Status::Unknown) == 0.0);
    CHECK(score_of("tension", Status::Occurred) < 0.0);
    CHECK(score_of("milestone", Status::Occurred) == 0.0);
}

TEST_CASE("a kind of a file's own counts as the one whose style it borrows, and without one not at all") {
    events::Kind own;
    own.name = "port_call";
    own.style = "visit";
    CHECK(events::score_of(own, Status::Occurred) == doctest::Approx(2.0));
    own.style = "neutral";
    CHECK(events::score_of(own, Status::Occurred) == 0.0);
}

TEST_CASE("an event counts in full while it lasts, and half with each year after") {
    const std::vector<events::EventDraft> drafts{an_event("visit", "2025-05-01/2025-05-10")};
    const auto sums =
        scores(drafts, {day("2025-04-30"), day("2025-05-01"), day("2025-05-10"),
                        day("2025-05-11") + events::half_life_days, day("2025-05-11") + 2.0 * events::half_life_days});
    CHECK(sums[0] == 0.0);
    CHECK(sums[1] == doctest::Approx(2.0));
    CHECK(sums[2] == doctest::Approx(2.0));
    CHECK(sums[3] == doctest::Approx(1.0));
    CHECK(sums[4] == doctest::Approx(0.5));
}

TEST_CASE("what has no end goes on counting") {
    const std::vector<events::EventDraft> drafts{an_event("route", "2000/..")};
    CHECK(scores(drafts, {day("2100-01-01")}).front() == doctest::Approx(4.0));
}

TEST_CASE("what was known then counts") {
    const std::vector<events::EventDraft> drafts{an_event("agreement", "2025-01-01/..")
                                                     .since("2025-01-01", Status::Signed)
                                                     .since("2025-06-01", Status::Suspended)};
    const auto sums = scores(drafts, {day("2025-03-01"), day("2025-07-01")});
    CHECK(sums[0] == doctest::Approx(6.0));
    CHECK(sums[1] == doctest::Approx(-1.8));
}

TEST_CASE("the running sum is that of its parts, whatever the order of the events") {
    std::mt19937 random{7};
    std::uniform_int_distribution<int> year{1960, 2030};
    constexpr const char* kinds[] = {"visit", "tension", "trade", "agreement"};
    std::vector<events::EventDraft> drafts;
    for (int i = 0; i < 60; ++i) {
        const int from = year(random);
        const std::string date = std::to_string(from) + (i % 3 == 0 ? "/.." : "/" + std::to_string(from + i % 5));
        drafts.push_back(an_event(kinds[i % 4], date).named(std::to_string(i)));
    }
    std::vector<double> days;
    for (int y = 1955; y < 2040; ++y) {
        days.push_back(day(std::to_string(y)));
    }
    const auto all = scores(drafts, days);
    std::vector<double> parts(days.size(), 0.0);
    for (const events::EventDraft& draft : drafts) {
        const auto alone = scores({draft}, days);
        for (std::size_t i = 0; i < days.size(); ++i) {
            parts[i] += alone[i];
        }
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        CHECK(all[i] == doctest::Approx(parts[i]));
    }
}

TEST_CASE("undated events do not count") {
    CHECK(scores({an_event("agreement", "")}, {day("2025-01-01")}).front() == 0.0);
}
