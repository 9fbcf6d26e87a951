// The calendar of events/edtf.h.
#include "events/edtf.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace events;

namespace {

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}  // namespace

TEST_CASE("the calendar is right around the epoch, leap days and the year zero") {
    CHECK(days_from_civil({1970, 1, 1}) == 0.0);
    CHECK(days_from_civil({2025, 2, 1}) == 20120.0);
    CHECK(days_from_civil({2000, 2, 29}) + 1.0 == days_from_civil({2000, 3, 1}));
    CHECK(days_from_civil({1900, 2, 28}) + 1.0 == days_from_civil({1900, 3, 1}));
    CHECK(days_from_civil({1969, 12, 31}) == -1.0);
    CHECK(days_from_civil({2024, 14, 1}) == days_from_civil({2025, 2, 1}));
    CHECK(days_from_civil({2024, 0, 1}) == days_from_civil({2023, 12, 1}));
    CHECK(days_from_civil({2024, -12, 1}) == days_from_civil({2022, 12, 1}));
    CHECK(days_from_civil({2025, 1, 32}) == days_from_civil({2025, 2, 1}));
    for (double day = -800000.0; day < 800000.0; day += 97.0) {
        CHECK(days_from_civil(civil_from_days(day)) == day);
    }
    CHECK(civil_from_days(20120.999) == CivilDate{2025, 2, 1});
    CHECK(civil_from_days(-0.5) == CivilDate{1969, 12, 31});
}

TEST_CASE("days are written as ISO dates, as words and with their weekday") {
    const double day = days_from_civil({2025, 5, 20});
    CHECK(iso_from_days(day) == "2025-05-20");
    CHECK(words_from_days(day + 0.7) == "20 May 2025");
    CHECK(weekday_from_days(day) == "Tue");
    CHECK(weekday_from_days(0.0) == "Thu");
    CHECK(weekday_from_days(-1.0) == "Wed");
    CHECK(iso_from_days(days_from_civil({-44, 3, 15})) == "-0044-03-15");
    CHECK(words_from_days(days_from_civil({-43, 3, 15})) == "15 March 44 BC");
    CHECK(iso_from_days(HUGE_VAL) == "..");
    CHECK(words_from_days(-HUGE_VAL) == "no date");
    CHECK(weekday_from_days(HUGE_VAL).empty());
    CHECK(month_name(5, false) == "May");
    CHECK(month_name(1, true) == "January");
}

TEST_CASE("every day from year 1 to 9999 is the day after the one before it") {
    // Counted by hand from a known day, so that nothing but the rule of leap years is taken for granted.
    double day = -719162.0;  // 1 January of the year 1
    for (int year = 1; year <= 9999; ++year) {
        REQUIRE(days_from_civil({year, 1, 1}) == day);
        for (int month = 1; month <= 12; ++month) {
            constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
            const int length = month == 2 && is_leap(year) ? 29 : lengths[month - 1];
            REQUIRE(days_in_month(year, month) == length);
            REQUIRE(days_from_civil({year, month, 1}) == day);
            REQUIRE(civil_from_days(day) == CivilDate{year, month, 1});
            day += length;
            REQUIRE(civil_from_days(day - 1.0) == CivilDate{year, month, length});
        }
    }
    CHECK(day == days_from_civil({10000, 1, 1}));
}

TEST_CASE("a date and its day are told from each other anywhere in ten thousand years") {
    for (double day = days_from_civil({1, 1, 1}); day <= days_from_civil({9999, 12, 31}); day += 13.0) {
        const CivilDate date = civil_from_days(day + 0.999);
        REQUIRE(days_from_civil(date) == day);
        REQUIRE(iso_from_days(day).size() == 10);
    }
    CHECK(iso_from_days(days_from_civil({1, 1, 1})) == "0001-01-01");
    CHECK(iso_from_days(days_from_civil({9999, 12, 31})) == "9999-12-31");
}

TEST_CASE("months are added by the calendar, and end where a month does") {
    const auto later = [](CivilDate date, int months) {
        return civil_from_days(add_months(days_from_civil(date), months));
    };
    CHECK(later({2025, 1, 31}, 1) == CivilDate{2025, 2, 28});
    CHECK(later({2024, 1, 31}, 1) == CivilDate{2024, 2, 29});
    CHECK(later({2024, 2, 29}, 12) == CivilDate{2025, 2, 28});
    CHECK(later({2024, 2, 29}, 48) == CivilDate{2028, 2, 29});
    CHECK(later({2025, 5, 31}, -1) == CivilDate{2025, 4, 30});
    CHECK(later({2025, 1, 15}, -1) == CivilDate{2024, 12, 15});
    CHECK(later({2025, 5, 20}, 0) == CivilDate{2025, 5, 20});
    CHECK(later({1, 3, 1}, -2) == CivilDate{1, 1, 1});
    CHECK(add_months(0.75, 1) == 31.75);
    CHECK(std::isinf(add_months(HUGE_VAL, 1)));
    for (int month = 1; month <= 12; ++month) {
        for (int months = -30; months <= 30; ++months) {
            CHECK(later(later({2024, month, 28}, months), -months) == CivilDate{2024, month, 28});
        }
    }
}

TEST_CASE("years are words that cannot be taken for days or decades") {
    CHECK(words_from_year(2025) == "2025");
    CHECK(words_from_year(100) == "100");
    CHECK(words_from_year(99) == "AD 99");
    CHECK(words_from_year(1) == "AD 1");
    CHECK(words_from_year(0) == "1 BC");
    CHECK(words_from_year(-43) == "44 BC");
    CHECK(words_from_days(days_from_civil({1, 5, 20})) == "20 May AD 1");
}
