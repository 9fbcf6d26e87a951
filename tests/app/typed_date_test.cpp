#include "app/input/typed_date.h"

#include "events/edtf.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace app;

namespace {

const events::DayBase base{events::days_from_civil({2025, 5, 20}) + 0.5, events::days_from_civil({2026, 11, 25})};

/// The day of the playhead, or why there is none.
std::string day_of(std::string_view text, const events::DayBase& from = base) {
    std::string why;
    const auto day = playhead_from_text(text, &why, from);
    return day ? events::iso_from_days(*day) : why;
}

}  // namespace

TEST_CASE("a typed date puts the playhead at midday of its last day, in EDTF and in words") {
    struct Case {
        std::string_view text, day;
    };
    const std::array<Case, 20> cases{{
        {"2025-05", "2025-05-31"},
        {"may 2025", "2025-05-31"},
        {"2025", "2025-12-31"},
        {"2025-33", "2025-03-31"},
        {"q1 2025", "2025-03-31"},
        {"2025-05-20~", "2025-05-20"},
        {"2025-~05-20", "2025-05-20"},
        {"[2025-05-03,2025-05-05]", "2025-05-05"},
        {"[..2025-05-03]", "'[..2025-05-03]' is a stretch of time where one date is wanted"},
        {"early may 2025", "2025-05-10"},
        {"12.5.2025", "2025-05-12"},
        {"0001", "0001-12-31"},
        {"AD 622", "0622-12-31"},
        {"9999-12-31", "9999-12-31"},
        {"tomorrow", "2026-11-26"},
        {"+3 days", "2025-05-23"},
        {"-2 weeks", "2025-05-06"},
        {"next month", "2025-06-30"},
        {"this week", "2025-05-25"},
        {"december", "2025-12-31"},
    }};
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(day_of(c.text) == c.day);
    }
    CHECK(*playhead_from_text("may 2025") == events::days_from_civil({2025, 5, 31}) + 0.5);
    CHECK(*playhead_from_text("2025-05-20T12:00Z") == events::days_from_civil({2025, 5, 20}) + 0.5);
}

TEST_CASE("what is no date is told in the terms in which it was typed") {
    CHECK(day_of("2025-13") == "'2025-13' is no date: there is no month 13");
    CHECK(day_of("2025-02-30") == "'2025-02-30' is no date: there is no 30 February");
    CHECK(day_of("[2025") ==
          "'[2025' is no date: a set of dates stands by itself: [2025-05-10,2025-05-12] is one of them, "
          "{2025-05-10,2025-05-12} are both");
    CHECK(day_of("mya 2025") == "'mya 2025' is no date: there is no word 'mya' for dates; did you mean may?");
    CHECK(day_of("30 february 2025") == "'30 february 2025' is no date: there is no 30 February");
    CHECK(day_of("") == "'' is no date: the date is empty");
    CHECK(day_of("may", {}) == "'may' is no date: the year is missing");
}

TEST_CASE("a window's ends may be words too") {
    CHECK(typed_window("may 2025", "late june 2025") == typed_window("2025-05", "2025-06"));
    CHECK(typed_window("last month", "today", nullptr, base) == typed_window("2025-04", "2026-11-25"));
    CHECK(typed_window("..", "q2 2025") == typed_window("..", "2025-06"));
    std::string why;
    CHECK_FALSE(typed_window("june 2025", "may 2025", &why));
    CHECK(why == "'may 2025' is over before 'june 2025' begins");
}
