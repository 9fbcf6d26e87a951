// Bounds of EDTF dates; edtf_parse.cpp and edtf_sets.cpp read the text.
#include "events/edtf.h"

#include "events/edtf_parts.h"

#include <algorithm>

namespace events {
namespace {

/// How far a doubt reaches to either side.
struct Reach {
    int months = 0;
    double days = 0.0;

    void add(Reach other) {
        months += other.months;
        days += other.days;
    }
};

Reach unit_of(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::Day:
            return {0, 3.0};  // one day would hardly be seen, and "about" means more
        case DatePrecision::Month:
            return {1, 0.0};
        case DatePrecision::Season:
        case DatePrecision::Quarter:
            return {3, 0.0};
        case DatePrecision::FourMonths:
            return {4, 0.0};
        case DatePrecision::HalfYear:
            return {6, 0.0};
        case DatePrecision::Year:
            return {12, 0.0};
        case DatePrecision::Decade:
            return {120, 0.0};
        case DatePrecision::Century:
            return {1200, 0.0};
        case DatePrecision::Time:
        case DatePrecision::None:
            break;
    }
    return {};
}

/// The unit of the year, the month (or what stands in its place) or the day of a date that has one.
Reach unit_of_component(const EdtfEnd& end, std::size_t component) {
    const bool part = end.month > 12;
    return unit_of(component == 0           ? std::max(DatePrecision::Year, end.precision)
                   : component == 1 && part ? end.precision
                   : component == 1         ? DatePrecision::Month
                                            : DatePrecision::Day);
}

Reach reach_of(const EdtfEnd& end) {
    Reach reach;
    for (const KindOfDoubt kind : {&Doubt::uncertain, &Doubt::approximate}) {
        if (end.is_wholly(kind)) {
            reach.add(unit_of(end.precision));
            continue;
        }
        for (std::size_t i = 0; i < end.components; ++i) {
            if (end.doubts[i].*kind) {
                reach.add(unit_of_component(end, i));
            }
        }
    }
    return reach;
}

double fuzzy_start(const EdtfEnd& end) {
    const Reach reach = reach_of(end);
    return add_months(end.span.start, -reach.months) - reach.days;
}

double fuzzy_end(const EdtfEnd& end) {
    const Reach reach = reach_of(end);
    // Months are counted from the last day itself, for the day behind it may lie in the next month.
    const double behind_days = end.precision == DatePrecision::Day ? 1.0 : 0.0;
    return add_months(end.span.end - behind_days, reach.months) + behind_days + reach.days;
}

void add_flags(EdtfDate& date, const EdtfEnd& end) {
    date.uncertain = date.uncertain || end.is(&Doubt::uncertain);
    date.approximate = date.approximate || end.is(&Doubt::approximate);
    date.unspecified = date.unspecified || end.unspecified();
    if (end.is_date()) {
        date.precision =
            date.precision == DatePrecision::None ? end.precision : std::max(date.precision, end.precision);
    }
}

void add_member(EdtfDate& date, const EdtfEnds& member) {
    const EdtfEnd& first = member.first;
    const EdtfEnd& last = member.second ? *member.second : first;
    date.strict.start = std::min(date.strict.start, first.span.start);
    date.strict.end = std::max(date.strict.end, last.span.end);
    date.fuzzy.start = std::min(date.fuzzy.start, fuzzy_start(first));
    date.fuzzy.end = std::max(date.fuzzy.end, fuzzy_end(last));
    // An unknown start is as infinite as an open one; only the words tell them apart.
    date.open_start = date.open_start || !first.is_date();
    // Of one date in all the time to come nothing is said to be in force.
    const bool open = last.form == EdtfEnd::Form::Open;
    date.open_end = date.open_end || (open && date.set != DateSet::OneOf);
    date.unknown_end = date.unknown_end || last.form == EdtfEnd::Form::Unknown || (open && date.set == DateSet::OneOf);
    add_flags(date, first);
    add_flags(date, last);
}

}  // namespace

bool EdtfEnd::is(KindOfDoubt kind) const {
    return std::any_of(doubts.begin(), doubts.end(), [&](const Doubt& doubt) { return doubt.*kind; });
}

bool EdtfEnd::is_wholly(KindOfDoubt kind) const {
    const auto count = static_cast<std::ptrdiff_t>(components);
    return components > 0 &&
           std::all_of(doubts.begin(), doubts.begin() + count, [&](const Doubt& doubt) { return doubt.*kind; });
}

std::optional<EdtfDate> edtf_from_text(std::string_view text, std::string* why) {
    std::string reason;
    const std::optional<EdtfParts> parts = edtf_parts_from_text(text, reason);
    if (!parts) {
        if (why != nullptr) {
            *why = std::move(reason);
        }
        return std::nullopt;
    }
    constexpr double forever = std::numeric_limits<double>::infinity();
    EdtfDate date;
    date.text = text;
    date.set = parts->set;
    date.interval = parts->set == DateSet::None && parts->members.front().second.has_value();
    date.strict = {forever, -forever};
    date.fuzzy = date.strict;
    for (const EdtfEnds& member : parts->members) {
        add_member(date, member);
    }
    date.uncertain = date.uncertain || parts->is_choice();
    return date;
}

}  // namespace events
