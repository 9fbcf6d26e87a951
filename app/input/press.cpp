#include "app/input/press.h"

#include "app/input/shortcuts.h"
#include "app/input/typing_keys.h"
#include "app/state/history.h"
#include "render/text/utf8.h"

namespace app {

namespace {

/// What a key types on an English keyboard; nothing for those that type none.
std::optional<char32_t> character_of(Key key) {
    const std::string name = name_from_key({0, key.code});
    if ((key.mods & ~mod_shift) != 0 || (name.size() != 1 && key.code != KeyCode::Space)) {
        return std::nullopt;
    }
    const char c = key.code == KeyCode::Space ? ' ' : name.front();
    const bool small = c >= 'A' && c <= 'Z' && (key.mods & mod_shift) == 0;
    return static_cast<char32_t>(small ? c - 'A' + 'a' : c);
}

}  // namespace

Commands commands_of_press(Key key, const AppState& state, const World& world) {
    if (auto commands = state.typing ? commands_while_typing(key, state, world) : std::nullopt) {
        return std::move(*commands);
    }
    const auto command = command_of_key(key, state);
    return command ? Commands{*command} : Commands{};
}

Commands commands_of_character(char32_t character, const AppState& state, const World& world) {
    if (state.typing) {
        return {EditText{InsertText{render::text::utf8_from_utf32({&character, 1})}}};
    }
    const auto code = key_from_character(character);
    return code ? commands_of_press({0, *code}, state, world) : Commands{};
}

AppState after_keys(AppState state, std::span<const Key> keys, const World& world) {
    for (const Key key : keys) {
        const bool typed = state.typing.has_value();
        const Commands pressed = commands_of_press(key, state, world);
        state = reduce_step(std::move(state), pressed, world);
        if (const auto character = typed ? character_of(key) : std::nullopt) {
            const Commands entered = commands_of_character(*character, state, world);
            state = reduce_step(std::move(state), entered, world);
        }
    }
    return state;
}

}  // namespace app
