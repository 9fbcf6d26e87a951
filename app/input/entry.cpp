#include "app/input/entry.h"

#include "app/input/typed_date.h"

#include <string>

namespace app {

namespace {

Commands commands_of_date(const std::string& text) {
    std::string why;
    const auto day = playhead_from_text(text, &why);
    return day ? Commands{EndTyping{}, Seek{*day, true}} : Commands{RefuseText{why}};
}

Commands commands_of_pair_day(const std::string& text, bool first) {
    std::string why;
    const auto day = first ? first_day_from_text(text, &why) : playhead_from_text(text, &why);
    if (!day) {
        return {RefuseText{why}};
    }
    return {EndTyping{}, first ? Command{SetPairFrom{*day}} : Command{SetPairUntil{*day}}};
}

}  // namespace

Commands commands_of_entry(const AppState& state, const World&) {
    switch (state.typing->field) {
        case TextField::Date:
            return commands_of_date(state.typing->edit.text);
        case TextField::PairFrom:
            return commands_of_pair_day(state.typing->edit.text, true);
        case TextField::PairUntil:
            return commands_of_pair_day(state.typing->edit.text, false);
    }
    return {};
}

}  // namespace app
