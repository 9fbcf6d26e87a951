#include "events/plain_date.h"

#include "events/edtf_parts.h"
#include "events/plain_period.h"
#include "events/plain_words.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace events {
namespace {

using Meaning = PlainWord::Meaning;

constexpr std::string_view how_to_write =
    "write a date as 12 May 2025, May 2025, mid May 2025, Q2 2025, next month or +3 days";
constexpr std::string_view years = "years run from 0001 to 9999";

/// A number of "12.5.2025".
struct Figure {
    int value = 0;
    std::size_t digits = 0;
};

/// Two or three numbers with the same one of . / - between them; nothing for any other text.
std::vector<Figure> figures_from(std::string_view text) {
    std::vector<Figure> figures(1);
    char sign = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        Figure& figure = figures.back();
        if (c >= '0' && c <= '9' && figure.digits < 4) {
            figure = {figure.value * 10 + (c - '0'), figure.digits + 1};
        } else if (figure.digits > 0 && (c == '.' || c == '/' || c == '-') && (sign == '\0' || sign == c)) {
            sign = c;
            figures.emplace_back();
        } else if (c != ' ' || (figure.digits > 0 && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9')) {
            return {};
        }
    }
    if (figures.back().digits == 0 && sign == '.') {
        figures.pop_back();  // "12.5."
    }
    const bool whole = std::all_of(figures.begin(), figures.end(), [](const Figure& f) { return f.digits > 0; });
    return whole && (figures.size() == 2 || figures.size() == 3) ? figures : std::vector<Figure>{};
}

/// Understands a list of words; the members are what it may count from and where its reason goes.
class Sentence {
public:
    Sentence(const DayBase& base, std::string& why) : base_{base}, why_{why} {}

    std::optional<PlainSpan> date_of_figures(std::vector<Figure> f) {
        if (f[0].digits >= 3) {
            return PlainSpan{
                f.size() == 2 ? month_text(f[0].value, f[1].value) : day_text(f[0].value, f[1].value, f[2].value), {}};
        }
        if (f.size() == 2 && f[1].digits >= 3) {
            return PlainSpan{month_text(f[1].value, f[0].value), {}};
        }
        if (f.size() == 3 && f[2].digits < 3) {
            return refuse("write the year with four digits: 12.5.2025");
        }
        if (f[1].value > 12 && f[0].value <= 12) {
            std::swap(f[0], f[1]);
        }
        const auto year = f.size() == 3 ? std::optional{f[2].value} : year_shown();
        return year ? std::optional{PlainSpan{day_text(*year, f[1].value, f[0].value), {}}} : std::nullopt;
    }

    std::optional<PlainSpan> date_of_words(std::span<const PlainWord> words) {
        if (words.empty()) {
            return refuse(how_to_write);
        }
        const Meaning first = words.front().meaning;
        if (first == Meaning::Day && words.size() == 1) {
            return known(base_.today) ? on_day(base_.today + words.front().value) : std::nullopt;
        }
        if (const auto amount = amount_of(words)) {
            return known(base_.day) ? moved(*amount) : std::nullopt;
        }
        if (const auto days = day_or_week(words)) {
            return known(base_.day) ? days : std::nullopt;
        }
        const bool third = first == Meaning::Third;
        const std::optional<Period> period = period_of(third ? words.subspan(1) : words);
        if (!period) {
            return std::nullopt;
        }
        if (!third) {
            return PlainSpan{text_from_period(*period), {}};
        }
        const auto part = third_of_period(*period, words.front().value);
        return part ? part : refuse("early, mid and late go with a month, a season, a quarter, a year or a decade");
    }

private:
    struct Amount {
        PlainUnit unit = PlainUnit::Day;
        int count = 0;
    };

    std::nullopt_t refuse(std::string_view why) {
        why_ = why;
        return std::nullopt;
    }

    bool refuse_piece(std::string_view why) {
        why_ = why;
        return false;
    }

    bool known(double day) {
        return std::isfinite(day) ||
               refuse_piece("there is no day to count from; write a date as 12 May 2025, May 2025 or Q2 2025");
    }

    std::optional<int> year_shown() {
        if (!std::isfinite(base_.day)) {
            return refuse("the year is missing");
        }
        return civil_from_days(base_.day).year;
    }

    std::optional<PlainSpan> on_day(double day) {
        const int year = civil_from_days(day).year;
        return year >= 1 && year <= 9999 ? std::optional{PlainSpan{iso_from_days(day), {}}} : refuse(years);
    }

    /// "+3 days", "3 days ago", "3 days"
    static std::optional<Amount> amount_of(std::span<const PlainWord> words) {
        int sign = 1;
        if (words.front().meaning == Meaning::Plus || words.front().meaning == Meaning::Minus) {
            sign = words.front().meaning == Meaning::Plus ? 1 : -1;
            words = words.subspan(1);
        } else if (words.back().meaning == Meaning::Ago || words.back().meaning == Meaning::Later) {
            sign = words.back().meaning == Meaning::Later ? 1 : -1;
            words = words.first(words.size() - 1);
        }
        if (words.size() != 2 || words[0].meaning != Meaning::Number || words[1].meaning != Meaning::Unit) {
            return std::nullopt;
        }
        return Amount{static_cast<PlainUnit>(words[1].value), sign * words[0].value};
    }

    std::optional<PlainSpan> moved(Amount by) {
        switch (by.unit) {
            case PlainUnit::Day:
                return on_day(base_.day + by.count);
            case PlainUnit::Week:
                return on_day(base_.day + 7.0 * by.count);
            case PlainUnit::Month:
                return on_day(add_months(base_.day, by.count));
            case PlainUnit::Quarter:
                return on_day(add_months(base_.day, 3 * by.count));
            case PlainUnit::Year:
                break;
        }
        return on_day(add_months(base_.day, 12 * by.count));
    }

    static bool is_step_of_unit(std::span<const PlainWord> words) {
        return words.size() == 2 && words[0].meaning == Meaning::Step && words[1].meaning == Meaning::Unit;
    }

    /// "next day", "this week"
    std::optional<PlainSpan> day_or_week(std::span<const PlainWord> words) {
        if (!is_step_of_unit(words)) {
            return std::nullopt;
        }
        const double day = std::floor(base_.day);
        if (static_cast<PlainUnit>(words[1].value) == PlainUnit::Day) {
            return on_day(day + words[0].value);
        }
        if (static_cast<PlainUnit>(words[1].value) != PlainUnit::Week) {
            return std::nullopt;
        }
        const double from_monday = std::fmod(std::fmod(day + 3.0, 7.0) + 7.0, 7.0);  // day 0 was a Thursday
        const double monday = day - from_monday + 7.0 * words[0].value;
        return PlainSpan{iso_from_days(monday), iso_from_days(monday + 6.0)};
    }

    /// "next month", "last quarter", "this year": all of it.
    std::optional<Period> whole_unit(PlainUnit unit, int step) {
        if (!known(base_.day)) {
            return std::nullopt;
        }
        const CivilDate date = civil_from_days(base_.day);
        const int months = unit == PlainUnit::Month ? step : unit == PlainUnit::Quarter ? 3 * step : 12 * step;
        const CivilDate there = civil_from_days(days_from_civil({date.year, date.month + months, 1}));
        if (there.year < 1 || there.year > 9999) {
            return refuse(years);
        }
        return unit == PlainUnit::Month     ? Period{Period::Kind::Month, there.year, there.month}
               : unit == PlainUnit::Quarter ? Period{Period::Kind::Part, there.year, 33 + (there.month - 1) / 3}
                                            : Period{Period::Kind::Year, there.year};
    }

    /// What has been read of a period so far; each of them once.
    struct Pieces {
        std::optional<int> day, month, part, year, decade;
    };

    bool put(std::optional<int>& piece, int value) {
        if (piece) {
            return refuse_piece(how_to_write);
        }
        piece = value;
        return true;
    }

    /// Takes the word at `i`, and those that belong to it.
    bool take(Pieces& pieces, std::span<const PlainWord> words, std::size_t& i) {
        const PlainWord& word = words[i];
        const auto is = [&](std::size_t at, Meaning meaning) {
            return at < words.size() && words[at].meaning == meaning;
        };
        switch (word.meaning) {
            case Meaning::Month:
                return put(pieces.month, word.value);
            case Meaning::Season:
                return put(pieces.part, word.value);
            case Meaning::Quarter:
                return put(pieces.part, 32 + word.value);
            case Meaning::Half:
                return word.value > 0 ? put(pieces.part, 39 + word.value) : refuse_piece(how_to_write);
            case Meaning::Decade:
                return put(pieces.decade, word.value);
            case Meaning::AnnoDomini:
                return true;
            case Meaning::Ordinal:
                if (is(i + 1, Meaning::Unit) && words[i + 1].value == static_cast<int>(PlainUnit::Quarter)) {
                    ++i;
                    return put(pieces.part, 32 + word.value);
                }
                if (is(i + 1, Meaning::Half) && words[i + 1].value == 0 && word.value <= 2) {
                    ++i;
                    return put(pieces.part, 39 + word.value);
                }
                return put(pieces.day, word.value);
            case Meaning::Number: {
                const bool year =
                    word.digits >= 3 || is(i + 1, Meaning::AnnoDomini) || (i > 0 && is(i - 1, Meaning::AnnoDomini));
                if (!year && pieces.day) {
                    return refuse_piece("write the year with four digits: 12 May 2025");
                }
                return put(year ? pieces.year : pieces.day, word.value);
            }
            default:
                return refuse_piece(how_to_write);
        }
    }

    std::optional<Period> period_of(std::span<const PlainWord> words) {
        if (is_step_of_unit(words) && static_cast<PlainUnit>(words[1].value) >= PlainUnit::Month) {
            return whole_unit(static_cast<PlainUnit>(words[1].value), words[0].value);
        }
        Pieces pieces;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!take(pieces, words, i)) {
                return std::nullopt;
            }
        }
        return period_from(pieces);
    }

    std::optional<Period> period_from(const Pieces& p) {
        if (p.day && !p.month) {
            return refuse("a day needs its month: 12 May 2025");
        }
        if ((p.part && p.month) || (p.decade && (p.part || p.month || p.year)) ||
            (!p.part && !p.month && !p.year && !p.decade)) {
            return refuse(how_to_write);
        }
        if (p.decade) {
            return *p.decade <= 9990 ? std::optional{Period{Period::Kind::Decade, *p.decade}} : refuse(years);
        }
        const std::optional<int> year = p.year ? p.year : year_shown();
        if (!year) {
            return std::nullopt;
        }
        if (*year > 9999) {
            return refuse(years);
        }
        const Period::Kind kind = p.part    ? Period::Kind::Part
                                  : p.day   ? Period::Kind::Day
                                  : p.month ? Period::Kind::Month
                                            : Period::Kind::Year;
        return Period{kind, *year, p.part ? *p.part : p.month.value_or(0), p.day.value_or(0)};
    }

    const DayBase& base_;
    std::string& why_;
};

/// Whether a text is one date of EDTF to which a qualifier can be added.
bool is_bare_edtf(std::string_view text) {
    std::string why;
    const auto end = edtf_end_from_text(text, why);
    return end && end->is_sure() && end->precision != DatePrecision::Time;
}

std::optional<PlainSpan> found_in(std::string_view text, const DayBase& base, LeadingDoubt& doubt, std::string& why) {
    if (is_bare_edtf(text)) {
        return PlainSpan{std::string{text}, {}};
    }
    if (auto figures = figures_from(text); !figures.empty()) {
        return Sentence{base, why}.date_of_figures(std::move(figures));
    }
    std::optional<std::vector<PlainWord>> words = plain_words(text, why);
    if (!words) {
        return std::nullopt;
    }
    const auto take_all = [&](Meaning meaning) {
        return std::erase_if(*words, [&](const PlainWord& word) { return word.meaning == meaning; }) > 0;
    };
    if (take_all(Meaning::BeforeChrist)) {
        why = years;
        return std::nullopt;
    }
    take_all(Meaning::Filler);
    doubt.approximate = take_all(Meaning::About) || doubt.approximate;
    doubt.uncertain = take_all(Meaning::Perhaps) || doubt.uncertain;
    return Sentence{base, why}.date_of_words(*words);
}

}  // namespace

std::optional<EdtfDate> plain_date(std::string_view words, const DayBase& base, std::string* why) {
    std::string reason;
    LeadingDoubt doubt = leading_doubt(words);
    std::optional<EdtfDate> date;
    if (const auto found = found_in(doubt.rest, base, doubt, reason)) {
        const std::string mark = doubt.approximate ? doubt.uncertain ? "%" : "~" : doubt.uncertain ? "?" : "";
        date = edtf_from_text(
            found->last.empty() ? found->first + mark : '[' + found->first + mark + ".." + found->last + mark + ']',
            &reason);
    }
    if (!date && why != nullptr) {
        *why = std::move(reason);
    }
    return date;
}

}  // namespace events
