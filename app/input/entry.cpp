#include "app/input/entry.h"

#include "app/input/typed_date.h"
#include "app/input/typed_speed.h"

#include <string>

namespace app {

namespace {

Commands commands_of_date(const std::string& text) {
    std::string why;
    const auto day = playhead_from_text(text, &why);
    return day ? Commands{EndTyping{}, Seek{*day, true}} : Commands{RefuseText{why}};
}

Commands commands_of_speed(const std::string& text) {
    std::string why;
    const auto speed = speed_from_text(text, &why);
    return speed ? Commands{EndTyping{}, SetSpeed{*speed}} : Commands{RefuseText{why}};
}

}  // namespace

Commands commands_of_entry(const AppState& state, const World&) {
    switch (state.typing->field) {
        case TextField::Date:
            return commands_of_date(state.typing->edit.text);
        case TextField::Speed:
            return commands_of_speed(state.typing->edit.text);
    }
    return {};
}

}  // namespace app
