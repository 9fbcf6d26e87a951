#include "app/input/entry.h"

#include "app/input/typed_date.h"
#include "app/panels/search_layout.h"

#include <string>

namespace app {

namespace {

Commands commands_of_date(const std::string& text) {
    std::string why;
    const auto day = playhead_from_text(text, &why);
    return day ? Commands{EndTyping{}, Seek{*day, true}} : Commands{RefuseText{why}};
}

Commands commands_of_search(const AppState& state, const World& world) {
    const SearchPanel panel = search_panel(state, world);
    return panel.rows.empty() ? Commands{} : panel.rows[panel.chosen].commands;
}

}  // namespace

Commands commands_of_entry(const AppState& state, const World& world) {
    switch (state.typing->field) {
        case TextField::Date:
            return commands_of_date(state.typing->edit.text);
        case TextField::Search:
            return commands_of_search(state, world);
    }
    return {};
}

}  // namespace app
