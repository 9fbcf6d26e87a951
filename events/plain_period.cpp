#include "events/plain_period.h"

#include "events/edtf_parts.h"

#include <array>
#include <cstdio>
#include <utility>

namespace events {
namespace {

std::string month_of_day(double day) {
    const CivilDate date = civil_from_days(day);
    return month_text(date.year, date.month);
}

}  // namespace

std::string year_text(int year) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d", year);
    return text.data();
}

std::string month_text(int year, int month) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "-%02d", month);
    return year_text(year) + text.data();
}

std::string day_text(int year, int month, int day) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "-%02d", day);
    return month_text(year, month) + text.data();
}

std::string text_from_period(const Period& period) {
    switch (period.kind) {
        case Period::Kind::Day:
            return day_text(period.year, period.month, period.day);
        case Period::Kind::Month:
        case Period::Kind::Part:
            return month_text(period.year, period.month);
        case Period::Kind::Decade:
            return year_text(period.year).substr(0, 3) + 'X';
        case Period::Kind::Year:
            break;
    }
    return year_text(period.year);
}

std::optional<PlainSpan> third_of_period(const Period& period, int third) {
    switch (period.kind) {
        case Period::Kind::Month: {
            const int last = third == 2 ? days_in_month(period.year, period.month) : 10 * (third + 1);
            return PlainSpan{day_text(period.year, period.month, 10 * third + 1),
                             day_text(period.year, period.month, last)};
        }
        case Period::Kind::Part: {
            const PartOfYear part = part_of_year(period.month);
            const int months = part.months / 3;
            const int first = part.first_month + third * months;
            const auto month = [&](int number) { return month_of_day(days_from_civil({period.year, number, 1})); };
            return PlainSpan{month(first), months == 1 ? std::string{} : month(first + months - 1)};
        }
        case Period::Kind::Year:
            return PlainSpan{month_text(period.year, 37 + third), {}};
        case Period::Kind::Decade: {
            constexpr std::array<std::pair<int, int>, 3> thirds{{{0, 2}, {3, 6}, {7, 9}}};
            const auto [first, last] = thirds[static_cast<std::size_t>(third)];
            return PlainSpan{year_text(period.year + first), year_text(period.year + last)};
        }
        case Period::Kind::Day:
            break;
    }
    return std::nullopt;
}

}  // namespace events
