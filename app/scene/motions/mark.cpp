#include "app/scene/motions/motions.h"

#include <cmath>

namespace app::motions {

void draw_mark(const Brush& b) {
    if (!b.link.hub) {
        return;
    }
    const ScreenPt foot = *b.link.hub;
    constexpr float stem = 15.0F;
    const bool today = !b.phase.over && !b.broken() && !b.still;
    for (int i = 0; today && i < 2; ++i) {
        const float v = std::fmod(b.clock() / 2.0F + 0.4F * static_cast<float>(i) + 0.1F, 1.0F);
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
    const ScreenPt head{foot.x, foot.y - stem - 4.0F - b.extra};
    Mark diamond{.shape = Shape::Diamond,
                 .at = head,
                 .hue = b.hue,
                 .radius = 5.0F + b.extra,
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

}  // namespace app::motions
