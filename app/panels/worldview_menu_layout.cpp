#include "app/panels/worldview_menu_layout.h"

#include <algorithm>

namespace app {

namespace {

constexpr float margin = 16.0F;
constexpr float gap = 8.0F;
constexpr float menu_width = 256.0F;
constexpr float title_height = 36.0F;

bool has_neutral(const World& world) {
    return world.ground.boundaries.empty() || !world.worldviews.empty();
}

}  // namespace

std::string worldview_words(const AppState& state, const World& world) {
    const std::string& id = state.ground.worldview;
    const auto view = std::find_if(world.worldviews.begin(), world.worldviews.end(),
                                   [&](const geodata::Worldview& v) { return v.id == id; });
    if (view != world.worldviews.end()) {
        return "Boundaries: " + view->name;
    }
    return has_neutral(world) ? "Boundaries: neutral" : "Boundaries: own file";
}

float worldview_button_width(bool icon_only) {
    return icon_only ? 41.0F : 184.0F;
}

WorldviewMenu worldview_menu(const AppState& state, const World& world, const render::RectPt& toolbar, float bottom) {
    WorldviewMenu menu;
    const std::string& chosen = state.ground.worldview;
    menu.rows.push_back(has_neutral(world) ? WorldviewRow{"", "Neutral", "disputed is dashed", chosen.empty()}
                                           : WorldviewRow{"", "As in the file", "", true});
    for (const geodata::Worldview& view : world.worldviews) {
        menu.rows.push_back({view.id, view.name, view.id, view.id == chosen});
    }
    const float left = std::max(margin, std::min(toolbar.left, state.camera.size.width - margin - menu_width));
    const float top = toolbar.bottom + gap;
    const float wanted = title_height + static_cast<float>(menu.rows.size()) * menu.row_height + gap;
    const float height = std::clamp(bottom - margin - top, title_height + menu.row_height + gap, wanted);
    menu.place = {left, top, left + menu_width, top + height};
    menu.title = {left + margin, top, left + menu_width - margin, top + title_height};
    menu.list = {left, menu.title.bottom, menu.place.right, menu.place.bottom - gap};
    return menu;
}

}  // namespace app
