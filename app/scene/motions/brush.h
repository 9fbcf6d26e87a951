// What every motion draws with: one link, the moment it is at, and how certain it is. Lengths are points.
#pragma once

#include "app/scene/link_layout.h"
#include "app/scene/phase.h"
#include "render/layers/link_batch.h"
#include "render/theme.h"

#include <numbers>

namespace app::motions {

using events::RouteMode;
using render::Certainty;
using render::Mark;
using render::Path;
using render::Pattern;
using render::Rgba;
using render::ScreenPt;
using render::Shape;
using render::Stroke;

inline constexpr float pi = std::numbers::pi_v<float>;

/// 0 up to t = 0, 1 from t = 1 on, with level ends.
[[nodiscard]] float smoothstep(float t);
[[nodiscard]] float lerp(float a, float b, float t);

/// How much wider a link's lines are on either side: from 0 for nothing to 1.8 points for the largest value in its
/// unit, with the root between, so that areas are compared.
[[nodiscard]] float value_extra_pt(float share);

/// One link with everything that its drawing depends on.
struct Brush {
    const LinkLayout& link;
    events::Event event;  ///< a view of the store, which holds it
    const render::Theme& theme;
    render::LinkBatch& out;
    const TimeState& time;
    Phase phase;
    Rgba hue;            ///< with the opacity of the whole
    float width = 1.0F;  ///< of hovered links: a quarter wider
    float extra = 0.0F;  ///< of links with a value: so much wider on either side (value_extra_pt)
    float tau = 0.0F;    ///< animation clock, seconds; read through clock()
    bool ghost = false;
    bool cancelled = false;
    bool suspended = false;
    bool doubtful = false;
    bool still = false;  ///< dimmed: no glow, no motion
    bool plain = false;  ///< one of very many: no glow, no casing, solid strokes as ribbons

    /// Seconds of the animation clock, 0 where the link is still. Whoever asks moves, which the batch is told.
    [[nodiscard]] float clock() const;
    [[nodiscard]] bool broken() const { return ghost || cancelled; }
    [[nodiscard]] Certainty certainty() const {
        return broken() ? Certainty::Broken : doubtful ? Certainty::Dotted : Certainty::Whole;
    }
    [[nodiscard]] Rgba faded(float by) const { return render::with_alpha(hue, hue.a * by); }
    [[nodiscard]] float glow(float g) const { return theme.glows && !still && !plain ? g : 0.0F; }
    /// White-hot on dark; on paper heads are drawn as they are.
    [[nodiscard]] float white(float w) const { return theme.glows ? w : 0.0F; }
    /// The dashes or dots of what is not certain, over whatever the stroke is.
    [[nodiscard]] Stroke doubted(Stroke s) const;

    /// As much wider as the value asks. What tapers goes on tapering, dots and zigzags grow as a whole.
    [[nodiscard]] Stroke weighted(Stroke s) const;
    /// The path without what lies under the head of an arrow at its end, which a wide line would look out from.
    [[nodiscard]] Path up_to_arrow(const Path& path, float size) const;

    /// On paper a solid stroke gets a casing in the colour of the land, so that it stands free of what it crosses.
    void stroke(const Path& path, Stroke s, bool casing = true) const;
    void mark(Mark m) const;
    void knock_out(ScreenPt at, float radius) const;
    /// An arrowhead at the path's end.
    void arrow(const Path& path, float size, float opacity) const;
    /// It goes from one place to another, though links of its motion usually have no direction.
    [[nodiscard]] bool is_pointed() const { return link.directed && link.paths.size() == 1; }
    /// The stroke through what was cancelled, at 60 degrees to `along`; nothing for all else.
    void strike_out(ScreenPt at, float along) const;
};

}  // namespace app::motions
