#include "app/input/key_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace app {

namespace {

// In the order of KeyCode.
// clang-format off
constexpr std::array<std::string_view, key_code_count> names{
    "Space", "Left", "Right", "Up", "Down", "Home", "End", "Page Up", "Page Down", "Esc", "Enter", "Tab", "Backspace", "Delete",
    "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
    "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z",
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
    "+", "-", "[", "]", "/", "?", ".", ",",
};
// clang-format on

constexpr std::array<std::pair<std::string_view, KeyCode>, 14> other_names{{
    {"Escape", KeyCode::Escape},
    {"Return", KeyCode::Enter},
    {"PageUp", KeyCode::PageUp},
    {"PageDown", KeyCode::PageDown},
    {"PgUp", KeyCode::PageUp},
    {"PgDn", KeyCode::PageDown},
    {"Plus", KeyCode::Plus},
    {"Minus", KeyCode::Minus},
    {"LeftBracket", KeyCode::LeftBracket},
    {"RightBracket", KeyCode::RightBracket},
    {"Slash", KeyCode::Slash},
    {"Question", KeyCode::Question},
    {"Period", KeyCode::Period},
    {"Comma", KeyCode::Comma},
}};

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 4> modifiers{{
    {"Ctrl", mod_ctrl},
    {"Alt", mod_alt},
    {"Shift", mod_shift},
    {"Control", mod_ctrl},
}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<KeyCode> code_from_name(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (same(names[i], name)) {
            return static_cast<KeyCode>(i);
        }
    }
    for (const auto& [other, code] : other_names) {
        if (same(other, name)) {
            return code;
        }
    }
    return std::nullopt;
}

std::optional<std::uint8_t> modifier_from_name(std::string_view name) {
    for (const auto& [modifier, bit] : modifiers) {
        if (same(modifier, name)) {
            return bit;
        }
    }
    return std::nullopt;
}

}  // namespace

Key without_needless_shift(Key key) {
    if (key.code == KeyCode::Plus || key.code == KeyCode::Question) {
        key.mods = static_cast<std::uint8_t>(key.mods & ~mod_shift);
    }
    return key;
}

std::optional<Key> key_from_name(std::string_view name) {
    Key key;
    // A plus that is the last character is the key itself and not what joins a modifier to it.
    for (std::size_t plus = name.find('+'); plus != std::string_view::npos && plus + 1 < name.size();
         plus = name.find('+')) {
        const auto modifier = modifier_from_name(name.substr(0, plus));
        if (!modifier) {
            return std::nullopt;
        }
        key.mods = static_cast<std::uint8_t>(key.mods | *modifier);
        name.remove_prefix(plus + 1);
    }
    const auto code = code_from_name(name);
    if (!code) {
        return std::nullopt;
    }
    key.code = *code;
    return without_needless_shift(key);
}

std::optional<KeyCode> key_from_character(char32_t character) {
    constexpr std::u32string_view characters = U"+-[]/?.,";  // in the order of KeyCode
    const std::size_t at = characters.find(character);
    return at == std::u32string_view::npos
               ? std::nullopt
               : std::optional{static_cast<KeyCode>(static_cast<std::size_t>(KeyCode::Plus) + at)};
}

std::string name_from_key(Key key) {
    std::string name;
    for (std::size_t i = 0; i < 3; ++i) {
        if ((key.mods & modifiers[i].second) != 0) {
            name += std::string{modifiers[i].first} + "+";
        }
    }
    return name + std::string{names[static_cast<std::size_t>(key.code)]};
}

}  // namespace app
