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

/// Bars stand one point above the axis line, their shares one point apart.
void add_bar(TimelineLayout& layout, const TimelineBin& bin, float pt_per_event, WhenShown when) {
    const float inset = std::min(1.0F, (bin.right - bin.left) / 6.0F);
    float bottom = layout.axis_y - 1.0F;
    for (std::size_t kind = 0; kind < bin.by_kind.size(); ++kind) {
        const float height = bin.by_kind[kind] * pt_per_event;
        if (height < thinnest_segment_pt) {
            continue;
        }
        const float drawn = std::max(height - 1.0F, std::min(height, 0.8F));
        layout.histogram_segments.push_back(
            {{bin.left + inset, bottom - height, bin.right - inset, bottom - height + drawn},
             static_cast<events::KindId>(kind),
             when});
        bottom -= height;
    }
}

void place_histogram(TimelineLayout& layout, const TimelineBins& bins, const events::DaySpan& window) {
    if (bins.highest <= 0.0F) {
        return;
    }
    const float pt_per_event = std::max(layout.histogram.height() - 1.0F, 0.0F) / bins.highest;
    for (const TimelineBin& bin : bins.bins) {
        add_bar(layout, bin, pt_per_event, when_of(bin, window));
    }
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

void place_window(TimelineLayout& layout, const TimeAxis& axis, const TimeState& time) {
    const events::DaySpan window = window_of(time);
    layout.playhead_x = axis.x_from_day(time.playhead);
    layout.window = {axis.x_from_day(window.start), layout.panel.top, axis.x_from_day(window.end), layout.lanes_bottom};
    layout.window_fades = time.mode == WindowMode::Moment;
    if (std::isfinite(window.start)) {
        const float x = layout.window.left;
        const float middle = layout.histogram.center().y;
        layout.handles.push_back({{x - handle.width / 2.0F, middle - handle.height / 2.0F, x + handle.width / 2.0F,
                                   middle + handle.height / 2.0F},
                                  x});
    }
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
    place_histogram(layout, bins, window_of(state.time));
    layout.ticks = bins.axis.ticks(text_width);
    layout.stubs = bins.axis.stubs(text_width);
    layout.zigzags = bins.axis.zigzags();
    place_lanes(layout, packed_lanes(state, world, bins, layout.lanes_top, rows.lanes, text_width), rows.lanes,
                text_width);
    place_window(layout, bins.axis, state.time);
    layout.tab = tab_of(panel, layout.playhead_x, state.time.playhead);
    place_controls(layout, state, visible, world.events->size(), text_width);
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

TimelineHit timeline_hit(const TimelineLayout& layout, const TimeAxis& axis, render::ScreenPt at) {
    using What = TimelineHit::What;
    TimelineHit hit;
    hit.day = axis.day_from_x(at.x);
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
    for (const TimelineHandle& grip : layout.handles) {
        if (grip.rect.grown(handle_reach_pt).contains(at)) {
            hit.what = What::Handle;
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
    hit.what = layout.scrub.contains(at) ? What::Scrub : What::Panel;
    return hit;
}

}  // namespace app
