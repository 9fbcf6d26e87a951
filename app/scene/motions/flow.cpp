#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app::motions {

namespace {

/// Two beads on a short line: trade within one place.
void flow_mark(const Brush& b, ScreenPt at) {
    b.knock_out(at, 9.0F);
    b.stroke(render::path_from_points({{at.x - 10.0F, at.y}, {at.x + 10.0F, at.y}}),
             b.doubted({.hue = b.faded(0.6F), .half_width = 0.55F}), false);
    const float sway = b.still || b.broken() || b.phase.over ? 0.0F : 2.0F * std::sin(2.0F * pi * b.clock() / 2.4F);
    for (const auto& [off, radius] : {std::pair{-4.5F, 2.4F}, {4.0F, 3.2F}}) {
        b.mark({.at = {at.x + off + sway, at.y},
                .hue = b.hue,
                .radius = radius,
                .ring = b.broken() ? 0.8F : 0.0F,
                .glow = 0.26F,
                .sigma = 4.5F,
                .white = b.white(0.4F)});
    }
    b.strike_out(at, 0.0F);
}

}  // namespace

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
        flow_mark(b, *b.link.hub);
    }
}

}  // namespace app::motions
