// How much is wrong with the data, in a line.
#include "app/panels/panels.h"

#include <string>

namespace app {

using render::RectPt;

void draw_problems(Canvas& canvas, const AppState& state, const World& world) {
    if (world.problems.empty()) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    const std::size_t errors = geodata::count_errors(world.problems);
    const std::size_t warnings = world.problems.size() - errors;
    std::string words;
    if (errors > 0) {
        words = count_words(errors) + (errors == 1 ? " error" : " errors") + (warnings > 0 ? ", " : "");
    }
    if (warnings > 0) {
        words += count_words(warnings) + (warnings == 1 ? " warning" : " warnings");
    }
    words += " in the data";
    const RectPt place = panel_places(state, world).problems;
    canvas.begin_panel("##problems", place);
    canvas.icon(Icon::Warning, {place.left + 10.0F, place.top, place.left + 26.0F, place.bottom},
                errors > 0 ? theme.error : theme.warning);
    canvas.text(words, type::body, {place.left + 34.0F, place.top, place.right, place.bottom}, theme.text_1);
    canvas.help(canvas.touch("list", place), geodata::text_from_problem(world.problems.front()));
    canvas.end_panel();
}

}  // namespace app
