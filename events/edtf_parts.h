// What an EDTF text consists of, taken apart. Private to events: edtf.cpp makes bounds of it and edtf_words.cpp words.
#pragma once

#include "events/edtf.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events {

/// How sure a date or one of its components is: "?" uncertain, "~" approximate, "%" both.
struct Doubt {
    bool uncertain = false;
    bool approximate = false;
};
/// One of the two.
using KindOfDoubt = bool Doubt::*;

struct EdtfEnd {
    enum class Form { Date, Open, Unknown };  ///< a date, "..", or nothing at all
    Form form = Form::Date;
    int year = 0;                                   ///< the first year of a decade or century
    int month = 0;                                  ///< 1 to 12; 21 to 41 for a part of a year; 0 when it has none
    int day = 0;                                    ///< 1 to 31; 0 when it has none
    int minute_of_day = 0;                          ///< of a time, in UTC
    DatePrecision precision = DatePrecision::None;  ///< what is known: "2025-10-XX" is a month
    std::size_t components = 0;                     ///< 1 to 3 are written: year, month or part of it, day
    std::array<Doubt, 3> doubts{};                  ///< of each of them
    bool month_unspecified = false;                 ///< "2025-XX"
    bool day_unspecified = false;                   ///< "2025-10-XX"
    bool year_unspecified = false;                  ///< "202X"
    DaySpan span;                                   ///< strict bounds; infinite for an open or unknown end

    [[nodiscard]] bool is_date() const { return form == Form::Date; }
    [[nodiscard]] bool unspecified() const { return year_unspecified || month_unspecified || day_unspecified; }
    /// In any component.
    [[nodiscard]] bool is(KindOfDoubt kind) const;
    /// In every component, as a qualifier at the date's end says.
    [[nodiscard]] bool is_wholly(KindOfDoubt kind) const;
    [[nodiscard]] bool is_sure() const { return !is(&Doubt::uncertain) && !is(&Doubt::approximate); }
};

struct EdtfEnds {
    EdtfEnd first;
    std::optional<EdtfEnd> second;  ///< of an interval, or of a range in a set
};

struct EdtfParts {
    DateSet set = DateSet::None;
    std::vector<EdtfEnds> members;  ///< one, unless it is a set; then one or more

    /// One of several dates, nobody knows which.
    [[nodiscard]] bool is_choice() const {
        return set == DateSet::OneOf && (members.size() > 1 || members.front().second);
    }
};

/// A season, a quarter, ... : the month it begins with, and how many months it has.
struct PartOfYear {
    int first_month = 1;  ///< 1 to 12; winter runs over into the next year
    int months = 3;
    DatePrecision precision = DatePrecision::Season;
};

/// `code` from 21 to 41 (ISO 8601-2, 4.8). Seasons are those of the weather: northern spring is March to May, and what
/// begins in December belongs to the year in which it begins.
[[nodiscard]] PartOfYear part_of_year(int code);

/// Takes a text apart. Nothing, and a reason, where it is no date or one of its stretches ends before it starts.
[[nodiscard]] std::optional<EdtfParts> edtf_parts_from_text(std::string_view text, std::string& why);

/// One date without a slash and brackets. `why` gets the reason when it is none.
[[nodiscard]] std::optional<EdtfEnd> edtf_end_from_text(std::string_view text, std::string& why);

/// Reads a time ("10:30:00Z", what stands behind the T) into a date known to the day. `why` gets the reason when it is
/// none.
[[nodiscard]] bool take_edtf_time(std::string_view time, EdtfEnd& end, std::string& why);

/// The words of one date, of a stretch of two, and how doubtful a date is: ", year uncertain", or nothing.
[[nodiscard]] std::string words_from_end(const EdtfEnd& end);
[[nodiscard]] std::string words_from_ends(const EdtfEnd& first, const EdtfEnd& last);
/// A date among others: "about 3 May 2025 (uncertain)". Without its year or month, where those of the date behind it
/// are the same.
[[nodiscard]] std::string words_among_others(const EdtfEnd& end, bool with_month = true, bool with_year = true);
/// "12 and 14 May 2025", "one of 1667 or 1670 to 1672".
[[nodiscard]] std::string words_from_set(const EdtfParts& parts);

/// ASCII digits, one at least.
[[nodiscard]] bool all_digits(std::string_view text);
/// The value of at most nine digits.
[[nodiscard]] int number_from_digits(std::string_view digits);

}  // namespace events
