#include "app/scene/pack_links.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {

namespace {

using events::Motion;
using events::RouteMode;
using render::Certainty;
using render::Mark;
using render::Path;
using render::Pattern;
using render::Rgba;
using render::ScreenPt;
using render::Shape;
using render::Stroke;

constexpr double shortest_s = 0.9;
constexpr float pi = std::numbers::pi_v<float>;

float smoothstep(float t) {
    t = std::clamp(t, 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

float lerp(float a, float b, float t) {
    return a + (b - a) * t;
}

/// One link with everything that its drawing depends on.
struct Brush {
    const LinkLayout& link;
    const events::Event& event;
    const render::Theme& theme;
    render::LinkBatch& out;
    Phase phase;
    Rgba hue;            // with the opacity of the whole
    float width = 1.0F;  // of hovered links: a quarter wider
    float tau = 0.0F;    // animation clock, seconds
    bool ghost = false;
    bool cancelled = false;
    bool doubtful = false;
    bool still = false;  // dimmed: no glow, no motion

    [[nodiscard]] bool broken() const { return ghost || cancelled; }
    [[nodiscard]] Certainty certainty() const {
        return broken() ? Certainty::Broken : doubtful ? Certainty::Dotted : Certainty::Whole;
    }
    [[nodiscard]] Rgba faded(float by) const { return render::with_alpha(hue, hue.a * by); }
    [[nodiscard]] float glow(float g) const { return theme.glows && !still ? g : 0.0F; }
    /// White-hot on dark; on paper heads are drawn as they are.
    [[nodiscard]] float white(float w) const { return theme.glows ? w : 0.0F; }

    void stroke(const Path& path, Stroke s, bool casing = true) const {
        s.half_width *= width;
        s.half_width_end *= s.half_width_end > 0.0F ? width : 1.0F;
        s.glow = glow(s.glow);
        if (!theme.glows && casing && s.pattern == Pattern::Solid && s.rails == 0.0F) {
            Stroke under = s;
            under.hue = render::with_alpha(theme.land_region, 0.72F * s.hue.a);
            under.half_width += 1.2F;
            under.half_width_end = s.half_width_end < 0.0F ? -1.0F : s.half_width_end + 1.2F;
            under.white = 0.0F;
            out.add(path, under);
        }
        out.add(path, s);
    }
    void mark(Mark m) const {
        m.glow = glow(m.glow);
        out.add(m);
    }
    void knock_out(ScreenPt at, float radius) const {
        mark({.shape = Shape::Disc,
              .at = at,
              .hue = render::with_alpha(theme.knock_out, std::min(1.0F, hue.a * 1.4F)),
              .radius = radius});
    }
    void arrow(const Path& path, float size, float opacity) const {
        const render::PathPoint end = render::at(path, path.length());
        mark({.shape = Shape::Arrow, .at = end.at, .hue = faded(opacity), .radius = size * width, .angle = end.angle});
    }
    /// The dashes or dots of what is not certain, over whatever the stroke is.
    [[nodiscard]] Stroke doubted(Stroke s) const {
        if (broken()) {
            s.pattern = Pattern::Dashes;
            s.dash = 8.0F;
            s.gap = 6.0F;
            s.tail = 0.0F;
        } else if (doubtful) {
            s.pattern = Pattern::Dots;
            s.dash = 6.0F;
            s.gap = 1.25F;
        }
        return s;
    }
    void strike_out(ScreenPt at, float along) const {
        if (!cancelled) {
            return;
        }
        constexpr float slant = pi / 3.0F;
        mark({.shape = Shape::Bar,
              .at = at,
              .hue = render::with_alpha(theme.knock_out, 0.9F),
              .radius = 13.0F,
              .half_width = 2.7F,
              .angle = along + slant});
        mark({.shape = Shape::Bar,
              .at = at,
              .hue = theme.text_1,
              .radius = 13.0F,
              .half_width = 1.1F,
              .angle = along + slant});
    }
};

void visit_ghost(const Brush& b, const Path& path) {
    b.stroke(path,
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
    b.stroke(path, b.doubted(s));
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

void visit(const Brush& b) {
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
        const float u = std::fmod(b.tau / 2.0F + static_cast<float>(i) / 2.0F, 1.0F);
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

void meeting(const Brush& b) {
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

void seal(const Brush& b, ScreenPt at, bool flash) {
    const bool hexagon = b.link.hue == render::LinkHue::Security;
    const Shape shape = hexagon ? Shape::Hexagon : Shape::Disc;
    b.knock_out(at, 7.6F);
    Mark ring{.shape = shape, .at = at, .hue = b.hue, .radius = hexagon ? 7.0F : 6.6F, .ring = 0.9F, .glow = 0.25F};
    ring.dots = b.doubtful && !b.broken() ? 9 : 0;
    ring.ring = ring.dots > 0 ? 1.1F : ring.ring;
    b.mark(ring);
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

void bond(const Brush& b) {
    const auto since = static_cast<float>(b.phase.since_start_s);
    const bool grows = !b.broken() && !b.doubtful && since < static_cast<float>(shortest_s);
    for (const Path& path : b.link.paths) {
        if (grows) {
            growing(b, path, std::clamp(since / static_cast<float>(shortest_s), 0.02F, 1.0F));
        } else {
            b.stroke(path, b.doubted({.hue = b.faded(0.9F), .half_width = 1.15F, .glow = 0.16F}));
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

void flow(const Brush& b) {
    const double amount = b.event.value ? std::abs(b.event.value->amount) : 0.0;
    // By the square root: 1 million is a small bead, 10 billion the largest.
    const float radius =
        amount > 0.0 ? std::clamp(static_cast<float>(std::sqrt(amount / 1e10)) * 2.9F + 1.6F, 1.6F, 4.5F) : 2.1F;
    for (const Path& path : b.link.paths) {
        if (b.broken()) {
            b.stroke(path, b.doubted({.hue = b.hue, .half_width = 0.9F}));
            b.arrow(path, 7.0F, 1.0F);
        } else {
            b.stroke(path, {.hue = b.hue,
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
                      .phase = b.still ? 0.0F : 36.0F * b.tau,
                      .tail = 13.0F},
                     false);
            b.arrow(path, 6.5F, 0.95F);
        }
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        b.strike_out(middle.at, middle.angle);
    }
    if (b.link.paths.empty() && b.link.hub) {
        b.mark({.at = *b.link.hub, .hue = b.hue, .radius = 3.5F, .glow = 0.26F});
    }
}

void sea_lane(const Brush& b, const Path& path) {
    if (b.broken()) {
        b.stroke(path, b.doubted({.hue = b.hue, .half_width = 1.1F}));
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
                        .phase = b.still ? 0.0F : 14.0F * b.tau,
                        .tail = 0.28F});
    }
}

void air_route(const Brush& b, const Path& path) {
    const float length = path.length();
    b.stroke(
        path,
        b.doubted({.hue = b.faded(b.broken() ? 1.0F : 0.75F), .half_width = b.broken() ? 0.95F : 0.6F, .glow = 0.10F}));
    const auto chevron = [&](float s, float size) {
        const render::PathPoint p = render::at(path, s);
        b.mark({.shape = Shape::Chevron,
                .at = p.at,
                .hue = b.hue,
                .radius = size,
                .half_width = 0.85F,
                .angle = p.angle,
                .glow = b.broken() ? 0.0F : 0.25F,
                .sigma = 4.0F,
                .white = b.broken() ? 0.0F : b.white(0.4F)});
    };
    if (b.broken()) {
        chevron(length / 2.0F + 4.0F, 6.0F);
        return;
    }
    constexpr float every = 44.0F;
    for (float s = std::fmod(24.0F + (b.still ? 0.0F : 28.0F * b.tau), every); s < length - 10.0F; s += every) {
        if (s >= 12.0F) {
            chevron(s, 5.2F);
        }
    }
}

void corridor(const Brush& b, const Path& path) {
    constexpr float rails = 2.6F;
    if (b.broken()) {
        b.stroke(path, b.doubted({.hue = b.hue, .half_width = 0.6F, .rails = rails * 0.8F}));
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
                    .phase = b.still ? 0.0F : 10.0F * b.tau});
}

void route(const Brush& b) {
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

void pulse(const Brush& b, ScreenPt at) {
    for (int i = 0; i < 2; ++i) {
        const float v = std::fmod((b.still ? 0.0F : b.tau / 1.6F) + 0.45F * static_cast<float>(i) + 0.3F, 1.0F);
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

void strike(const Brush& b) {
    const float breath = b.phase.over || b.still ? 0.6F : 1.0F + 0.4F * std::sin(2.0F * pi * b.tau / 1.2F);
    for (const Path& path : b.link.paths) {
        b.stroke(path, {.hue = b.hue,
                        .pattern = Pattern::Zigzag,
                        .half_width = 1.2F,
                        .glow = (b.certainty() == Certainty::Whole ? 0.20F : 0.08F) * breath,
                        .dash = 5.5F,
                        .gap = 3.4F,
                        .certainty = b.certainty()});
        const render::PathPoint middle = render::at(path, path.length() / 2.0F);
        b.strike_out(middle.at, middle.angle);
    }
    if (b.link.hub) {
        pulse(b, *b.link.hub);
        b.strike_out(*b.link.hub, 0.0F);
    }
}

/// One of a ceasefire's two bars, whole or broken as its certainty asks.
void bar(const Brush& b, ScreenPt at, float angle, bool suspended) {
    constexpr float half_length = 9.5F;
    const bool whole = !b.broken() && !b.doubtful;
    const auto piece_of = [&](float from, float to, float shift) {
        const float c = std::cos(angle);
        const float s = std::sin(angle);
        const float middle = (from + to) / 2.0F * half_length;
        const ScreenPt p{at.x + c * middle - s * shift, at.y + s * middle + c * shift};
        const float half = (to - from) / 2.0F * half_length;
        b.mark({.shape = Shape::Bar,
                .at = p,
                .hue = render::with_alpha(b.theme.knock_out, 0.92F * std::min(1.0F, b.hue.a * 1.4F)),
                .radius = half,
                .half_width = 2.9F,
                .angle = angle});
        b.mark({.shape = Shape::Bar,
                .at = p,
                .hue = b.faded(suspended ? 0.75F : 1.0F),
                .radius = half,
                .half_width = whole ? 1.5F : 1.25F,
                .angle = angle,
                .glow = whole ? 0.24F : 0.04F,  // glows of dots side by side add up
                .sigma = 5.0F});
    };
    if (suspended) {
        piece_of(-1.0F, -0.25F, 2.0F);
        piece_of(0.25F, 1.0F, -2.0F);
    } else if (!whole) {
        const int count = b.broken() ? 3 : 4;
        for (int i = 0; i < count; ++i) {
            const float from = -1.0F + 2.0F * (static_cast<float>(i) + 0.14F) / static_cast<float>(count);
            piece_of(from, from + (b.broken() ? 0.40F : 0.02F), 0.0F);
        }
    } else {
        piece_of(-1.0F, 1.0F, 0.0F);
    }
}

void ceasefire(const Brush& b, bool suspended) {
    if (b.link.paths.empty()) {
        return;
    }
    const Path& path = b.link.paths.front();
    const ScreenPt a = path.points.front();
    const ScreenPt z = path.points.back();
    const render::PathPoint middle = render::at(path, path.length() / 2.0F);
    const ScreenPt at = b.link.hub.value_or(middle.at);
    const float angle = b.link.hub ? b.link.border_angle : middle.angle + pi / 2.0F;
    const float closed = b.broken() || b.doubtful ? 1.0F : smoothstep(static_cast<float>(b.phase.since_start_s) / 0.7F);
    const float gap = lerp(16.0F, 3.2F, closed);
    const ScreenPt n{-std::sin(angle), std::cos(angle)};
    const float towards_a = (a.x - at.x) * n.x + (a.y - at.y) * n.y > 0.0F ? 1.0F : -1.0F;
    for (const auto& [end, side] : {std::pair{a, towards_a}, {z, -towards_a}}) {
        const ScreenPt near{at.x + n.x * side * (gap + 5.0F), at.y + n.y * side * (gap + 5.0F)};
        b.stroke(render::path_from_points({end, near}),
                 b.doubted({.hue = b.hue, .half_width = 0.55F, .opacity = 0.15F, .opacity_end = 0.75F}));
    }
    for (const float side : {1.0F, -1.0F}) {
        bar(b, {at.x + n.x * side * gap, at.y + n.y * side * gap}, angle, suspended);
    }
    b.strike_out(at, 0.0F);
}

void statement(const Brush& b) {
    for (const Path& path : b.link.paths) {
        const float length = path.length();
        const float pitch = length > 260.0F ? 27.0F : 17.0F;
        const bool runs = !b.broken() && !b.phase.over;
        b.stroke(path, {.hue = b.faded(runs ? 1.0F : 0.62F),
                        .pattern = Pattern::Ripple,
                        .half_width = 1.0F,
                        .glow = 0.10F,
                        .sigma = 3.0F,
                        .dash = pitch,
                        .gap = 13.0F,
                        .phase = b.still || b.broken() || b.phase.over ? 0.3F * pitch : 22.0F * b.tau,
                        .certainty = b.certainty(),
                        .ripple_radius = 18.0F,
                        .ripple_front = 2.0F});
        b.mark({.at = path.points.front(), .hue = b.hue, .radius = 2.8F, .glow = 0.2F});
        b.strike_out(render::at(path, length / 2.0F).at, 0.0F);
    }
    if (b.link.paths.empty() && b.link.hub) {
        for (int i = 0; i < 3; ++i) {
            const float v = std::fmod((b.still ? 0.0F : b.tau / 2.4F) + static_cast<float>(i) / 3.0F + 0.15F, 1.0F);
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

void milestone(const Brush& b) {
    if (!b.link.hub) {
        return;
    }
    const ScreenPt foot = *b.link.hub;
    constexpr float stem = 15.0F;
    const bool today = !b.phase.over && !b.broken() && !b.still;
    for (int i = 0; today && i < 2; ++i) {
        const float v = std::fmod(b.tau / 2.0F + 0.4F * static_cast<float>(i) + 0.1F, 1.0F);
        b.mark({.shape = Shape::Ellipse,
                .at = foot,
                .hue = b.faded(0.8F * (1.0F - v)),
                .radius = lerp(4.0F, 22.0F, v),
                .ring = 0.7F});
    }
    b.mark({.shape = Shape::Bar,
            .at = {foot.x, foot.y - stem / 2.0F},
            .hue = b.hue,
            .radius = stem / 2.0F,
            .half_width = 0.7F,
            .angle = pi / 2.0F});
    const ScreenPt head{foot.x, foot.y - stem - 4.0F};
    Mark diamond{.shape = Shape::Diamond,
                 .at = head,
                 .hue = b.hue,
                 .radius = 5.0F,
                 .ring = b.broken() ? 0.8F : 0.0F,
                 .glow = today ? 0.28F : 0.08F};
    if (b.doubtful && !b.broken()) {
        diamond.ring = 0.7F;
        b.mark({.at = head, .hue = b.hue, .radius = 1.6F});
    }
    b.mark(diamond);
    b.mark({.at = foot, .hue = b.hue, .radius = 1.7F});
    b.strike_out(head, 0.0F);
}

float opacity_of(Emphasis emphasis) {
    switch (emphasis) {
        case Emphasis::Dimmed:
            return 0.25F;
        case Emphasis::Aside:
            return 0.45F;
        default:
            return 1.0F;
    }
}

/// What is left of a link once it is over: moments fade, meetings and statements also stand back.
float presence_of(const Brush& b) {
    const bool stands_back = b.link.motion == Motion::Gather || b.link.motion == Motion::Strike;
    return b.phase.presence * (b.phase.over && stands_back ? 0.45F : 1.0F);
}

void draw(const Brush& b, bool suspended) {
    switch (b.link.motion) {
        case Motion::Travel:
            return visit(b);
        case Motion::Gather:
            return meeting(b);
        case Motion::Bond:
            return bond(b);
        case Motion::Flow:
            return flow(b);
        case Motion::Path:
            return route(b);
        case Motion::Strike:
            return strike(b);
        case Motion::Seal:
            return ceasefire(b, suspended);
        case Motion::Ripple:
            return statement(b);
        case Motion::Mark:
            return milestone(b);
    }
}

}  // namespace

Phase phase_of(const events::Event& event, const TimeState& time) {
    Phase phase;
    if (!event.date) {
        return phase;
    }
    const events::DaySpan span = event.date->strict;
    const double end = std::max(span.end, span.start + shortest_s * time.days_per_second);
    phase.lasting = std::isinf(span.end);
    phase.since_start_s = (time.playhead - span.start) / time.days_per_second;
    if (phase.since_start_s < 0.0) {  // shown though it is still to come (all): as it will stand
        phase.since_start_s = 1e6;
        phase.passed = 0.5;
        return phase;
    }
    phase.over = time.playhead > end;
    if (phase.lasting || std::isinf(span.start)) {
        phase.passed = phase.over ? 1.0 : 0.5;
    } else {
        phase.passed = (time.playhead - span.start) / (end - span.start);
    }
    if (phase.over && time.mode == WindowMode::Moment) {
        const double age = std::clamp((time.playhead - end) / time.trail_days, 0.0, 1.0);
        phase.presence = static_cast<float>(std::pow(1.0 - age, 1.5));
    }
    return phase;
}

Emphasis emphasis_of(const AppState& state, const World& world, events::EventIndex index) {
    if (state.hover.event) {
        return *state.hover.event == index ? Emphasis::Strong : Emphasis::Aside;
    }
    if (state.selection.event) {
        return *state.selection.event == index ? Emphasis::Strong : Emphasis::Aside;
    }
    const auto& chosen = state.selection.countries;
    const events::Event& event = (*world.events)[index];
    const bool touched = chosen.empty() || std::any_of(chosen.begin(), chosen.end(),
                                                       [&](const std::string& code) { return event.touches(code); });
    return touched ? Emphasis::Normal : Emphasis::Dimmed;
}

std::optional<ScreenPt> head_of(const LinkLayout& link, const Phase& phase) {
    if (link.motion != Motion::Travel || link.paths.empty() || phase.passed >= 1.0) {
        return std::nullopt;
    }
    const Path& path = link.paths.front();
    return render::at(path, path.length() * smoothstep(static_cast<float>(phase.passed))).at;
}

render::LinkBatch pack_links(const LinkScene& scene, const AppState& state, const World& world) {
    render::LinkBatch out;
    const double tau = state.reduced_motion ? still_clock_s : state.clock_s + still_clock_s;
    for (const Rosette& rosette : scene.rosettes) {
        out.add(Mark{
            .at = rosette.at, .hue = render::with_alpha(state.theme->text_2, 0.32F), .radius = 12.5F, .ring = 0.45F});
    }
    for (const LinkLayout& link : scene.links) {
        const events::Event& event = (*world.events)[link.event];
        const events::Status status = events::status_on(event, state.time.playhead);
        const Emphasis emphasis = emphasis_of(state, world, link.event);
        Brush brush{link, event, *state.theme, out, phase_of(event, state.time), state.theme->hue(link.hue)};
        brush.tau = static_cast<float>(tau);
        brush.ghost = events::is_ghost(status);
        brush.cancelled = status == events::Status::Cancelled;
        brush.doubtful = event.date && event.date->is_doubtful();
        brush.still = emphasis == Emphasis::Dimmed;
        brush.width = emphasis == Emphasis::Strong ? 1.25F : 1.0F;
        const float certainty = brush.cancelled ? 0.42F : brush.ghost ? 0.62F : brush.doubtful ? 0.90F : 1.0F;
        const float strength = emphasis == Emphasis::Strong ? 1.0F : presence_of(brush) * opacity_of(emphasis);
        brush.hue.a = certainty * strength;
        draw(brush, status == events::Status::Suspended);
    }
    return out;
}

}  // namespace app
