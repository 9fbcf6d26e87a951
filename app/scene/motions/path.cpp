#include "app/scene/motions/motions.h"

#include <cmath>

namespace app::motions {

namespace {

void chevron(const Brush& b, const Path& path, float s, float size) {
    const render::PathPoint p = render::at(path, s);
    b.mark({.shape = Shape::Chevron,
            .at = p.at,
            .hue = b.hue,
            .radius = size + b.extra,
            .half_width = 0.85F,
            .angle = p.angle,
            .glow = b.broken() ? 0.0F : 0.25F,
            .sigma = 4.0F,
            .white = b.broken() ? 0.0F : b.white(0.4F)});
}

/// Where nothing else tells which way it goes.
void chevron_in_the_middle(const Brush& b, const Path& path) {
    if (b.link.directed) {
        chevron(b, path, path.length() / 2.0F + 4.0F, 6.0F);
    }
}

void sea_lane(const Brush& b, const Path& path) {
    if (b.broken()) {
        b.stroke(path, b.doubted({.hue = b.hue, .half_width = 1.1F}));
        chevron_in_the_middle(b, path);
        return;
    }
    b.stroke(path, {.hue = b.faded(b.theme.glows ? 0.15F : 0.10F), .half_width = 3.1F, .glow = 0.2F, .sigma = 9.0F},
             false);
    b.stroke(path, {.hue = b.faded(0.34F), .half_width = 0.4F, .rails = 3.1F}, false);
    if (b.doubtful) {
        b.stroke(path, {.hue = b.hue,
                        .pattern = Pattern::Dots,
                        .white = b.white(0.3F),
                        .white_over = 100.0F,
                        .dash = 6.0F,
                        .gap = 1.2F});
        chevron_in_the_middle(b, path);
    } else {
        b.stroke(path, {.hue = b.hue,
                        .pattern = Pattern::Dashes,
                        .half_width = 1.1F,
                        .white = b.white(0.35F),
                        .white_over = 100.0F,
                        .glow = 0.12F,
                        .sigma = 4.0F,
                        .dash = 9.0F,
                        .gap = 13.0F,
                        .phase = 14.0F * b.clock(),
                        .tail = 0.28F});
    }
}

void air_route(const Brush& b, const Path& path) {
    const float length = path.length();
    b.stroke(
        path,
        b.doubted({.hue = b.faded(b.broken() ? 1.0F : 0.75F), .half_width = b.broken() ? 0.95F : 0.6F, .glow = 0.10F}));
    if (b.broken()) {
        chevron_in_the_middle(b, path);
        return;
    }
    constexpr float every = 44.0F;
    for (float s = std::fmod(24.0F + 28.0F * b.clock(), every); s < length - 10.0F; s += every) {
        if (s >= 12.0F) {
            chevron(b, path, s, 5.2F);
        }
    }
}

void corridor(const Brush& b, const Path& path) {
    constexpr float rails = 2.6F;
    if (b.broken()) {
        b.stroke(path, b.doubted({.hue = b.hue, .half_width = 0.6F, .rails = rails * 0.8F}));
        chevron_in_the_middle(b, path);
        return;
    }
    b.stroke(path,
             {.hue = b.faded((b.theme.glows ? 0.22F : 0.12F) * (b.doubtful ? 0.6F : 1.0F)),
              .half_width = rails,
              .glow = 0.2F},
             false);
    b.stroke(path,
             {.hue = b.faded(0.72F),
              .pattern = b.doubtful ? Pattern::Dots : Pattern::Solid,
              .half_width = 0.5F,
              .rails = rails,
              .dash = 5.0F,
              .gap = 0.95F},
             false);
    b.stroke(path, {.hue = b.faded(0.9F),
                    .pattern = Pattern::Dashes,
                    .half_width = 0.95F,
                    .white = b.white(0.6F),
                    .white_over = 100.0F,
                    .dash = 4.0F,
                    .gap = 12.0F,
                    .phase = 10.0F * b.clock()});
    chevron_in_the_middle(b, path);
}

/// Two rails and a dash between them, as in the legend: a route within one place.
void route_mark(const Brush& b, ScreenPt at) {
    constexpr float aslant = -pi / 4.0F;
    const ScreenPt along{std::cos(aslant), std::sin(aslant)};
    b.knock_out(at, 9.0F);
    for (const float rail : {-3.0F, 3.0F}) {
        b.mark({.shape = Shape::Bar,
                .at = {at.x - along.y * rail, at.y + along.x * rail},
                .hue = b.faded(b.broken() || b.doubtful ? 0.6F : 0.9F),
                .radius = 7.0F,
                .half_width = 0.6F,
                .angle = aslant,
                .glow = 0.1F});
    }
    const float shift = b.still || b.broken() || b.phase.over ? 0.0F : 2.5F * std::sin(2.0F * pi * b.clock() / 2.4F);
    b.mark({.shape = Shape::Bar,
            .at = {at.x + along.x * shift, at.y + along.y * shift},
            .hue = b.hue,
            .radius = b.broken() || b.doubtful ? 1.0F : 3.0F,
            .half_width = 1.0F,
            .angle = aslant,
            .white = b.white(0.5F)});
    b.strike_out(at, 0.0F);
}

}  // namespace

void draw_path(const Brush& b) {
    if (b.link.paths.empty() && b.link.hub) {
        route_mark(b, *b.link.hub);
    }
    const RouteMode mode = b.link.route_mode;
    for (const Path& path : b.link.paths) {
        if (mode == RouteMode::Sea) {
            sea_lane(b, path);
        } else if (mode == RouteMode::Air) {
            air_route(b, path);
        } else {
            corridor(b, path);
        }
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        b.strike_out(middle.at, middle.angle);
    }
    for (const ScreenPt& stop : b.link.stops) {
        const float radius = mode == RouteMode::Sea ? 3.2F : mode == RouteMode::Air ? 3.0F : 2.6F;
        b.knock_out(stop, radius + 0.5F);
        b.mark({.at = stop, .hue = b.hue, .radius = radius, .ring = 0.8F});
    }
}

}  // namespace app::motions
