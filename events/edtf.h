// Dates as the Extended Date/Time Format writes them (ISO 8601-2:2019): levels 0 and 1, and of level 2 the parts of a
// year, sets, and qualifiers of single components. Years from 1 to 9999.
//
// Time inside Caravan is a double: days since 1970-01-01T00:00Z in the proleptic Gregorian calendar. A stretch of time
// is half open, [start, end): the date 2025-02-01 is [20120, 20121), so a date-only end covers its whole last day.
// An open or unknown end is infinite.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace events {

/// A stretch of time in days since 1970-01-01, half open. Infinite where it has no start or no end.
struct DaySpan {
    double start = -std::numeric_limits<double>::infinity();
    double end = std::numeric_limits<double>::infinity();
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// From fine to coarse. A season and a quarter are as long as each other.
enum class DatePrecision : std::uint8_t {
    Time,
    Day,
    Month,
    Season,
    Quarter,
    FourMonths,
    HalfYear,
    Year,
    Decade,
    Century,
    None
};

/// Several dates in one text: "[..]" is one of them, nobody knows which, "{..}" is all of them.
enum class DateSet : std::uint8_t { None, OneOf, AllOf };

/// One date of EDTF, an interval of two, or a set.
struct EdtfDate {
    std::string text;  ///< as written
    DaySpan strict;    ///< decides what is visible: "2025-02~" is February 2025
    DaySpan fuzzy;     ///< drawn as soft edges: "2025-02~" is January to March; contains `strict`
    DatePrecision precision = DatePrecision::None;  ///< the coarsest of its dates
    DateSet set = DateSet::None;
    bool uncertain = false;    ///< a "?" or "%" anywhere, or one of several dates
    bool approximate = false;  ///< a "~" or "%" anywhere
    bool unspecified = false;  ///< an X digit anywhere
    bool interval = false;     ///< two dates with a slash between them
    bool open_start = false;   ///< "../..." or "{..2025}"
    bool open_end = false;     ///< ".../..", "{2025..}": still in force
    bool unknown_end = false;  ///< ".../" with nothing behind the slash, "[2025..]"
    friend bool operator==(const EdtfDate&, const EdtfDate&) = default;

    /// Drawn dotted: any qualifier or unspecified digit.
    [[nodiscard]] bool is_doubtful() const { return uncertain || approximate || unspecified; }
};

/// Reads dates, times (Z or a zone from -12:00 to +14:00; local ones count as UTC), intervals, open and unknown ends,
/// qualifiers ? ~ % of a date or of its components, X for the last one or two digits of a year, for a month or a day;
/// seasons 21 to 24 (northern), 25 to 28 (northern), 29 to 32 (southern), quarters 33 to 36, quadrimesters 37 to 39,
/// halves 40 and 41; sets "[1667,1670..1672]" and "{..1983,1984-10}", in which a space may follow a comma.
/// Nothing when the text is no such date; `why`, if given, then gets a short reason ("there is no 30 February"). So
/// years outside of 1 to 9999, exponents, significant digits and other places for X are refused. An interval that ends
/// before it starts (strict bounds) is refused as well.
///
/// Strict bounds of a set, of either kind, reach from its first day to its last.
///
/// Fuzzy bounds: a date that is approximate or uncertain reaches one unit of its own precision to both sides (a day 3
/// days, a month one month, a season one season, a year one year; both together twice that), as with python-edtf. Where
/// only some components are qualified, each adds its own unit: "2004-06~-11" reaches a year and a month. Only the
/// qualified end of an interval moves, and the bounds of a set hold those of all its dates.
[[nodiscard]] std::optional<EdtfDate> edtf_from_text(std::string_view text, std::string* why = nullptr);

/// The date in English words: "20 May 2025", "about 19 to 21 May 2025", "since about November 2024",
/// "2025, uncertain", "about October to November 2025", "1971", "spring 2025", "2020s", "from 2026, uncertain",
/// "until June 2025", "about December 2024 to January 2025", "second quarter of 2025", "one of 3 or 5 May 2025",
/// "12 and 14 May 2025", "11 June 2004, year and month approximate". An en dash is never used; ranges say "to".
[[nodiscard]] std::string words_from_date(const EdtfDate& date);

/// The days from `first` to `last`, both included (any moment of them), as shortly as it can be said: "2025",
/// "2024 to 2025", "May 2025", "January to June 2025", "19 to 21 May 2025", "20 May 2025". `last` is not before
/// `first`. Without a finite first day "until 20 May 2025", without a last "since 20 May 2025", without both "all
/// time".
[[nodiscard]] std::string words_from_days(double first, double last);

/// Calendar helpers on the proleptic Gregorian calendar.
struct CivilDate {
    int year = 1970;
    int month = 1;  ///< 1 to 12
    int day = 1;    ///< 1 to 31
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};
/// Midnight of the date. Days beyond the month's end roll over; months outside 1..12 too.
[[nodiscard]] double days_from_civil(CivilDate date);
/// 28 to 31; months outside 1..12 roll over.
[[nodiscard]] int days_in_month(int year, int month);
/// The same day of the month and time of day so many months later (or earlier), or that month's last day where it has
/// no such day: a month after 31 January is 28 or 29 February. What is not finite stays.
[[nodiscard]] double add_months(double days, int months);
/// The calendar day that holds this moment.
[[nodiscard]] CivilDate civil_from_days(double days);
/// "2025-05-20"
[[nodiscard]] std::string iso_from_days(double days);
/// "20 May 2025"
[[nodiscard]] std::string words_from_days(double days);
/// "2025", "AD 45" for years of one or two digits, "44 BC" for the year -43: there is no year zero in words.
[[nodiscard]] std::string words_from_year(int year);
/// "Tue"
[[nodiscard]] std::string_view weekday_from_days(double days);
/// "May" for 5 (short) or "January" for 1 (long); month in 1..12.
[[nodiscard]] std::string_view month_name(int month, bool long_name);

}  // namespace events
