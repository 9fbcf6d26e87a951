#include "app/panels/loading_layout.h"

#include "app/panels/panel_places.h"

#include <algorithm>
#include <cmath>

namespace app {

LoadingLayout loading_layout(const AppState& state, const World& world) {
    constexpr float margin = 16.0F;
    constexpr float gap = 8.0F;
    constexpr float height = 56.0F;
    constexpr float widest = 416.0F;
    constexpr float button_width = 72.0F;
    constexpr float bar_height = 4.0F;
    const render::RectPt timeline = panel_places(state, world).timeline;
    const render::RectPt tab = date_tab_at(timeline.center().x, timeline);
    const float width = std::min(widest, state.camera.size.width - 2.0F * margin);
    const float left = std::round((state.camera.size.width - width) / 2.0F);
    const float bottom = tab.top - gap;

    LoadingLayout layout;
    layout.place = {left, bottom - height, left + width, bottom};
    layout.button = {layout.place.right - gap - button_width, layout.place.top + gap, layout.place.right - gap,
                     layout.place.top + gap + 32.0F};
    layout.words_place = {layout.place.left + margin, layout.button.top, layout.button.left - gap,
                          layout.button.bottom};
    layout.track = {layout.place.left + margin, layout.place.bottom - gap - bar_height, layout.place.right - margin,
                    layout.place.bottom - gap};
    layout.bar = layout.track;
    layout.bar.right = layout.track.left + layout.track.width() * static_cast<float>(state.loading->percent) / 100.0F;
    layout.words = state.loading->stopping ? "Stopping"
                   : state.loading->file.empty()
                       ? "Reading events"
                       : "Reading " + state.loading->file + ": " + std::to_string(state.loading->percent) + " %";
    return layout;
}

}  // namespace app
