// One line of text that a person is typing, with its caret and its selection. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace app {

/// UTF-8. Caret and anchor are bytes from the start, always between two characters; what lies between the two is
/// selected.
struct EditedText {
    std::string text;
    std::size_t caret = 0;
    std::size_t anchor = 0;
    friend bool operator==(const EditedText&, const EditedText&) = default;
};

/// How far the caret goes, or how much is erased.
enum class TextStep : std::uint8_t { Left, Right, WordLeft, WordRight, Start, End };

struct InsertText {
    std::string text;
};  ///< in place of what is selected; control characters in it, line ends too, become spaces
struct EraseText {
    TextStep towards = TextStep::Left;
};  ///< what is selected; nothing selected: up to there
struct MoveCaret {
    TextStep step = TextStep::Left;
    bool select = false;  ///< the anchor stays
};
struct PlaceCaret {
    std::size_t byte = 0;
    bool select = false;
};  ///< at the start of the character there
struct SelectAllText {};
using TextEdit = std::variant<InsertText, EraseText, MoveCaret, PlaceCaret, SelectAllText>;

/// The text with all of it selected, as a field opens with what it holds: the first character replaces it.
[[nodiscard]] EditedText all_selected(std::string text);

/// The text after the edit. Never longer than 500 bytes: of an insertion as many characters are taken as fit.
[[nodiscard]] EditedText edited(EditedText text, const TextEdit& edit);

/// What is selected.
[[nodiscard]] std::string_view selected_part(const EditedText& text);

}  // namespace app
