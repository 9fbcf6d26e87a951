// What stands beside the pointer after it has rested on a link or a country.
#include "app/panels/panels.h"

#include <algorithm>
#include <string>

namespace app {

using render::RectPt;

void draw_tooltip(Canvas& canvas, const AppState& state, const World& world) {
    constexpr double rest_s = 0.5;
    if (state.pointer_rest_s < rest_s || (!state.hover.event && !state.hover.country)) {
        return;
    }
    const render::Theme& theme = canvas.theme();
    std::string title;
    std::string second;
    if (state.hover.event) {
        const events::Event& event = (*world.events)[*state.hover.event];
        title = event.title;
        second = event.date_words;
    } else {
        const geodata::Country& country = (*world.boundaries)[*state.hover.country];
        title = world.name_of(country.code);
        const auto all = world.events->of_country(country.code).size();
        second = all == 0 ? "no events" : count_words(all) + (all == 1 ? " event in all" : " events in all");
    }
    const float lead = state.hover.event ? 28.0F : 0.0F;
    const float width = std::min(
        360.0F, std::max(canvas.width(title, type::body_strong), canvas.width(second, type::small)) + 24.0F + lead);
    const render::SizePt size = state.camera.size;
    float left = state.pointer.x + 16.0F;
    float top = state.pointer.y + 18.0F;
    left = left + width > size.width - 8.0F ? state.pointer.x - width - 12.0F : left;
    top = top + 52.0F > size.height - 8.0F ? state.pointer.y - 60.0F : top;
    const RectPt place{left, top, left + width, top + 52.0F};
    canvas.begin_panel("##tooltip", place, 8.0F, true);
    canvas.fill(place, theme.panel_raised, 8.0F);
    if (state.hover.event) {
        const events::Event& event = (*world.events)[*state.hover.event];
        canvas.glyph(event.kind, {left + 12.0F, top + 8.0F, left + 28.0F, top + 26.0F});
    }
    canvas.text(title, type::body_strong, {left + 12.0F + lead, top + 7.0F, place.right - 10.0F, top + 27.0F},
                theme.text_1);
    canvas.text(second, type::small, {left + 12.0F + lead, top + 27.0F, place.right - 10.0F, top + 45.0F},
                theme.text_2);
    canvas.end_panel();
}

}  // namespace app
