#include "app/scene/motions/motions.h"

#include <algorithm>

namespace app::motions {

namespace {

void seal(const Brush& b, ScreenPt at, bool flash) {
    const bool hexagon = b.link.glyph == render::LinkHue::Security;
    const Shape shape = hexagon ? Shape::Hexagon : Shape::Disc;
    b.knock_out(at, 7.6F);
    Mark ring{.shape = shape, .at = at, .hue = b.hue, .radius = hexagon ? 7.0F : 6.6F, .ring = 0.9F, .glow = 0.25F};
    ring.dots = b.doubtful && !b.broken() ? 9 : 0;
    ring.ring = ring.dots > 0 ? 1.1F : ring.ring;
    if (!b.plain || b.broken()) {  // of very many the heart alone
        b.mark(ring);
    }
    if (!b.broken()) {
        b.mark({.shape = shape,
                .at = at,
                .hue = b.hue,
                .radius = 3.1F,
                .glow = flash ? 0.45F : 0.0F,
                .sigma = 9.0F,
                .white = flash ? b.white(0.9F) : 0.0F});
    }
    if (flash) {
        b.mark({.at = at, .hue = b.faded(0.5F), .radius = 13.0F, .ring = 0.6F});
    }
    b.strike_out(at, 0.0F);
}

/// The two ends of a line that grows towards its middle.
void growing(const Brush& b, const Path& path, float grown) {
    for (const Path& half : {path, render::reversed(path)}) {
        const float reach = grown * half.length() / 2.0F;
        const Path lit = render::piece(half, 0.0F, reach);
        b.stroke(lit, {.hue = b.faded(0.9F), .half_width = 1.15F, .half_width_end = 1.9F, .glow = 0.16F});
        b.mark(
            {.at = render::at(half, reach).at, .hue = b.hue, .radius = 2.3F, .glow = 0.28F, .white = b.white(0.85F)});
    }
}

}  // namespace

void draw_bond(const Brush& b) {
    const auto since = static_cast<float>(b.phase.since_start_s);
    const bool grows = !b.broken() && !b.doubtful && since < static_cast<float>(shortest_s);
    for (const Path& path : b.link.paths) {
        if (grows) {
            growing(b, path, std::clamp(since / static_cast<float>(shortest_s), 0.02F, 1.0F));
        } else {
            const Path line = b.link.directed ? b.up_to_arrow(path, Brush::directed_arrow) : path;
            b.stroke(line, b.doubted({.hue = b.faded(0.9F), .half_width = 1.15F, .glow = 0.16F}));
            b.arrow_if_directed(path);
        }
    }
    const bool flash =
        since >= static_cast<float>(shortest_s) && since < static_cast<float>(shortest_s) + 0.6F && !b.broken();
    if (b.link.hub) {
        seal(b, *b.link.hub, flash);
    } else if (!b.link.paths.empty() && !grows) {
        const Path& path = b.link.paths.front();
        seal(b, render::at(path, path.length() / 2.0F).at, flash);
    }
}

}  // namespace app::motions
