// The proleptic Gregorian calendar of edtf.h. The conversions are Howard Hinnant's "chrono-compatible low-level date
// algorithms": exact integer arithmetic over eras of 400 years that begin on 1 March.
#include "events/edtf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace events {
namespace {

constexpr std::array<std::string_view, 12> short_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 12> long_months{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};

// Far beyond any year that a date can have, and small enough for every conversion below.
constexpr double far_away_days = 100'000.0 * 366.0;

}  // namespace

double days_from_civil(CivilDate date) {
    // Months outside 1..12 roll over into the years.
    const int month0 = date.month - 1;
    const int extra_years = (month0 >= 0 ? month0 : month0 - 11) / 12;
    const int month = month0 - extra_years * 12 + 1;
    const int year = date.year + extra_years - (month <= 2 ? 1 : 0);
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return static_cast<double>(era) * 146097.0 + day_of_era - 719468.0 + (date.day - 1);
}

CivilDate civil_from_days(double days) {
    const double clamped = std::isnan(days) ? 0.0 : std::clamp(std::floor(days), -far_away_days, far_away_days);
    const int shifted = static_cast<int>(clamped) + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(int year, int month) {
    return static_cast<int>(days_from_civil({year, month + 1, 1}) - days_from_civil({year, month, 1}));
}

double add_months(double days, int months) {
    if (!std::isfinite(days)) {
        return days;
    }
    const CivilDate date = civil_from_days(days);
    const int month = date.month + months;
    return days_from_civil({date.year, month, std::min(date.day, days_in_month(date.year, month))}) +
           (days - std::floor(days));
}

std::string iso_from_days(double days) {
    if (!std::isfinite(days)) {
        return "..";
    }
    const CivilDate date = civil_from_days(days);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%s%04d-%02d-%02d", date.year < 0 ? "-" : "", std::abs(date.year),
                  date.month, date.day);
    return text.data();
}

std::string words_from_days(double days) {
    if (!std::isfinite(days)) {
        return "no date";
    }
    const CivilDate date = civil_from_days(days);
    std::string text = std::to_string(date.day);
    text += ' ';
    text += month_name(date.month, true);
    text += ' ';
    text += words_from_year(date.year);
    return text;
}

std::string words_from_year(int year) {
    if (year <= 0) {
        return std::to_string(1 - year) + " BC";
    }
    // "May 12" is a day, and "the 60s" are not so long ago.
    return (year < 100 ? "AD " : "") + std::to_string(year);
}

std::string_view weekday_from_days(double days) {
    if (!std::isfinite(days)) {
        return "";
    }
    const double remainder = std::fmod(std::floor(days), 7.0);
    return weekdays[static_cast<std::size_t>(remainder < 0.0 ? remainder + 7.0 : remainder)];
}

std::string_view month_name(int month, bool long_name) {
    const auto index = static_cast<std::size_t>(std::clamp(month, 1, 12) - 1);
    return long_name ? long_months[index] : short_months[index];
}

}  // namespace events
