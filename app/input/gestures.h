// From what hands do over the map to commands: dragging pans, the wheel zooms about the pointer, a click chooses, a
// double click flies there. Over the timeline the wheel zooms that, and with Shift or sideways moves it.
#pragma once

#include "app/platform/input.h"
#include "app/scene/map_view.h"
#include "app/state/command.h"

#include <functional>
#include <optional>

namespace app {

class Gestures {
public:
    /// Whether a panel lies at a place of the window.
    using PanelAt = std::function<bool(render::ScreenPt)>;

    /// Commands for one event. What begins over a panel is the panel's until the button is let go, wherever that is,
    /// and only releases are listened to. Two clicks that happened within 0.35 s and 6 points are a double click,
    /// however late they are fed.
    void feed(const InputEvent& event, const PanelAt& panel_at, const AppState& state, const MapView& view,
              Commands& commands);

    /// The hand rests while the picture, or a panel, comes under it: says what it is over now.
    void stayed(const PanelAt& panel_at, const AppState& state, const MapView& view, Commands& commands);

private:
    void moved(render::ScreenPt to, bool over_panel, const AppState& state, const MapView& view, Commands& commands);
    void scrolled(const Scrolled& scroll, const PanelAt& panel_at, const AppState& state, const MapView& view,
                  Commands& commands) const;
    void clicked(const ButtonChanged& button, const AppState& state, const MapView& view, Commands& commands);

    render::ScreenPt at_{-1e4F, -1e4F};  ///< nowhere until it first moves
    std::optional<render::ScreenPt> pressed_at_;
    bool dragging_ = false;
    bool panel_has_it_ = false;  ///< the button went down over a panel
    double last_click_s_ = -10.0;
    render::ScreenPt last_click_at_;
};

}  // namespace app
