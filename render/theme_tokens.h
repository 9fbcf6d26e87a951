// The names of a theme's colours: what a theme file may say, and in which order. docs/themes.md tells what each is for.
#pragma once

#include "render/theme.h"

#include <optional>
#include <span>
#include <string_view>

namespace render {

/// One named colour of a theme.
struct ColorToken {
    std::string_view name;           ///< "sea.deep", "link.visit"
    Rgba Theme::*color = nullptr;    ///< null: one of the links' hues
    LinkHue hue = LinkHue::Neutral;  ///< with a null `color`: which
    bool opaque = false;             ///< the ground of everything else: nothing may shine through
    [[nodiscard]] Rgba& in(Theme& theme) const {
        return color != nullptr ? theme.*color : theme.link[static_cast<std::size_t>(hue)];
    }
    [[nodiscard]] Rgba in(const Theme& theme) const { return color != nullptr ? theme.*color : theme.hue(hue); }
};

/// All of them, in the order in which a theme file is written. What stands together belongs together: the first part of
/// the name changes between groups.
[[nodiscard]] std::span<const ColorToken> color_tokens();

/// The token of that name; null without one.
[[nodiscard]] const ColorToken* color_token(std::string_view name);

/// "link.visit"
[[nodiscard]] std::string_view name_from_hue(LinkHue hue);

}  // namespace render
