// Draws one frame of the map: the base map, what is under the pointer, links, names. The order of drawing is the order
// of the lines in `draw`. The window, exports, tests and the benchmark all call this.
#pragma once

#include "render/layers/base_map.h"
#include "render/layers/label_layer.h"
#include "render/layers/link_layer.h"
#include "render/text/text.h"

#include <deque>
#include <optional>

namespace render {

class MapRenderer;

/// Links that a panel shows, in the window's points, and who draws them.
struct PanelLinks {
    MapRenderer& renderer;
    LinkBatch links;
    RectPt clip;  ///< of the list that they stand in
};

/// Everything that one frame depends on.
struct Frame {
    Camera camera;
    BaseMapStyle style;
    std::optional<std::uint32_t> outlined_country;  ///< under the pointer
    LinkBatch links;
    TextBatch text;
};

class MapRenderer {
public:
    [[nodiscard]] BaseMap& base_map() { return base_map_; }
    [[nodiscard]] const BaseMap& base_map() const { return base_map_; }
    [[nodiscard]] LabelLayer& labels() { return labels_; }

    /// Lets the driver compile everything now; see BaseMap::warm_up.
    void warm_up();

    /// Draws into the framebuffer, whose size is the camera's size times px_per_pt. `may_lag`: see BaseMap::draw.
    void draw(const Frame& frame, text::AtlasImage& atlas, bool may_lag, std::uint32_t framebuffer);

    /// Keeps links that panels show, where they are, until the next frame of the map.
    [[nodiscard]] PanelLinks& keep_for_panel(LinkBatch links, const RectPt& clip);
    /// Panels are drawn into this framebuffer.
    void panels_go_to(std::uint32_t framebuffer) { panel_framebuffer_ = framebuffer; }
    /// Draws such links over what has been drawn of the panels. Leaves OpenGL's state changed.
    void draw_in_panel(const PanelLinks& panel_links);

private:
    BaseMap base_map_;
    LinkLayer links_;
    LinkLayer panel_layer_;
    std::deque<PanelLinks> panel_links_;
    std::uint32_t panel_framebuffer_ = 0;
    SizePt size_;  // of the last frame, with the next two
    float px_per_pt_ = 1.0F;
    Rgba white_hot_;
    LabelLayer labels_;
};

}  // namespace render
