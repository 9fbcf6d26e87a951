// Keys as values, apart from any windowing library, and their names for people, tests and the control socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// Characters that a keyboard may need Shift for (+ ?) are keys of their own: Shift does not count as theirs.
// clang-format off
enum class KeyCode : std::uint8_t {
    Space, Left, Right, Up, Down, Home, End, PageUp, PageDown, Escape, Enter, Tab, Backspace, Delete,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
    A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z,
    Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9,
    Plus, Minus, LeftBracket, RightBracket, Slash, Question, Period, Comma,
};
// clang-format on
inline constexpr int key_code_count = static_cast<int>(KeyCode::Comma) + 1;

inline constexpr std::uint8_t mod_shift = 1;
inline constexpr std::uint8_t mod_ctrl = 2;
inline constexpr std::uint8_t mod_alt = 4;

struct Key {
    std::uint8_t mods = 0;  ///< mod_shift | mod_ctrl | mod_alt
    KeyCode code = KeyCode::Space;
    friend bool operator==(const Key&, const Key&) = default;
};

/// The key without a Shift that its character needs anyway (Plus, Question).
[[nodiscard]] Key without_needless_shift(Key key);

/// "Ctrl+Right", "Shift+Home", "Space", "F12", "K", "+", "Ctrl++", "?". Case does not matter; Control, Esc, Return,
/// PgUp, PgDn and the names of characters (Plus, Minus, Question, ...) are understood too. Nothing for any other text.
[[nodiscard]] std::optional<Key> key_from_name(std::string_view name);

/// Characters that sit elsewhere on each keyboard are known by what they type: "+", "-", "[", "]", "/", "?", ".", ",".
[[nodiscard]] std::optional<KeyCode> key_from_character(char32_t character);

/// The name that people read: "Ctrl+Right", "Esc", "Page Up", "+". key_from_name understands it.
[[nodiscard]] std::string name_from_key(Key key);

}  // namespace app
