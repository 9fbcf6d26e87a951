#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>

namespace app::motions {

void draw_ripple(const Brush& b) {
    for (const Path& path : b.link.paths) {
        const float length = path.length();
        const float pitch = length > 260.0F ? 27.0F : 17.0F;
        const bool runs = !b.broken() && !b.phase.over;
        b.stroke(path, {.hue = b.faded(runs ? 1.0F : 0.62F),
                        .pattern = Pattern::Ripple,
                        .half_width = 1.0F,
                        .half_width_end = b.plain ? 0.5F : -1.0F,
                        .opacity_end = b.plain ? 0.35F : -1.0F,
                        .glow = 0.10F,
                        .sigma = 3.0F,
                        .dash = pitch,
                        .gap = b.plain ? 6.0F : fronts_half_width_pt,
                        .phase = runs && !b.still ? 22.0F * b.clock() : 0.3F * pitch,
                        .certainty = b.certainty(),
                        .ripple_radius = 18.0F,
                        .ripple_front = 2.0F});
        b.mark({.at = path.points.front(), .hue = b.hue, .radius = 2.8F, .glow = 0.2F});
        b.strike_out(render::at(path, length / 2.0F).at, 0.0F);
    }
    if (b.link.paths.empty() && b.link.hub) {
        for (int i = 0; i < 3; ++i) {
            const float v = std::fmod(b.clock() / 2.4F + static_cast<float>(i) / 3.0F + 0.15F, 1.0F);
            Mark ring{
                .at = *b.link.hub, .hue = b.faded(0.85F * (1.0F - v)), .radius = lerp(5.0F, 24.0F, v), .ring = 0.8F};
            ring.dashes = b.broken() ? 8 : 0;
            ring.dots = b.doubtful && !b.broken() ? std::max(6, static_cast<int>(2.0F * pi * ring.radius / 5.0F)) : 0;
            ring.ring = ring.dots > 0 ? 1.0F : ring.ring;
            b.mark(ring);
        }
        b.mark({.at = *b.link.hub, .hue = b.hue, .radius = 2.8F, .glow = 0.2F});
    }
}

}  // namespace app::motions
