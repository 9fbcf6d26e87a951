// One date of EDTF, character by character. The syntax is that of ISO 8601-2:2019 levels 0 and 1, as the Library of
// Congress publishes it (loc.gov/standards/datetime); level 2 is recognised so that its rejection can say so.
#include "events/edtf_parts.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace events {
namespace {

constexpr std::string_view level_2 = "EDTF level 2 is not supported yet";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_qualifier(char c) {
    return c == '?' || c == '~' || c == '%';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

int days_in_month(int year, int month) {
    return static_cast<int>(days_from_civil({year, month + 1, 1}) - days_from_civil({year, month, 1}));
}

/// Can two characters, X standing for any digit, be a number from 1 to `last`?
bool can_be_at_most(std::string_view two, int last) {
    for (int value = 1; value <= last; ++value) {
        const char tens = static_cast<char>('0' + value / 10);
        const char ones = static_cast<char>('0' + value % 10);
        if ((two[0] == 'X' || two[0] == tens) && (two[1] == 'X' || two[1] == ones)) {
            return true;
        }
    }
    return false;
}

bool two_digits_or_x(std::string_view text) {
    return text.size() == 2 && (is_digit(text[0]) || text[0] == 'X') && (is_digit(text[1]) || text[1] == 'X');
}

/// Reads one date; the members are the state of that reading.
class EndReader {
public:
    EndReader(std::string_view text, std::string& why) : text_{text}, why_{why} {}

    std::optional<EdtfEnd> read() {
        if (text_.empty()) {
            return fail("the date is empty");
        }
        if (text_.front() == '[' || text_.front() == '{') {
            return fail(level_2);
        }
        if (text_.find_first_of(" \t\n\r") != std::string_view::npos) {
            return fail("a date has no spaces in it; write 2025-05-20 or 2025-05-20T10:30:00Z");
        }
        std::string_view date = text_;
        std::string_view time;
        if (const std::size_t t = text_.find('T'); t != std::string_view::npos) {
            date = text_.substr(0, t);
            time = text_.substr(t + 1);
        }
        if (!take_qualifier(date) || !take_year(date) || !take_month_and_day(date)) {
            return std::nullopt;
        }
        set_span();
        if (time.data() != nullptr && !take_time(time)) {
            return std::nullopt;
        }
        return end_;
    }

private:
    std::nullopt_t fail(std::string_view why) {
        why_ = why;
        return std::nullopt;
    }
    bool refuse(std::string_view why) {
        why_ = why;
        return false;
    }

    bool take_qualifier(std::string_view& date) {
        if (!date.empty() && is_qualifier(date.back())) {
            end_.uncertain = date.back() != '~';
            end_.approximate = date.back() != '?';
            date.remove_suffix(1);
        }
        if (std::any_of(date.begin(), date.end(), is_qualifier)) {
            return refuse(level_2);
        }
        return true;
    }

    bool take_year(std::string_view& date) {
        const bool prefixed = !date.empty() && date.front() == 'Y';
        date.remove_prefix(prefixed ? 1 : 0);
        const bool negative = !date.empty() && date.front() == '-';
        date.remove_prefix(negative ? 1 : 0);
        const std::size_t dash = std::min(date.find('-'), date.size());
        const std::string_view year = date.substr(0, dash);
        date.remove_prefix(dash);
        if (prefixed) {
            return take_prefixed_year(year, negative, date);
        }
        if (year.find_first_of("SE") != std::string_view::npos && is_digit(year.front())) {
            return refuse(level_2);
        }
        if (year.size() != 4 || year.find_first_not_of("0123456789X") != std::string_view::npos) {
            return refuse("a date begins with a year of four digits: 2025, 2025-05 or 2025-05-20");
        }
        if (negative && year == "0000") {
            return refuse("there is no year -0000; the year before 0001 is 0000");
        }
        return take_year_digits(year, negative, !date.empty());
    }

    bool take_prefixed_year(std::string_view year, bool negative, std::string_view rest) {
        if (year.find_first_of("SE") != std::string_view::npos) {
            return refuse(level_2);
        }
        if (!all_digits(year) || !rest.empty()) {
            return refuse("after Y comes a year of digits alone");
        }
        const std::size_t nonzero = std::min(year.find_first_not_of('0'), year.size());
        if (year.size() - nonzero > 4) {
            return refuse("years beyond 9999 are not supported");
        }
        end_.year = negative ? -number(year.substr(nonzero)) : number(year.substr(nonzero));
        end_.precision = DatePrecision::Year;
        return true;
    }

    bool take_year_digits(std::string_view year, bool negative, bool more_follows) {
        const std::size_t known = std::min(year.find('X'), year.size());
        if (known < 4 && (known < 2 || more_follows || year.find_first_not_of('X', known) != std::string_view::npos)) {
            return refuse(level_2);  // 1XXX, 156X-12-25, 2X25
        }
        const int unit = known == 4 ? 1 : known == 3 ? 10 : 100;
        const int first = number(year.substr(0, known)) * unit;
        end_.year = negative ? -(first + unit - 1) : first;
        end_.year_unspecified = unit > 1;
        end_.precision = unit == 1 ? DatePrecision::Year : unit == 10 ? DatePrecision::Decade : DatePrecision::Century;
        return true;
    }

    bool take_month_and_day(std::string_view rest) {
        if (rest.empty()) {
            return true;
        }
        const std::string_view month = rest.substr(1, 2);
        const std::string_view after = rest.substr(std::min<std::size_t>(3, rest.size()));
        if (!two_digits_or_x(month) || (!after.empty() && (after[0] != '-' || !two_digits_or_x(after.substr(1))))) {
            return refuse("write month and day with two digits each: 2025-05 or 2025-05-20");
        }
        const std::string_view day = after.empty() ? after : after.substr(1);
        if (month.find('X') != std::string_view::npos) {
            return take_unspecified_month(month, day);
        }
        const int value = number(month);
        if (value >= 21 && value <= 41) {
            return take_season(value, day);
        }
        if (value < 1 || value > 12) {
            return refuse("there is no month " + std::string{month});
        }
        end_.month = value;
        end_.precision = DatePrecision::Month;
        return day.empty() || take_day(day);
    }

    bool take_unspecified_month(std::string_view month, std::string_view day) {
        if (!can_be_at_most(month, 12)) {
            return refuse("there is no month " + std::string{month});
        }
        if (!day.empty() && !can_be_at_most(day, 31)) {
            return refuse("there is no day " + std::string{day});
        }
        if (month != "XX" || (!day.empty() && day != "XX")) {
            return refuse(level_2);  // 2016-1X, 2016-XX-12
        }
        end_.month_unspecified = true;
        end_.day_unspecified = !day.empty();
        return true;
    }

    bool take_season(int season, std::string_view day) {
        if (!day.empty()) {
            return refuse("a season has no days; the months go from 01 to 12");
        }
        if (season > 24) {
            return refuse(level_2);  // hemispheres, quarters, quadrimesters, halves
        }
        end_.month = season;
        end_.precision = DatePrecision::Season;
        return true;
    }

    bool take_day(std::string_view day) {
        const int last = days_in_month(end_.year, end_.month);
        if (!can_be_at_most(day, last)) {
            std::string why = "there is no " + (day[0] == '0' ? std::string{day.substr(1)} : std::string{day}) + ' ' +
                              std::string{month_name(end_.month, true)};
            if (end_.month == 2 && day == "29") {
                why += " in " + std::to_string(end_.year);
            }
            return refuse(why);
        }
        if (day == "XX") {
            end_.day_unspecified = true;
            return true;
        }
        if (day.find('X') != std::string_view::npos) {
            return refuse(level_2);  // 2016-02-1X
        }
        end_.day = number(day);
        end_.precision = DatePrecision::Day;
        return true;
    }

    void set_span() {
        const int year = end_.year;
        switch (end_.precision) {
            case DatePrecision::Day:
                end_.span.start = days_from_civil({year, end_.month, end_.day});
                end_.span.end = end_.span.start + 1.0;
                break;
            case DatePrecision::Month:
                set_months(end_.month, 1);
                break;
            // Northern seasons; winter begins in December of its year, as in edtf.js.
            case DatePrecision::Season:
                set_months(3 * (end_.month - 20), 3);
                break;
            case DatePrecision::Decade:
                set_months(1, 120);
                break;
            case DatePrecision::Century:
                set_months(1, 1200);
                break;
            default:
                set_months(1, 12);
                break;
        }
    }

    void set_months(int first, int count) {
        end_.span = {days_from_civil({end_.year, first, 1}), days_from_civil({end_.year, first + count, 1})};
    }

    bool take_time(std::string_view time) {
        if (end_.precision != DatePrecision::Day) {
            return refuse("a time needs a full date before it: 2025-05-20T10:30:00Z");
        }
        if (end_.uncertain || end_.approximate) {
            return refuse("a time cannot be approximate or uncertain; leave the time out");
        }
        double offset_minutes = 0.0;
        if (!take_zone(time, offset_minutes)) {
            return refuse("a time's zone is Z or like +05:30");
        }
        return take_clock(time, offset_minutes);
    }

    static bool take_zone(std::string_view& time, double& offset_minutes) {
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
        const int hours = number(zone.substr(0, 2));
        const int minutes = full ? number(zone.substr(3)) : 0;
        if (hours > 23 || minutes > 59) {
            return false;
        }
        offset_minutes = (time[at] == '-' ? -1.0 : 1.0) * (hours * 60.0 + minutes);
        time = time.substr(0, at);
        return true;
    }

    bool take_clock(std::string_view time, double offset_minutes) {
        const bool seconds_given = time.size() >= 8 && time[5] == ':';
        const bool fraction_given = seconds_given && time.size() > 9 && time[8] == '.';
        const bool well_formed = time.size() >= 5 && time[2] == ':' && all_digits(time.substr(0, 2)) &&
                                 all_digits(time.substr(3, 2)) &&
                                 (time.size() == 5 || (seconds_given && all_digits(time.substr(6, 2)))) &&
                                 (time.size() <= 8 || (fraction_given && all_digits(time.substr(9))));
        const int hour = well_formed ? number(time.substr(0, 2)) : 99;
        const int minute = well_formed ? number(time.substr(3, 2)) : 99;
        const int second = well_formed && seconds_given ? number(time.substr(6, 2)) : 0;
        const bool midnight = hour == 24 && minute == 0 && second == 0;  // the end of the day
        if ((hour > 23 && !midnight) || minute > 59 || second > 59) {
            return refuse("a time is written 10:30:00Z");
        }
        const double minutes = hour * 60.0 + minute - offset_minutes;
        end_.span.start += minutes / 1440.0 + second / 86400.0;
        end_.span.end = end_.span.start + (seconds_given ? 1.0 / 86400.0 : 1.0 / 1440.0);
        // Words speak of the day and time in UTC, which may be the day before or after.
        const double whole_minutes = days_from_civil({end_.year, end_.month, end_.day}) * 1440.0 + minutes;
        const double day = std::floor(whole_minutes / 1440.0);
        const CivilDate civil = civil_from_days(day);
        end_.year = civil.year;
        end_.month = civil.month;
        end_.day = civil.day;
        end_.minute_of_day = static_cast<int>(whole_minutes - day * 1440.0);
        end_.precision = DatePrecision::Time;
        return true;
    }

    std::string_view text_;
    std::string& why_;
    EdtfEnd end_;
};

std::optional<EdtfEnd> interval_end(std::string_view text, std::string& why) {
    if (text.empty() || text == "..") {
        EdtfEnd end;
        end.form = text.empty() ? EdtfEnd::Form::Unknown : EdtfEnd::Form::Open;
        return end;
    }
    std::optional<EdtfEnd> end = edtf_end_from_text(text, why);
    if (end && end->precision == DatePrecision::Season) {
        why = "an interval of seasons is not EDTF; write its months";
        return std::nullopt;
    }
    return end;
}

}  // namespace

std::optional<EdtfEnd> edtf_end_from_text(std::string_view text, std::string& why) {
    return EndReader{text, why}.read();
}

std::optional<EdtfEnds> edtf_ends_from_text(std::string_view text, std::string& why) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        if (text.find("..") != std::string_view::npos && text.front() != '[' && text.front() != '{') {
            why = "an interval is written with a slash: 2025-04/.. or 2025-04-01/2025-04-03";
            return std::nullopt;
        }
        std::optional<EdtfEnd> only = edtf_end_from_text(text, why);
        return only ? std::optional{EdtfEnds{*only, std::nullopt}} : std::nullopt;
    }
    if (text.find('/', slash + 1) != std::string_view::npos) {
        why = "an interval has one slash; dates are written 2025-05-20";
        return std::nullopt;
    }
    std::optional<EdtfEnd> first = interval_end(text.substr(0, slash), why);
    std::optional<EdtfEnd> second = first ? interval_end(text.substr(slash + 1), why) : std::nullopt;
    if (!first || !second) {
        return std::nullopt;
    }
    if (!first->is_date() && !second->is_date()) {
        why = "an interval needs a date at one end at least";
        return std::nullopt;
    }
    return EdtfEnds{*first, second};
}

}  // namespace events
