// Where links run on screen, in coarse cells: found once for a frame, asked for every place that a label may take.
#pragma once

#include "app/scene/link_layout.h"
#include "render/camera.h"

#include <cstdint>
#include <vector>

namespace app {

class LinkMask {
public:
    /// Of the links' courses and hubs inside `screen`.
    LinkMask(const LinkScene& links, const render::RectPt& screen);
    /// A link runs through a box, give or take a cell of four points.
    [[nodiscard]] bool touches(const render::RectPt& box) const;

private:
    void draw(const render::RectPt& box);
    void draw(const render::Path& path, float reach);

    float left_;
    float top_;
    int columns_;
    int rows_;
    std::vector<std::uint8_t> cells_;
};

}  // namespace app
