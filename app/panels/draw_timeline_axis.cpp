#include "app/panels/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;
using render::with_alpha;

void draw_window(Canvas& canvas, const TimelineLayout& layout) {
    const Rgba ink = canvas.theme().text_1;
    if (layout.window_fades) {
        canvas.fill_across(layout.window, with_alpha(ink, 0.015F), with_alpha(ink, 0.13F));
    } else {
        canvas.fill(layout.window, with_alpha(ink, 0.075F));
    }
}

void draw_axis(Canvas& canvas, const TimelineLayout& layout) {
    const render::Theme& theme = canvas.theme();
    float from = layout.axis_left - 8.0F;
    for (const AxisZigzag& zigzag : layout.zigzags) {
        canvas.line({from, layout.axis_y}, {zigzag.from, layout.axis_y}, theme.hairline_strong);
        const float middle = (zigzag.from + zigzag.to) / 2.0F;
        const float y = layout.axis_y;
        canvas.polyline({{zigzag.from, y},
                         {middle - 5.5F, y},
                         {middle - 3.0F, y - 4.0F},
                         {middle, y + 4.0F},
                         {middle + 3.0F, y - 4.0F},
                         {middle + 5.5F, y},
                         {zigzag.to, y}},
                        with_alpha(theme.text_3, 0.75F), 1.2F);
        from = zigzag.to;
    }
    canvas.line({from, layout.axis_y}, {layout.axis_right + 8.0F, layout.axis_y}, theme.hairline_strong);
    const auto label_cell = [&](float x, float width) {
        return RectPt{x, layout.tick_baseline - 12.0F, x + width, layout.tick_baseline + 3.0F};
    };
    for (const AxisStub& stub : layout.stubs) {
        canvas.line({stub.x, layout.axis_y}, {stub.x, layout.axis_y + 5.0F}, with_alpha(theme.text_3, 0.5F));
        canvas.text(stub.label, type::small, label_cell(stub.x - 40.0F, 80.0F), theme.text_3, Align::Center);
    }
    for (const AxisTick& tick : layout.ticks) {
        const bool major = tick.rank == AxisTick::Rank::Major;
        canvas.line({tick.x, layout.axis_y}, {tick.x, layout.axis_y + (major ? 8.0F : 5.0F)},
                    with_alpha(theme.text_3, major ? 0.9F : 0.5F));
        if (major) {
            canvas.line({tick.x, layout.panel.top + 4.0F}, {tick.x, layout.lanes_bottom}, theme.hairline);
        }
        if (!tick.label.empty()) {
            const Rgba color = major ? theme.text_1 : tick.rank == AxisTick::Rank::Year ? theme.text_2 : theme.text_3;
            canvas.text(tick.label, tick_style(tick.rank), label_cell(tick.label_x, tick.label_width + 4.0F), color);
        }
    }
}

float strength_of(const HistogramSegment& segment) {
    constexpr float aside = 0.35F;
    if (segment.lit) {
        return 1.0F;
    }
    const float alpha = segment.when == WhenShown::Inside ? 1.0F : segment.when == WhenShown::Past ? 0.60F : 0.42F;
    return segment.aside ? std::min(alpha, aside) : alpha;
}

void draw_histogram(Canvas& canvas, const TimelineLayout& layout) {
    for (const HistogramSegment& segment : layout.histogram_segments) {
        const float radius = segment.rect.width() > 6.0F && segment.rect.height() > 3.0F ? 1.0F : 0.0F;
        canvas.fill(segment.rect, with_alpha(canvas.color_of(segment.kind), strength_of(segment)), radius);
        if (segment.lit) {
            canvas.outline(segment.rect.grown(1.0F), canvas.theme().text_1, 2.0F);
        }
    }
}

/// The days of the event under the pointer, on the axis' line.
void draw_mark(Canvas& canvas, const TimelineLayout& layout) {
    if (layout.mark) {
        const RectPt rect{layout.mark->left, layout.axis_y - 1.5F, layout.mark->right, layout.axis_y + 1.5F};
        canvas.fill(rect.grown(1.0F), canvas.theme().panel, 2.0F);
        canvas.fill(rect, canvas.color_of(layout.mark->kind), 1.5F);
    }
}

/// A bracket below the axis' line.
void draw_loop(Canvas& canvas, const TimelineLayout& layout) {
    if (!layout.loop) {
        return;
    }
    const LoopBar& loop = *layout.loop;
    const render::Theme& theme = canvas.theme();
    const Rgba ink = loop.on ? theme.solid : theme.text_3;
    canvas.fill({loop.rect.left, layout.histogram.top, loop.rect.right, layout.axis_y},
                with_alpha(theme.text_1, loop.on ? 0.06F : 0.03F));
    canvas.fill({loop.rect.left, loop.rect.top + 0.5F, loop.rect.right, loop.rect.top + 2.5F}, ink);
    for (const auto& [x, seen] : {std::pair{loop.rect.left, loop.has_start}, {loop.rect.right - 2.0F, loop.has_end}}) {
        if (seen) {
            canvas.fill({x, loop.rect.top - 3.0F, x + 2.0F, loop.rect.bottom + 3.0F}, ink);
        }
    }
}

/// All days, and the view among them.
void draw_map(Canvas& canvas, const TimelineMap& map) {
    if (map.rect.width() <= 0.0F) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    canvas.fill(map.rect, theme.fill_hover, 2.0F);
    for (const TimelineMap::Bar& bar : map.bars) {
        canvas.fill({bar.left, bar.top, bar.right, map.rect.bottom}, with_alpha(theme.text_3, 0.55F));
    }
    canvas.fill(map.view, with_alpha(theme.text_1, 0.18F), 2.0F);
    canvas.outline(map.view, theme.text_1, 2.0F);
}

/// A bar that comes up softly at its ends.
void soft_bar(Canvas& canvas, const RectPt& rect, float fade_left, float fade_right, Rgba color) {
    const Rgba none = with_alpha(color, 0.0F);
    const float left = rect.left + fade_left;
    const float right = std::max(left, rect.right - fade_right);
    if (fade_left > 0.0F) {
        canvas.fill_across({rect.left, rect.top, left, rect.bottom}, none, color);
    }
    canvas.fill({left, rect.top, right, rect.bottom}, color);
    if (fade_right > 0.0F) {
        canvas.fill_across({right, rect.top, rect.right, rect.bottom}, color, none);
    }
}

void draw_lane(Canvas& canvas, const LaneBar& lane, const AppState& state) {
    const render::Theme& theme = canvas.theme();
    const bool known = lane.event.has_value();
    const Rgba hue = known ? canvas.color_of(lane.kind) : theme.hue(render::LinkHue::Milestone);
    const bool selected = known && state.selection.event == lane.event;
    const float strength = lane.lit ? 1.0F : lane.aside ? 0.35F : lane.inside ? 1.0F : 0.55F;
    if (lane.ghost) {
        canvas.dashed_outline({lane.rect.left + 0.5F, lane.rect.top + 0.5F, lane.rect.right, lane.rect.bottom - 0.5F},
                              with_alpha(hue, 0.75F * strength));
    } else {
        soft_bar(canvas, lane.rect, lane.fade_left, lane.fade_right,
                 with_alpha(hue, (known ? 0.20F : 0.12F) * strength));
        soft_bar(canvas, {lane.rect.left, lane.rect.bottom - 1.5F, lane.rect.right, lane.rect.bottom}, lane.fade_left,
                 lane.fade_right, with_alpha(hue, (known ? 0.9F : 0.5F) * strength));
    }
    if (lane.lit) {
        canvas.fill(lane.rect, with_alpha(hue, 0.18F), 1.0F);
    }
    if (lane.open_right) {
        const float x = lane.rect.right + 2.0F;
        const float y = lane.rect.center().y;
        canvas.polyline({{x, y - 3.5F}, {x + 4.0F, y}, {x, y + 3.5F}}, with_alpha(hue, strength), 1.4F);
    }
    if (!lane.label.empty() && lane.label_room > 20.0F) {
        canvas.text(lane.label, selected ? type::body_bold : type::small_strong,
                    {lane.label_x, lane.rect.top, lane.label_x + lane.label_room, lane.rect.bottom},
                    lane.lit || (lane.inside && known && !lane.aside) ? theme.text_1 : theme.text_2);
    }
}

void draw_handle(Canvas& canvas, const TimelineHandle& handle) {
    const render::Theme& theme = canvas.theme();
    canvas.fill(handle.rect, theme.solid, 3.5F);
    const render::ScreenPt middle = handle.rect.center();
    const render::ScreenPt reach =
        handle.part == TimelineHandle::Part::Middle ? render::ScreenPt{5.0F, 0.0F} : render::ScreenPt{0.0F, 5.0F};
    canvas.line({middle.x - reach.x, middle.y - reach.y}, {middle.x + reach.x, middle.y + reach.y},
                with_alpha(theme.on_solid, 0.55F));
}

/// A chevron at the end behind which the playhead is.
void draw_way_to_playhead(Canvas& canvas, const TimelineLayout& layout) {
    const auto by = static_cast<float>(layout.playhead_beside) * 4.0F;
    const float x = layout.playhead_beside < 0 ? layout.axis_left - 8.0F : layout.axis_right + 8.0F;
    const float y = layout.histogram.center().y;
    canvas.polyline({{x - by / 2.0F, y - 5.0F}, {x + by / 2.0F, y}, {x - by / 2.0F, y + 5.0F}}, canvas.theme().text_1,
                    1.5F);
}

void draw_playhead(Canvas& canvas, const TimelineLayout& layout) {
    const render::Theme& theme = canvas.theme();
    for (const TimelineHandle& handle : layout.handles) {
        if (handle.part == TimelineHandle::Part::Start) {
            for (const LinePiece& piece : line_past_labels(layout, handle.x)) {
                canvas.line({handle.x, piece.top}, {handle.x, piece.bottom}, with_alpha(theme.text_1, 0.45F));
            }
        }
    }
    if (layout.playhead_beside != 0) {
        draw_way_to_playhead(canvas, layout);
    } else {
        const float x = std::round(layout.playhead_x);
        canvas.fill({x - 1.0F, layout.panel.top - 6.0F, x + 1.0F, layout.panel.top}, theme.solid);
        for (const LinePiece& piece : line_past_labels(layout, x)) {
            canvas.fill({x - 1.0F, piece.top, x + 1.0F, piece.bottom}, theme.solid);
        }
        canvas.disc({x, layout.axis_y}, 4.5F, theme.solid);
    }
    for (const TimelineHandle& handle : layout.handles) {
        draw_handle(canvas, handle);
    }
}

}  // namespace

void draw_timeline_axis(Canvas& canvas, const TimelineLayout& layout, const AppState& state) {
    draw_window(canvas, layout);
    draw_map(canvas, layout.map);
    draw_axis(canvas, layout);
    draw_histogram(canvas, layout);
    draw_loop(canvas, layout);
    for (const LaneBar& lane : layout.lanes) {
        draw_lane(canvas, lane, state);
    }
    if (!layout.left_out_words.empty()) {
        canvas.text(layout.left_out_words, type::small,
                    {layout.left_out_x, layout.left_out_y, layout.left_out_x + 60.0F, layout.left_out_y + 15.0F},
                    canvas.theme().text_3);
    }
    draw_mark(canvas, layout);
    draw_playhead(canvas, layout);
}

}  // namespace app
