// One date of EDTF, character by character. The syntax is that of ISO 8601-2:2019 as the Library of Congress publishes
// it (loc.gov/standards/datetime); what of level 2 is not read is recognised, so that its refusal can say so.
#include "events/edtf_parts.h"

#include <algorithm>

namespace events {
namespace {

constexpr std::string_view years = "years run from 0001 to 9999, in four digits";
constexpr std::string_view four_digits = "a date begins with a year of four digits: 2025, 2025-05 or 2025-05-20";
constexpr std::string_view two_digits = "write month and day with two digits each: 2025-05 or 2025-05-20";
constexpr std::string_view masks =
    "an X stands for the last one or two digits of a year, for a month or for a day: 201X, 20XX, 2016-XX, 2016-05-XX";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_qualifier(char c) {
    return c == '?' || c == '~' || c == '%';
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
        const std::size_t t = std::min(text_.find('T'), text_.size());
        if (!may_be_date() || !take_date(text_.substr(0, t))) {
            return std::nullopt;
        }
        set_span();
        if (t < text_.size() && !take_edtf_time(text_.substr(t + 1), end_, why_)) {
            return std::nullopt;
        }
        return end_;
    }

private:
    bool refuse(std::string_view why) {
        why_ = why;
        return false;
    }

    /// Looks for what is never a date, to say so in its own words.
    bool may_be_date() {
        if (text_.empty()) {
            return refuse("the date is empty");
        }
        if (text_.find_first_of("[]{}") != std::string_view::npos) {
            return refuse("a set of dates stands by itself and not beside other dates");
        }
        if (text_.find_first_of(" \t\n\r") != std::string_view::npos) {
            return refuse("a date has no spaces in it; write 2025-05-20 or 2025-05-20T10:30:00Z");
        }
        const bool negative = text_.size() > 1 && text_[0] == '-' && is_digit(text_[1]);
        return !negative && text_.front() != 'Y' ? true : refuse(years);
    }

    /// Cuts it at the hyphens.
    bool take_date(std::string_view date) {
        std::array<std::string_view, 3> fields;
        for (bool more = true; more;) {
            if (end_.components == fields.size()) {
                return refuse(two_digits);
            }
            const std::size_t dash = std::min(date.find('-'), date.size());
            more = dash < date.size();
            fields[end_.components++] = date.substr(0, dash);
            date.remove_prefix(more ? dash + 1 : dash);
        }
        for (std::size_t i = 0; i < end_.components; ++i) {
            if (!take_doubts(fields[i], i)) {
                return false;
            }
        }
        return take_year(fields[0]) && (end_.components < 2 || take_month_and_day(fields[1], fields[2]));
    }

    /// A qualifier before a component is of that alone; one behind it is of everything up to there.
    bool take_doubts(std::string_view& field, std::size_t component) {
        if (!field.empty() && is_qualifier(field.front())) {
            add_doubt(field.front(), component);
            field.remove_prefix(1);
        }
        if (!field.empty() && is_qualifier(field.back())) {
            for (std::size_t i = 0; i <= component; ++i) {
                add_doubt(field.back(), i);
            }
            field.remove_suffix(1);
        }
        return std::none_of(field.begin(), field.end(), is_qualifier)
                   ? true
                   : refuse("one of ? ~ % stands before or behind a year, a month or a day; % means both");
    }

    void add_doubt(char qualifier, std::size_t component) {
        Doubt& doubt = end_.doubts[component];
        doubt.uncertain = doubt.uncertain || qualifier != '~';
        doubt.approximate = doubt.approximate || qualifier != '?';
    }

    bool take_year(std::string_view year) {
        if (year.size() > 4 && all_digits(year.substr(0, 4)) && year[4] == 'S') {
            return refuse("significant digits (S) are not read; write the range: 1950/1959");
        }
        if (year.size() != 4 || year.find_first_not_of("0123456789X") != std::string_view::npos) {
            return refuse(four_digits);
        }
        const std::size_t known = std::min(year.find('X'), year.size());
        const bool in_the_middle = year.find_first_not_of('X', known) != std::string_view::npos;
        if (known < 4 && (known < 2 || end_.components > 1 || in_the_middle)) {
            return refuse(masks);  // 1XXX, 156X-12-25, 2X25
        }
        if (year == "0000") {
            return refuse(years);
        }
        const int unit = known == 4 ? 1 : known == 3 ? 10 : 100;
        end_.year = number_from_digits(year.substr(0, known)) * unit;
        end_.year_unspecified = unit > 1;
        end_.precision = unit == 1 ? DatePrecision::Year : unit == 10 ? DatePrecision::Decade : DatePrecision::Century;
        return true;
    }

    /// `day` is empty where there is no third component.
    bool take_month_and_day(std::string_view month, std::string_view day) {
        const bool has_day = end_.components > 2;
        if (!two_digits_or_x(month) || (has_day && !two_digits_or_x(day))) {
            return refuse(two_digits);
        }
        if (month.find('X') != std::string_view::npos) {
            return take_unspecified_month(month, day);
        }
        const int value = number_from_digits(month);
        if (value >= 21 && value <= 41) {
            end_.month = value;
            end_.precision = part_of_year(value).precision;
            return has_day ? refuse("a season or a quarter has no days; the months go from 01 to 12") : true;
        }
        if (value < 1 || value > 12) {
            return refuse("there is no month " + std::string{month});
        }
        end_.month = value;
        end_.precision = DatePrecision::Month;
        return !has_day || take_day(day);
    }

    bool take_unspecified_month(std::string_view month, std::string_view day) {
        if (!can_be_at_most(month, 12)) {
            return refuse("there is no month " + std::string{month});
        }
        if (!day.empty() && !can_be_at_most(day, 31)) {
            return refuse("there is no day " + std::string{day});
        }
        if (month != "XX" || (!day.empty() && day != "XX")) {
            return refuse(masks);  // 2016-1X, 2016-XX-12
        }
        end_.month_unspecified = true;
        end_.day_unspecified = !day.empty();
        return true;
    }

    bool take_day(std::string_view day) {
        if (!can_be_at_most(day, days_in_month(end_.year, end_.month))) {
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
            return refuse(masks);  // 2016-02-1X
        }
        end_.day = number_from_digits(day);
        end_.precision = DatePrecision::Day;
        return true;
    }

    void set_span() {
        switch (end_.precision) {
            case DatePrecision::Day:
                end_.span.start = days_from_civil({end_.year, end_.month, end_.day});
                end_.span.end = end_.span.start + 1.0;
                break;
            case DatePrecision::Month:
                set_months(end_.month, 1);
                break;
            case DatePrecision::Decade:
                set_months(1, 120);
                break;
            case DatePrecision::Century:
                set_months(1, 1200);
                break;
            case DatePrecision::Year:
                set_months(1, 12);
                break;
            default:
                set_months(part_of_year(end_.month).first_month, part_of_year(end_.month).months);
                break;
        }
    }

    void set_months(int first, int count) {
        // "000X" and "00XX" begin with the year 1.
        end_.span = {days_from_civil({std::max(end_.year, 1), first, 1}),
                     days_from_civil({end_.year, first + count, 1})};
    }

    std::string_view text_;
    std::string& why_;
    EdtfEnd end_;
};

}  // namespace

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int number_from_digits(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

PartOfYear part_of_year(int code) {
    if (code >= 40) {
        return {6 * (code - 40) + 1, 6, DatePrecision::HalfYear};
    }
    if (code >= 37) {
        return {4 * (code - 37) + 1, 4, DatePrecision::FourMonths};
    }
    if (code >= 33) {
        return {3 * (code - 33) + 1, 3, DatePrecision::Quarter};
    }
    // Spring, summer, autumn, winter; those of the south (29 to 32) are half a year apart.
    const int seasons_from_spring = (code - 21) % 4 + (code >= 29 ? 2 : 0);
    return {3 * (seasons_from_spring % 4 + 1), 3, DatePrecision::Season};
}

std::optional<EdtfEnd> edtf_end_from_text(std::string_view text, std::string& why) {
    return EndReader{text, why}.read();
}

}  // namespace events
