// The time of a day: what stands behind the T of an EDTF date.
#include "events/edtf_parts.h"

#include <cmath>

namespace events {
namespace {

/// Takes a zone from the end of the time. False where there is one that cannot be.
bool take_zone(std::string_view& time, double& offset_minutes) {
    if (!time.empty() && time.back() == 'Z') {
        time.remove_suffix(1);
        return true;
    }
    const std::size_t at = time.find_first_of("+-");
    if (at == std::string_view::npos) {
        return true;
    }
    const std::string_view zone = time.substr(at + 1);
    const bool full = zone.size() == 5 && zone[2] == ':' && all_digits(zone.substr(3));
    if ((zone.size() != 2 && !full) || !all_digits(zone.substr(0, 2))) {
        return false;
    }
    const int minutes = full ? number_from_digits(zone.substr(3)) : 0;
    const int offset = number_from_digits(zone.substr(0, 2)) * 60 + minutes;
    const bool west = time[at] == '-';
    // From Baker Island to the Line Islands; ISO 8601 knows no "-00:00".
    if (minutes > 59 || offset > (west ? 12 : 14) * 60 || (west && offset == 0)) {
        return false;
    }
    offset_minutes = west ? -offset : offset;
    time = time.substr(0, at);
    return true;
}

/// "10:30", "10:30:59", "10:30:59.25"
struct Clock {
    int minutes = 0;
    int seconds = 0;
    bool to_the_second = false;
};

std::optional<Clock> clock_from_text(std::string_view time) {
    const bool seconds_given = time.size() >= 8 && time[5] == ':';
    const bool fraction_given = seconds_given && time.size() > 9 && time[8] == '.';
    const bool well_formed = time.size() >= 5 && time[2] == ':' && all_digits(time.substr(0, 2)) &&
                             all_digits(time.substr(3, 2)) &&
                             (time.size() == 5 || (seconds_given && all_digits(time.substr(6, 2)))) &&
                             (time.size() <= 8 || (fraction_given && all_digits(time.substr(9))));
    if (!well_formed) {
        return std::nullopt;
    }
    const int hour = number_from_digits(time.substr(0, 2));
    const int minute = number_from_digits(time.substr(3, 2));
    const int second = seconds_given ? number_from_digits(time.substr(6, 2)) : 0;
    const bool midnight = hour == 24 && minute == 0 && second == 0;  // the end of the day
    if ((hour > 23 && !midnight) || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return Clock{hour * 60 + minute, second, seconds_given};
}

}  // namespace

bool take_edtf_time(std::string_view time, EdtfEnd& end, std::string& why) {
    if (end.precision != DatePrecision::Day) {
        why = "a time needs a full date before it: 2025-05-20T10:30:00Z";
        return false;
    }
    if (!end.is_sure()) {
        why = "a time cannot be approximate or uncertain; leave the time out";
        return false;
    }
    double offset_minutes = 0.0;
    if (!take_zone(time, offset_minutes)) {
        why = "a time's zone is Z or like +05:30";
        return false;
    }
    const std::optional<Clock> clock = clock_from_text(time);
    if (!clock) {
        why = "a time is written 10:30:00Z";
        return false;
    }
    const double minutes = clock->minutes - offset_minutes;
    end.span.start += minutes / 1440.0 + clock->seconds / 86400.0;
    end.span.end = end.span.start + (clock->to_the_second ? 1.0 / 86400.0 : 1.0 / 1440.0);
    // Words speak of the day and time in UTC, which may be the day before or after.
    const double whole_minutes = days_from_civil({end.year, end.month, end.day}) * 1440.0 + minutes;
    const double day = std::floor(whole_minutes / 1440.0);
    const CivilDate civil = civil_from_days(day);
    end.year = civil.year;
    end.month = civil.month;
    end.day = civil.day;
    end.minute_of_day = static_cast<int>(whole_minutes - day * 1440.0);
    end.precision = DatePrecision::Time;
    return true;
}

}  // namespace events
