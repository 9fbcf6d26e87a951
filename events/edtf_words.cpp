// EDTF dates in English words.
#include "events/edtf_parts.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace events {
namespace {

constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};

// There is no year zero in words: the year 0 is 1 BC.
std::string year_words(int year) {
    return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
}

std::string clock_words(int minute_of_day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d UTC", minute_of_day / 60, minute_of_day % 60);
    return text.data();
}

std::string month_words(const EdtfEnd& end, bool with_year) {
    std::string text{month_name(end.month, true)};
    return with_year ? text + ' ' + year_words(end.year) : text;
}

std::string day_words(const EdtfEnd& end, bool with_month, bool with_year) {
    std::string text = std::to_string(end.day);
    return with_month ? text + ' ' + month_words(end, with_year) : text;
}

/// A date without its qualifiers.
std::string bare_words(const EdtfEnd& end) {
    switch (end.precision) {
        case DatePrecision::Time:
            return day_words(end, true, true) + ", " + clock_words(end.minute_of_day);
        case DatePrecision::Day:
            return day_words(end, true, true);
        case DatePrecision::Month:
            return month_words(end, true);
        case DatePrecision::Season:
            return std::string{seasons[static_cast<std::size_t>(end.month - 21)]} + ' ' + year_words(end.year);
        case DatePrecision::Decade:
            return end.year >= 0 ? std::to_string(end.year) + 's'
                                 : year_words(end.year) + " to " + year_words(end.year + 9);
        case DatePrecision::Century:
            return year_words(end.year) + " to " + year_words(end.year + 99);
        default:
            return year_words(end.year);
    }
}

std::string about(const EdtfEnd& end, const std::string& words) {
    return end.approximate ? "about " + words : words;
}

/// What the X digits leave out: ", day unknown".
std::string_view unspecified_words(const EdtfEnd& end) {
    if (end.month_unspecified) {
        return end.day_unspecified ? ", day and month unknown" : ", month unknown";
    }
    return end.day_unspecified ? ", day unknown" : "";
}

std::string single_words(const EdtfEnd& end) {
    return about(end, bare_words(end)) + std::string{unspecified_words(end)} + (end.uncertain ? ", uncertain" : "");
}

/// Two dates of like precision share what they have in common: "19 to 21 May 2025".
std::string range_words(const EdtfEnd& a, const EdtfEnd& b) {
    const bool same_year = a.year == b.year;
    const bool same_month = same_year && a.month == b.month;
    const bool same_day = same_month && a.day == b.day;
    if (a.precision == b.precision) {
        if (a.precision == DatePrecision::Time && same_day) {
            const std::string times = clock_words(a.minute_of_day).substr(0, 5) + " to " + clock_words(b.minute_of_day);
            return day_words(a, true, true) + ", " + (a.minute_of_day == b.minute_of_day ? times.substr(9) : times);
        }
        if (a.precision == DatePrecision::Day && same_year) {
            return same_day ? bare_words(a) : day_words(a, !same_month, false) + " to " + bare_words(b);
        }
        if (a.precision == DatePrecision::Month && same_year) {
            return same_month ? bare_words(a) : month_words(a, false) + " to " + bare_words(b);
        }
        if (a.precision != DatePrecision::Time && a.span == b.span) {
            return bare_words(a);
        }
    }
    return bare_words(a) + " to " + bare_words(b);
}

std::string closed_words(const EdtfEnd& a, const EdtfEnd& b) {
    if (a.approximate == b.approximate && a.uncertain == b.uncertain) {
        return about(a, range_words(a, b)) + (a.uncertain ? ", uncertain" : "");
    }
    // Each end keeps its own qualifier, and so nothing can be shared.
    const auto alone = [](const EdtfEnd& end) {
        return about(end, bare_words(end)) + (end.uncertain ? " (uncertain)" : "");
    };
    return alone(a) + " to " + alone(b);
}

/// Half of an interval, written as far as it has to be: whole years and whole months need no days.
std::string edtf_from_day(double day, DatePrecision precision) {
    const std::size_t left_out = precision == DatePrecision::Year ? 6 : precision == DatePrecision::Month ? 3 : 0;
    const std::string iso = iso_from_days(day);
    return iso.substr(0, iso.size() - left_out);
}

bool begins_month(double day) {
    return civil_from_days(day).day == 1;
}

bool begins_year(double day) {
    return begins_month(day) && civil_from_days(day).month == 1;
}

}  // namespace

std::string words_from_days(double first, double last) {
    if (!std::isfinite(first) || !std::isfinite(last)) {
        return std::isfinite(last)    ? "until " + words_from_days(last)
               : std::isfinite(first) ? "since " + words_from_days(first)
                                      : "all time";
    }
    const double behind = last + 1.0;
    const DatePrecision precision = begins_year(first) && begins_year(behind)     ? DatePrecision::Year
                                    : begins_month(first) && begins_month(behind) ? DatePrecision::Month
                                                                                  : DatePrecision::Day;
    std::string why;
    const auto ends = edtf_ends_from_text(edtf_from_day(first, precision) + '/' + edtf_from_day(last, precision), why);
    // Beyond the years that EDTF can write the days by themselves will do.
    return ends && ends->second ? range_words(ends->first, *ends->second)
                                : words_from_days(first) + " to " + words_from_days(last);
}

std::string words_from_date(const EdtfDate& date) {
    std::string why;
    const std::optional<EdtfEnds> ends = edtf_ends_from_text(date.text, why);
    if (!ends) {
        return date.text;
    }
    if (!ends->second) {
        return single_words(ends->first);
    }
    const EdtfEnd& first = ends->first;
    const EdtfEnd& last = *ends->second;
    if (last.form == EdtfEnd::Form::Open) {
        // "Since" states a fact; what is uncertain merely starts "from" then.
        return (first.uncertain ? "from " : "since ") + single_words(first);
    }
    if (last.form == EdtfEnd::Form::Unknown) {
        return "from " + single_words(first) + ", end unknown";
    }
    if (!first.is_date()) {
        return "until " + single_words(last) + (first.form == EdtfEnd::Form::Unknown ? ", start unknown" : "");
    }
    return closed_words(first, last);
}

}  // namespace events
