// What a kind looks like: its hue. All policy about colours of links stands here.
#pragma once

#include "events/event_kind.h"
#include "render/theme.h"

namespace app {

/// The hue that a kind uses; kinds of a file's own use that of the kind whose style they borrow, or the neutral one.
[[nodiscard]] render::LinkHue hue_of(const events::Kind& kind);

/// The hue as a colour for text: itself on dark; on light the text colour where the hue has less than 4.5:1 on paper
/// (WCAG 2.1 contrast).
[[nodiscard]] render::Rgba text_hue(const render::Theme& theme, render::LinkHue hue);

}  // namespace app
