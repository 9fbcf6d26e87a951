// Direct labels: names of the links that matter most, the chosen or hovered one, else the selection's, what is going on
// first.
#include "app/scene/label_sources.h"
#include "app/scene/labels.h"
#include "app/scene/pack_links.h"
#include "app/scene/palette.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace app {

namespace {

using render::ScreenPt;
using render::text::Face;

constexpr std::size_t direct_labels = 5;
constexpr double strong_rank = 1e6;

constexpr std::uint16_t along_slot = 200;

/// Beside a link, from its middle outwards.
std::vector<LabelSpot> spots_along(const LabelCandidate& label, const render::Path& path) {
    std::vector<LabelSpot> spots;
    std::uint16_t slot = along_slot;
    for (const float gap : {14.0F, 30.0F}) {
        for (const float u : {0.5F, 0.35F, 0.65F, 0.25F, 0.75F}) {
            const ScreenPt p = render::at(path, path.length() * u).at;
            for (LabelSpot spot : spots_around(label, gap, slot)) {
                spot.at = {p.x - label.anchor.x + spot.at.x, p.y - label.anchor.y + spot.at.y};
                spots.push_back(spot);
            }
            slot = static_cast<std::uint16_t>(slot + slots_of_ring);
        }
    }
    return spots;
}

/// Adds the place that the label has, if it is one of these.
void keep(std::vector<LabelSpot>& to, const std::vector<LabelSpot>& spots, HadSlot had) {
    std::copy_if(spots.begin(), spots.end(), std::back_inserter(to),
                 [&](const LabelSpot& spot) { return had == spot.slot; });
}

/// With the head of a visit while it is under way, at a hub, beside the link otherwise. As a visit sets off or arrives,
/// its label stays where it is.
void add_spots(const LinkLayout& link, std::optional<ScreenPt> head, HadSlot had, LabelCandidate& label) {
    const bool has_path = !link.paths.empty();
    const bool had_along = had && *had >= along_slot;
    constexpr std::array<float, 3> ring_gaps{14.0F, 30.0F, 48.0F};
    if (head) {
        label.anchor = *head;
        label.over_links = true;  // the head is what the eye follows
        label.spots = spots_in_rings(label, ring_gaps);
        if (had_along && has_path) {
            keep(label.spots, spots_along(label, link.paths.front()), had);
        }
    } else if (link.hub) {
        label.anchor = *link.hub;
        label.spots = spots_in_rings(label, {18.0F, 34.0F, 48.0F});
    } else if (has_path) {
        const render::Path& path = link.paths.front();
        label.anchor = render::at(path, path.length() / 2.0F).at;
        label.spots = spots_along(label, path);
        if (had && !had_along) {
            const ScreenPt end = path.points.back();
            keep(label.spots, spots_in_rings(label, ring_gaps, {end.x - label.anchor.x, end.y - label.anchor.y}), had);
        }
    }
}

void add_link(const LabelScene& scene, const LinkLayout& link, int order, bool strong, LabelCandidates& out) {
    const events::Event& event = (*scene.world.events)[link.event];
    const render::Theme& theme = scene.theme();
    LabelCandidate label;
    label.id = label_id("link", event.id);
    label.lines.push_back({std::string{short_title(event.title)},
                           {Face::SemiBold, 13.0F, 0.0F},
                           text_hue(theme, color_of(scene.world.events->kinds()[event.kind], theme))});
    if (!event.date_words.empty()) {
        label.lines.push_back({std::string{event.date_words}, {Face::Regular, 12.0F, 0.0F}, theme.text_2});
    }
    label.priority = 640 + order + (strong ? 300 : 0);
    label.over_links = strong;
    constexpr float gap_pt = 4.0F;
    stack_lines(label, scene.measure, gap_pt);
    add_spots(link, head_of(link, phase_of(event, scene.state.time)), scene.memory.slot_of(label.id), label);
    if (!label.spots.empty()) {
        out.push_back(std::move(label));
    }
}

double rank_of(const LabelScene& scene, const LinkLayout& link, Emphasis emphasis) {
    const events::Event& event = (*scene.world.events)[link.event];
    const Phase phase = phase_of(event, scene.state.time, stays(event, scene.state.time, scene.world));
    double rank = emphasis == Emphasis::Strong ? strong_rank : 0.0;
    rank += link.motion == events::Motion::Travel ? 60.0 : link.motion == events::Motion::Seal ? 30.0 : 0.0;
    constexpr double shown_already = 25.0;  // so that two of about the same rank do not take turns
    rank += scene.memory.slot_of(label_id("link", event.id)) ? shown_already : 0.0;
    rank += phase.lasting ? 35.0 : phase.over ? 40.0 * static_cast<double>(phase.presence) : 80.0;
    return rank + event.importance * 5.0;
}

}  // namespace

std::string_view short_title(std::string_view title) {
    constexpr std::size_t long_bytes = 36;
    constexpr std::size_t least_bytes = 12;
    const std::size_t comma = title.find(", ");
    return title.size() > long_bytes && comma >= least_bytes ? title.substr(0, comma) : title;
}

void add_link_labels(const LabelScene& scene, LabelCandidates& out) {
    std::vector<std::pair<double, const LinkLayout*>> ranked;
    std::set<events::EventIndex> seen;
    const bool has_numbers = has_pair(scene.state) && scene.state.panels_shown;
    for (const LinkLayout& link : scene.links.links) {
        const Emphasis emphasis = emphasis_of(scene.state, scene.world, link.event);
        const bool named =
            has_numbers ? emphasis == Emphasis::Strong : emphasis != Emphasis::Dimmed && emphasis != Emphasis::Aside;
        if (named && (*scene.world.events)[link.event].date && seen.insert(link.event).second) {
            ranked.emplace_back(rank_of(scene, link, emphasis), &link);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < ranked.size() && i < direct_labels; ++i) {
        add_link(scene, *ranked[i].second, static_cast<int>(direct_labels - i), ranked[i].first >= strong_rank, out);
    }
}

}  // namespace app
