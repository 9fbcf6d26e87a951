#include "app/state/edited_text.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t longest = 500;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t before(std::string_view text, std::size_t at) {
    do {
        at -= at > 0 ? 1 : 0;
    } while (at > 0 && continues(text[at]));
    return at;
}

std::size_t after(std::string_view text, std::size_t at) {
    do {
        at += at < text.size() ? 1 : 0;
    } while (at < text.size() && continues(text[at]));
    return at;
}

std::size_t stepped(std::string_view text, std::size_t at, TextStep step) {
    switch (step) {
        case TextStep::Left:
            return before(text, at);
        case TextStep::Right:
            return after(text, at);
        case TextStep::WordLeft:
            while (at > 0 && text[at - 1] == ' ') {
                --at;
            }
            while (at > 0 && text[at - 1] != ' ') {
                --at;
            }
            return at;
        case TextStep::WordRight:
            while (at < text.size() && text[at] != ' ') {
                ++at;
            }
            while (at < text.size() && text[at] == ' ') {
                ++at;
            }
            return at;
        case TextStep::Start:
            return 0;
        case TextStep::End:
            break;
    }
    return text.size();
}

/// As many whole characters as fit into so many bytes, on one line.
std::string fitting_line(std::string_view text, std::size_t room) {
    std::size_t end = std::min(room, text.size());
    while (end > 0 && end < text.size() && continues(text[end])) {
        --end;
    }
    std::string line{text.substr(0, end)};
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }, ' ');
    return line;
}

void erase_selected(EditedText& text) {
    const auto [from, to] = std::pair{std::min(text.caret, text.anchor), std::max(text.caret, text.anchor)};
    text.text.erase(from, to - from);
    text.caret = text.anchor = from;
}

struct Editor {
    EditedText& text;

    void operator()(const InsertText& e) const {
        erase_selected(text);
        const std::string line = fitting_line(e.text, longest - std::min(longest, text.text.size()));
        text.text.insert(text.caret, line);
        text.caret = text.anchor = text.caret + line.size();
    }
    void operator()(const EraseText& e) const {
        if (text.caret == text.anchor) {
            text.anchor = stepped(text.text, text.caret, e.towards);
        }
        erase_selected(text);
    }
    void operator()(const MoveCaret& e) const {
        const bool jumps = !e.select && text.caret != text.anchor;  // to the end of what was selected
        if (jumps && e.step == TextStep::Left) {
            text.caret = std::min(text.caret, text.anchor);
        } else if (jumps && e.step == TextStep::Right) {
            text.caret = std::max(text.caret, text.anchor);
        } else {
            text.caret = stepped(text.text, text.caret, e.step);
        }
        text.anchor = e.select ? text.anchor : text.caret;
    }
    void operator()(const PlaceCaret& e) const {
        text.caret = std::min(e.byte, text.text.size());
        while (text.caret > 0 && text.caret < text.text.size() && continues(text.text[text.caret])) {
            --text.caret;
        }
        text.anchor = e.select ? text.anchor : text.caret;
    }
    void operator()(const SelectAllText&) const {
        text.anchor = 0;
        text.caret = text.text.size();
    }
};

}  // namespace

EditedText all_selected(std::string text) {
    const std::size_t end = text.size();
    return {std::move(text), end, 0};
}

EditedText edited(EditedText text, const TextEdit& edit) {
    std::visit(Editor{text}, edit);
    return text;
}

std::string_view selected_part(const EditedText& text) {
    const auto [from, to] = std::pair{std::min(text.caret, text.anchor), std::max(text.caret, text.anchor)};
    return std::string_view{text.text}.substr(from, to - from);
}

}  // namespace app
