#include "app/state/event_density.h"

#include "app/state/app_state.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t most_exact = 4096;
constexpr std::size_t even_days = 16384;
constexpr std::size_t dense_days = 65536;
constexpr double no_area = 1e-6;  // days; less is a moment

/// How a kind's density changes within one cell of the table: seen from the cell's end.
struct CellChange {
    double sum = 0.0;    ///< beside what the density before the cell makes of it
    double slope = 0.0;  ///< of the sum: the density
    double curve = 0.0;  ///< of the density
};

/// Days between which sums are kept: evenly spread ones, and every so many-th start. Starts come in their order or
/// nearly so; sorting all of them would take longer than everything else.
std::vector<double> table_days(const std::vector<double>& starts, double first, double last) {
    std::vector<double> days;
    const std::size_t every = std::max<std::size_t>(1, starts.size() / dense_days);
    for (std::size_t i = 0; i < starts.size(); i += every) {
        days.push_back(starts[i]);
    }
    for (std::size_t i = 0; i <= even_days; ++i) {
        days.push_back(first + (last - first) * static_cast<double>(i) / static_cast<double>(even_days));
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// The table while it is made: each event changes the density at its four corners, whatever lies between them.
class Cells {
public:
    Cells(const std::vector<double>& days, std::size_t kinds)
        : days_{days}, kinds_{kinds}, changes_(days.size() * kinds) {}

    void add(const EventWeight& weight, std::size_t kind) {
        const double area = weight.area();
        if (area < no_area) {
            at(weight.from, kind).sum += 1.0;
            return;
        }
        ramp(weight.rise, weight.from, 1.0 / area, kind);
        ramp(weight.to, weight.fall, -1.0 / area, kind);
    }

    /// Sums before each day.
    [[nodiscard]] std::vector<double> sums() const {
        std::vector<double> sums(changes_.size(), 0.0);
        for (std::size_t kind = 0; kind < kinds_; ++kind) {
            CellChange now;
            for (std::size_t i = 1; i < days_.size(); ++i) {
                const double width = days_[i] - days_[i - 1];
                const CellChange& change = changes_[(i - 1) * kinds_ + kind];
                const double sum = now.sum + (now.slope + now.curve * width / 2.0) * width + change.sum;
                now = {std::max(sum, now.sum), now.slope + now.curve * width + change.slope, now.curve + change.curve};
                sums[i * kinds_ + kind] = now.sum;
            }
        }
        return sums;
    }

private:
    /// The density changes by `by` from one day to another, evenly.
    void ramp(double from, double to, double by, std::size_t kind) {
        if (to - from < no_area) {
            double left = 0.0;
            CellChange& change = at(from, kind, &left);
            change.sum += by * left;
            change.slope += by;
            return;
        }
        for (const auto& [day, curve] : {std::pair{from, by / (to - from)}, {to, -by / (to - from)}}) {
            double left = 0.0;
            CellChange& change = at(day, kind, &left);
            change.sum += curve * left * left / 2.0;
            change.slope += curve * left;
            change.curve += curve;
        }
    }
    /// Of the cell in which a day lies, and how much of it is left behind that day. Events come mostly in order, so
    /// that the search begins where the last one ended.
    CellChange& at(double day, std::size_t kind, double* left = nullptr) {
        if (day < days_[last_] || day >= days_[last_ + 1]) {
            const auto after = std::upper_bound(days_.begin() + 1, days_.end() - 1, day);
            last_ = static_cast<std::size_t>(after - days_.begin()) - 1;
        }
        if (left != nullptr) {
            *left = days_[last_ + 1] - day;
        }
        return changes_[last_ * kinds_ + kind];
    }

    const std::vector<double>& days_;
    std::size_t kinds_;
    std::vector<CellChange> changes_;  // of the cell behind each day
    std::size_t last_ = 0;
};

}  // namespace

double EventWeight::area_before(double day) const {
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

std::optional<EventWeight> weight_of(const events::EdtfDate& date) {
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
    const double to = std::max(strict.end, strict.start);
    return EventWeight{rise, strict.start, to, std::max(fall, to)};
}

EventDensity::EventDensity(const events::EventStore& store, std::span<const events::EventIndex> events)
    : counted_(store.kinds().all().size(), 0) {
    std::vector<Weighed> weighed;
    weighed.reserve(events.size());
    for (const events::EventIndex index : events) {
        const events::EdtfDate* date = store.date_of(index);
        const auto weight = date != nullptr && !is_year_only(*date) ? weight_of(*date) : std::nullopt;
        if (weight) {
            const auto kind = static_cast<std::size_t>(store.kind_of(index));
            weighed.push_back({*weight, kind});
            ++counted_[kind];
        }
    }
    if (weighed.size() <= most_exact) {
        few_ = std::move(weighed);
    } else {
        make_table(weighed);
    }
}

void EventDensity::make_table(const std::vector<Weighed>& events) {
    double first = events.front().weight.rise;
    double last = events.front().weight.fall;
    std::vector<double> starts;
    starts.reserve(events.size());
    for (const Weighed& event : events) {
        first = std::min(first, event.weight.rise);
        last = std::max(last, event.weight.fall);
        starts.push_back(event.weight.from);
    }
    days_ = table_days(starts, first, last + 1.0);
    Cells cells{days_, counted_.size()};
    for (const Weighed& event : events) {
        cells.add(event.weight, event.kind);
    }
    before_ = cells.sums();
}

void EventDensity::sums_before(double day, std::span<double> sums) const {
    const auto after = std::upper_bound(days_.begin(), days_.end(), day);
    if (after == days_.begin()) {
        std::fill(sums.begin(), sums.end(), 0.0);
        return;
    }
    const auto cell = std::min(static_cast<std::size_t>(after - days_.begin()) - 1, days_.size() - 2);
    const double part = std::min((day - days_[cell]) / (days_[cell + 1] - days_[cell]), 1.0);
    for (std::size_t kind = 0; kind < sums.size(); ++kind) {
        const double before = before_[cell * sums.size() + kind];
        sums[kind] = before + part * (before_[(cell + 1) * sums.size() + kind] - before);
    }
}

std::vector<float> EventDensity::exact_shares(std::span<const double> edges) const {
    const std::size_t kinds = counted_.size();
    std::vector<float> shares((edges.size() - 1) * kinds, 0.0F);
    for (const Weighed& event : few_) {
        const double area = event.weight.area();
        const auto part_before = [&](double day) {
            return area > 0.0 ? event.weight.area_before(day) / area : day > event.weight.from ? 1.0 : 0.0;
        };
        const auto after = std::upper_bound(edges.begin(), edges.end() - 1, event.weight.rise);
        auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - edges.begin(), 1)) - 1;
        double before = part_before(edges[i]);
        for (; i + 1 < edges.size() && before < 1.0; ++i) {
            const double up_to = part_before(edges[i + 1]);
            shares[i * kinds + event.kind] += static_cast<float>(up_to - before);
            before = up_to;
        }
    }
    return shares;
}

std::vector<float> EventDensity::shares(std::span<const double> edges) const {
    if (edges.size() < 2 || counted_.empty()) {
        return {};
    }
    if (days_.empty()) {
        return exact_shares(edges);
    }
    const std::size_t kinds = counted_.size();
    std::vector<float> shares((edges.size() - 1) * kinds);
    std::vector<double> before(kinds);
    std::vector<double> up_to(kinds);
    sums_before(edges.front(), before);
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        sums_before(edges[i + 1], up_to);
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            shares[i * kinds + kind] = static_cast<float>(std::max(0.0, up_to[kind] - before[kind]));
        }
        before.swap(up_to);
    }
    return shares;
}

}  // namespace app
