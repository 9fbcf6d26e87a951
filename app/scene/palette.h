// What a kind looks like: its glyph and its colour. All policy about colours of links stands here.
#pragma once

#include "events/event_kind.h"
#include "render/theme.h"

#include <vector>

namespace app {

/// The built-in hue whose glyph a kind has, and whose seal: the one that the file asks for, else that of the style
/// which it borrows, else the neutral one.
[[nodiscard]] render::LinkHue glyph_of(const events::Kind& kind);

/// The colour of a kind's links, glyphs and bars: the one that the file asks for as the theme can show it
/// (render::legible), else the hue of the style that it borrows.
[[nodiscard]] render::Rgba color_of(const events::Kind& kind, const render::Theme& theme);

/// The colours of all kinds in one theme, for those who ask often.
class KindColors {
public:
    KindColors(const events::KindTable& kinds, const render::Theme& theme);
    [[nodiscard]] render::Rgba operator[](events::KindId kind) const { return all_[static_cast<std::size_t>(kind)]; }

private:
    std::vector<render::Rgba> all_;
};

/// The colour for text: itself on dark; on light the text colour where it has less than 4.5:1 on paper (WCAG 2.1
/// contrast).
[[nodiscard]] render::Rgba text_hue(const render::Theme& theme, render::Rgba color);

}  // namespace app
