#include "app/input/press.h"

#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string_view>
#include <vector>

using namespace app;
using support::bundled;
using support::bundled_state;

namespace {

AppState pressed(std::initializer_list<std::string_view> names) {
    std::vector<Key> keys;
    for (const std::string_view name : names) {
        keys.push_back(key_from_name(name).value());
    }
    return after_keys(bundled_state(), keys, bundled().world);
}

}  // namespace

TEST_CASE("keys press, and in a field they type") {
    CHECK(pressed({"K"}).legend_shown == false);
    const AppState palette = pressed({"Ctrl+P", "L", "Space", "K", "Shift+K", "1", "?", "Left", "Backspace"});
    REQUIRE(palette.typing);
    CHECK(palette.typing->edit.text == "l kK?");
    CHECK(palette.legend_shown);
    CHECK(pressed({"Ctrl+P", "L", "I", "G", "H", "T", "Enter"}).theme == &render::light_theme());
}

TEST_CASE("what is no edit goes through a field: Esc, function keys") {
    CHECK_FALSE(pressed({"T", "Esc"}).typing);
    CHECK(pressed({"Ctrl+P", "F1"}).panels_shown == false);
}

TEST_CASE("characters that are keys of their own press them where nothing is typed") {
    const AppState state = bundled_state();
    CHECK(std::holds_alternative<ChangeSpeed>(commands_of_character(U'+', state, bundled().world).at(0)));
    CHECK(std::holds_alternative<ToggleHelp>(commands_of_character(U'?', state, bundled().world).at(0)));
    CHECK(commands_of_character(U'k', state, bundled().world).empty());
    const AppState typing = reduce(state, StartTyping{TextField::Date, {}}, bundled().world);
    CHECK(std::holds_alternative<EditText>(commands_of_character(U'+', typing, bundled().world).at(0)));
}
