#include "app/input/shortcuts.h"

#include "events/edtf.h"

#include <algorithm>

namespace app {

namespace {

constexpr int big_step_units = 10;
constexpr double ui_scale_step = 1.1;

WindowMode mode_after(WindowMode mode) {
    constexpr int count = static_cast<int>(WindowMode::All) + 1;
    return static_cast<WindowMode>((static_cast<int>(mode) + 1) % count);
}

/// Pressed again while it is open, the field keeps its text.
std::string searched_text(const AppState& state) {
    return state.typing && state.typing->field == TextField::Search ? state.typing->edit.text : std::string{};
}

}  // namespace

std::vector<Shortcut> shortcuts(const AppState& state) {
    constexpr auto shift = mod_shift;
    constexpr auto ctrl = mod_ctrl;
    constexpr auto alt = mod_alt;
    const auto row = [](std::string_view group, std::uint8_t mods, KeyCode code, KeyAction action,
                        std::string_view description) {
        return Shortcut{{mods, code}, std::move(action), group, description};
    };
    return {
        row("Time", 0, KeyCode::Space, TogglePlay{}, "Play or pause"),
        row("Time", 0, KeyCode::Left, StepUnit{-1}, "One day back"),
        row("Time", 0, KeyCode::Right, StepUnit{1}, "One day on"),
        row("Time", shift, KeyCode::Left, StepUnit{-big_step_units}, "Ten days back"),
        row("Time", shift, KeyCode::Right, StepUnit{big_step_units}, "Ten days on"),
        row("Time", ctrl, KeyCode::Left, StepEvent{-1}, "To the event before"),
        row("Time", ctrl, KeyCode::Right, StepEvent{1}, "To the next event"),
        row("Time", shift, KeyCode::Home, SeekTo{false}, "To the first day"),
        row("Time", 0, KeyCode::End, SeekTo{true}, "To the last day"),
        row("Time", 0, KeyCode::T, StartTyping{TextField::Date, events::words_from_days(state.time.playhead)},
            "Type a date to go to"),
        row("Time", 0, KeyCode::Plus, ChangeSpeed{1}, "Faster"),
        row("Time", 0, KeyCode::Minus, ChangeSpeed{-1}, "Slower"),
        row("Time", 0, KeyCode::M, SetMode{mode_after(state.time.mode)}, "Next way to show time"),
        row("Time", 0, KeyCode::N, SetKnown{other_known(state.time.known)}, "Status as known then, or as we know now"),
        row("Find", ctrl, KeyCode::F, StartTyping{TextField::Search, searched_text(state)},
            "Find countries, places, people and events"),
        row("Find", 0, KeyCode::F, ToggleMenu{Menu::Filter}, "Filter events"),
        row("Find", 0, KeyCode::A, ToggleTable{}, "All events as a table"),
        row("Map", 0, KeyCode::Home, Fit{}, "Show the whole region"),
        row("Map", 0, KeyCode::W, NextWorldview{}, "Borders as the next state draws them"),
        row("Map", 0, KeyCode::L, NextLabels{}, "Names: English, local, both, none"),
        row("Map", 0, KeyCode::S, SoloNextKind{1}, "Only the next kind, then all again"),
        row("Map", shift, KeyCode::S, SoloNextKind{-1}, "Only the kind before"),
        row("Map", 0, KeyCode::V, NextBundleWidth{}, "Pairs as wide as their number, or as their value"),
        row("Map", 0, KeyCode::E, ToggleMembers{}, "Members of organisations in the chosen event"),
        row("Map", alt, KeyCode::Left, Glide{-1, 0, 0}, "Look further left"),
        row("Map", alt, KeyCode::Right, Glide{1, 0, 0}, "Look further right"),
        row("Map", alt, KeyCode::Up, Glide{0, -1, 0}, "Look further up"),
        row("Map", alt, KeyCode::Down, Glide{0, 1, 0}, "Look further down"),
        row("Map", alt, KeyCode::Plus, Glide{0, 0, 1}, "Nearer"),
        row("Map", alt, KeyCode::Minus, Glide{0, 0, -1}, "Further away"),
        row("Map", 0, KeyCode::Escape, PeelLayer{}, "Put away what lies on top"),
        row("Screen", 0, KeyCode::F1, TogglePanels{}, "Panels"),
        row("Screen", 0, KeyCode::K, ToggleLegend{}, "Legend"),
        row("Screen", 0, KeyCode::C, SetTheme{next_theme(state)}, "Next theme"),
        row("Screen", ctrl, KeyCode::Plus, SetUiScale{state.ui_scale * ui_scale_step}, "Larger text"),
        row("Screen", ctrl, KeyCode::Minus, SetUiScale{state.ui_scale / ui_scale_step}, "Smaller text"),
        row("Screen", 0, KeyCode::F11, ToggleFullscreen{}, "Full screen"),
        row("Screen", 0, KeyCode::F12, AppAction::Screenshot, "Save a picture"),
        row("Screen", 0, KeyCode::Question, ToggleHelp{}, "These keys"),
        row("Screen", ctrl, KeyCode::Q, Quit{}, "Quit"),
    };
}

std::optional<KeyAction> action_of_key(Key key, const AppState& state) {
    const std::vector<Shortcut> table = shortcuts(state);
    const auto found =
        std::find_if(table.begin(), table.end(),
                     [wanted = without_needless_shift(key)](const Shortcut& row) { return row.key == wanted; });
    return found == table.end() ? std::nullopt : std::optional{found->action};
}

}  // namespace app
