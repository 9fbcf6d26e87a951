#include "render/map_renderer.h"

#include <utility>

namespace render {

void MapRenderer::warm_up() {
    base_map_.warm_up();
    links_.warm_up();
}

void MapRenderer::draw(const Frame& frame, text::AtlasImage& atlas, bool may_lag, std::uint32_t framebuffer) {
    const float px_per_pt = frame.style.px_per_pt;
    const Theme& theme = *frame.style.theme;
    panel_links_.clear();
    size_ = frame.camera.size;
    px_per_pt_ = px_per_pt;
    white_hot_ = theme.white_hot;
    links_.upload(frame.links);
    labels_.upload(frame.text, atlas);

    base_map_.draw(frame.camera, frame.style, may_lag, framebuffer);
    if (frame.outlined_country) {
        base_map_.draw_outline(frame.camera, px_per_pt, framebuffer, *frame.outlined_country,
                               with_alpha(theme.outline, 0.7F), 0.5F);
    }
    links_.draw(frame.camera.size, px_per_pt, theme.white_hot, framebuffer);
    labels_.draw(frame.camera.size, px_per_pt, framebuffer);
}

PanelLinks& MapRenderer::keep_for_panel(LinkBatch links, const RectPt& clip) {
    return panel_links_.emplace_back(PanelLinks{*this, std::move(links), clip});
}

void MapRenderer::draw_in_panel(const PanelLinks& panel_links) {
    panel_layer_.upload(panel_links.links);
    panel_layer_.draw(size_, px_per_pt_, white_hot_, panel_framebuffer_, panel_links.clip);
}

}  // namespace render
