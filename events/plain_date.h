// Dates in plain English words, as a person types them: "12 May 2025", "mid may", "about Q2 2025", "+3 days".
#pragma once

#include "events/edtf.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace events {

/// What words that name no day by themselves count from, in days since 1970-01-01. NaN: nobody knows, and such words
/// are refused.
struct DayBase {
    double day = std::numeric_limits<double>::quiet_NaN();    ///< that is shown: for "+3 days", "next month", "may"
    double today = std::numeric_limits<double>::quiet_NaN();  ///< for "today", "yesterday", "tomorrow"
};

/// The date that these words mean; its `text` is EDTF. In either case and with any spaces:
/// - "12 May 2025", "May 12, 2025", "12th of May", "Tue 12 May 2025": a day; without a year that of the base;
/// - "12.5.2025", "12/5/2025", "12-5-2025": the day comes first, but in "5/13/2025", where it cannot; "2025/5/12";
/// - "May 2025", "sept 2025", "5/2025", "may", "2025", "AD 45", "2020s": whole months, years and decades;
/// - "spring 2025", "Q2 2025", "second quarter of 2025", "H1 2025": parts of a year;
/// - "early", "mid" or "late May 2025": its first, middle or last third, 1 to 10 May; so of all that is longer too;
/// - "about May 2025", "c. 2025", "maybe 2025", "2025, uncertain": approximate, uncertain;
/// - "today", "yesterday", "tomorrow";
/// - "+3 days", "-2 weeks", "3 months ago", "in 1 year", "2 quarters": from the base; a month after 31 January is the
///   last of February;
/// - "next month", "last year", "this week", "previous quarter": the whole of it; a week begins on Monday.
/// Of these, thirds of a month and weeks are "one of these days" in EDTF.
/// Nothing for other words; `why`, if given, then gets a short reason, with the nearest known word where there is one.
[[nodiscard]] std::optional<EdtfDate> plain_date(std::string_view words, const DayBase& base = {},
                                                 std::string* why = nullptr);

}  // namespace events
