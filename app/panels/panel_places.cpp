#include "app/panels/panel_places.h"

#include "app/panels/timeline_layout.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr float margin = 16.0F;
constexpr float gap = 8.0F;
constexpr float furniture_height = 72.0F;  // scale, statement, date and sources along the lower edge of a bare map

}  // namespace

bool is_small_window(render::SizePt size) {
    return size.width < 1500.0F || size.height < 900.0F;
}

bool has_card(const AppState& state) {
    return !state.selection.countries.empty() || state.selection.event.has_value();
}

render::RectPt date_tab_at(float x, const render::RectPt& timeline) {
    constexpr render::SizePt tab{216.0F, 48.0F};
    const float most = std::max(timeline.right - margin - tab.width, timeline.left + margin);
    const float left = std::round(std::clamp(x - tab.width / 2.0F, timeline.left + margin, most));
    return {left, timeline.top - tab.height, left + tab.width, timeline.top};
}

PanelPlaces panel_places(const AppState& state, const World& world, std::optional<float> tab_x) {
    const render::SizePt size = state.camera.size;
    const bool small = is_small_window(size);
    const float timeline = std::min(timeline_rows(size, world.events->size()).height, size.height * 0.6F);
    PanelPlaces places;
    places.timeline = {0.0F, size.height - timeline, size.width, size.height};
    const float card_width = small ? 320.0F : 384.0F;
    const float card_bottom = std::min(places.timeline.top - margin, margin + 960.0F);
    places.card = {margin, margin, margin + card_width, card_bottom};
    const float toolbar_width = 213.0F + (small ? 0.0F : toolbar_word_width);
    places.toolbar = {size.width - margin - toolbar_width, margin, size.width - margin, margin + 40.0F};
    constexpr float problems_width = 232.0F;
    places.problems = {places.toolbar.left - gap - problems_width, margin, places.toolbar.left - gap, margin + 40.0F};
    const auto kinds = static_cast<float>(std::max<std::size_t>(10, world.events->kinds().all().size()));
    const float legend_width = small ? 40.0F : 216.0F;
    const float legend_height =
        small ? 16.0F + kinds * 24.0F
              : 12.0F + 28.0F + kinds * 24.0F + 17.0F + (world.events->not_on_map() > 0 ? 4.0F : 3.0F) * 24.0F + 8.0F;
    const float legend_top = std::max(places.toolbar.bottom + gap, places.timeline.top - margin - legend_height);
    places.legend = {size.width - margin - legend_width, legend_top, size.width - margin, places.timeline.top - margin};
    if (tab_x) {
        const render::RectPt tab = date_tab_at(*tab_x, places.timeline).grown(gap);
        for (render::RectPt* panel : {&places.card, &places.legend}) {
            panel->bottom =
                panel->left < tab.right && tab.left < panel->right ? std::min(panel->bottom, tab.top) : panel->bottom;
        }
        places.legend.top = std::max(places.toolbar.bottom + gap, places.legend.bottom - legend_height);
    }
    return places;
}

render::RectPt free_map(const AppState& state, const World& world) {
    render::RectPt free{0.0F, 0.0F, state.camera.size.width, state.camera.size.height};
    free.bottom -= std::min(furniture_height, free.bottom / 4.0F);
    if (state.panels_shown) {
        const PanelPlaces places = panel_places(state, world);
        free.bottom = places.timeline.top;
        free.right = state.legend_shown ? places.legend.left - gap : free.right;
        free.top = free.right > places.toolbar.left ? places.toolbar.bottom + gap : margin;
        free.left = has_card(state) ? places.card.right + gap : 0.0F;
    }
    return free;
}

}  // namespace app
