#include "events/edtf.h"
#include "tests/support/case_table.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

using namespace events;

namespace {

EdtfDate parsed(std::string_view text) {
    std::string why;
    const auto date = edtf_from_text(text, &why);
    INFO(text, ": ", why);
    REQUIRE(date.has_value());
    return *date;
}

/// A bound as the table has it.
std::string bound(double day) {
    return std::isinf(day) ? ".." : iso_from_days(day);
}

}  // namespace

TEST_CASE("dates have the bounds and the words of the table") {
    for (const auto& row : case_table("dates/accepted.txt", 6)) {
        INFO(row[0]);
        const EdtfDate date = parsed(row[0]);
        CHECK(date.text == row[0]);
        CHECK(bound(date.strict.start) == row[1]);
        CHECK(bound(date.strict.end) == row[2]);
        CHECK(bound(date.fuzzy.start) == (row[3] == "=" ? row[1] : row[3]));
        CHECK(bound(date.fuzzy.end) == (row[4] == "=" ? row[2] : row[4]));
        CHECK(date.fuzzy.start <= date.strict.start);
        CHECK(date.fuzzy.end >= date.strict.end);
        CHECK(date.strict.start < date.strict.end);
        CHECK(words_from_date(date) == row[5]);
    }
}

TEST_CASE("what is no date is refused with a reason") {
    for (const auto& row : case_table("dates/refused.txt", 2)) {
        INFO(row[0]);
        std::string why;
        CHECK_FALSE(edtf_from_text(row[0], &why).has_value());
        CHECK(why == row[1]);
        CHECK_FALSE(edtf_from_text(row[0]).has_value());
    }
    std::string why;
    CHECK_FALSE(edtf_from_text("", &why));
    CHECK(why == "the date is empty");
}

TEST_CASE("a date reads the same however long ago it was") {
    for (int year = 1; year <= 9999; year += 7) {
        const double day = days_from_civil({year, 3, 1});
        const std::string iso = iso_from_days(day);
        INFO(iso);
        CHECK(parsed(iso).strict == DaySpan{day, day + 1.0});
        CHECK(parsed(iso.substr(0, 4)).strict ==
              DaySpan{days_from_civil({year, 1, 1}), days_from_civil({year + 1, 1, 1})});
        CHECK(words_from_date(parsed(iso)) == words_from_days(day));
    }
}

TEST_CASE("a set says whether one of its dates is meant or all of them") {
    const EdtfDate one = parsed("[2025-05-10,2025-05-12]");
    CHECK(one.set == DateSet::OneOf);
    CHECK(one.uncertain);
    CHECK(one.is_doubtful());
    CHECK_FALSE(one.interval);
    const EdtfDate all = parsed("{2025-05-10,2025-05-12}");
    CHECK(all.set == DateSet::AllOf);
    CHECK_FALSE(all.is_doubtful());
    CHECK_FALSE(parsed("[2025]").uncertain);
    CHECK(parsed("[2025-05,2026]").precision == DatePrecision::Year);
    CHECK(parsed("{2025-05-10,2025-05-XX}").unspecified);
    // In one of all the days to come nothing is in force.
    CHECK(parsed("[1984..]").unknown_end);
    CHECK_FALSE(parsed("[1984..]").open_end);
    CHECK(parsed("{1984..}").open_end);
    CHECK(parsed("[..1984]").open_start);
}

TEST_CASE("times count in UTC, to the second or the minute written") {
    const double day = days_from_civil({2025, 2, 1});
    CHECK(parsed("2025-02-01T10:30:00Z").strict.start == doctest::Approx(day + 10.5 / 24.0));
    CHECK(parsed("2025-02-01T10:30:00").strict == parsed("2025-02-01T10:30:00Z").strict);
    CHECK(parsed("2025-02-01T10:30:00+05:30").strict.start == doctest::Approx(day + 5.0 / 24.0));
    CHECK(parsed("2025-02-01T00:00:00+05").strict.start == doctest::Approx(day - 5.0 / 24.0));
    CHECK(parsed("2025-02-01T23:00:00-02:00").strict.start == doctest::Approx(day + 25.0 / 24.0));
    CHECK(parsed("2025-02-01T24:00:00Z").strict.start == doctest::Approx(day + 1.0));
    const DaySpan minute = parsed("2025-02-01T10:30Z").strict;
    CHECK(minute.end - minute.start == doctest::Approx(1.0 / 1440.0));
    const DaySpan second = parsed("2025-02-01T10:30:59.25Z").strict;
    CHECK(second.end - second.start == doctest::Approx(1.0 / 86400.0));
    CHECK(parsed("2025-02-01T10:30:00Z").precision == DatePrecision::Time);
    CHECK(parsed("2025-02-01T10:00Z/2025-02-01T12:00Z").interval);
    CHECK(parsed("0001-01-01T00:00:00+14:00").strict.start < days_from_civil({1, 1, 1}));
    CHECK(words_from_date(parsed("2025-02-01T10:30:00Z")) == "1 February 2025, 10:30 UTC");
    CHECK(words_from_date(parsed("2025-02-01T02:00:00+05:00")) == "31 January 2025, 21:00 UTC");
    CHECK(words_from_date(parsed("2025-02-01T10:30Z/2025-02-01T12:00Z")) == "1 February 2025, 10:30 to 12:00 UTC");
    CHECK(words_from_date(parsed("2025-02-01T10:30:00Z/2025-02-01T10:30:20Z")) == "1 February 2025, 10:30 UTC");
    CHECK(words_from_date(parsed("2025-02-01T10:30Z/2025-02-02T12:00Z")) ==
          "1 February 2025, 10:30 UTC to 2 February 2025, 12:00 UTC");
}

TEST_CASE("open and unknown ends are infinite and told apart") {
    const EdtfDate open = parsed("2025-04/..");
    CHECK(open.interval);
    CHECK(open.open_end);
    CHECK_FALSE(open.unknown_end);
    CHECK(std::isinf(open.strict.end));
    CHECK(std::isinf(open.fuzzy.end));
    CHECK(open.precision == DatePrecision::Month);
    const EdtfDate unknown = parsed("2025-06/");
    CHECK(unknown.unknown_end);
    CHECK_FALSE(unknown.open_end);
    CHECK(std::isinf(unknown.strict.end));
    const EdtfDate until = parsed("../2025-06");
    CHECK(until.open_start);
    CHECK(std::isinf(until.strict.start));
    CHECK(iso_from_days(until.strict.end) == "2025-07-01");
    CHECK(parsed("/2025-06").open_start);
    CHECK(iso_from_days(parsed("2024-11~/..").fuzzy.start) == "2024-10-01");
    CHECK(iso_from_days(parsed("2024-11~/..").strict.start) == "2024-11-01");
}

TEST_CASE("qualifiers, precision and unspecified digits are kept") {
    CHECK(parsed("2025?").uncertain);
    CHECK_FALSE(parsed("2025?").approximate);
    CHECK(parsed("2025~").approximate);
    CHECK(parsed("2025%").uncertain);
    CHECK(parsed("2025%").approximate);
    CHECK(parsed("2025-02-01~/2025-02-07").approximate);
    CHECK(parsed("2025-02-XX").unspecified);
    CHECK(parsed("202X").is_doubtful());
    CHECK_FALSE(parsed("2025-02-01/2025-02-07").is_doubtful());
    CHECK(parsed("2025-02-XX").precision == DatePrecision::Month);
    CHECK(parsed("2025-XX-XX").precision == DatePrecision::Year);
    CHECK(parsed("202X").precision == DatePrecision::Decade);
    CHECK(parsed("20XX").precision == DatePrecision::Century);
    CHECK(parsed("2025-24").precision == DatePrecision::Season);
    CHECK(parsed("2025-32").precision == DatePrecision::Season);
    CHECK(parsed("2025-33").precision == DatePrecision::Quarter);
    CHECK(parsed("2025-38").precision == DatePrecision::FourMonths);
    CHECK(parsed("2025-41").precision == DatePrecision::HalfYear);
    CHECK(parsed("2025-?05-10").uncertain);
    CHECK(parsed("2025-?05-10").is_doubtful());
    CHECK(parsed("2025-05-~10").approximate);
    CHECK(parsed("2024-02-01/2025-02").precision == DatePrecision::Month);
    CHECK(parsed("2024-02-01/2025").precision == DatePrecision::Year);
}

TEST_CASE("a stretch of days is said as shortly as it can be") {
    const auto words = [](CivilDate first, CivilDate last) {
        return events::words_from_days(days_from_civil(first) + 0.4, days_from_civil(last) + 0.5);
    };
    CHECK(words({2025, 1, 1}, {2025, 12, 31}) == "2025");
    CHECK(words({2024, 1, 1}, {2025, 12, 31}) == "2024 to 2025");
    CHECK(words({2025, 5, 1}, {2025, 5, 31}) == "May 2025");
    CHECK(words({2025, 1, 1}, {2025, 6, 30}) == "January to June 2025");
    CHECK(words({2024, 2, 1}, {2024, 2, 29}) == "February 2024");
    CHECK(words({2024, 2, 1}, {2024, 2, 28}) == "1 to 28 February 2024");
    CHECK(words({2024, 12, 1}, {2025, 1, 31}) == "December 2024 to January 2025");
    CHECK(words({2025, 5, 19}, {2025, 5, 21}) == "19 to 21 May 2025");
    CHECK(words({2025, 5, 20}, {2025, 5, 20}) == "20 May 2025");
    CHECK(words({2024, 5, 20}, {2025, 5, 20}) == "20 May 2024 to 20 May 2025");
    CHECK(words({1, 1, 1}, {1, 12, 31}) == "AD 1");
    CHECK(words({-42, 1, 1}, {-42, 12, 31}) == "1 January 43 BC to 31 December 43 BC");
    CHECK(words({20000, 1, 1}, {20000, 12, 31}) == "1 January 20000 to 31 December 20000");
}

TEST_CASE("a stretch of days may be open") {
    constexpr double forever = std::numeric_limits<double>::infinity();
    const double day = days_from_civil({2025, 5, 20});
    CHECK(events::words_from_days(-forever, day) == "until 20 May 2025");
    CHECK(events::words_from_days(day, forever) == "since 20 May 2025");
    CHECK(events::words_from_days(-forever, forever) == "all time");
}
