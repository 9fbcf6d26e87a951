#include "render/map_renderer.h"

namespace render {

void MapRenderer::warm_up() {
    base_map_.warm_up();
    links_.warm_up();
}

void MapRenderer::draw(const Frame& frame, text::AtlasImage& atlas, bool may_lag, std::uint32_t framebuffer) {
    const float px_per_pt = frame.style.px_per_pt;
    const Theme& theme = *frame.style.theme;
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

}  // namespace render
