#include "app/panels/toggle_switch.h"

namespace app {

Touch toggle_switch(Canvas& canvas, std::string_view id, const render::RectPt& row, std::string_view words, bool on) {
    const render::Theme& theme = canvas.theme();
    constexpr render::SizePt size{28.0F, 16.0F};
    const Touch touched = canvas.control(id, {row.left - 8.0F, row.top, row.right + 8.0F, row.bottom}, false, 6.0F);
    const float middle = row.center().y;
    const render::RectPt track{row.right - size.width, middle - size.height / 2.0F, row.right,
                               middle + size.height / 2.0F};
    canvas.text(words, type::body, {row.left, row.top, track.left - 8.0F, row.bottom},
                on || touched.hovered ? theme.text_1 : theme.text_2);
    canvas.fill(track, on ? theme.solid : theme.fill_selected, size.height / 2.0F);
    canvas.outline(track, on ? theme.solid : theme.hairline_strong, size.height / 2.0F);
    const float radius = size.height / 2.0F - 2.5F;
    const float x = on ? track.right - size.height / 2.0F : track.left + size.height / 2.0F;
    canvas.disc({x, middle}, radius, on ? theme.on_solid : theme.text_2);
    return touched;
}

}  // namespace app
