#include "app/state/axis_stretches.h"

#include "app/state/app_state.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using Kind = AxisStretch::Kind;

constexpr double lasts_long_days = 400.0;  // longer: the end is an occasion of its own
constexpr double shortest_gap_days = 45.0;
constexpr double gap_share = 1.0 / 3.0;
constexpr std::size_t most_gaps = 12;
constexpr std::size_t fewest_of_a_linear_stretch = 4;

/// From a start to the end that belongs to it: what is kept together.
struct Occasion {
    double from = 0.0;
    double to = 0.0;
    std::size_t events = 1;  ///< 0 for the end of something long
};

/// A run of occasions between two collapsed gaps.
struct Cluster {
    double from = 0.0;
    double to = 0.0;
    std::size_t events = 0;
};

/// In order of time. The store is sorted by start, so that only the others have to be sorted.
std::vector<Occasion> occasions_of(const events::EventStore& store) {
    std::vector<Occasion> starts;
    std::vector<Occasion> ends;
    starts.reserve(store.size());
    for (std::size_t i = 0; i < store.size(); ++i) {
        const events::EdtfDate* date = store.date_of(static_cast<events::EventIndex>(i));
        if (date == nullptr || is_year_only(*date)) {
            continue;
        }
        const events::DaySpan span = date->strict;
        const bool begins = std::isfinite(span.start);
        const bool is_long = !(span.end - span.start <= lasts_long_days);
        if (begins) {
            starts.push_back({span.start, is_long ? span.start : span.end});
        }
        if (is_long && std::isfinite(span.end)) {
            ends.push_back({span.end, span.end, begins ? 0U : 1U});
        }
    }
    const auto earlier = [](const Occasion& a, const Occasion& b) { return a.from < b.from; };
    std::sort(ends.begin(), ends.end(), earlier);
    std::vector<Occasion> found(starts.size() + ends.size());
    std::merge(starts.begin(), starts.end(), ends.begin(), ends.end(), found.begin(), earlier);
    return found;
}

/// Positions i such that the quiet between occasions i - 1 and i is to be collapsed, in order.
std::vector<std::size_t> quiet_before(const std::vector<Occasion>& occasions) {
    struct Gap {
        std::size_t before;
        double days;   ///< between starts
        double quiet;  ///< after the ends of what started
    };
    std::vector<Gap> gaps;
    double latest_end = occasions.front().to;
    for (std::size_t i = 1; i < occasions.size(); ++i) {
        const Gap gap{i, occasions[i].from - occasions[i - 1].from, occasions[i].from - latest_end};
        if (gap.quiet > shortest_gap_days && gap.quiet > gap.days / 2.0) {
            gaps.push_back(gap);
        }
        latest_end = std::max(latest_end, occasions[i].to);
    }
    const std::size_t kept = std::min(gaps.size(), most_gaps);
    std::partial_sort(
        gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(kept), gaps.end(),
        [](const Gap& a, const Gap& b) { return a.days != b.days ? a.days > b.days : a.before < b.before; });
    std::vector<std::size_t> chosen;
    double rest = occasions.back().from - occasions.front().from;
    for (std::size_t i = 0; i < kept && gaps[i].days > rest * gap_share; ++i) {
        chosen.push_back(gaps[i].before);
        rest -= gaps[i].days;
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<Cluster> clusters_of(const std::vector<Occasion>& occasions, const std::vector<std::size_t>& cuts) {
    std::vector<Cluster> clusters;
    std::size_t next_cut = 0;
    for (std::size_t i = 0; i < occasions.size(); ++i) {
        const bool cut = next_cut < cuts.size() && cuts[next_cut] == i;
        next_cut += cut ? 1U : 0U;
        if (i == 0 || cut) {
            clusters.push_back({occasions[i].from, occasions[i].to, 0});
        }
        clusters.back().to = std::max(clusters.back().to, occasions[i].to);
        clusters.back().events += occasions[i].events;
    }
    return clusters;
}

/// A cluster grown by a little air: behind it 8 %, for what is to come; never more than a quarter of the quiet around.
AxisStretch stretch_of(const std::vector<Cluster>& clusters, std::size_t i, std::size_t fewest) {
    const Cluster& cluster = clusters[i];
    AxisStretch stretch{cluster.events < fewest ? Kind::Stub : Kind::Linear, cluster.from, cluster.to, cluster.events};
    const double length = cluster.to - cluster.from;
    const bool linear = stretch.kind == Kind::Linear;
    double before = linear && i == 0 ? std::max(0.02 * length, 0.5) : 0.0;
    double after = linear ? std::max(0.08 * length, 1.0) : std::max(1.0 - length, 0.0);
    if (i > 0) {
        before = std::min(before, (cluster.from - clusters[i - 1].to) / 4.0);
    }
    if (i + 1 < clusters.size()) {
        after = std::min(after, (clusters[i + 1].from - cluster.to) / 4.0);
    }
    stretch.from -= before;
    stretch.to += after;
    return stretch;
}

std::vector<AxisStretch> one_stretch(const events::DaySpan& extent, std::size_t events) {
    const double pad = std::max(0.02 * (extent.end - extent.start), 0.5);
    return {{Kind::Linear, extent.start - pad, extent.end + pad, events}};
}

/// A little beyond the ends is shown at scale; more is one more gap.
void cover(std::vector<AxisStretch>& stretches, const events::DaySpan& extent) {
    AxisStretch& first = stretches.front();
    const bool near_start = first.kind == Kind::Linear && first.from - extent.start < 0.15 * (first.to - first.from);
    if (extent.start < first.from && near_start) {
        first.from = extent.start;
    } else if (extent.start < first.from) {
        stretches.insert(stretches.begin(), AxisStretch{Kind::Gap, extent.start, first.from, 0});
    }
    AxisStretch& last = stretches.back();
    const bool near_end = last.kind == Kind::Linear && extent.end - last.to < 0.15 * (last.to - last.from);
    if (extent.end > last.to && near_end) {
        last.to = extent.end;
    } else if (extent.end > last.to) {
        stretches.push_back({Kind::Gap, last.to, extent.end, 0});
    }
}

}  // namespace

bool stands_on_axis(const events::Event& event) {
    return event.date && !is_year_only(event);
}

std::vector<AxisStretch> axis_stretches(const events::EventStore& store, bool skip_quiet) {
    const std::vector<Occasion> occasions = occasions_of(store);
    events::DaySpan extent = store.extent();
    if (!(extent.end > extent.start)) {
        extent.end = extent.start + 1.0;
    }
    if (!skip_quiet || occasions.empty()) {
        return one_stretch(extent, occasions.size());
    }
    const std::vector<Cluster> clusters = clusters_of(occasions, quiet_before(occasions));
    std::size_t densest = 0;
    for (const Cluster& cluster : clusters) {
        densest = std::max(densest, cluster.events);
    }
    if (clusters.size() == 1 || densest < fewest_of_a_linear_stretch) {
        return one_stretch(extent, occasions.size());
    }
    const std::size_t fewest = std::max(fewest_of_a_linear_stretch, densest / 20);
    std::vector<AxisStretch> stretches;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const AxisStretch next = stretch_of(clusters, i, fewest);
        if (!stretches.empty()) {
            const double from = stretches.back().to;
            stretches.push_back({Kind::Gap, from, next.from, 0});
        }
        stretches.push_back(next);
    }
    cover(stretches, extent);
    return stretches;
}

events::DaySpan dense_stretch(const std::vector<AxisStretch>& stretches) {
    const AxisStretch* best = nullptr;
    for (const AxisStretch& stretch : stretches) {
        if (stretch.kind == Kind::Linear && (best == nullptr || stretch.events > best->events)) {
            best = &stretch;
        }
    }
    return best != nullptr ? events::DaySpan{best->from, best->to}
                           : events::DaySpan{stretches.front().from, stretches.back().to};
}

}  // namespace app
