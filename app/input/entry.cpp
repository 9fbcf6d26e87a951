#include "app/input/entry.h"

#include "app/input/today.h"
#include "app/input/typed_date.h"
#include "app/input/typed_speed.h"
#include "app/panels/palette_layout.h"
#include "app/panels/search_layout.h"

#include <string>

namespace app {

namespace {

Commands commands_of_date(const std::string& text, double playhead) {
    std::string why;
    const auto day = playhead_from_text(text, &why, {playhead, today()});
    return day ? Commands{EndTyping{}, Seek{*day, true}} : Commands{RefuseText{why}};
}

Commands commands_of_pair_day(const std::string& text, bool first, double playhead) {
    std::string why;
    const events::DayBase base{playhead, today()};
    const auto day = first ? first_day_from_text(text, &why, base) : playhead_from_text(text, &why, base);
    if (!day) {
        return {RefuseText{why}};
    }
    return {EndTyping{}, first ? Command{SetPairFrom{*day}} : Command{SetPairUntil{*day}}};
}

Commands commands_of_palette(const AppState& state, const World& world) {
    const std::vector<PaletteRow> rows = palette_rows(state, world);
    const auto chosen = chosen_row(state, rows.size());
    Commands commands;
    if (chosen) {
        commands = rows[*chosen].does;
        commands.insert(commands.begin(), EndTyping{});  // before what may open another field
    }
    return commands;
}

Commands commands_of_speed(const std::string& text) {
    std::string why;
    const auto speed = speed_from_text(text, &why);
    return speed ? Commands{EndTyping{}, SetSpeed{*speed}} : Commands{RefuseText{why}};
}

Commands commands_of_search(const AppState& state, const World& world) {
    const SearchPanel panel = search_panel(state, world);
    return panel.rows.empty() ? Commands{} : panel.rows[panel.chosen].commands;
}

}  // namespace

Commands commands_of_entry(const AppState& state, const World& world) {
    switch (state.typing->field) {
        case TextField::Date:
            return commands_of_date(state.typing->edit.text, state.time.playhead);
        case TextField::Palette:
            return commands_of_palette(state, world);
        case TextField::Speed:
            return commands_of_speed(state.typing->edit.text);
        case TextField::PairFrom:
        case TextField::PairUntil:
            return commands_of_pair_day(state.typing->edit.text, state.typing->field == TextField::PairFrom,
                                        state.time.playhead);
        case TextField::Search:
            return commands_of_search(state, world);
    }
    return {};
}

}  // namespace app
