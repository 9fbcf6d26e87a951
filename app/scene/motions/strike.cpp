#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>

namespace app::motions {

namespace {

void pulse(const Brush& b, ScreenPt at) {
    for (int i = 0; i < 2; ++i) {
        const float v = std::fmod(b.clock() / 1.6F + 0.45F * static_cast<float>(i) + 0.3F, 1.0F);
        Mark ring{.shape = Shape::Star,
                  .at = at,
                  .hue = b.faded(0.85F * (1.0F - v)),
                  .radius = lerp(5.0F, 22.0F, v),
                  .ring = 0.75F,
                  .glow = 0.2F};
        if (b.doubtful || b.broken()) {
            ring.shape = Shape::Disc;
            ring.dots = std::max(6, static_cast<int>(2.0F * pi * ring.radius / 6.0F));
            ring.ring = 1.0F;
        }
        b.mark(ring);
    }
    b.mark({.at = at,
            .hue = b.hue,
            .radius = 2.8F,
            .ring = b.broken() ? 0.8F : 0.0F,
            .glow = 0.35F,
            .sigma = 8.0F,
            .white = b.white(0.2F)});
}

}  // namespace

void draw_strike(const Brush& b) {
    const float breath = b.phase.over || b.still ? 0.6F : 1.0F + 0.4F * std::sin(2.0F * pi * b.clock() / 1.2F);
    for (const Path& path : b.link.paths) {
        b.stroke(path, {.hue = b.hue,
                        .pattern = Pattern::Zigzag,
                        .half_width = 1.2F,
                        .glow = (b.certainty() == Certainty::Whole ? 0.20F : 0.08F) * breath,
                        .dash = 5.5F,
                        .gap = 3.4F,
                        .certainty = b.certainty()});
        if (b.is_pointed()) {
            b.arrow(path, 7.0F, 0.95F);
        }
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        b.strike_out(middle.at, middle.angle);
    }
    if (b.link.hub) {
        pulse(b, *b.link.hub);
        b.strike_out(*b.link.hub, 0.0F);
    }
}

}  // namespace app::motions
