#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace app {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double narrowest_bar_pt = 12.0;
constexpr double monday = 4.0;  // 5 January 1970; weeks are counted from it
constexpr double lasting_days = 20.0;

/// Hours, days, weeks and their doubles.
double bin_days(double pt_per_day) {
    for (const double days : {1.0 / 24.0, 1.0 / 8.0, 0.25, 0.5, 1.0, 2.0}) {
        if (days * pt_per_day >= narrowest_bar_pt) {
            return days;
        }
    }
    double days = 7.0;
    while (days * pt_per_day < narrowest_bar_pt) {
        days *= 2.0;
    }
    return days;
}

void add_bin(std::vector<TimelineBin>& bins, const TimeAxis& axis, double from, double to, std::size_t kinds) {
    TimelineBin bin;
    bin.from = from;
    bin.to = to;
    bin.left = axis.x_from_day(from);
    bin.right = axis.x_from_day(to);
    bin.by_kind.assign(kinds, 0.0F);
    bins.push_back(std::move(bin));
}

/// Bins of a linear stretch: whole steps, but for the first and the last, which are half a step to one and a half.
void add_bins(std::vector<TimelineBin>& bins, const TimeAxis& axis, const AxisStretch& stretch, std::size_t kinds) {
    const double step = bin_days(axis.pt_per_day());
    const auto first = static_cast<std::int64_t>(std::ceil((stretch.from + step / 2.0 - monday) / step));
    const auto last = static_cast<std::int64_t>(std::floor((stretch.to - step / 2.0 - monday) / step));
    double from = stretch.from;
    for (std::int64_t i = first; i <= last; ++i) {
        const double edge = monday + static_cast<double>(i) * step;
        add_bin(bins, axis, from, edge, kinds);
        from = edge;
    }
    add_bin(bins, axis, from, stretch.to, kinds);
}

std::vector<TimelineBin> empty_bins(const TimeAxis& axis, std::size_t kinds) {
    std::vector<TimelineBin> bins;
    for (const AxisStretch& stretch : axis.stretches()) {
        switch (stretch.kind) {
            case AxisStretch::Kind::Linear:
                add_bins(bins, axis, stretch, kinds);
                break;
            case AxisStretch::Kind::Stub:
                add_bin(bins, axis, stretch.from, stretch.to, kinds);
                break;
            case AxisStretch::Kind::Gap:
                break;
        }
    }
    return bins;
}

/// An event's weight over time: nothing at `rise`, full from `from` to `to`, nothing at `fall`.
struct Trapezoid {
    double rise, from, to, fall;

    [[nodiscard]] double area() const { return (from - rise) / 2.0 + (to - from) + (fall - to) / 2.0; }
    [[nodiscard]] double area_before(double day) const {
        if (day <= rise) {
            return 0.0;
        }
        if (day < from) {
            return (day - rise) * (day - rise) / (2.0 * (from - rise));
        }
        if (day <= to) {
            return (from - rise) / 2.0 + (day - from);
        }
        return day < fall ? area() - (fall - day) * (fall - day) / (2.0 * (fall - to)) : area();
    }
};

/// Nothing for an event that has neither a start nor an end.
std::optional<Trapezoid> weight_of(const events::EdtfDate& date) {
    events::DaySpan strict = date.strict;
    if (!std::isfinite(strict.start) && !std::isfinite(strict.end)) {
        return std::nullopt;
    }
    if (!std::isfinite(strict.end)) {
        strict.end = strict.start + 1.0;
    } else if (!std::isfinite(strict.start)) {
        strict.start = strict.end - 1.0;
    }
    const double rise = std::isfinite(date.fuzzy.start) ? std::min(date.fuzzy.start, strict.start) : strict.start;
    const double fall = std::isfinite(date.fuzzy.end) ? std::max(date.fuzzy.end, strict.end) : strict.end;
    return Trapezoid{rise, strict.start, std::max(strict.end, strict.start), fall};
}

/// Where one bin's share ends and the next one's begins: in the middle of the gap between them.
std::vector<double> shares_of(const std::vector<TimelineBin>& bins) {
    std::vector<double> edges{-infinity};
    for (std::size_t i = 1; i < bins.size(); ++i) {
        edges.push_back((bins[i - 1].to + bins[i].from) / 2.0);
    }
    edges.push_back(infinity);
    return edges;
}

void spread(const Trapezoid& weight, std::size_t kind, const std::vector<double>& shares,
            std::vector<TimelineBin>& bins) {
    const double area = weight.area();
    const auto after = std::upper_bound(shares.begin() + 1, shares.end() - 1, weight.rise);
    double before = 0.0;
    for (auto i = static_cast<std::size_t>(after - shares.begin()) - 1; i < bins.size(); ++i) {
        const double up_to = area > 0.0 ? weight.area_before(shares[i + 1]) / area : 1.0;
        bins[i].by_kind[kind] += static_cast<float>(up_to - before);
        before = up_to;
        if (shares[i + 1] >= weight.fall) {
            return;
        }
    }
}

void add_totals(TimelineBins& found) {
    for (TimelineBin& bin : found.bins) {
        for (const float share : bin.by_kind) {
            bin.total += share;
        }
        found.highest = std::max(found.highest, bin.total);
    }
}

}  // namespace

bool lasts(const events::Event& event) {
    if (!event.date || !event.date->interval) {
        return false;
    }
    const events::DaySpan span = event.date->strict;
    return !(span.end - span.start <= lasting_days);
}

TimelineBins timeline_bins(const AppState& state, const World& world, const render::RectPt& panel) {
    const events::EventStore& store = *world.events;
    TimelineBins found;
    found.axis = axis_of_panel(axis_stretches(store, state.time.skip_quiet), panel);
    found.bins = empty_bins(found.axis, store.kinds().all().size());
    const std::vector<double> shares = shares_of(found.bins);
    std::vector<bool> hidden(store.kinds().all().size(), false);
    for (const events::KindId kind : state.hidden_kinds) {
        hidden[static_cast<std::size_t>(kind)] = true;
    }
    std::map<int, int> years;
    for (std::size_t i = 0; i < store.size(); ++i) {
        const events::Event& event = store.all()[i];
        const auto kind = static_cast<std::size_t>(event.kind);
        const bool left_out = state.filtered && !state.filtered->passes(store, static_cast<events::EventIndex>(i));
        if (!event.date || hidden[kind] || left_out || !has_status(state.filter, event.status)) {
            continue;
        }
        if (!stands_on_axis(event)) {
            if (event.date->precision == events::DatePrecision::Year && std::isfinite(event.date->strict.start)) {
                ++years[events::civil_from_days(event.date->strict.start).year];
            }
            continue;
        }
        if (const auto weight = weight_of(*event.date)) {
            spread(*weight, kind, shares, found.bins);
            ++found.counted;
        }
        if (lasts(event)) {
            found.lasting.push_back(static_cast<events::EventIndex>(i));
        }
    }
    found.year_only.assign(years.begin(), years.end());
    add_totals(found);
    return found;
}

}  // namespace app
