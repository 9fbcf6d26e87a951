#include "app/scene/palette.h"

#include "render/color_text.h"
#include "render/theme_legibility.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app {

namespace {

constexpr std::array<std::string_view, 10> built_in{"visit",    "meeting", "agreement", "trade",     "route",
                                                    "security", "tension", "ceasefire", "statement", "milestone"};

render::LinkHue hue_named(std::string_view name) {
    const auto found = std::find(built_in.begin(), built_in.end(), name);
    return found != built_in.end() ? static_cast<render::LinkHue>(found - built_in.begin()) : render::LinkHue::Neutral;
}

}  // namespace

render::LinkHue glyph_of(const events::Kind& kind) {
    return hue_named(kind.glyph.empty() ? kind.style : kind.glyph);
}

render::Rgba color_of(const events::Kind& kind, const render::Theme& theme) {
    const auto own = kind.colour.empty() ? std::nullopt : render::rgba_from_text(kind.colour);
    return own ? render::legible(*own, theme) : theme.hue(hue_named(kind.style));
}

KindColors::KindColors(const events::KindTable& kinds, const render::Theme& theme) {
    all_.reserve(kinds.all().size());
    for (const events::Kind& kind : kinds.all()) {
        all_.push_back(color_of(kind, theme));
    }
}

render::Rgba text_hue(const render::Theme& theme, render::Rgba color) {
    return render::contrast(color, theme.land_region) >= render::least_contrast ? color : theme.text_1;
}

}  // namespace app
