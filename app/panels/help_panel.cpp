// The sheet of keys.
#include "app/input/shortcuts.h"
#include "app/panels/panels.h"

#include <algorithm>
#include <string>

namespace app {

using render::RectPt;

namespace {

constexpr float row = 26.0F;
constexpr float heading = 34.0F;

}  // namespace

RectPt help_place(const AppState& state) {
    float height = 24.0F + 36.0F;
    std::string_view group;
    for (const Shortcut& key : shortcuts_in_help(state)) {
        height += key.group != group ? heading + row : row;
        group = key.group;
    }
    const render::SizePt size = state.camera.size;
    const float width = std::min(512.0F, size.width - 32.0F);
    height = std::min(height, size.height - 64.0F);
    const float left = (size.width - width) / 2.0F;
    const float top = (size.height - height) / 2.0F;
    return {left, top, left + width, top + height};
}

void draw_help(Canvas& canvas, const AppState& state, Commands& commands) {
    const render::Theme& theme = canvas.theme();
    const auto keys = shortcuts_in_help(state);
    const RectPt place = help_place(state);
    const float left = place.left;
    const float top = place.top;
    canvas.begin_panel("##keys", place, 12.0F, true);
    canvas.fill(place, theme.panel_raised, 12.0F);
    canvas.text("Keys", type::title, {left + 20.0F, top + 12.0F, place.right - 60.0F, top + 44.0F}, theme.text_1);
    const RectPt close{place.right - 44.0F, top + 12.0F, place.right - 12.0F, top + 44.0F};
    const Touch touched = canvas.control("close", close);
    canvas.icon(Icon::Close, close, theme.text_2);
    if (touched.clicked) {
        commands.emplace_back(ToggleHelp{});
    }
    const RectPt list{left, top + 48.0F, place.right, place.bottom - 8.0F};
    float y = canvas.begin_list("##list", list);
    std::string_view group;
    for (const Shortcut& key : keys) {
        if (key.group != group) {
            canvas.text(key.group, type::small_strong, {left + 20.0F, y + 8.0F, place.right, y + heading},
                        theme.text_3);
            y += heading;
            group = key.group;
        }
        const std::string name = key.keys.empty() ? name_from_key(key.key) : std::string{key.keys};
        canvas.key_cap(name, {left + 20.0F, y, left + 160.0F, y + row}, Align::Left);
        canvas.text(key.description, type::body, {left + 168.0F, y, place.right - 20.0F, y + row}, theme.text_1);
        y += row;
    }
    canvas.end_list(y);
    canvas.end_panel();
}

}  // namespace app
