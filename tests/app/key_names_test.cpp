#include "app/input/key_names.h"
#include "app/input/shortcuts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

using namespace app;

namespace {

Key key(std::string_view name) {
    const auto found = key_from_name(name);
    REQUIRE_MESSAGE(found, std::string{name});
    return *found;
}

template <class Wanted>
const Wanted* command_of(const std::optional<Command>& command) {
    return command ? std::get_if<Wanted>(&*command) : nullptr;
}

}  // namespace

TEST_CASE("keys have names with their modifiers") {
    CHECK(key("Ctrl+Right") == Key{mod_ctrl, KeyCode::Right});
    CHECK(key("Shift+Home") == Key{mod_shift, KeyCode::Home});
    CHECK(key("ctrl+shift+z") == Key{mod_ctrl | mod_shift, KeyCode::Z});
    CHECK(key("Alt+Enter") == Key{mod_alt, KeyCode::Enter});
    CHECK(key("F12") == Key{0, KeyCode::F12});
    CHECK(key("k") == Key{0, KeyCode::K});
    CHECK(key("7") == Key{0, KeyCode::Digit7});
    CHECK(key("Escape") == key("esc"));
    CHECK(key("Return") == key("Enter"));
    CHECK(key("PgDn") == key("Page Down"));
}

TEST_CASE("plus is a key and what joins") {
    CHECK(key("+") == Key{0, KeyCode::Plus});
    CHECK(key("Ctrl++") == Key{mod_ctrl, KeyCode::Plus});
    CHECK(key("Ctrl+Plus") == key("Ctrl++"));
    CHECK(key("Shift++") == key("+"));
    CHECK(key("Ctrl+-") == Key{mod_ctrl, KeyCode::Minus});
    CHECK(key("Shift+?") == key("?"));
}

TEST_CASE("what is no key has no name") {
    for (const char* name :
         {"", "+Right", "Ctrl+", "Ctrl", "Super+A", "F13", "F0", "AB", "Ctrl+Ctrl", " ", "++", "Right+Ctrl"}) {
        CAPTURE(name);
        CHECK_FALSE(key_from_name(name));
    }
}

TEST_CASE("every key's name leads back to it") {
    for (int code = 0; code < key_code_count; ++code) {
        for (std::uint8_t mods = 0; mods < 8; ++mods) {
            const Key wanted = without_needless_shift({mods, static_cast<KeyCode>(code)});
            CHECK_MESSAGE(key_from_name(name_from_key(wanted)) == wanted, name_from_key(wanted));
        }
    }
}

TEST_CASE("the keys of this release do what the manual says") {
    const AppState state;
    CHECK(command_of<TogglePlay>(command_of_key(key("Space"), state)));
    CHECK(command_of<StepUnit>(command_of_key(key("Left"), state))->units == -1);
    CHECK(command_of<StepUnit>(command_of_key(key("Shift+Right"), state))->units == 10);
    CHECK(command_of<StepEvent>(command_of_key(key("Ctrl+Right"), state))->events == 1);
    CHECK(command_of<Fit>(command_of_key(key("H"), state)));
    CHECK(command_of<SeekTo>(command_of_key(key("End"), state))->end);
    CHECK_FALSE(command_of<SeekTo>(command_of_key(key("Home"), state))->end);
    CHECK(command_of<PeelLayer>(command_of_key(key("Esc"), state)));
    CHECK(command_of<Glide>(command_of_key(key("Alt+Left"), state))->right == -1);
    CHECK(command_of<Glide>(command_of_key(key("Alt+Right"), state))->right == 1);
    CHECK(command_of<Glide>(command_of_key(key("Alt+Up"), state))->down == -1);
    CHECK(command_of<Glide>(command_of_key(key("Alt+Down"), state))->down == 1);
    CHECK(command_of<Glide>(command_of_key(key("Alt++"), state))->nearer == 1);
    CHECK(command_of<Glide>(command_of_key(key("Alt+-"), state))->nearer == -1);
    CHECK(command_of<ChangeSpeed>(command_of_key(key("+"), state))->steps == 1);
    CHECK(command_of<ChangeSpeed>(command_of_key(key("-"), state))->steps == -1);
    CHECK(command_of<TogglePanels>(command_of_key(key("F1"), state)));
    CHECK(command_of<ToggleFullscreen>(command_of_key(key("F11"), state)));
    CHECK(command_of<ToggleLegend>(command_of_key(key("K"), state)));
    CHECK(command_of<ToggleHelp>(command_of_key({mod_shift, KeyCode::Question}, state)));
    CHECK(command_of<Quit>(command_of_key(key("Ctrl+Q"), state)));
    CHECK(std::holds_alternative<SavePicture>(command_of<RunErrand>(command_of_key(key("F12"), state))->errand));
    CHECK(command_of<Undo>(command_of_key(key("Ctrl+Z"), state)));
    CHECK(command_of<Redo>(command_of_key(key("Ctrl+Shift+Z"), state)));
    CHECK_FALSE(command_of_key(key("Q"), state));
    CHECK_FALSE(command_of_key(key("Alt+Space"), state));
}

TEST_CASE("C goes round the themes and M round the modes") {
    AppState state;
    for (const render::Theme* theme : {&render::light_theme(), &render::contrast_theme(), &render::dark_theme()}) {
        state.theme = command_of<SetTheme>(command_of_key(key("C"), state))->theme;
        CHECK(state.theme == theme);
    }
    state.own_theme = std::make_shared<const render::Theme>(render::light_theme());
    for (const render::Theme* theme : {&render::light_theme(), &render::contrast_theme(),
                                       std::as_const(state).own_theme.get(), &render::dark_theme()}) {
        state.theme = command_of<SetTheme>(command_of_key(key("C"), state))->theme;
        CHECK(state.theme == theme);
    }
    for (const WindowMode mode : {WindowMode::Range, WindowMode::SoFar, WindowMode::All, WindowMode::Moment}) {
        state.time.mode = command_of<SetMode>(command_of_key(key("M"), state))->mode;
        CHECK(state.time.mode == mode);
    }
}

TEST_CASE("no key stands twice, each is described, and groups lie together") {
    const auto table = shortcuts(AppState{});
    std::vector<std::string_view> groups;
    for (std::size_t i = 0; i < table.size(); ++i) {
        CHECK_FALSE(table[i].description.empty());
        CHECK(table[i].key == without_needless_shift(table[i].key));
        for (std::size_t k = 0; k < i; ++k) {
            CHECK_FALSE(table[k].key == table[i].key);
        }
        if (groups.empty() || groups.back() != table[i].group) {
            CHECK(std::find(groups.begin(), groups.end(), table[i].group) == groups.end());
            groups.push_back(table[i].group);
        }
    }
}
