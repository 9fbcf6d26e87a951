#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>

namespace app::motions {

namespace {

void spoke(const Brush& b, const Path& path, float shown) {
    const Path lit = render::piece(path, 0.0F, path.length() * shown);
    b.stroke(lit, b.doubted({.hue = b.hue,
                             .half_width = 0.4F,
                             .half_width_end = 1.15F,
                             .opacity = 0.3F,
                             .opacity_end = 0.85F,
                             .glow = 0.10F}));
    const bool runs = !b.broken() && !b.doubtful && !b.phase.over && !b.still;
    for (int i = 0; runs && i < 2; ++i) {
        const float u = std::fmod(b.clock() / 2.0F + static_cast<float>(i) / 2.0F, 1.0F);
        if (u <= shown) {
            b.mark({.at = render::at(path, u * path.length()).at,
                    .hue = b.faded(lerp(0.5F, 1.0F, u)),
                    .radius = 1.5F,
                    .glow = 0.22F,
                    .sigma = 4.0F,
                    .white = b.white(0.55F)});
        }
    }
}

}  // namespace

void draw_gather(const Brush& b) {
    const float shown =
        b.broken() || b.phase.over ? 1.0F : std::min(1.0F, 5.0F * static_cast<float>(b.phase.passed) + 0.05F);
    for (const Path& path : b.link.paths) {
        spoke(b, path, shown);
    }
    if (!b.link.hub) {
        return;
    }
    const bool during = !b.phase.over && !b.broken();
    Mark ring{.at = *b.link.hub,
              .hue = b.hue,
              .radius = 8.0F * b.width,
              .ring = 1.0F,
              .glow = during ? 0.3F : 0.06F,
              .sigma = 7.0F};
    ring.dashes = b.broken() ? 8 : 0;
    ring.dots = !b.broken() && b.doubtful ? 10 : 0;
    ring.ring = ring.dots > 0 ? 1.15F : ring.ring;
    b.mark(ring);
    b.mark({.at = *b.link.hub, .hue = b.hue, .radius = 2.4F, .white = b.white(0.6F)});
    b.strike_out(*b.link.hub, 0.0F);
}

}  // namespace app::motions
