// EDTF dates and intervals in English words; edtf_set_words.cpp has those of sets.
#include "events/edtf_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace events {
namespace {

constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};
constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};

std::string clock_words(int minute_of_day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d UTC", minute_of_day / 60, minute_of_day % 60);
    return text.data();
}

std::string month_words(const EdtfEnd& end, bool with_year) {
    std::string text{month_name(end.month, true)};
    return with_year ? text + ' ' + words_from_year(end.year) : text;
}

std::string day_words(const EdtfEnd& end, bool with_month, bool with_year) {
    std::string text = std::to_string(end.day);
    return with_month ? text + ' ' + month_words(end, with_year) : text;
}

/// A season, a quarter, ... of a year.
std::string part_words(const EdtfEnd& end) {
    const std::string year = words_from_year(end.year);
    const auto ordinal = [&](int first) { return std::string{ordinals[static_cast<std::size_t>(end.month - first)]}; };
    switch (end.precision) {
        case DatePrecision::Quarter:
            return ordinal(33) + " quarter of " + year;
        case DatePrecision::FourMonths:
            return (end.month == 37 ? "first" : end.month == 38 ? "middle" : "last") + (" four months of " + year);
        case DatePrecision::HalfYear:
            return ordinal(40) + " half of " + year;
        default:
            break;
    }
    const std::string side = end.month >= 29 ? "southern " : end.month >= 25 ? "northern " : "";
    return side + std::string{seasons[static_cast<std::size_t>((end.month - 21) % 4)]} + ' ' + year;
}

std::string years_words(int first, int last) {
    return words_from_year(first) + " to " + std::to_string(last);
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
        case DatePrecision::Decade:
            return end.year > 0 ? words_from_year(end.year) + 's' : years_words(1, 9);
        case DatePrecision::Century:
            return years_words(std::max(end.year, 1), end.year + 99);
        case DatePrecision::Year:
            return words_from_year(end.year);
        default:
            return part_words(end);
    }
}

/// "About" is said of a whole date; of what else is approximate words_of_doubt speaks.
std::string about(const EdtfEnd& end, const std::string& words) {
    return end.is_wholly(&Doubt::approximate) ? "about " + words : words;
}

/// What the X digits leave out: ", day unknown".
std::string_view unspecified_words(const EdtfEnd& end) {
    if (end.month_unspecified) {
        return end.day_unspecified ? ", day and month unknown" : ", month unknown";
    }
    return end.day_unspecified ? ", day unknown" : "";
}

std::string_view component_name(const EdtfEnd& end, std::size_t component) {
    switch (end.precision) {
        case DatePrecision::Season:
            return component == 0 ? "year" : "season";
        case DatePrecision::Quarter:
            return component == 0 ? "year" : "quarter";
        case DatePrecision::FourMonths:
            return component == 0 ? "year" : "third";
        case DatePrecision::HalfYear:
            return component == 0 ? "year" : "half";
        default:
            return component == 0 ? "year" : component == 1 ? "month" : "day";
    }
}

/// "year and month", where no more than some components have this doubt.
std::string components_in_doubt(const EdtfEnd& end, KindOfDoubt kind) {
    std::string names;
    for (std::size_t i = 0; i < end.components && !end.is_wholly(kind); ++i) {
        if (end.doubts[i].*kind) {
            names += (names.empty() ? "" : " and ") + std::string{component_name(end, i)};
        }
    }
    return names;
}

std::string listed(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + ", " + b;
}

/// "uncertain", "year and month approximate, day uncertain", or nothing.
std::string words_of_doubt(const EdtfEnd& end) {
    const std::string about_what = components_in_doubt(end, &Doubt::approximate);
    const std::string of_what = components_in_doubt(end, &Doubt::uncertain);
    const std::string whole = end.is_wholly(&Doubt::uncertain) ? "uncertain" : "";
    if (!about_what.empty() && about_what == of_what) {
        return about_what + " approximate and uncertain";
    }
    return listed(
        listed(about_what.empty() ? "" : about_what + " approximate", of_what.empty() ? "" : of_what + " uncertain"),
        whole);
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

/// Said once for both ends: nothing, or all of the one as all of the other.
bool alike_in_doubt(const EdtfEnd& a, const EdtfEnd& b) {
    for (const KindOfDoubt kind : {&Doubt::uncertain, &Doubt::approximate}) {
        if (a.is_wholly(kind) != b.is_wholly(kind) || a.is(kind) != b.is(kind) || a.is(kind) != a.is_wholly(kind)) {
            return false;
        }
    }
    return true;
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

std::string words_from_interval(const EdtfEnd& first, const EdtfEnd& last) {
    if (last.form == EdtfEnd::Form::Open) {
        // "Since" states a fact; what is uncertain merely starts "from" then.
        return (first.is(&Doubt::uncertain) ? "from " : "since ") + words_from_end(first);
    }
    if (last.form == EdtfEnd::Form::Unknown) {
        return "from " + words_from_end(first) + ", end unknown";
    }
    if (!first.is_date()) {
        return "until " + words_from_end(last) + (first.form == EdtfEnd::Form::Unknown ? ", start unknown" : "");
    }
    return words_from_ends(first, last);
}

}  // namespace

std::string words_from_end(const EdtfEnd& end) {
    return listed(about(end, bare_words(end)) + std::string{unspecified_words(end)}, words_of_doubt(end));
}

std::string words_from_ends(const EdtfEnd& first, const EdtfEnd& last) {
    if (alike_in_doubt(first, last)) {
        return listed(about(first, range_words(first, last)), words_of_doubt(first));
    }
    // Each end keeps its own qualifier, and so nothing can be shared.
    return words_among_others(first) + " to " + words_among_others(last);
}

std::string words_among_others(const EdtfEnd& end, bool with_month, bool with_year) {
    const std::string words = end.precision == DatePrecision::Day     ? day_words(end, with_month, with_year)
                              : end.precision == DatePrecision::Month ? month_words(end, with_year)
                                                                      : bare_words(end);
    const std::string doubt = words_of_doubt(end);
    return about(end, words) + (doubt.empty() ? "" : " (" + doubt + ')');
}

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
    const auto a = edtf_end_from_text(edtf_from_day(first, precision), why);
    const auto b = edtf_end_from_text(edtf_from_day(last, precision), why);
    // Beyond the years that EDTF can write the days by themselves will do.
    return a && b ? range_words(*a, *b) : words_from_days(first) + " to " + words_from_days(last);
}

std::string words_from_date(const EdtfDate& date) {
    std::string why;
    const std::optional<EdtfParts> parts = edtf_parts_from_text(date.text, why);
    if (!parts) {
        return date.text;
    }
    if (parts->set != DateSet::None) {
        return words_from_set(*parts);
    }
    const EdtfEnds& ends = parts->members.front();
    return ends.second ? words_from_interval(ends.first, *ends.second) : words_from_end(ends.first);
}

}  // namespace events
