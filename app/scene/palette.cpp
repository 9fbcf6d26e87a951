#include "app/scene/palette.h"

#include "render/theme_legibility.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app {

namespace {

constexpr std::array<std::string_view, 10> built_in{"visit",    "meeting", "agreement", "trade",     "route",
                                                    "security", "tension", "ceasefire", "statement", "milestone"};

}  // namespace

render::LinkHue hue_of(const events::Kind& kind) {
    const auto found = std::find(built_in.begin(), built_in.end(), kind.style);
    return found != built_in.end() ? static_cast<render::LinkHue>(found - built_in.begin()) : render::LinkHue::Neutral;
}

render::Rgba text_hue(const render::Theme& theme, render::LinkHue hue) {
    const render::Rgba color = theme.hue(hue);
    return render::contrast(color, theme.land_region) >= render::least_contrast ? color : theme.text_1;
}

}  // namespace app
