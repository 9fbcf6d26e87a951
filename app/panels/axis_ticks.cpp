#include "app/panels/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace app {

namespace {

using Rank = AxisTick::Rank;
using render::text::Face;
using render::text::TextStyle;

constexpr float label_indent_pt = 5.0F;  // from the tick to its label
constexpr float label_gap_pt = 8.0F;     // behind a label
constexpr double days_of_year = 365.2425;

enum class Unit : std::uint8_t { Hour, Day, Month, Year };

/// The distance between ticks: so many units.
struct Step {
    Unit unit = Unit::Day;
    int count = 1;
    double shortest_days = 1.0;     ///< between two neighbours
    std::string_view widest_label;  ///< or a wider one, where months alone would read better
};

constexpr std::array<Step, 24> steps{{
    {Unit::Hour, 1, 1.0 / 24.0, "00:00"},
    {Unit::Hour, 3, 3.0 / 24.0, "00:00"},
    {Unit::Hour, 6, 6.0 / 24.0, "00:00"},
    {Unit::Hour, 12, 12.0 / 24.0, "00:00"},
    {Unit::Day, 1, 1.0, "Mar"},
    {Unit::Day, 5, 4.0, "16 March"},
    {Unit::Day, 10, 8.0, "16 March"},
    {Unit::Day, 15, 13.0, "16 March"},
    {Unit::Month, 1, 28.0, "2000"},
    {Unit::Month, 2, 59.0, "2000"},
    {Unit::Month, 3, 90.0, "2000"},
    {Unit::Month, 6, 181.0, "2000"},
    {Unit::Year, 1, days_of_year, "2000 BC"},
    {Unit::Year, 2, 2.0 * days_of_year, "2000 BC"},
    {Unit::Year, 5, 5.0 * days_of_year, "2000 BC"},
    {Unit::Year, 10, 10.0 * days_of_year, "2000 BC"},
    {Unit::Year, 20, 20.0 * days_of_year, "2000 BC"},
    {Unit::Year, 50, 50.0 * days_of_year, "2000 BC"},
    {Unit::Year, 100, 100.0 * days_of_year, "2000 BC"},
    {Unit::Year, 200, 200.0 * days_of_year, "2000 BC"},
    {Unit::Year, 500, 500.0 * days_of_year, "2000 BC"},
    {Unit::Year, 1000, 1000.0 * days_of_year, "2000 BC"},
    {Unit::Year, 2000, 2000.0 * days_of_year, "2000 BC"},
    {Unit::Year, 5000, 5000.0 * days_of_year, "2000 BC"},
}};

std::string month_words(int month) {
    return std::string{events::month_name(month, false)};
}

/// A tick before it is known whether its label fits: what it says, and what it says when it has to name its year.
struct Draft {
    AxisTick tick;
    std::string full_label;
    bool first = false;  ///< of its stretch
};

Draft hour_tick(double day) {
    const int hour = static_cast<int>(std::lround((day - std::floor(day)) * 24.0));
    const events::CivilDate date = events::civil_from_days(std::floor(day));
    const std::string day_words = std::to_string(date.day) + ' ' + month_words(date.month);
    AxisTick tick;
    tick.day = day;
    tick.rank = hour == 0 ? Rank::Major : Rank::Minor;
    tick.label = hour == 0 ? day_words : (hour < 10 ? "0" : "") + std::to_string(hour) + ":00";
    return {tick, hour == 0 ? day_words + ' ' + events::words_from_year(date.year) : tick.label, false};
}

Draft day_tick(const events::CivilDate& date) {
    AxisTick tick;
    tick.day = events::days_from_civil(date);
    tick.rank = date.day == 1 && date.month == 1 ? Rank::Major : Rank::Minor;
    tick.label = tick.rank == Rank::Major ? events::words_from_year(date.year)
                 : date.day == 1          ? month_words(date.month)
                                          : std::to_string(date.day);
    const std::string prefix = date.day == 1 ? "" : std::to_string(date.day) + ' ';
    return {tick,
            tick.rank == Rank::Major ? tick.label
                                     : prefix + month_words(date.month) + ' ' + events::words_from_year(date.year),
            false};
}

Draft year_tick(int year) {
    AxisTick tick;
    tick.day = events::days_from_civil({year, 1, 1});
    tick.rank = Rank::Year;
    tick.label = events::words_from_year(year);
    return {tick, tick.label, false};
}

int floor_to(int value, int multiple) {
    const int rest = value % multiple;
    return value - (rest < 0 ? rest + multiple : rest);
}

std::vector<Draft> hour_ticks(const AxisStretch& stretch, int hours) {
    std::vector<Draft> found;
    const double step = hours / 24.0;
    const auto last = static_cast<std::int64_t>(std::floor(stretch.to / step));
    for (auto i = static_cast<std::int64_t>(std::ceil(stretch.from / step)); i <= last; ++i) {
        found.push_back(hour_tick(static_cast<double>(i) * step));
    }
    return found;
}

/// Every so many days counted from the first of each month, the last of which is not close to the next first.
std::vector<Draft> day_ticks(const AxisStretch& stretch, int step) {
    std::vector<Draft> found;
    const events::CivilDate first = events::civil_from_days(stretch.from);
    for (events::CivilDate month{first.year, first.month, 1}; events::days_from_civil(month) <= stretch.to;
         month = events::civil_from_days(events::days_from_civil({month.year, month.month + 1, 1}))) {
        const double next = events::days_from_civil({month.year, month.month + 1, 1});
        const int length = static_cast<int>(std::lround(next - events::days_from_civil(month)));
        for (int day = 1; day <= length && 5 * (length + 1 - day) >= 4 * step; day += step) {
            found.push_back(day_tick({month.year, month.month, day}));
        }
    }
    return found;
}

std::vector<Draft> month_ticks(const AxisStretch& stretch, int step) {
    std::vector<Draft> found;
    const events::CivilDate first = events::civil_from_days(stretch.from);
    const int from = floor_to(first.year * 12 + first.month - 1, step);
    for (int month = from;; month += step) {
        const int year = floor_to(month, 12) / 12;
        Draft draft = day_tick({year, month - year * 12 + 1, 1});
        if (draft.tick.day > stretch.to) {
            return found;
        }
        found.push_back(std::move(draft));
    }
}

/// Round years of our era and before it: 1 BC is the year 0, so that 500 BC is -499.
std::vector<Draft> year_ticks(const AxisStretch& stretch, int step) {
    std::vector<Draft> found;
    const int last = events::civil_from_days(stretch.to).year;
    for (int round = floor_to(events::civil_from_days(stretch.from).year - 1, step); round <= last; round += step) {
        found.push_back(year_tick(round < 0 && step > 1 ? round + 1 : round));
    }
    return found;
}

std::vector<Draft> ticks_of(const AxisStretch& stretch, const Step& step) {
    std::vector<Draft> drafts;
    switch (step.unit) {
        case Unit::Hour:
            drafts = hour_ticks(stretch, step.count);
            break;
        case Unit::Day:
            drafts = day_ticks(stretch, step.count);
            break;
        case Unit::Month:
            drafts = month_ticks(stretch, step.count);
            break;
        case Unit::Year:
            drafts = year_ticks(stretch, step.count);
            break;
    }
    std::erase_if(drafts,
                  [&](const Draft& draft) { return draft.tick.day < stretch.from || draft.tick.day > stretch.to; });
    return drafts;
}

Step step_for(double pt_per_day, const TextWidth& text_width) {
    for (const Step& step : steps) {
        const float room = text_width(step.widest_label, tick_style(Rank::Major)) + label_indent_pt + label_gap_pt;
        if (step.shortest_days * pt_per_day >= static_cast<double>(room)) {
            return step;
        }
    }
    return steps.back();
}

/// Where labels stand already, in points.
struct Taken {
    std::vector<std::pair<float, float>> spans;

    [[nodiscard]] bool is_free(float from, float to) const {
        return std::none_of(spans.begin(), spans.end(), [&](const std::pair<float, float>& span) {
            return from < span.second + label_gap_pt && span.first < to + label_gap_pt;
        });
    }
};

/// Gives the tick this label if nothing stands there yet.
bool place_label(AxisTick& tick, const std::string& label, Taken& taken, float limit, const TextWidth& text_width) {
    const float from = tick.x + label_indent_pt;
    const float width = text_width(label, tick_style(tick.rank));
    if (from + width > limit || !taken.is_free(from, from + width)) {
        return false;
    }
    tick.label = label;
    tick.label_x = from;
    tick.label_width = width;
    taken.spans.emplace_back(from, from + width);
    return true;
}

Taken taken_by(const std::vector<AxisStub>& stubs, const TextWidth& text_width) {
    Taken taken;
    for (const AxisStub& stub : stubs) {
        const float width = stub.label.empty() ? 0.0F : text_width(stub.label, tick_style(Rank::Minor));
        taken.spans.emplace_back(stub.x - width / 2.0F, stub.x + width / 2.0F);
    }
    return taken;
}

}  // namespace

TextStyle tick_style(Rank rank) {
    switch (rank) {
        case Rank::Major:
            return {Face::SemiBold, 12.0F};
        case Rank::Year:
            return {Face::Medium, 12.0F};
        case Rank::Minor:
            break;
    }
    return {Face::Regular, 12.0F};
}

std::vector<AxisTick> TimeAxis::ticks(const TextWidth& text_width) const {
    std::vector<Draft> drafts;
    const Step step = step_for(pt_per_day_, text_width);
    for (const AxisStretch& stretch : stretches_) {
        if (stretch.kind == AxisStretch::Kind::Linear) {
            const std::vector<Draft> more = ticks_of(stretch, step);
            drafts.insert(drafts.end(), more.begin(), more.end());
            if (!more.empty()) {
                drafts[drafts.size() - more.size()].first = true;
            }
        }
    }
    Taken taken = taken_by(stubs(text_width), text_width);
    const float limit = right_ + margin_pt;
    const auto place = [&](Draft& draft) {
        const std::string short_label = std::exchange(draft.tick.label, {});
        draft.tick.x = x_from_day(draft.tick.day);
        if (!draft.first || !place_label(draft.tick, draft.full_label, taken, limit, text_width)) {
            place_label(draft.tick, short_label, taken, limit, text_width);
        }
    };
    // The years' labels go before the first ticks', and these before all others.
    const auto pass_of = [](const Draft& draft) { return draft.tick.rank == Rank::Major ? 0 : draft.first ? 1 : 2; };
    for (const int pass : {0, 1, 2}) {
        for (Draft& draft : drafts) {
            if (pass_of(draft) == pass) {
                place(draft);
            }
        }
    }
    std::vector<AxisTick> found;
    found.reserve(drafts.size());
    for (Draft& draft : drafts) {
        found.push_back(std::move(draft.tick));
    }
    return found;
}

}  // namespace app
