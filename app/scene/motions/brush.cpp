#include "app/scene/motions/brush.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace app::motions {

float smoothstep(float t) {
    t = std::clamp(t, 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

float lerp(float a, float b, float t) {
    return a + (b - a) * t;
}

float value_extra_pt(float share) {
    return 1.8F * std::sqrt(std::clamp(share, 0.0F, 1.0F));
}

namespace {

constexpr float arrow_extra = 2.6F;  // an arrowhead grows by so much for each point of its line

/// The stroke's width and opacity at each point of the path.
std::vector<render::RibbonPoint> profile_of(const Path& path, const Stroke& s) {
    const float width_end = s.half_width_end < 0.0F ? s.half_width : s.half_width_end;
    const float opacity_end = s.opacity_end < 0.0F ? s.opacity : s.opacity_end;
    std::vector<render::RibbonPoint> profile;
    profile.reserve(path.points.size());
    for (const float along : path.lengths) {
        const float u = along / path.length();
        const float opacity = lerp(opacity_end, s.opacity, std::pow(1.0F - u, s.opacity_power));
        profile.push_back(
            {lerp(s.half_width, width_end, std::pow(u, s.width_power)), render::with_alpha(s.hue, s.hue.a * opacity)});
    }
    return profile;
}

/// Of very many links the hue tells the kind: zigzags and fronts would only be noise, and cost as much as ten lines.
/// What is not certain keeps its dots and dashes.
bool may_be_ribbon(const Stroke& s) {
    const bool curly = s.pattern == Pattern::Zigzag || s.pattern == Pattern::Ripple;
    return s.rails == 0.0F && (s.pattern == Pattern::Solid || (curly && s.certainty == Certainty::Whole));
}

}  // namespace

float Brush::clock() const {
    if (still) {
        return 0.0F;
    }
    out.set_moving();
    return tau;
}

Stroke Brush::doubted(Stroke s) const {
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

Stroke Brush::weighted(Stroke s) const {
    if (extra <= 0.0F || s.pattern == Pattern::Beads) {
        return s;  // beads say their value by their size
    }
    if (s.rails > 0.0F) {
        s.rails += extra;
        return s;
    }
    const float widest = std::max(s.half_width, s.half_width_end);
    const float grown = (widest + extra) / widest;
    if (s.pattern == Pattern::Dots) {
        s.gap += 0.8F * extra;
        s.dash = std::max(s.dash, 3.2F * s.gap);
    } else if (s.pattern == Pattern::Zigzag) {
        s.half_width += 0.6F * extra;
        s.dash *= std::sqrt(grown);
        s.gap *= std::sqrt(grown);
    } else {
        s.half_width *= grown;
        s.half_width_end *= s.half_width_end > 0.0F ? grown : 1.0F;
    }
    return s;
}

Path Brush::up_to_arrow(const Path& path, float size) const {
    return extra > 0.0F ? render::piece(path, 0.0F, path.length() - 0.6F * (size * width + arrow_extra * extra)) : path;
}

void Brush::stroke(const Path& path, Stroke s, bool casing) const {
    s = weighted(s);
    s.half_width *= width;
    s.half_width_end *= s.half_width_end > 0.0F ? width : 1.0F;
    s.glow = glow(s.glow);
    if (plain && s.pattern == Pattern::Beads) {
        return;  // the line under them and its arrowhead are enough
    }
    if (plain && may_be_ribbon(s)) {
        out.add_ribbon(path, profile_of(path, s));
        return;
    }
    if (!plain && !theme.glows && casing && s.pattern == Pattern::Solid && s.rails == 0.0F) {
        Stroke under = s;
        under.hue = render::with_alpha(theme.land_region, 0.72F * s.hue.a);
        under.half_width += 1.2F;
        under.half_width_end = s.half_width_end < 0.0F ? -1.0F : s.half_width_end + 1.2F;
        under.white = 0.0F;
        out.add(path, under);
    }
    out.add(path, s);
}

void Brush::mark(Mark m) const {
    m.glow = glow(m.glow);
    out.add(m);
}

void Brush::knock_out(ScreenPt at, float radius) const {
    if (plain) {
        return;
    }
    mark({.shape = Shape::Disc,
          .at = at,
          .hue = render::with_alpha(theme.knock_out, std::min(1.0F, hue.a * 1.4F)),
          .radius = radius});
}

void Brush::arrow(const Path& path, float size, float opacity) const {
    const render::PathPoint end = render::at(path, path.length());
    mark({.shape = Shape::Arrow,
          .at = end.at,
          .hue = faded(opacity),
          .radius = size * width + arrow_extra * extra,
          .angle = end.angle});
}

void Brush::strike_out(ScreenPt at, float along) const {
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

}  // namespace app::motions
