// What the control socket's lines say: JSON to requests, and answers to JSON. docs/caravan.1 lists the commands.
#pragma once

#include "app/input/key_names.h"
#include "app/state/command.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

/// What a line can ask of the program, besides commands. Positions are in points from the top left.
namespace control {
struct Screenshot {
    std::filesystem::path path;
    bool panels = true;  ///< as seen; false: as F12 saves it
};
/// A person's own theme.
struct LoadTheme {
    std::filesystem::path path;
};
/// Where on screen is this?
struct Locate {
    std::variant<geodata::LonLat, events::EventIndex> target;
};
struct StateQuery {};
struct PressKey {
    Key key;
};
/// As a keyboard does, character by character.
struct TypeText {
    std::string text;
};
struct Click {
    render::ScreenPt at;
    int button = 0;         ///< 0 left, 1 right, 2 middle
    std::uint8_t mods = 0;  ///< mod_shift, ...
    bool double_click = false;
};
struct Move {
    render::ScreenPt to;
};
/// With the left button.
struct Drag {
    render::ScreenPt from;
    render::ScreenPt to;
    std::uint8_t mods = 0;
};
struct Scroll {
    render::ScreenPt at;
    double steps = 1.0;  ///< notches of the wheel; away from the hand is positive
    std::uint8_t mods = 0;
};
/// Answer, then end.
struct Quit {};
}  // namespace control

/// A request that was understood (commands are pushed in their order), or, as std::string, what is wrong with it: one
/// line without a full stop.
using ControlRequest = std::variant<Commands, control::Screenshot, control::LoadTheme, control::Locate,
                                    control::StateQuery, control::PressKey, control::TypeText, control::Click,
                                    control::Move, control::Drag, control::Scroll, control::Quit, std::string>;

/// Understands one line. Never throws on bad input: not JSON, no `do`, an unknown `do`, members that are missing, of
/// the wrong type or out of range, and countries, events, places and kinds that the world does not know are all errors
/// with words.
[[nodiscard]] ControlRequest request_from_line(std::string_view line, const AppState& state, const World& world);

/// What the state does not know about what is on screen.
struct OnScreen {
    std::size_t visible = 0;          ///< events shown now
    std::size_t total = 0;            ///< events there are
    std::vector<std::string> panels;  ///< names of the panels shown: "timeline", "country_card", ...
    std::size_t problems = 0;         ///< in the data
    double frame_ms = 0.0;
    double fps = 0.0;
    std::size_t bundled_pairs = 0;  ///< curves that stand for a pair; 0: every link is drawn by itself
};

/// {"ok":true}
[[nodiscard]] std::string ok_json();
/// {"ok":false,"error":"..."}
[[nodiscard]] std::string error_json(std::string_view what);
/// {"ok":true,"x":...,"y":...}
[[nodiscard]] std::string located_json(render::ScreenPt at);
/// Everything that a person sees, on one line; days are ISO dates. The window's last day is the playhead's, but for the
/// mode `all`, where both ends are those of the data, as is the first of `so-far`.
[[nodiscard]] std::string state_json(const AppState& state, const World& world, const OnScreen& on_screen);

}  // namespace app
