#include "app/input/typing_keys.h"

#include "app/input/entry.h"
#include "app/panels/search_layout.h"

#include <algorithm>
#include <string>

namespace app {

namespace {

std::optional<TextStep> step_of(Key key) {
    const bool word = (key.mods & mod_ctrl) != 0;
    switch (key.code) {
        case KeyCode::Left:
            return word ? TextStep::WordLeft : TextStep::Left;
        case KeyCode::Right:
            return word ? TextStep::WordRight : TextStep::Right;
        case KeyCode::Home:
            return TextStep::Start;
        case KeyCode::End:
            return TextStep::End;
        default:
            return std::nullopt;
    }
}

Commands copied(const EditedText& text, bool cut) {
    const std::string part{selected_part(text)};
    if (part.empty()) {
        return {};
    }
    Commands commands{RunErrand{CopyText{part}}};
    if (cut) {
        commands.emplace_back(EditText{EraseText{}});
    }
    return commands;
}

/// Up and down among what is offered, and not beyond the last.
Commands chosen_row(const AppState& state, const World& world, int by) {
    if (state.typing->field != TextField::Search) {
        return {ChooseRow{by}};
    }
    const SearchPanel panel = search_panel(state, world);
    const int last = std::max(0, static_cast<int>(panel.rows.size()) - 1);
    return {ChooseRow{std::clamp(static_cast<int>(panel.chosen) + by, 0, last) - state.typing->chosen}};
}

bool is_everywhere_the_same(Key key) {
    return key.code == KeyCode::Escape || (key.code >= KeyCode::F1 && key.code <= KeyCode::F12) ||
           (key.mods & (mod_ctrl | mod_alt)) != 0;
}

}  // namespace

std::optional<Commands> commands_while_typing(Key key, const AppState& state, const World& world) {
    const bool word = (key.mods & mod_ctrl) != 0;
    if (const auto step = step_of(key); step && (key.mods & mod_alt) == 0) {
        return Commands{EditText{MoveCaret{*step, (key.mods & mod_shift) != 0}}};
    }
    switch (key.code) {
        case KeyCode::Backspace:
            return Commands{EditText{EraseText{word ? TextStep::WordLeft : TextStep::Left}}};
        case KeyCode::Delete:
            return Commands{EditText{EraseText{word ? TextStep::WordRight : TextStep::Right}}};
        case KeyCode::Up:
            return chosen_row(state, world, -1);
        case KeyCode::Down:
            return chosen_row(state, world, 1);
        case KeyCode::Enter:
            return commands_of_entry(state, world);
        default:
            break;
    }
    if (key.mods == mod_ctrl) {
        switch (key.code) {
            case KeyCode::A:
                return Commands{EditText{SelectAllText{}}};
            case KeyCode::C:
            case KeyCode::X:
                return copied(state.typing->edit, key.code == KeyCode::X);
            case KeyCode::V:
                return Commands{RunErrand{PasteText{}}};
            default:
                break;
        }
    }
    return is_everywhere_the_same(key) ? std::nullopt : std::optional{Commands{}};
}

}  // namespace app
