#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cstddef>

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

/// A line that grows from its beginning, up to a reach.
void growing(const Brush& b, const Path& path, float reach) {
    const Path lit = render::piece(path, 0.0F, reach);
    b.stroke(lit, {.hue = b.faded(0.9F), .half_width = 1.15F, .half_width_end = 1.9F, .glow = 0.16F});
    b.mark({.at = render::at(path, reach).at, .hue = b.hue, .radius = 2.3F, .glow = 0.28F, .white = b.white(0.85F)});
}

/// Seconds of playback since the party of a spoke joined, if it did so later than the event began.
float since_joining(const Brush& b, std::size_t spoke) {
    const double began = b.event.date ? b.event.date->strict.start : b.time.playhead;
    const double late = spoke < b.link.joined.size() ? b.link.joined[spoke] - began : 0.0;
    return static_cast<float>(b.phase.since_start_s - std::max(0.0, late) / b.time.days_per_second);
}

}  // namespace

void draw_bond(const Brush& b) {
    const auto since = static_cast<float>(b.phase.since_start_s);
    const auto grown = [&](float seconds) { return std::clamp(seconds / static_cast<float>(shortest_s), 0.02F, 1.0F); };
    const bool may_grow = !b.broken() && !b.doubtful;
    const bool grows = may_grow && since < static_cast<float>(shortest_s);
    for (std::size_t i = 0; i < b.link.paths.size(); ++i) {
        const Path& path = b.link.paths[i];
        const float joined = since_joining(b, i);
        if (!may_grow || joined >= static_cast<float>(shortest_s)) {
            b.stroke(b.is_pointed() ? b.up_to_arrow(path, 7.0F) : path,
                     b.doubted({.hue = b.faded(0.9F), .half_width = 1.15F, .glow = 0.16F}));
            if (b.is_pointed()) {
                b.arrow(path, 7.0F, 0.95F);
            }
        } else if (b.link.hub) {
            growing(b, path, grown(joined) * path.length());
        } else {  // from both ends to the middle
            growing(b, path, grown(joined) * path.length() / 2.0F);
            growing(b, render::reversed(path), grown(joined) * path.length() / 2.0F);
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
