// Dates as the Extended Date/Time Format writes them (ISO 8601-2:2019, levels 0 and 1).
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

enum class DatePrecision : std::uint8_t { Time, Day, Month, Season, Year, Decade, Century, None };

/// One date of EDTF, or an interval of two.
struct EdtfDate {
    std::string text;  ///< as written
    DaySpan strict;    ///< decides what is visible: "2025-02~" is February 2025
    DaySpan fuzzy;     ///< drawn as soft edges: "2025-02~" is January to March; contains `strict`
    DatePrecision precision = DatePrecision::None;  ///< the coarser of the two ends
    bool uncertain = false;                         ///< a "?" or "%" on either end
    bool approximate = false;                       ///< a "~" or "%" on either end
    bool unspecified = false;                       ///< an X digit on either end
    bool interval = false;
    bool open_start = false;   ///< "../..."
    bool open_end = false;     ///< ".../..": still in force
    bool unknown_end = false;  ///< ".../" with nothing behind the slash
    friend bool operator==(const EdtfDate&, const EdtfDate&) = default;

    /// Drawn dotted: any qualifier or unspecified digit.
    [[nodiscard]] bool is_doubtful() const { return uncertain || approximate || unspecified; }
};

/// Reads level 0 and level 1: dates, times (Z or +hh:mm; local ones count as UTC), intervals, seasons 21 to 24,
/// qualifiers ? ~ %, X digits, open and unknown ends, negative years and the Y prefix. Years from -9999 to 9999.
/// Nothing when the text is not EDTF; `why`, if given, then gets a short reason ("there is no 30 February").
/// An interval that ends before it starts (strict bounds) is rejected.
///
/// Fuzzy bounds: an approximate or uncertain date reaches one unit of its own precision to both sides (a day 3 days,
/// a month one month, a season one season, a year one year; both together twice that). Only the qualified end of an
/// interval moves. This follows the strict and fuzzy bounds of python-edtf.
[[nodiscard]] std::optional<EdtfDate> edtf_from_text(std::string_view text, std::string* why = nullptr);

/// The date in English words: "20 May 2025", "about 19 to 21 May 2025", "since about November 2024",
/// "2025, uncertain", "about October to November 2025", "1971", "spring 2025", "2020s", "from 2026, uncertain",
/// "until June 2025", "about December 2024 to January 2025". An en dash is never used; ranges say "to".
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
/// The calendar day that holds this moment.
[[nodiscard]] CivilDate civil_from_days(double days);
/// "2025-05-20"
[[nodiscard]] std::string iso_from_days(double days);
/// "20 May 2025"
[[nodiscard]] std::string words_from_days(double days);
/// "Tue"
[[nodiscard]] std::string_view weekday_from_days(double days);
/// "May" for 5 (short) or "January" for 1 (long); month in 1..12.
[[nodiscard]] std::string_view month_name(int month, bool long_name);

}  // namespace events
