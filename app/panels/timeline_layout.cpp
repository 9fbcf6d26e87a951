#include "app/panels/timeline_layout.h"

#include "app/panels/panel_places.h"
#include "app/panels/timeline_controls.h"
#include "app/panels/timeline_lanes.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr float controls_pt = 52.0F;
constexpr float above_histogram_pt = 12.0F;
constexpr float axis_pt = 27.0F;
constexpr float lane_pt = 18.0F;
constexpr float tick_baseline_pt = 18.0F;  // below the axis
constexpr float thinnest_segment_pt = 0.6F;
constexpr std::size_t most_events_for_lanes = 2000;
constexpr render::SizePt handle{7.0F, 26.0F};
constexpr float handle_reach_pt = 4.0F;
constexpr float loop_pt = 5.0F;     // below the axis
constexpr float map_top_pt = 3.0F;  // below the panel's upper edge
constexpr float map_pt = 7.0F;
constexpr render::text::TextStyle small_medium{render::text::Face::Medium, 12.0F};

/// "9 Sep 2025": short months, so that every date fits its tab in large type.
std::string tab_date(double day) {
    const events::CivilDate date = events::civil_from_days(day);
    return std::to_string(date.day) + " " + std::string{events::month_name(date.month, false)} + " " +
           events::words_from_year(date.year);
}

float below_lanes(int lanes) {
    return lanes == 0 ? 23.0F : lanes == 1 ? 11.0F : 7.0F;
}

void place_rows(TimelineLayout& layout, const TimelineRows& rows) {
    const render::RectPt& panel = layout.panel;
    layout.controls_top = panel.bottom - controls_pt;
    layout.lanes_bottom = layout.controls_top - below_lanes(rows.lanes);
    layout.lanes_top = layout.lanes_bottom - lane_pt * static_cast<float>(rows.lanes);
    layout.axis_y = layout.lanes_top - axis_pt;
    layout.tick_baseline = layout.axis_y + tick_baseline_pt;
    layout.histogram = {layout.axis_left, std::min(panel.top + above_histogram_pt, layout.axis_y), layout.axis_right,
                        layout.axis_y};
    layout.scrub = {panel.left, panel.top, panel.right, layout.lanes_bottom};
}

WhenShown when_of(const TimelineBin& bin, const events::DaySpan& window) {
    return bin.to <= window.start ? WhenShown::Past : bin.from >= window.end ? WhenShown::Future : WhenShown::Inside;
}

/// Stacks one bar from below: one point above the axis line, its shares one point apart.
class BarStack {
public:
    BarStack(TimelineLayout& layout, const TimelineBin& bin, float pt_per_event, WhenShown when)
        : layout_{layout}, bin_{bin}, pt_per_event_{pt_per_event}, when_{when}, bottom_{layout.axis_y - 1.0F} {}

    void add(const std::vector<float>& by_kind, bool aside) {
        const float inset = std::min(1.0F, (bin_.right - bin_.left) / 6.0F);
        for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
            const float height = by_kind[kind] * pt_per_event_;
            if (height < thinnest_segment_pt) {
                continue;
            }
            const float drawn = std::max(height - 1.0F, std::min(height, 0.8F));
            HistogramSegment segment;
            segment.rect = {bin_.left + inset, bottom_ - height, bin_.right - inset, bottom_ - height + drawn};
            segment.kind = static_cast<events::KindId>(kind);
            segment.when = when_;
            segment.aside = aside;
            segment.days = bin_.share;
            layout_.histogram_segments.push_back(segment);
            bottom_ -= height;
        }
    }

private:
    TimelineLayout& layout_;
    const TimelineBin& bin_;
    float pt_per_event_;
    WhenShown when_;
    float bottom_;
};

/// With a selected country, what touches it stands at the foot of each bar, and the others on top of it.
void place_histogram(TimelineLayout& layout, const TimelineBins& bins, const events::DaySpan& window) {
    if (bins.highest <= 0.0F) {
        return;
    }
    const float pt_per_event = std::max(layout.histogram.height() - 1.0F, 0.0F) / bins.highest;
    for (const TimelineBin& bin : bins.bins) {
        BarStack stack{layout, bin, pt_per_event, when_of(bin, window)};
        if (!bins.has_chosen) {
            stack.add(bin.by_kind, false);
            continue;
        }
        stack.add(bin.chosen_by_kind, false);
        std::vector<float> others = bin.by_kind;
        for (std::size_t kind = 0; kind < others.size(); ++kind) {
            others[kind] = std::max(0.0F, others[kind] - bin.chosen_by_kind[kind]);
        }
        stack.add(others, true);
    }
}

/// The event under the pointer, here or on the map, or the selected one.
std::optional<events::EventIndex> marked_event(const AppState& state) {
    if (state.hover.event) {
        return state.hover.event;
    }
    return state.timeline_hover.event ? state.timeline_hover.event : state.selection.event;
}

void light_up(TimelineLayout& layout, const AppState& state, const World& world) {
    const auto event = marked_event(state);
    const events::EdtfDate* date = event ? world.events->date_of(*event) : nullptr;
    for (HistogramSegment& segment : layout.histogram_segments) {
        const HoveredBar bar{segment.kind, segment.days};
        const bool holds_it = event && date != nullptr && !lasts(*date) && holds(bar, world, *event);
        segment.lit = state.timeline_hover.bar == bar || holds_it;
    }
    for (LaneBar& lane : layout.lanes) {
        lane.lit = lane.event && (lane.event == state.hover.event || lane.event == state.timeline_hover.event);
    }
}

void place_mark(TimelineLayout& layout, const AppState& state, const World& world, const TimeAxis& axis) {
    constexpr float least_pt = 4.0F;
    const auto event = marked_event(state);
    const events::EdtfDate* date = event ? world.events->date_of(*event) : nullptr;
    if (date == nullptr || date->strict.end <= axis.first_day() || date->strict.start >= axis.last_day()) {
        return;
    }
    AxisMark mark{axis.x_from_day(date->strict.start), axis.x_from_day(date->strict.end),
                  world.events->kind_of(*event)};
    const float lacking = std::max(0.0F, least_pt - (mark.right - mark.left));
    mark.left -= lacking / 2.0F;
    mark.right += lacking / 2.0F;
    layout.mark = mark;
}

void place_loop(TimelineLayout& layout, const TimeState& time, const TimeAxis& axis) {
    if (!time.loop_range || time.loop_range->end <= axis.first_day() || time.loop_range->start >= axis.last_day()) {
        return;
    }
    const events::DaySpan range = *time.loop_range;
    layout.loop = LoopBar{
        {axis.x_from_day(range.start), layout.axis_y + 1.0F, axis.x_from_day(range.end), layout.axis_y + loop_pt},
        time.loop,
        range.start >= axis.first_day(),
        range.end <= axis.last_day()};
}

void place_map(TimelineLayout& layout, const AppState& state, const TimelineBins& bins) {
    if (!bins.whole || !state.timeline_view) {
        return;
    }
    constexpr float narrowest_view_pt = 4.0F;
    const float top = layout.panel.top + map_top_pt;
    layout.map.rect = {layout.axis_left, top, layout.axis_right, top + map_pt};
    for (const TimelineBin& bin : bins.overview) {
        const float part = bins.overview_highest > 0.0F ? bin.total / bins.overview_highest : 0.0F;
        if (part > 0.0F) {
            const float height = std::max(1.0F, std::sqrt(part) * (map_pt - 1.0F));
            layout.map.bars.push_back({bin.left, bin.right, layout.map.rect.bottom - height});
        }
    }
    const float left = bins.whole->x_from_day(state.timeline_view->start);
    const float right = std::max(bins.whole->x_from_day(state.timeline_view->end), left + narrowest_view_pt);
    layout.map.view = {left, layout.map.rect.top, right, layout.map.rect.bottom};
}

void place_lanes(TimelineLayout& layout, PackedLanes packed, int rows, const TextWidth& text_width) {
    layout.lanes = std::move(packed.bars);
    layout.lanes_left_out = packed.left_out;
    if (packed.left_out == 0 || rows == 0) {
        return;
    }
    layout.left_out_words = "+" + count_words(static_cast<std::size_t>(packed.left_out));
    layout.left_out_x = layout.axis_right - text_width(layout.left_out_words, small_medium);
    layout.left_out_y = layout.lanes_top + lane_pt * static_cast<float>(rows - 1);
    for (LaneBar& bar : layout.lanes) {
        if (bar.row == rows - 1) {
            bar.label_room = std::clamp(layout.left_out_x - 8.0F - bar.label_x, 0.0F, bar.label_room);
        }
    }
}

void add_handle(TimelineLayout& layout, TimelineHandle::Part part, float x, float y, render::SizePt size) {
    layout.handles.push_back(
        {part, {x - size.width / 2.0F, y - size.height / 2.0F, x + size.width / 2.0F, y + size.height / 2.0F}, x});
}

/// Of the window's edges that are in view; the playhead's own and the middle one where they touch no other.
void place_handles(TimelineLayout& layout, const TimeAxis& axis, const TimeState& time) {
    constexpr float apart_pt = 24.0F;
    constexpr float room_for_middle_pt = 64.0F;
    const events::DaySpan window = window_of(time);
    if (!std::isfinite(window.start)) {
        return;
    }
    using Part = TimelineHandle::Part;
    const float middle = layout.histogram.center().y;
    const bool start_seen = window.start >= axis.first_day() && window.start <= axis.last_day();
    const float width = layout.window.width();
    if (start_seen) {
        add_handle(layout, Part::Start, layout.window.left, middle, handle);
    }
    if (layout.playhead_beside == 0 && width >= apart_pt) {
        add_handle(layout, Part::End, layout.playhead_x, middle, handle);
    }
    if (width >= room_for_middle_pt) {
        const float y = layout.histogram.top + handle.width / 2.0F;
        add_handle(layout, Part::Middle, layout.window.center().x, y, {handle.height, handle.width});
    }
}

void place_window(TimelineLayout& layout, const TimeAxis& axis, const TimeState& time) {
    const events::DaySpan window = window_of(time);
    layout.playhead_x = axis.x_from_day(time.playhead);
    layout.playhead_beside = time.playhead < axis.first_day() ? -1 : time.playhead > axis.last_day() ? 1 : 0;
    layout.window = {axis.x_from_day(window.start), layout.panel.top, axis.x_from_day(window.end), layout.lanes_bottom};
    layout.window_fades = time.mode == WindowMode::Moment;
    place_handles(layout, axis, time);
}

DateTab tab_of(const render::RectPt& panel, float playhead_x, double playhead) {
    return {date_tab_at(playhead_x, panel), tab_date(playhead), std::string{events::weekday_from_days(playhead)}};
}

}  // namespace

TimelineRows timeline_rows(render::SizePt window, std::size_t event_count) {
    if (event_count > most_events_for_lanes) {
        return {184.0F, 0};
    }
    if (window.width <= 1280.0F || window.height <= 720.0F) {
        return {160.0F, 1};
    }
    return window.width >= 2400.0F && window.height >= 1600.0F ? TimelineRows{304.0F, 8} : TimelineRows{232.0F, 4};
}

TimelineLayout timeline_layout(const AppState& state, const World& world, const render::RectPt& panel,
                               const TimelineBins& bins, std::size_t visible, const TextWidth& text_width) {
    const TimelineRows rows = timeline_rows(state.camera.size, world.events->size());
    TimelineLayout layout;
    layout.panel = panel;
    layout.axis_left = bins.axis.left();
    layout.axis_right = bins.axis.right();
    place_rows(layout, rows);
    place_map(layout, state, bins);
    place_histogram(layout, bins, window_of(state.time));
    layout.ticks = bins.axis.ticks(text_width);
    layout.stubs = bins.axis.stubs(text_width);
    layout.zigzags = bins.axis.zigzags();
    place_lanes(layout, packed_lanes(state, world, bins, layout.lanes_top, rows.lanes, text_width), rows.lanes,
                text_width);
    place_window(layout, bins.axis, state.time);
    place_loop(layout, state.time, bins.axis);
    place_mark(layout, state, world, bins.axis);
    light_up(layout, state, world);
    layout.tab = tab_of(panel, layout.playhead_x, state.time.playhead);
    place_controls(layout, state, world, visible, text_width);
    return layout;
}

TimelineLayout timeline_layout(const AppState& state, const World& world, const render::RectPt& panel,
                               const TextWidth& text_width) {
    return timeline_layout(state, world, panel, timeline_bins(state, world, panel), visible_events(state, world).size(),
                           text_width);
}

std::vector<LinePiece> line_past_labels(const TimelineLayout& layout, float x) {
    constexpr float clear_pt = 3.0F;
    std::vector<LinePiece> gaps;
    for (const LaneBar& bar : layout.lanes) {
        if (!bar.label.empty() && x > bar.label_x - clear_pt && x < bar.label_x + bar.label_room + clear_pt) {
            gaps.push_back({bar.rect.top, bar.rect.bottom});
        }
    }
    std::sort(gaps.begin(), gaps.end(), [](const LinePiece& a, const LinePiece& b) { return a.top < b.top; });
    std::vector<LinePiece> pieces;
    float top = layout.panel.top;
    for (const LinePiece& gap : gaps) {
        if (gap.top > top) {
            pieces.push_back({top, gap.top});
        }
        top = std::max(top, gap.bottom);
    }
    if (layout.lanes_bottom > top) {
        pieces.push_back({top, layout.lanes_bottom});
    }
    return pieces;
}

namespace {

/// What lies on the axis itself, beside buttons, handles and lanes.
void hit_axis(TimelineHit& hit, const TimelineLayout& layout, render::ScreenPt at) {
    using What = TimelineHit::What;
    hit.what = layout.scrub.contains(at) ? What::Scrub : What::Panel;
    if (at.y >= layout.axis_y && at.y < layout.lanes_top) {
        const bool on_loop = layout.loop && at.x >= layout.loop->rect.left && at.x < layout.loop->rect.right;
        hit.what = on_loop ? What::Loop : What::Axis;
    }
    const auto over =
        std::find_if(layout.histogram_segments.begin(), layout.histogram_segments.end(),
                     [at](const HistogramSegment& segment) { return segment.rect.grown(1.0F).contains(at); });
    if (hit.what == What::Scrub && over != layout.histogram_segments.end()) {
        hit.bar = HoveredBar{over->kind, over->days};
    }
}

}  // namespace

TimelineHit timeline_hit(const TimelineLayout& layout, const TimelineBins& bins, render::ScreenPt at) {
    using What = TimelineHit::What;
    TimelineHit hit;
    hit.day = bins.axis.day_from_x(at.x);
    hit.map_day = bins.whole ? bins.whole->day_from_x(at.x) : hit.day;
    if (!layout.panel.contains(at)) {
        hit.what = layout.tab.rect.contains(at) ? What::Panel : What::Nothing;
        return hit;
    }
    for (const TimelineControl& control : layout.controls) {
        if (control.rect.contains(at)) {
            hit.what = What::Button;
            hit.button = control.button;
            return hit;
        }
    }
    if (layout.map.rect.width() > 0.0F && at.y < layout.map.rect.bottom + 2.0F) {
        hit.what = What::Map;
        return hit;
    }
    for (const TimelineHandle& grip : layout.handles) {
        if (grip.rect.grown(handle_reach_pt).contains(at)) {
            hit.what = What::Handle;
            hit.handle = grip.part;
            return hit;
        }
    }
    for (const LaneBar& bar : layout.lanes) {
        if (bar.rect.contains(at)) {
            hit.what = bar.event ? What::Lane : What::YearLane;
            hit.event = bar.event;
            hit.year = bar.year;
            return hit;
        }
    }
    hit_axis(hit, layout, at);
    return hit;
}

TimelineHover hover_of(const TimelineHit& hit, std::span<const events::EventIndex> visible, const World& world) {
    if (hit.event && std::find(visible.begin(), visible.end(), *hit.event) != visible.end()) {
        return {hit.event, std::nullopt};
    }
    const bool any = hit.bar && std::any_of(visible.begin(), visible.end(),
                                            [&](events::EventIndex event) { return holds(*hit.bar, world, event); });
    return any ? TimelineHover{std::nullopt, hit.bar} : TimelineHover{};
}

}  // namespace app
