#include "app/input/shortcuts.h"

#include "events/edtf.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace app {

namespace {

constexpr int big_step_units = 10;
constexpr double ui_scale_step = 1.1;

WindowMode mode_after(WindowMode mode) {
    constexpr int count = static_cast<int>(WindowMode::All) + 1;
    return static_cast<WindowMode>((static_cast<int>(mode) + 1) % count);
}

TimeStep step_after(TimeStep step) {
    constexpr int count = static_cast<int>(TimeStep::Year) + 1;
    return static_cast<TimeStep>((static_cast<int>(step) + 1) % count);
}

/// 1 to 9 and 0 along the scale of speeds, the last one as the program opens with.
std::vector<Shortcut> speed_keys() {
    static constexpr std::array<double, 9> speeds{0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0};
    std::vector<Shortcut> rows;
    for (std::size_t i = 0; i < speeds.size(); ++i) {
        const auto code = static_cast<KeyCode>(static_cast<std::size_t>(KeyCode::Digit1) + i);
        rows.push_back({{0, code}, SetSpeed{speeds.at(i)}, "Time", "A speed from slow to fast", "1 to 9"});
    }
    rows.push_back({{0, KeyCode::Digit0}, SetSpeed{TimeState{}.days_per_second}, "Time", "The speed to begin with"});
    return rows;
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
    const auto row = [](std::string_view group, std::uint8_t mods, KeyCode code, Command command,
                        std::string_view description) {
        return Shortcut{{mods, code}, std::move(command), group, description};
    };
    std::vector<Shortcut> table{
        row("Time", 0, KeyCode::Space, TogglePlay{}, "Play or pause"),
        row("Time", 0, KeyCode::Left, StepUnit{-1}, "One day back, or what the zoomed timeline shows"),
        row("Time", 0, KeyCode::Right, StepUnit{1}, "One day on"),
        row("Time", shift, KeyCode::Left, StepUnit{-big_step_units}, "Ten days back"),
        row("Time", shift, KeyCode::Right, StepUnit{big_step_units}, "Ten days on"),
        row("Time", 0, KeyCode::U, SetStep{step_after(state.time.step)}, "Steps of an hour, day, month, year"),
        row("Time", ctrl, KeyCode::Left, StepEvent{-1}, "To the event before"),
        row("Time", ctrl, KeyCode::Right, StepEvent{1}, "To the next event"),
        row("Time", 0, KeyCode::Home, SeekTo{false}, "To the first day"),
        row("Time", 0, KeyCode::End, SeekTo{true}, "To the last day"),
        row("Time", 0, KeyCode::T, StartTyping{TextField::Date, events::words_from_days(state.time.playhead)},
            "Type a date to go to"),
        row("Time", 0, KeyCode::Plus, ChangeSpeed{1}, "Faster"),
        row("Time", 0, KeyCode::Minus, ChangeSpeed{-1}, "Slower"),
        row("Time", 0, KeyCode::J, ToggleReverse{}, "Play backwards, or forwards again"),
        row("Time", 0, KeyCode::G, ToggleByEvent{}, "Play event by event"),
        row("Time", 0, KeyCode::Z, ZoomTimelineToWindow{}, "The timeline shows the window of time"),
        row("Time", shift, KeyCode::Z, ShowTimeline{}, "The timeline shows all days"),
        row("Time", 0, KeyCode::LeftBracket, SetLoopEdge{false}, "A loop begins here"),
        row("Time", 0, KeyCode::RightBracket, SetLoopEdge{true}, "A loop ends here"),
        row("Time", 0, KeyCode::M, SetMode{mode_after(state.time.mode)}, "Next way to show time"),
        row("Time", 0, KeyCode::A, ToggleAgreementsStay{}, "Agreements stay while in force, or fade like all else"),
        row("Time", 0, KeyCode::N, SetKnown{other_known(state.time.known)}, "Status as known then, or as we know now"),
        row("Find", ctrl, KeyCode::F, StartTyping{TextField::Search, searched_text(state)},
            "Find countries, places, people and events"),
        row("Find", 0, KeyCode::F, ToggleMenu{Menu::Filter}, "Filter events"),
        row("Find", 0, KeyCode::D, ToggleTable{}, "All events as a table"),
        row("Map", 0, KeyCode::H, Fit{}, "Show the whole region"),
        row("Map", 0, KeyCode::W, NextWorldview{}, "Borders as the next state draws them"),
        row("Map", 0, KeyCode::L, NextLabels{}, "Names: English, local, both, none"),
        row("Map", 0, KeyCode::S, SoloNextKind{1}, "Only the next kind, then all again"),
        row("Map", shift, KeyCode::S, SoloNextKind{-1}, "Only the kind before"),
        row("Map", 0, KeyCode::V, NextBundleWidth{}, "Pairs as wide as their number, or as their value"),
        row("Map", 0, KeyCode::R, ToggleRanking{}, "Rankings: pairs, countries, kinds"),
        row("Map", shift, KeyCode::R, ToggleShading{}, "Shade countries by the ranking's numbers"),
        row("Map", 0, KeyCode::E, ToggleMembers{}, "Members of organisations in the chosen event"),
        row("Map", 0, KeyCode::P, TogglePair{}, "Everything between the selected countries"),
        row("Map", 0, KeyCode::Tab, SelectNextVisible{1}, "The next link that is shown"),
        row("Map", shift, KeyCode::Tab, SelectNextVisible{-1}, "The link before"),
        row("Map", alt, KeyCode::Left, Glide{-1, 0, 0}, "Look further left"),
        row("Map", alt, KeyCode::Right, Glide{1, 0, 0}, "Look further right"),
        row("Map", alt, KeyCode::Up, Glide{0, -1, 0}, "Look further up"),
        row("Map", alt, KeyCode::Down, Glide{0, 1, 0}, "Look further down"),
        row("Map", alt, KeyCode::Plus, Glide{0, 0, 1}, "Nearer"),
        row("Map", alt, KeyCode::Minus, Glide{0, 0, -1}, "Further away"),
        row("Map", 0, KeyCode::Escape, PeelLayer{}, "Put away what lies on top"),
        row("Screen", ctrl, KeyCode::P, StartTyping{TextField::Palette, {}}, "All commands, by name"),
        row("Screen", ctrl, KeyCode::Z, Undo{}, "Undo: selection, filter, time, view"),
        row("Screen", ctrl | shift, KeyCode::Z, Redo{}, "Redo"),
        row("Screen", 0, KeyCode::F1, TogglePanels{}, "Panels"),
        row("Screen", shift, KeyCode::F1, ToggleBare{}, "Nothing but the map"),
        row("Screen", 0, KeyCode::F6, FocusControl{1}, "To the next button"),
        row("Screen", shift, KeyCode::F6, FocusControl{-1}, "To the button before"),
        row("Screen", 0, KeyCode::Enter, RunErrand{PressControl{}}, "Press it"),
        row("Screen", 0, KeyCode::K, ToggleLegend{}, "Legend"),
        row("Screen", 0, KeyCode::C, SetTheme{next_theme(state)}, "Next theme"),
        row("Screen", ctrl, KeyCode::Plus, SetUiScale{state.ui_scale * ui_scale_step}, "Larger text"),
        row("Screen", ctrl, KeyCode::Minus, SetUiScale{state.ui_scale / ui_scale_step}, "Smaller text"),
        row("Screen", 0, KeyCode::F11, ToggleFullscreen{}, "Full screen"),
        row("Screen", 0, KeyCode::F12, RunErrand{SavePicture{}}, "Save a picture"),
        row("Screen", 0, KeyCode::Question, ToggleHelp{}, "These keys"),
        row("Screen", ctrl, KeyCode::Q, Quit{}, "Quit"),
    };
    const auto behind_slower = std::find_if(table.begin(), table.end(), [](const Shortcut& shortcut) {
        return shortcut.key == Key{0, KeyCode::Minus};
    });
    const std::vector<Shortcut> speeds = speed_keys();
    table.insert(behind_slower + 1, speeds.begin(), speeds.end());
    return table;
}

std::vector<Shortcut> shortcuts_in_help(const AppState& state) {
    std::vector<Shortcut> table = shortcuts(state);
    const auto same = [](const Shortcut& a, const Shortcut& b) { return !a.keys.empty() && a.keys == b.keys; };
    table.erase(std::unique(table.begin(), table.end(), same), table.end());
    return table;
}

std::optional<Command> command_of_key(Key key, const AppState& state) {
    const std::vector<Shortcut> table = shortcuts(state);
    const auto found =
        std::find_if(table.begin(), table.end(),
                     [wanted = without_needless_shift(key)](const Shortcut& row) { return row.key == wanted; });
    return found == table.end() ? std::nullopt : std::optional{found->command};
}

}  // namespace app
