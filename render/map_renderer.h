// Draws one frame of the map: the base map, what is under the pointer, links, names. The order of drawing is the order
// of the lines in `draw`. The window, exports, tests and the benchmark all call this.
#pragma once

#include "render/layers/base_map.h"
#include "render/layers/label_layer.h"
#include "render/layers/link_layer.h"
#include "render/text/text.h"

#include <optional>

namespace render {

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

private:
    BaseMap base_map_;
    LinkLayer links_;
    LabelLayer labels_;
};

}  // namespace render
