#include "app/scene/motions/motions.h"

#include <algorithm>

namespace app::motions {

namespace {

void visit_ghost(const Brush& b, const Path& path) {
    b.stroke(b.up_to_arrow(path, 7.0F),
             b.doubted({.hue = b.hue, .half_width = 0.6F, .half_width_end = 1.25F, .glow = 0.10F, .sigma = 4.0F}));
    b.arrow(path, 7.0F, 1.0F);
    b.mark({.at = path.points.front(), .hue = b.hue, .radius = 2.2F, .ring = 0.7F});
}

void visit_over(const Brush& b, const Path& path) {
    Stroke s{.hue = b.faded(0.72F),
             .half_width = 0.35F,
             .half_width_end = 1.5F,
             .opacity = 0.45F,
             .opacity_end = 1.0F,
             .glow = 0.16F};
    b.stroke(b.up_to_arrow(path, 7.5F), b.doubted(s));
    b.arrow(path, 7.5F, 0.83F);
}

void visit_under_way(const Brush& b, const Path& path) {
    const float length = path.length();
    const float head = length * smoothstep(static_cast<float>(b.phase.passed));
    const float trail = std::min(0.72F * length, 320.0F);
    b.stroke(render::piece(path, head, length),
             {.hue = b.faded(0.55F), .pattern = Pattern::Dots, .dash = 7.0F, .gap = 0.95F});
    b.stroke(render::piece(path, 0.0F, head), {.hue = b.faded(0.34F), .half_width = 0.55F});
    const Path tail = render::reversed(render::piece(path, head - trail, head));
    b.stroke(tail,
             {.hue = b.hue,
              .half_width = 2.5F,
              .half_width_end = 0.35F,
              .width_power = 0.62F,
              .opacity = 1.0F,
              .opacity_end = 0.0F,
              .opacity_power = 1.25F,
              .white = b.white(0.85F),
              .white_over = 0.22F,
              .glow = 0.26F,
              .sigma = 6.0F},
             false);
    b.mark({.at = path.points.back(), .hue = b.faded(0.8F), .radius = 5.0F, .ring = 0.7F});
    const ScreenPt at = render::at(path, head).at;
    b.mark({.at = at, .hue = b.hue, .radius = 3.4F, .glow = 0.36F, .sigma = 8.0F, .white = b.white(1.0F)});
    if (!b.theme.glows) {
        b.mark({.at = at, .hue = render::rgb(0xFFFFFF, b.hue.a), .radius = 2.0F});
    }
}

/// A head with a short tail in the host's ring: a visit within one place.
void visit_mark(const Brush& b, ScreenPt at) {
    const bool during = !b.broken() && !b.phase.over;
    b.knock_out(at, 8.0F);
    b.mark({.at = at,
            .hue = b.faded(during ? 0.9F : 0.6F),
            .radius = 7.6F,
            .ring = 0.8F,
            .glow = during ? 0.2F : 0.0F,
            .dashes = b.broken() ? 8 : 0,
            .dots = b.doubtful && !b.broken() ? 9 : 0});
    const ScreenPt head{at.x + 1.8F, at.y - 1.4F};
    b.stroke(render::path_from_points({{at.x - 5.4F, at.y + 3.6F}, head}),
             {.hue = b.hue, .half_width = 0.35F, .half_width_end = 1.6F, .opacity = 0.4F, .opacity_end = 1.0F}, false);
    b.mark({.at = head,
            .hue = b.hue,
            .radius = 2.9F,
            .ring = b.broken() ? 0.8F : 0.0F,
            .glow = during ? 0.36F : 0.1F,
            .sigma = 6.0F,
            .white = during ? b.white(0.9F) : 0.0F});
    b.strike_out(at, 0.0F);
}

}  // namespace

void draw_travel(const Brush& b) {
    if (b.link.paths.empty() && b.link.hub) {
        visit_mark(b, *b.link.hub);
    }
    for (const Path& path : b.link.paths) {
        if (b.broken()) {
            visit_ghost(b, path);
        } else if (b.phase.over || b.phase.passed >= 1.0) {
            visit_over(b, path);
        } else {
            visit_under_way(b, path);
        }
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        b.strike_out(middle.at, middle.angle);
    }
}

}  // namespace app::motions
