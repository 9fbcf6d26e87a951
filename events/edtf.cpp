// Bounds of EDTF dates; edtf_parse.cpp reads the text.
#include "events/edtf.h"

#include "events/edtf_parts.h"

#include <algorithm>

namespace events {
namespace {

/// Moves the start of a day, month, ... by so many of its own units.
double shifted(double day, DatePrecision unit, int count) {
    CivilDate date = civil_from_days(day);
    switch (unit) {
        case DatePrecision::Time:
            return day;
        case DatePrecision::Day:
            return day + 3.0 * count;  // one day would hardly be seen, and "about" means more
        case DatePrecision::Month:
            date.month += count;
            break;
        case DatePrecision::Season:
            date.month += 3 * count;
            break;
        case DatePrecision::Year:
            date.year += count;
            break;
        case DatePrecision::Decade:
            date.year += 10 * count;
            break;
        case DatePrecision::Century:
            date.year += 100 * count;
            break;
        case DatePrecision::None:
            return day;
    }
    return days_from_civil(date);
}

int units_of_doubt(const EdtfEnd& end) {
    return (end.uncertain ? 1 : 0) + (end.approximate ? 1 : 0);
}

void add_flags(EdtfDate& date, const EdtfEnd& end) {
    date.uncertain = date.uncertain || end.uncertain;
    date.approximate = date.approximate || end.approximate;
    date.unspecified = date.unspecified || end.year_unspecified || end.month_unspecified || end.day_unspecified;
    if (end.is_date()) {
        date.precision =
            date.precision == DatePrecision::None ? end.precision : std::max(date.precision, end.precision);
    }
}

}  // namespace

std::optional<EdtfDate> edtf_from_text(std::string_view text, std::string* why) {
    std::string reason;
    const std::optional<EdtfEnds> ends = edtf_ends_from_text(text, reason);
    if (ends) {
        const EdtfEnd& first = ends->first;
        const EdtfEnd& last = ends->second ? *ends->second : first;
        EdtfDate date;
        date.text = text;
        date.interval = ends->second.has_value();
        date.strict = {first.span.start, last.span.end};
        date.fuzzy = {shifted(first.span.start, first.precision, -units_of_doubt(first)),
                      shifted(last.span.end, last.precision, units_of_doubt(last))};
        // An unknown start is as infinite as an open one; only the words tell them apart.
        date.open_start = !first.is_date();
        date.open_end = last.form == EdtfEnd::Form::Open;
        date.unknown_end = last.form == EdtfEnd::Form::Unknown;
        add_flags(date, first);
        add_flags(date, last);
        if (date.strict.end > date.strict.start) {
            return date;
        }
        reason = "it ends before it starts";
    }
    if (why != nullptr) {
        *why = std::move(reason);
    }
    return std::nullopt;
}

}  // namespace events
