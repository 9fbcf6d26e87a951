#include "app/panels/timeline_parts.h"
#include "app/state/playback.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace app {

namespace {

using render::RectPt;
using render::Rgba;

std::string_view step_words(TimeStep step) {
    switch (step) {
        case TimeStep::Hour:
            return "An hour";
        case TimeStep::Month:
            return "A month";
        case TimeStep::Year:
            return "A year";
        case TimeStep::Auto:
        case TimeStep::Day:
            break;
    }
    return "A day";
}

std::string help_of(TimelineButton button, const AppState& state) {
    switch (button) {
        case TimelineButton::PreviousEvent:
            return "Previous event  (Ctrl Left)";
        case TimelineButton::StepBack:
            return std::string{step_words(step_of(state))} + " back  (Left; U chooses the step)";
        case TimelineButton::Play:
            return "Play or pause  (Space)";
        case TimelineButton::StepForward:
            return std::string{step_words(step_of(state))} + " on  (Right; U chooses the step)";
        case TimelineButton::NextEvent:
            return "Next event  (Ctrl Right)";
        case TimelineButton::Slower:
            return "Slower  (-)";
        case TimelineButton::Faster:
            return "Faster  (+)";
        case TimelineButton::Loop:
            return state.time.loop_range ? "Go round the marked stretch  ([ and ] mark it)"
                                         : "Begin again at the end  ([ and ] mark a stretch)";
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
        case TimelineButton::Reverse:
            return state.time.reverse ? "Time runs backwards  (J)" : "Play backwards  (J)";
        case TimelineButton::ByEvent:
            return "From event to event, with time to read each  (G)";
        case TimelineButton::Agreements:
            return state.time.agreements_stay ? "Agreements are shown from their day on, while in force"
                                              : "Agreements fade like all else";
        case TimelineButton::Speed:
            return "Type a speed";
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
        case TimelineButton::Reverse:
            commands.emplace_back(ToggleReverse{});
            break;
        case TimelineButton::ByEvent:
            commands.emplace_back(ToggleByEvent{});
            break;
        case TimelineButton::Agreements:
            commands.emplace_back(ToggleAgreementsStay{});
            break;
        case TimelineButton::Speed:
            commands.emplace_back(StartTyping{TextField::Speed, speed_words(state.time.days_per_second)});
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
        case TimelineButton::Reverse:
            return Icon::Reverse;
        case TimelineButton::ByEvent:
            return Icon::ByEvent;
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

/// The speed; a click makes it a field.
void draw_speed(Canvas& canvas, const TimelineControl& control, const AppState& state, Commands& commands) {
    if (state.typing && state.typing->field == TextField::Speed) {
        const RectPt cell = control.rect.grown(-4.0F);
        canvas.fill(control.rect, canvas.theme().fill_selected, 6.0F);
        if (const auto byte = canvas.field("speedfield", state.typing->edit, type::body_strong, cell)) {
            commands.emplace_back(EditText{PlaceCaret{*byte, false}});
        }
        return;
    }
    const Touch touched = canvas.control("speed", control.rect, false, 6.0F);
    canvas.text(control.label, type::body_strong, control.rect, canvas.theme().text_1, Align::Center);
    canvas.help(touched, help_of(control.button, state));
    if (touched.clicked) {
        push_command(control.button, state, commands);
    }
}

void draw_play(Canvas& canvas, const TimelineControl& control, const Touch& touched, const AppState& state) {
    const render::Theme& theme = canvas.theme();
    canvas.disc(control.rect.center(), 20.0F,
                touched.hovered ? render::mix(theme.solid, theme.on_solid, 0.12F) : theme.solid);
    canvas.icon(icon_of(control.button, state), control.rect, theme.on_solid);
}

/// A word and what it is set to.
void draw_choice(Canvas& canvas, const TimelineControl& control) {
    const render::Theme& theme = canvas.theme();
    RectPt cell{control.rect.left + 10.0F, control.rect.top, control.rect.right - 8.0F, control.rect.bottom};
    if (control.button == TimelineButton::Length) {
        cell.right -= 18.0F;
        canvas.icon(Icon::Chevron, {cell.right + 2.0F, cell.top, cell.right + 18.0F, cell.bottom}, theme.text_2);
    }
    if (!control.label.empty()) {
        cell.left += canvas.text(control.label, type::body, cell, theme.text_2) + 6.0F;
    }
    canvas.text(control.value, type::body_strong, cell, theme.text_1);
}

void draw_button(Canvas& canvas, const TimelineControl& control, const AppState& state, Rgba ink) {
    const RectPt& rect = control.rect;
    if (is_mode(control.button)) {
        canvas.text(control.label, type::body_strong, rect, ink, Align::Center);
    } else if (control.label.empty()) {
        canvas.icon(icon_of(control.button, state), rect, ink);
    } else {
        canvas.icon(icon_of(control.button, state), {rect.left + 8.0F, rect.top, rect.left + 24.0F, rect.bottom}, ink);
        canvas.text(control.label, control.on ? type::body_strong : type::body,
                    {rect.left + 32.0F, rect.top, rect.right - 4.0F, rect.bottom}, ink);
    }
}

void draw_control(Canvas& canvas, const TimelineControl& control, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    if (control.button == TimelineButton::Speed) {
        draw_speed(canvas, control, state, commands);
        return;
    }
    const std::string id = "button" + std::to_string(static_cast<int>(control.button));
    const bool mode = is_mode(control.button);
    const bool play = control.button == TimelineButton::Play;
    const bool choice = !control.value.empty();
    if (choice) {
        canvas.fill(control.rect, theme.fill_hover, 8.0F);
    }
    const Touch touched =
        play ? canvas.touch(id, control.rect) : canvas.control(id, control.rect, control.on, mode ? 6.0F : 8.0F);
    if (mode && control.on) {
        canvas.outline(control.rect, theme.hairline, 6.0F);
    }
    if (play) {
        draw_play(canvas, control, touched, state);
    } else if (choice) {
        draw_choice(canvas, control);
    } else {
        draw_button(canvas, control, state, control.on || touched.hovered ? theme.text_1 : theme.text_2);
    }
    canvas.help(touched, help_of(control.button, state));
    if (touched.clicked) {
        push_command(control.button, state, commands);
    }
}

void draw_showing(Canvas& canvas, const TimelineLayout& layout) {
    const render::Theme& theme = canvas.theme();
    RectPt cell{layout.showing.left, layout.controls_top, layout.showing.right + 2.0F, layout.panel.bottom};
    cell.left += canvas.text(layout.showing.before, type::body, cell, theme.text_2);
    cell.left += canvas.text(layout.showing.strong, type::body_bold, cell, theme.text_1);
    canvas.text(layout.showing.after, type::body, cell, theme.text_2);
}

}  // namespace

void draw_timeline_controls(Canvas& canvas, const TimelineLayout& layout, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    canvas.line({layout.panel.left, layout.controls_top}, {layout.panel.right, layout.controls_top}, theme.hairline);
    if (layout.speed_group.width() > 0.0F) {
        canvas.fill(layout.speed_group, theme.fill_hover, 8.0F);
    }
    canvas.fill(layout.mode_group, theme.fill_hover, 8.0F);
    for (const TimelineControl& control : layout.controls) {
        draw_control(canvas, control, state, commands);
    }
    draw_showing(canvas, layout);
}

}  // namespace app
