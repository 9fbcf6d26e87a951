// The two ends of an EDTF text, taken apart. Private to events: edtf.cpp makes bounds of it and edtf_words.cpp words.
#pragma once

#include "events/edtf.h"

#include <optional>
#include <string>
#include <string_view>

namespace events {

struct EdtfEnd {
    enum class Form { Date, Open, Unknown };  ///< a date, "..", or nothing at all
    Form form = Form::Date;
    int year = 0;                                   ///< the first year of a decade or century
    int month = 0;                                  ///< 1 to 12; 21 to 24 for a season; 0 when it has none
    int day = 0;                                    ///< 1 to 31; 0 when it has none
    int minute_of_day = 0;                          ///< of a time, in UTC
    DatePrecision precision = DatePrecision::None;  ///< what is known: "2025-10-XX" is a month
    bool uncertain = false;
    bool approximate = false;
    bool month_unspecified = false;  ///< "2025-XX"
    bool day_unspecified = false;    ///< "2025-10-XX"
    bool year_unspecified = false;   ///< "202X"
    DaySpan span;                    ///< strict bounds; infinite for an open or unknown end

    [[nodiscard]] bool is_date() const { return form == Form::Date; }
};

struct EdtfEnds {
    EdtfEnd first;
    std::optional<EdtfEnd> second;  ///< of an interval
};

/// Takes a text apart and checks each end by itself; not whether the interval runs forwards.
[[nodiscard]] std::optional<EdtfEnds> edtf_ends_from_text(std::string_view text, std::string& why);

/// One date without a slash. `why` gets the reason when it is none.
[[nodiscard]] std::optional<EdtfEnd> edtf_end_from_text(std::string_view text, std::string& why);

}  // namespace events
