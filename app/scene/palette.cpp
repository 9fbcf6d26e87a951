#include "app/scene/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace app {

namespace {

constexpr std::array<std::string_view, 10> built_in{"visit",    "meeting", "agreement", "trade",     "route",
                                                    "security", "tension", "ceasefire", "statement", "milestone"};

double luminance(render::Rgba c) {
    const auto linear = [](float v) {
        const auto x = static_cast<double>(v);
        return x <= 0.03928 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

render::LinkHue hue_of(const events::Kind& kind) {
    const auto found = std::find(built_in.begin(), built_in.end(), kind.style);
    return found != built_in.end() ? static_cast<render::LinkHue>(found - built_in.begin()) : render::LinkHue::Neutral;
}

double contrast(render::Rgba a, render::Rgba b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

render::Rgba text_hue(const render::Theme& theme, render::LinkHue hue) {
    const render::Rgba color = theme.hue(hue);
    return contrast(color, theme.land_region) >= 4.5 ? color : theme.text_1;
}

}  // namespace app
