#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>

namespace app::motions {

namespace {

/// One of a ceasefire's two bars, whole or broken as its certainty asks.
void bar(const Brush& b, ScreenPt at, float angle) {
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
                .hue = b.faded(b.suspended ? 0.75F : 1.0F),
                .radius = half,
                .half_width = whole ? 1.5F : 1.4F,
                .angle = angle,
                .glow = whole ? 0.24F : 0.04F,  // glows of dots side by side add up
                .sigma = 5.0F});
    };
    if (b.suspended) {
        piece_of(-1.0F, -0.25F, 2.0F);
        piece_of(0.25F, 1.0F, -2.0F);
    } else if (!whole) {
        const int count = b.broken() ? 3 : 5;
        for (int i = 0; i < count; ++i) {
            const float from = -1.0F + 2.0F * (static_cast<float>(i) + 0.14F) / static_cast<float>(count);
            piece_of(from, from + (b.broken() ? 0.40F : 0.02F), 0.0F);
        }
    } else {
        piece_of(-1.0F, 1.0F, 0.0F);
    }
}

}  // namespace

void draw_seal(const Brush& b) {
    if (b.link.paths.empty() && !b.link.hub) {
        return;
    }
    // Between two the bars lie along their border; among more, or at one place, they stand upright.
    const bool between_two = b.link.paths.size() == 1;
    const render::PathPoint middle = between_two
                                         ? render::at(b.link.paths.front(), b.link.paths.front().length() / 2.0F)
                                         : render::PathPoint{b.link.hub.value_or(ScreenPt{}), 0.0F};
    const ScreenPt at = b.link.hub.value_or(middle.at);
    const float angle = between_two && b.link.hub ? b.link.border_angle : middle.angle + pi / 2.0F;
    const float closed = b.broken() || b.doubtful ? 1.0F : smoothstep(static_cast<float>(b.phase.since_start_s) / 0.7F);
    const float gap = lerp(16.0F, 3.2F, closed);
    const ScreenPt n{-std::sin(angle), std::cos(angle)};
    const Stroke thin = b.doubted({.hue = b.hue, .half_width = 0.55F, .opacity = 0.15F, .opacity_end = 0.75F});
    if (between_two) {
        const ScreenPt a = b.link.paths.front().points.front();
        const ScreenPt z = b.link.paths.front().points.back();
        const float towards_a = (a.x - at.x) * n.x + (a.y - at.y) * n.y > 0.0F ? 1.0F : -1.0F;
        for (const auto& [end, side] : {std::pair{a, towards_a}, {z, -towards_a}}) {
            const ScreenPt near{at.x + n.x * side * (gap + 5.0F), at.y + n.y * side * (gap + 5.0F)};
            b.stroke(render::path_from_points({end, near}), thin);
        }
    } else {
        for (const Path& path : b.link.paths) {
            b.stroke(render::piece(path, 0.0F, path.length() - gap - 11.0F), thin);
        }
    }
    for (const float side : {1.0F, -1.0F}) {
        bar(b, {at.x + n.x * side * gap, at.y + n.y * side * gap}, angle);
    }
    b.strike_out(at, 0.0F);
}

}  // namespace app::motions
