#include "events/edtf.h"

#include <doctest/doctest.h>

#include <array>
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

struct BoundsCase {
    std::string_view text, start, end;  // end is the first day that no longer belongs to it
};

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

TEST_CASE("strict bounds cover every day of the date") {
    const std::array<BoundsCase, 32> cases{{
        {"2025", "2025-01-01", "2026-01-01"},
        {"2016-02", "2016-02-01", "2016-03-01"},
        {"2025-02-01", "2025-02-01", "2025-02-02"},
        {"2025-02-01/2025-02-07", "2025-02-01", "2025-02-08"},
        {"2024-02-01/2025-02", "2024-02-01", "2025-03-01"},
        {"1964/2008", "1964-01-01", "2009-01-01"},
        {"2004-06/2006-08", "2004-06-01", "2006-09-01"},
        {"2005/2006-02", "2005-01-01", "2006-03-01"},
        {"2024-10?", "2024-10-01", "2024-11-01"},
        {"2025-11~", "2025-11-01", "2025-12-01"},
        {"2025-11%", "2025-11-01", "2025-12-01"},
        {"1984?", "1984-01-01", "1985-01-01"},
        {"2004-06-11%", "2004-06-11", "2004-06-12"},
        {"2024-10-XX", "2024-10-01", "2024-11-01"},
        {"2024-XX", "2024-01-01", "2025-01-01"},
        {"1985-XX-XX", "1985-01-01", "1986-01-01"},
        {"202X", "2020-01-01", "2030-01-01"},
        {"20XX", "2000-01-01", "2100-01-01"},
        {"2025-21", "2025-03-01", "2025-06-01"},
        {"2025-22", "2025-06-01", "2025-09-01"},
        {"2025-23", "2025-09-01", "2025-12-01"},
        {"2025-24", "2025-12-01", "2026-03-01"},
        {"2001-21", "2001-03-01", "2001-06-01"},
        {"-1985", "-1985-01-01", "-1984-01-01"},
        {"-201X", "-2019-01-01", "-2009-01-01"},
        {"0000", "0000-01-01", "0001-01-01"},
        {"Y2025", "2025-01-01", "2026-01-01"},
        {"Y-0044", "-0044-01-01", "-0043-01-01"},
        {"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-04"},
        {"1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-09"},
        {"2024-02-29", "2024-02-29", "2024-03-01"},
        {"2025-05-20/2025-05", "2025-05-20", "2025-06-01"},
    }};
    for (const BoundsCase& c : cases) {
        INFO(c.text);
        const EdtfDate date = parsed(c.text);
        CHECK(iso_from_days(date.strict.start) == c.start);
        CHECK(iso_from_days(date.strict.end) == c.end);
        CHECK(date.fuzzy.start <= date.strict.start);
        CHECK(date.fuzzy.end >= date.strict.end);
        CHECK(date.text == c.text);
    }
}

TEST_CASE("fuzzy bounds reach one unit further for each doubt, at the doubtful end alone") {
    const std::array<BoundsCase, 16> cases{{
        {"2025-02", "2025-02-01", "2025-03-01"},
        {"1979-08~", "1979-07-01", "1979-10-01"},  // python-edtf
        {"2025-02~", "2025-01-01", "2025-04-01"},
        {"2025-02%", "2024-12-01", "2025-05-01"},
        {"2025-02-10~", "2025-02-07", "2025-02-14"},
        {"2025-02-10?", "2025-02-07", "2025-02-14"},
        {"2025-02-10%", "2025-02-04", "2025-02-17"},
        {"2025?", "2024-01-01", "2027-01-01"},
        {"2025%", "2023-01-01", "2028-01-01"},
        {"2025-21~", "2024-12-01", "2025-09-01"},
        {"202X~", "2010-01-01", "2040-01-01"},
        {"20XX?", "1900-01-01", "2200-01-01"},
        {"2025-02-01~/2025-02-07", "2025-01-29", "2025-02-08"},
        {"2025-02-01/2025-02-07~", "2025-02-01", "2025-02-11"},
        {"2024-12~/2025-01~", "2024-11-01", "2025-03-01"},
        {"1985-12/2004~", "1985-12-01", "2006-01-01"},
    }};
    for (const BoundsCase& c : cases) {
        INFO(c.text);
        const EdtfDate date = parsed(c.text);
        CHECK(iso_from_days(date.fuzzy.start) == c.start);
        CHECK(iso_from_days(date.fuzzy.end) == c.end);
    }
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
    CHECK(parsed("2024-02-01/2025-02").precision == DatePrecision::Month);
    CHECK(parsed("2024-02-01/2025").precision == DatePrecision::Year);
}

TEST_CASE("what is not a date of level 0 or 1 is refused with a reason") {
    struct Case {
        std::string_view text, why;
    };
    constexpr std::string_view level_2 = "EDTF level 2 is not supported yet";
    const std::array<Case, 62> cases{{
        {"", "the date is empty"},
        {"2025-02-30", "there is no 30 February"},
        {"2025-02-00", "there is no 0 February"},
        {"2023-02-29", "there is no 29 February in 2023"},
        {"2025-04-31", "there is no 31 April"},
        {"2025-13", "there is no month 13"},
        {"2025-00", "there is no month 00"},
        {"2016-02-3X", "there is no 3X February"},
        {"2016-2X-XX", "there is no month 2X"},
        {"2016-XX-32", "there is no day 32"},
        {"2016-XX-3X", level_2},
        {"2016-1X", level_2},
        {"2016-XX-12", level_2},
        {"2016-02-1X", level_2},
        {"156X-12-25", level_2},
        {"1XXX", level_2},
        {"XXXX", level_2},
        {"2X25", level_2},
        {"[2025-05-10,2025-05-12]", level_2},
        {"[..2016,2017]", level_2},
        {"{2025-05-10,2025-05-12}", level_2},
        {"{2025..2027}", level_2},
        {"2025-33", level_2},
        {"2016-34", level_2},
        {"2025-25", level_2},
        {"2025-41", level_2},
        {"2025-?05-10", level_2},
        {"?2016-?05-31", level_2},
        {"2004-06~-11", level_2},
        {"2004?-06-11", level_2},
        {"1950S2", level_2},
        {"Y-17E7", level_2},
        {"Y1950S2", level_2},
        {"2025-42", "there is no month 42"},
        {"2025-21-10", "a season has no days; the months go from 01 to 12"},
        {"2025-21/2025-22", "an interval of seasons is not EDTF; write its months"},
        {"Y170000002", "years beyond 9999 are not supported"},
        {"Y", "after Y comes a year of digits alone"},
        {"Y2025-05", "after Y comes a year of digits alone"},
        {"-0000", "there is no year -0000; the year before 0001 is 0000"},
        {"20.05.2025", "a date begins with a year of four digits: 2025, 2025-05 or 2025-05-20"},
        {"May 2025", "a date has no spaces in it; write 2025-05-20 or 2025-05-20T10:30:00Z"},
        {"2025-5-1", "write month and day with two digits each: 2025-05 or 2025-05-20"},
        {"2025-", "write month and day with two digits each: 2025-05 or 2025-05-20"},
        {"2025-05-", "write month and day with two digits each: 2025-05 or 2025-05-20"},
        {"2025-05-200", "write month and day with two digits each: 2025-05 or 2025-05-20"},
        {"25", "a date begins with a year of four digits: 2025, 2025-05 or 2025-05-20"},
        {"-", "a date begins with a year of four digits: 2025, 2025-05 or 2025-05-20"},
        {"soon", "a date begins with a year of four digits: 2025, 2025-05 or 2025-05-20"},
        {"2025-05-20/2025-05-19", "it ends before it starts"},
        {"2025/2024", "it ends before it starts"},
        {"2025/05/20", "an interval has one slash; dates are written 2025-05-20"},
        {"../..", "an interval needs a date at one end at least"},
        {"/", "an interval needs a date at one end at least"},
        {"2025-04..", "an interval is written with a slash: 2025-04/.. or 2025-04-01/2025-04-03"},
        {"..", "an interval is written with a slash: 2025-04/.. or 2025-04-01/2025-04-03"},
        {"2025-05-20T25:00:00Z", "a time is written 10:30:00Z"},
        {"2025-05-20T", "a time is written 10:30:00Z"},
        {"2025-05-20T10:30:00+25", "a time's zone is Z or like +05:30"},
        {"2025-05T10:30:00Z", "a time needs a full date before it: 2025-05-20T10:30:00Z"},
        {"2025-05-20 10:30", "a date has no spaces in it; write 2025-05-20 or 2025-05-20T10:30:00Z"},
        {"2025-05-20~T10:30:00Z", "a time cannot be approximate or uncertain; leave the time out"},
    }};
    for (const Case& c : cases) {
        INFO(c.text);
        std::string why;
        CHECK_FALSE(edtf_from_text(c.text, &why).has_value());
        CHECK(why == c.why);
        CHECK_FALSE(edtf_from_text(c.text).has_value());
    }
}

TEST_CASE("dates read well in words") {
    struct Case {
        std::string_view text, words;
    };
    const std::array<Case, 56> cases{{
        {"2025-05-20", "20 May 2025"},
        {"2024-08", "August 2024"},
        {"1971", "1971"},
        {"2012", "2012"},
        {"2025-21", "spring 2025"},
        {"2025-24", "winter 2025"},
        {"202X", "2020s"},
        {"20XX", "2000 to 2099"},
        {"-0043", "44 BC"},
        {"0000", "1 BC"},
        {"-001X", "20 BC to 11 BC"},
        {"2024-10-XX", "October 2024, day unknown"},
        {"2024-XX", "2024, month unknown"},
        {"2024-XX-XX", "2024, day and month unknown"},
        {"2025?", "2025, uncertain"},
        {"2026?", "2026, uncertain"},
        {"2025~", "about 2025"},
        {"2025%", "about 2025, uncertain"},
        {"2024-12~", "about December 2024"},
        {"2025-05-19~", "about 19 May 2025"},
        {"202X?", "2020s, uncertain"},
        {"2025-02-03/2025-02-05", "3 to 5 February 2025"},
        {"2025-02-01~/2025-02-07~", "about 1 to 7 February 2025"},
        {"2025-05-19~/2025-05-21~", "about 19 to 21 May 2025"},
        {"2025-05-20~/2025-05-21~", "about 20 to 21 May 2025"},
        {"2025-09-08~/2025-09-09~", "about 8 to 9 September 2025"},
        {"2025-04-30/2025-05-02", "30 April to 2 May 2025"},
        {"2024-12-28/2025-01-03", "28 December 2024 to 3 January 2025"},
        {"2025-05-20/2025-05-20", "20 May 2025"},
        {"2024-12~/2025-01~", "about December 2024 to January 2025"},
        {"2025-10?/2025-11?", "October to November 2025, uncertain"},
        {"2025-10%/2025-11%", "about October to November 2025, uncertain"},
        {"2025-10~/2025-11~", "about October to November 2025"},
        {"2025-10?/2025-11", "October 2025 (uncertain) to November 2025"},
        {"2025-02-01~/2025-02-07", "about 1 February 2025 to 7 February 2025"},
        {"1985-12/2004~", "December 1985 to about 2004"},
        {"2024/2025", "2024 to 2025"},
        {"2024/2024", "2024"},
        {"2025-05-20/2025-06", "20 May 2025 to June 2025"},
        {"2024-11~/..", "since about November 2024"},
        {"2025-05~/..", "since about May 2025"},
        {"2025-09~/..", "since about September 2025"},
        {"2015/..", "since 2015"},
        {"2025?/..", "from 2025, uncertain"},
        {"2026?/..", "from 2026, uncertain"},
        {"2026%/..", "from about 2026, uncertain"},
        {"../2025-06", "until June 2025"},
        {"../2025-06~", "until about June 2025"},
        {"/2025-06", "until June 2025, start unknown"},
        {"2025-06/", "from June 2025, end unknown"},
        {"2025-02-01T10:30:00Z", "1 February 2025, 10:30 UTC"},
        {"2025-02-01T02:00:00+05:00", "31 January 2025, 21:00 UTC"},
        {"2025-02-01T10:30Z/2025-02-01T12:00Z", "1 February 2025, 10:30 to 12:00 UTC"},
        {"2025-02-01T10:30:00Z/2025-02-01T10:30:20Z", "1 February 2025, 10:30 UTC"},
        {"2025-02-01T10:30Z/2025-02-02T12:00Z", "1 February 2025, 10:30 UTC to 2 February 2025, 12:00 UTC"},
        {"2025-11", "November 2025"},
    }};
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(words_from_date(parsed(c.text)) == c.words);
    }
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
    CHECK(words({-42, 1, 1}, {-42, 12, 31}) == "43 BC");
    CHECK(words({20000, 1, 1}, {20000, 12, 31}) == "1 January 20000 to 31 December 20000");
}

TEST_CASE("a stretch of days may be open") {
    constexpr double forever = std::numeric_limits<double>::infinity();
    const double day = days_from_civil({2025, 5, 20});
    CHECK(events::words_from_days(-forever, day) == "until 20 May 2025");
    CHECK(events::words_from_days(day, forever) == "since 20 May 2025");
    CHECK(events::words_from_days(-forever, forever) == "all time");
}
