// Draws a TimelineLayout, and turns what hands do with it into commands.
#include "app/panels/panels.h"

#include <algorithm>
#include <cmath>

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

void draw_histogram(Canvas& canvas, const TimelineLayout& layout) {
    for (const HistogramSegment& segment : layout.histogram_segments) {
        const float alpha = segment.when == WhenShown::Inside ? 1.0F : segment.when == WhenShown::Past ? 0.60F : 0.42F;
        canvas.fill(segment.rect, with_alpha(canvas.color_of(segment.kind), alpha),
                    segment.rect.width() > 6.0F && segment.rect.height() > 3.0F ? 1.0F : 0.0F);
    }
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
    const float strength = lane.inside ? 1.0F : 0.55F;
    if (lane.ghost) {
        canvas.dashed_outline({lane.rect.left + 0.5F, lane.rect.top + 0.5F, lane.rect.right, lane.rect.bottom - 0.5F},
                              with_alpha(hue, 0.75F * strength));
    } else {
        soft_bar(canvas, lane.rect, lane.fade_left, lane.fade_right,
                 with_alpha(hue, (known ? 0.20F : 0.12F) * strength));
        soft_bar(canvas, {lane.rect.left, lane.rect.bottom - 1.5F, lane.rect.right, lane.rect.bottom}, lane.fade_left,
                 lane.fade_right, with_alpha(hue, (known ? 0.9F : 0.5F) * strength));
    }
    if (lane.open_right) {
        const float x = lane.rect.right + 2.0F;
        const float y = lane.rect.center().y;
        canvas.polyline({{x, y - 3.5F}, {x + 4.0F, y}, {x, y + 3.5F}}, with_alpha(hue, strength), 1.4F);
    }
    if (!lane.label.empty() && lane.label_room > 20.0F) {
        canvas.text(lane.label, selected ? type::body_bold : type::small_strong,
                    {lane.label_x, lane.rect.top, lane.label_x + lane.label_room, lane.rect.bottom},
                    lane.inside && known ? theme.text_1 : theme.text_2);
    }
}

void draw_playhead(Canvas& canvas, const TimelineLayout& layout) {
    const render::Theme& theme = canvas.theme();
    const float top = layout.panel.top;
    for (const TimelineHandle& handle : layout.handles) {
        for (const LinePiece& piece : line_past_labels(layout, handle.x)) {
            canvas.line({handle.x, piece.top}, {handle.x, piece.bottom}, with_alpha(theme.text_1, 0.45F));
        }
        canvas.fill(handle.rect, theme.solid, 3.5F);
        const render::ScreenPt middle = handle.rect.center();
        canvas.line({middle.x, middle.y - 5.0F}, {middle.x, middle.y + 5.0F}, with_alpha(theme.on_solid, 0.55F));
    }
    const float x = std::round(layout.playhead_x);
    canvas.fill({x - 1.0F, top - 6.0F, x + 1.0F, top}, theme.solid);
    for (const LinePiece& piece : line_past_labels(layout, x)) {
        canvas.fill({x - 1.0F, piece.top, x + 1.0F, piece.bottom}, theme.solid);
    }
    canvas.disc({x, layout.axis_y}, 4.5F, theme.solid);
}

void draw_tab(Canvas& canvas, const DateTab& tab, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_tab("##date", tab.rect);
    const float date = canvas.width(tab.date, type::date);
    const float weekday = canvas.width(tab.weekday, type::body);
    const float x = tab.rect.center().x - (date + 8.0F + weekday) / 2.0F;
    canvas.text(tab.date, type::date, {x, tab.rect.top + 2.0F, x + date + 1.0F, tab.rect.bottom}, theme.text_1);
    // On the same baseline: the smaller figures stand lower in their cell.
    const float drop = (26.0F - 13.0F) * 0.727F / 2.0F;
    canvas.text(tab.weekday, type::body,
                {x + date + 8.0F, tab.rect.top + 2.0F + drop, tab.rect.right, tab.rect.bottom + drop}, theme.text_2);
    const Touch touched = canvas.touch("date", tab.rect);
    canvas.help(touched, "Type a date to go to  (T)");
    if (touched.clicked) {
        commands.emplace_back(StartTyping{TextField::Date, tab.date});
    }
    canvas.end_panel();
}

/// What may be typed, or what is wrong with what was, above the field.
void draw_date_hint(Canvas& canvas, const DateTab& tab, const Typing& typing) {
    const render::Theme& theme = canvas.theme();
    const bool wrong = !typing.why.empty();
    const std::string words = wrong ? typing.why : "A date: 2025-05-20, may 2025, about 2024, +2 weeks";
    const float width = canvas.width(words, type::small) + 24.0F;
    const float left = std::clamp(tab.rect.center().x - width / 2.0F, 16.0F,
                                  std::max(16.0F, canvas.window_size().width - 16.0F - width));
    const RectPt place{left, tab.rect.top - 36.0F, left + width, tab.rect.top - 8.0F};
    canvas.begin_panel("##datehint", place, 8.0F, true);
    canvas.fill(place, theme.panel_raised, 8.0F);
    canvas.text(words, type::small, place, wrong ? theme.error : theme.text_2, Align::Center);
    canvas.end_panel();
}

void draw_date_field(Canvas& canvas, const DateTab& tab, const Typing& typing, Commands& commands) {
    canvas.begin_tab("##date", tab.rect);
    const RectPt cell{tab.rect.left + 16.0F, tab.rect.top + 2.0F, tab.rect.right - 16.0F, tab.rect.bottom};
    if (const auto byte = canvas.field("field", typing.edit, type::date_small, cell)) {
        commands.emplace_back(EditText{PlaceCaret{*byte, false}});
    }
    canvas.end_panel();
    draw_date_hint(canvas, tab, typing);
}

const char* help_of(TimelineButton button) {
    switch (button) {
        case TimelineButton::PreviousEvent:
            return "Previous event  (Ctrl Left)";
        case TimelineButton::StepBack:
            return "A day back  (Left)";
        case TimelineButton::Play:
            return "Play or pause  (Space)";
        case TimelineButton::StepForward:
            return "A day on  (Right)";
        case TimelineButton::NextEvent:
            return "Next event  (Ctrl Right)";
        case TimelineButton::Slower:
            return "Slower  (-)";
        case TimelineButton::Faster:
            return "Faster  (+)";
        case TimelineButton::Loop:
            return "Begin again at the end";
        case TimelineButton::SkipQuiet:
            return "Jump over stretches in which nothing happens";
        case TimelineButton::ModeMoment:
            return "What goes on now, with a trail that fades";
        case TimelineButton::ModeRange:
            return "A span of time up to now";
        case TimelineButton::ModeSoFar:
            return "Everything from the beginning until now";
        case TimelineButton::ModeAll:
            return "Everything there is";
        case TimelineButton::Length:
            return "How far back: click for longer, again to begin anew";
        case TimelineButton::Speed:
            break;
    }
    return "";
}

/// The next of the usual lengths, beginning anew behind the last.
double next_length(const TimeState& time) {
    static constexpr double trails[] = {7.0, 14.0, 30.0, 90.0, 180.0};
    static constexpr double spans[] = {30.0, 90.0, 365.0, 1825.0, 3650.0};
    const auto& choices = time.mode == WindowMode::Range ? spans : trails;
    const double now = time.mode == WindowMode::Range ? time.span_days : time.trail_days;
    const auto* next = std::upper_bound(std::begin(choices), std::end(choices), now + 0.5);
    return next == std::end(choices) ? choices[0] : *next;
}

void push_command(TimelineButton button, const AppState& state, Commands& commands) {
    switch (button) {
        case TimelineButton::PreviousEvent:
            commands.emplace_back(StepEvent{-1});
            break;
        case TimelineButton::StepBack:
            commands.emplace_back(StepUnit{-1});
            break;
        case TimelineButton::Play:
            commands.emplace_back(TogglePlay{});
            break;
        case TimelineButton::StepForward:
            commands.emplace_back(StepUnit{1});
            break;
        case TimelineButton::NextEvent:
            commands.emplace_back(StepEvent{1});
            break;
        case TimelineButton::Slower:
            commands.emplace_back(ChangeSpeed{-1});
            break;
        case TimelineButton::Faster:
            commands.emplace_back(ChangeSpeed{1});
            break;
        case TimelineButton::Loop:
            commands.emplace_back(ToggleLoop{});
            break;
        case TimelineButton::SkipQuiet:
            commands.emplace_back(ToggleSkipQuiet{});
            break;
        case TimelineButton::ModeMoment:
            commands.emplace_back(SetMode{WindowMode::Moment});
            break;
        case TimelineButton::ModeRange:
            commands.emplace_back(SetMode{WindowMode::Range});
            break;
        case TimelineButton::ModeSoFar:
            commands.emplace_back(SetMode{WindowMode::SoFar});
            break;
        case TimelineButton::ModeAll:
            commands.emplace_back(SetMode{WindowMode::All});
            break;
        case TimelineButton::Length:
            commands.emplace_back(SetTrail{next_length(state.time)});
            break;
        case TimelineButton::Speed:
            break;
    }
}

Icon icon_of(TimelineButton button, const AppState& state) {
    switch (button) {
        case TimelineButton::PreviousEvent:
            return Icon::PreviousEvent;
        case TimelineButton::StepBack:
            return Icon::StepBack;
        case TimelineButton::StepForward:
            return Icon::StepForward;
        case TimelineButton::NextEvent:
            return Icon::NextEvent;
        case TimelineButton::Slower:
            return Icon::Minus;
        case TimelineButton::Faster:
            return Icon::Plus;
        case TimelineButton::Loop:
            return Icon::Loop;
        case TimelineButton::SkipQuiet:
            return Icon::SkipQuiet;
        default:
            return state.time.playing ? Icon::Pause : Icon::Play;
    }
}

bool is_mode(TimelineButton button) {
    return button >= TimelineButton::ModeMoment && button <= TimelineButton::ModeAll;
}

void draw_control(Canvas& canvas, const TimelineControl& control, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const std::string id = "button" + std::to_string(static_cast<int>(control.button));
    if (control.button == TimelineButton::Speed) {
        canvas.text(control.label, type::body_strong, control.rect, theme.text_1, Align::Center);
        return;
    }
    if (control.button == TimelineButton::Play) {
        const Touch touched = canvas.touch(id, control.rect);
        canvas.disc(control.rect.center(), 20.0F,
                    touched.hovered ? render::mix(theme.solid, theme.on_solid, 0.12F) : theme.solid);
        canvas.icon(icon_of(control.button, state), control.rect, theme.on_solid);
        canvas.help(touched, help_of(control.button));
        if (touched.clicked) {
            push_command(control.button, state, commands);
        }
        return;
    }
    if (control.button == TimelineButton::Length) {
        canvas.fill(control.rect, theme.fill_hover, 8.0F);
    }
    const bool mode = is_mode(control.button);
    const Touch touched = canvas.control(id, control.rect, control.on, mode ? 6.0F : 8.0F);
    if (mode && control.on) {
        canvas.outline(control.rect, theme.hairline, 6.0F);
    }
    const Rgba ink = control.on || touched.hovered ? theme.text_1 : theme.text_2;
    if (mode) {
        canvas.text(control.label, type::body_strong, control.rect, ink, Align::Center);
    } else if (control.button == TimelineButton::Length) {
        RectPt cell{control.rect.left + 10.0F, control.rect.top, control.rect.right - 26.0F, control.rect.bottom};
        cell.left += canvas.text(control.label, type::body, cell, theme.text_2) + 6.0F;
        canvas.text(control.value, type::body_strong, cell, theme.text_1);
        canvas.icon(Icon::Chevron,
                    {control.rect.right - 24.0F, control.rect.top, control.rect.right - 8.0F, control.rect.bottom},
                    theme.text_2);
    } else if (control.label.empty()) {
        canvas.icon(icon_of(control.button, state), control.rect, ink);
    } else {
        canvas.icon(icon_of(control.button, state),
                    {control.rect.left + 8.0F, control.rect.top, control.rect.left + 24.0F, control.rect.bottom}, ink);
        canvas.text(control.label, control.on ? type::body_strong : type::body,
                    {control.rect.left + 32.0F, control.rect.top, control.rect.right - 4.0F, control.rect.bottom}, ink);
    }
    canvas.help(touched, help_of(control.button));
    if (touched.clicked) {
        push_command(control.button, state, commands);
    }
}

void draw_showing(Canvas& canvas, const TimelineLayout& layout, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    RectPt cell{layout.showing.left, layout.controls_top, layout.showing.right + 2.0F, layout.panel.bottom};
    cell.left += canvas.text(layout.showing.before, type::body, cell, theme.text_2);
    cell.left += canvas.text(layout.showing.strong, type::body_bold, cell, theme.text_1);
    canvas.text(layout.showing.after, type::body, cell, theme.text_2);
    const Touch touched =
        canvas.touch("showing", {layout.showing.left, cell.top + 8.0F, layout.showing.right, cell.bottom - 8.0F});
    canvas.help(touched, "Why the others are not shown  (F)");
    if (touched.clicked) {
        commands.emplace_back(ToggleMenu{Menu::Filter});
    }
}

void scrub(Canvas& canvas, const TimelineLayout& layout, const TimelineBins& bins, const AppState& state,
           TimelineDrag& drag, Commands& commands) {
    const Touch touched = canvas.touch("scrub", layout.scrub);
    const TimelineHit hit = timeline_hit(layout, bins.axis, canvas.pointer());
    drag.follow(touched.pressed, touched.clicked, hit, state.time.playhead, commands);
    if (touched.hovered && !touched.pressed && hit.what == TimelineHit::What::Scrub) {
        const float x = canvas.pointer().x;
        canvas.line({x, layout.panel.top + 2.0F}, {x, layout.lanes_bottom}, with_alpha(canvas.theme().text_1, 0.35F));
        canvas.help(touched, events::words_from_days(hit.day));
    }
}

}  // namespace

void draw_timeline(Canvas& canvas, const TimelineLayout& layout, const TimelineBins& bins, const AppState& state,
                   TimelineDrag& drag, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.begin_panel("##timeline", layout.panel, 0.0F);
    draw_window(canvas, layout);
    draw_axis(canvas, layout);
    draw_histogram(canvas, layout);
    for (const LaneBar& lane : layout.lanes) {
        draw_lane(canvas, lane, state);
    }
    if (!layout.left_out_words.empty()) {
        canvas.text(layout.left_out_words, type::small,
                    {layout.left_out_x, layout.left_out_y, layout.left_out_x + 60.0F, layout.left_out_y + 15.0F},
                    theme.text_3);
    }
    canvas.line({layout.panel.left, layout.controls_top}, {layout.panel.right, layout.controls_top}, theme.hairline);
    if (layout.speed_group.width() > 0.0F) {
        canvas.fill(layout.speed_group, theme.fill_hover, 8.0F);
    }
    canvas.fill(layout.mode_group, theme.fill_hover, 8.0F);
    for (const TimelineControl& control : layout.controls) {
        draw_control(canvas, control, state, commands);
    }
    draw_showing(canvas, layout, commands);
    draw_playhead(canvas, layout);
    scrub(canvas, layout, bins, state, drag, commands);
    canvas.end_panel();
    if (state.typing && state.typing->field == TextField::Date) {
        draw_date_field(canvas, layout.tab, *state.typing, commands);
    } else {
        draw_tab(canvas, layout.tab, commands);
    }
}

}  // namespace app
