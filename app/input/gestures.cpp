#include "app/input/gestures.h"

#include "render/curve.h"

#include <cmath>

namespace app {

namespace {

constexpr float drag_from_pt = 4.0F;
constexpr double double_click_s = 0.35;
constexpr float double_click_pt = 6.0F;
constexpr double zoom_per_notch = 1.25;
constexpr float pan_per_notch_pt = 48.0F;

/// Both ends of a bundle, and what is between them; of a place, the place.
void select_pair(const LinkPair& pair, Commands& commands) {
    commands.emplace_back(SelectCountry{pair.a, false});
    if (pair.b != pair.a) {
        commands.emplace_back(SelectCountry{pair.b, true});
        commands.emplace_back(SetCardFilter{CardFilter::Between});
    }
}

}  // namespace

void Gestures::moved(render::ScreenPt to, bool over_panel, const AppState& state, const MapView& view,
                     Commands& commands) {
    if (pressed_at_ && (dragging_ || render::distance(*pressed_at_, to) > drag_from_pt)) {
        const render::ScreenPt from = dragging_ ? at_ : *pressed_at_;
        dragging_ = true;
        commands.emplace_back(Pan{to.x - from.x, to.y - from.y});
    }
    at_ = to;
    if (!dragging_) {
        commands.emplace_back(PointAt{to, over_panel ? Hover{} : view.hover_at(state, to)});
    }
}

void Gestures::stayed(const PanelAt& panel_at, const AppState& state, const MapView& view, Commands& commands) {
    if (dragging_ || state.pointer != at_) {
        return;
    }
    const Hover now = panel_has_it_ || panel_at(at_) ? Hover{} : view.hover_at(state, at_);
    if (now != state.hover) {
        commands.emplace_back(PointAt{at_, now});
    }
}

void Gestures::clicked(const ButtonChanged& button, const AppState& state, const MapView& view, Commands& commands) {
    const bool twice =
        button.time_s - last_click_s_ < double_click_s && render::distance(last_click_at_, at_) < double_click_pt;
    last_click_s_ = twice ? -10.0 : button.time_s;
    last_click_at_ = at_;
    const Hover hit = view.hover_at(state, at_, true);
    const bool add = (button.mods & mod_shift) != 0;
    if (hit.event && !add) {
        commands.emplace_back(SelectEvent{hit.event});
    } else if (hit.pair && !add) {
        select_pair(*hit.pair, commands);
    } else if (hit.country) {
        const std::string& code = (*view.world().boundaries)[*hit.country].code;
        if (twice) {
            commands.emplace_back(Fit{{code}});
        } else {
            commands.emplace_back(SelectCountry{code, add});
        }
    } else if (!add) {
        commands.emplace_back(ClearSelection{});
    }
}

void Gestures::feed(const InputEvent& event, const PanelAt& panel_at, const AppState& state, const MapView& view,
                    Commands& commands) {
    if (const auto* move = std::get_if<PointerMoved>(&event)) {
        moved(move->at, !dragging_ && (panel_has_it_ || panel_at(move->at)), state, view, commands);
    } else if (std::holds_alternative<PointerLeft>(event)) {
        commands.emplace_back(PointAt{{-1e4F, -1e4F}, {}});
    } else if (const auto* scroll = std::get_if<Scrolled>(&event)) {
        if (panel_at(at_)) {
            return;
        }
        if (scroll->x != 0.0F) {  // two fingers sideways
            commands.emplace_back(Pan{scroll->x * pan_per_notch_pt, 0.0F});
        }
        if (scroll->y != 0.0F) {
            commands.emplace_back(Zoom{at_, std::pow(zoom_per_notch, static_cast<double>(scroll->y))});
        }
    } else if (const auto* button = std::get_if<ButtonChanged>(&event);
               button != nullptr && button->button == MouseButton::Left) {
        if (button->down) {
            panel_has_it_ = panel_at(at_);
            pressed_at_ = panel_has_it_ ? std::nullopt : std::optional{at_};
        } else {
            if (pressed_at_ && !dragging_ && !panel_at(at_)) {
                clicked(*button, state, view, commands);
            }
            pressed_at_.reset();
            dragging_ = panel_has_it_ = false;
        }
    }
}

}  // namespace app
