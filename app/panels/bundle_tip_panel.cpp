// Draws the tip of the bundle under the pointer.
#include "app/panels/bundle_tip_layout.h"
#include "app/panels/panels.h"

#include <algorithm>

namespace app {

using render::RectPt;

void draw_bundle_tip(Canvas& canvas, const AppState& state, const MapView& view) {
    constexpr double rest_s = 0.5;
    const auto& bundles = view.links().bundles.bundles;
    const auto found = std::find_if(bundles.begin(), bundles.end(), [&](const BundleLayout& layout) {
        return state.hover.pair && pair_of(layout.bundle) == *state.hover.pair;
    });
    if (state.pointer_rest_s < rest_s || found == bundles.end()) {
        return;
    }
    const BundleTip tip = bundle_tip(found->bundle, view.world());
    const render::Theme& theme = canvas.theme();
    float width = canvas.width(tip.title, type::body_bold) + canvas.width(tip.total, type::body_strong) + 24.0F;
    for (const std::string& note : tip.notes) {
        width = std::max(width, canvas.width(note, type::small));
    }
    width = std::clamp(width, 144.0F, 328.0F) + 32.0F;
    const float height = 28.0F + 24.0F * static_cast<float>(tip.rows.size()) +
                         (tip.notes.empty() ? 0.0F : 16.0F * static_cast<float>(tip.notes.size()) + 9.0F) + 20.0F;
    const render::SizePt size = state.camera.size;
    float left = state.pointer.x + 16.0F;
    left = left + width > size.width - 8.0F ? state.pointer.x - width - 12.0F : left;
    const float top = std::max(8.0F, std::min(state.pointer.y + 18.0F, size.height - 8.0F - height));
    const RectPt place{left, top, left + width, top + height};
    canvas.begin_panel("##bundle", place, 8.0F, true);
    canvas.fill(place, theme.panel_raised, 8.0F);
    const float inner_left = left + 16.0F;
    const float inner_right = place.right - 16.0F;
    float y = top + 10.0F;
    const float total = canvas.width(tip.total, type::body_strong);
    canvas.text(tip.title, type::body_bold, {inner_left, y, inner_right - total - 8.0F, y + 24.0F}, theme.text_1);
    canvas.text(tip.total, type::body_strong, {inner_left, y, inner_right, y + 24.0F}, theme.text_1, Align::Right);
    y += 28.0F;
    for (const BundleTipRow& row : tip.rows) {
        canvas.glyph(row.kind, {inner_left, y, inner_left + 16.0F, y + 24.0F});
        canvas.text(row.label, type::body, {inner_left + 28.0F, y, inner_right - 40.0F, y + 24.0F}, theme.text_2);
        canvas.text(row.count, type::body_strong, {inner_left, y, inner_right, y + 24.0F}, theme.text_1, Align::Right);
        y += 24.0F;
    }
    if (!tip.notes.empty()) {
        canvas.fill({inner_left, y + 4.0F, inner_right, y + 5.0F}, theme.hairline);
        y += 9.0F;
    }
    for (const std::string& note : tip.notes) {
        canvas.text(note, type::small, {inner_left, y, inner_right, y + 16.0F}, theme.text_2);
        y += 16.0F;
    }
    canvas.end_panel();
}

}  // namespace app
