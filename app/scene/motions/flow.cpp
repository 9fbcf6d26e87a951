#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>

namespace app::motions {

void draw_flow(const Brush& b) {
    const float share = b.link.value_share;
    const float radius = share > 0.0F ? lerp(1.6F, 4.5F, std::sqrt(share)) : 2.1F;
    for (const Path& path : b.link.paths) {
        if (b.broken()) {
            b.stroke(b.up_to_arrow(path, 7.0F), b.doubted({.hue = b.hue, .half_width = 0.9F}));
            b.arrow(path, 7.0F, 1.0F);
        } else {
            b.stroke(b.up_to_arrow(path, 6.5F), {.hue = b.hue,
                                                 .pattern = b.doubtful ? Pattern::Dots : Pattern::Solid,
                                                 .half_width = 0.5F,
                                                 .opacity = 0.35F,
                                                 .opacity_end = 0.6F,
                                                 .dash = 5.0F,
                                                 .gap = 0.8F});
            b.stroke(path,
                     {.hue = b.faded(b.doubtful ? 0.8F : 1.0F),
                      .pattern = Pattern::Beads,
                      .half_width = 0.8F,
                      .white = b.white(0.4F),
                      .glow = 0.26F,
                      .sigma = 4.5F,
                      .dash = 26.0F,
                      .gap = radius,
                      .phase = 36.0F * b.clock(),
                      .tail = 13.0F},
                     false);
            b.arrow(path, 6.5F, 0.95F);
        }
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        b.strike_out(middle.at, middle.angle);
    }
    if (b.link.paths.empty() && b.link.hub) {
        b.mark({.at = *b.link.hub, .hue = b.hue, .radius = 3.5F + b.extra, .glow = 0.26F});
    }
}

}  // namespace app::motions
