// The stretches of the calendar that plain words name, written as EDTF. Private to events: plain_date.cpp finds them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace events {

/// A date of EDTF, or some time between two: `last` is empty for the former.
struct PlainSpan {
    std::string first;
    std::string last;
};

/// A stretch of the calendar that has a name.
struct Period {
    enum class Kind : std::uint8_t { Day, Month, Part, Year, Decade };
    Kind kind = Kind::Year;
    int year = 0;
    int month = 0;  ///< of a day and a month; of a part of a year its code
    int day = 0;
};

/// "2025", "2025-05", "2025-05-20": what is out of its range is written all the same, for the reader of EDTF to refuse.
[[nodiscard]] std::string year_text(int year);
[[nodiscard]] std::string month_text(int year, int month);
[[nodiscard]] std::string day_text(int year, int month, int day);

[[nodiscard]] std::string text_from_period(const Period& period);

/// The first, middle or last (0 to 2) third of a period: 1 to 10 May, January to April 2025. Nothing of a day.
[[nodiscard]] std::optional<PlainSpan> third_of_period(const Period& period, int third);

}  // namespace events
