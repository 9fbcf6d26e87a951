#include "app/panels/timeline_bins.h"

#include "app/panels/timeline_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double narrowest_bar_pt = 12.0;
constexpr double monday = 4.0;  // 5 January 1970; weeks are counted from it

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
    bin.chosen_by_kind.assign(kinds, 0.0F);
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

/// Where one bin's share ends and the next one's begins: in the middle of the gap between them. Of a view, what lies
/// beside it belongs to no bin; of all days there is nothing beside them.
std::vector<double> shares_of(const std::vector<TimelineBin>& bins, bool all) {
    std::vector<double> edges{all ? -infinity : bins.front().from};
    for (std::size_t i = 1; i < bins.size(); ++i) {
        edges.push_back((bins[i - 1].to + bins[i].from) / 2.0);
    }
    edges.push_back(all ? infinity : bins.back().to);
    return edges;
}

std::vector<bool> hidden_in(const AppState& state, std::size_t kinds) {
    std::vector<bool> hidden(kinds, false);
    for (const events::KindId kind : state.hidden_kinds) {
        hidden[static_cast<std::size_t>(kind)] = true;
    }
    return hidden;
}

/// Fills a list of each bin, and leaves out what is hidden.
void fill(std::vector<TimelineBin>& bins, std::vector<float> TimelineBin::*list, const EventDensity& density,
          const std::vector<double>& edges, const std::vector<bool>& hidden) {
    const std::vector<float> shares = density.shares(edges);
    for (std::size_t i = 0; i < bins.size() && !shares.empty(); ++i) {
        for (std::size_t kind = 0; kind < hidden.size(); ++kind) {
            (bins[i].*list)[kind] = hidden[kind] ? 0.0F : shares[i * hidden.size() + kind];
        }
    }
}

float add_totals(std::vector<TimelineBin>& bins) {
    float highest = 0.0F;
    for (TimelineBin& bin : bins) {
        for (const float share : bin.by_kind) {
            bin.total += share;
        }
        highest = std::max(highest, bin.total);
    }
    return highest;
}

std::vector<TimelineBin> bins_on(const TimeAxis& axis, bool all, const EventDensity& density,
                                 const EventDensity* chosen, const std::vector<bool>& hidden) {
    std::vector<TimelineBin> bins = empty_bins(axis, hidden.size());
    const std::vector<double> edges = shares_of(bins, all);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        bins[i].share = {edges[i], edges[i + 1]};
    }
    fill(bins, &TimelineBin::by_kind, density, edges, hidden);
    if (chosen != nullptr) {
        fill(bins, &TimelineBin::chosen_by_kind, *chosen, edges, hidden);
    }
    return bins;
}

void list_lasting(TimelineBins& found, const AppState& state, const World& world, const TimelineIndex& shown,
                  const std::vector<bool>& hidden) {
    for (const events::EventIndex index : shown.lasting) {
        const events::EdtfDate& date = *world.events->date_of(index);
        const bool seen = !state.timeline_view ||
                          (date.strict.start < found.axis.last_day() && date.strict.end > found.axis.first_day());
        if (seen && !hidden[static_cast<std::size_t>(world.events->kind_of(index))]) {
            found.lasting.push_back(index);
        }
    }
}

void list_years(TimelineBins& found, const TimelineIndex& shown, const std::vector<bool>& hidden) {
    for (const TimelineIndex::YearCount& year : shown.year_only) {
        const bool seen = events::days_from_civil({year.year, 1, 1}) < found.axis.last_day() &&
                          events::days_from_civil({year.year + 1, 1, 1}) > found.axis.first_day();
        if (!seen || hidden[static_cast<std::size_t>(year.kind)]) {
            continue;
        }
        if (found.year_only.empty() || found.year_only.back().first != year.year) {
            found.year_only.emplace_back(year.year, 0);
        }
        found.year_only.back().second += year.count;
    }
}

/// A status at any time: the histogram does not change with the day.
bool passes_whole_filter(const AppState& state, const World& world, events::EventIndex event) {
    return (!state.filtered || state.filtered->passes(*world.events, event)) &&
           (state.filter.statuses.empty() || has_status(state.filter, (*world.events)[event].status));
}

}  // namespace

EventDensity density_of_chosen(const AppState& state, const World& world) {
    std::vector<events::EventIndex> touching;
    for (const std::string& code : state.selection.countries) {
        const auto more = world.events->of_country(code);
        touching.insert(touching.end(), more.begin(), more.end());
    }
    if (state.selection.countries.size() > 1) {
        std::sort(touching.begin(), touching.end());
        touching.erase(std::unique(touching.begin(), touching.end()), touching.end());
    }
    if (!is_empty(state.filter)) {
        std::erase_if(touching, [&](events::EventIndex event) { return !passes_whole_filter(state, world, event); });
    }
    return {*world.events, touching};
}

std::optional<TimelineIndex> filtered_timeline(const AppState& state, const World& world) {
    if (is_empty(state.filter)) {
        return std::nullopt;
    }
    return timeline_index(*world.events,
                          [&](events::EventIndex event) { return passes_whole_filter(state, world, event); });
}

TimelineBins timeline_bins(const AppState& state, const World& world, const render::RectPt& panel,
                           const EventDensity& chosen, const TimelineIndex& index) {
    const std::vector<bool> hidden = hidden_in(state, world.events->kinds().all().size());
    const EventDensity* of_chosen = state.selection.countries.empty() ? nullptr : &chosen;
    TimelineBins found;
    found.axis = axis_in_view(state, world, panel);
    found.bins = bins_on(found.axis, !state.timeline_view, index.density, of_chosen, hidden);
    found.has_chosen = of_chosen != nullptr;
    found.highest = add_totals(found.bins);
    if (state.timeline_view) {
        found.whole = whole_axis(state, world, panel);
        found.overview = bins_on(*found.whole, true, index.density, nullptr, hidden);
        found.overview_highest = add_totals(found.overview);
    }
    const std::vector<std::size_t>& counted = index.density.counted();
    for (std::size_t kind = 0; kind < counted.size(); ++kind) {
        found.counted += hidden[kind] ? 0 : counted[kind];
    }
    list_lasting(found, state, world, index, hidden);
    list_years(found, index, hidden);
    return found;
}

TimelineBins timeline_bins(const AppState& state, const World& world, const render::RectPt& panel) {
    const auto filtered = filtered_timeline(state, world);
    return timeline_bins(state, world, panel, density_of_chosen(state, world), filtered ? *filtered : *world.timeline);
}

}  // namespace app
