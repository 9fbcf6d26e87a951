// Colours as people write them in a theme file.
#pragma once

#include "render/color.h"

#include <optional>
#include <string>
#include <string_view>

namespace render {

/// "#RRGGBB" (opaque), "#RRGGBBAA", "#RRGGBB 86%" with an opacity from 0 to 100, or "none" (all of it transparent).
/// Digits may be of either case. Nothing for any other text.
[[nodiscard]] std::optional<Rgba> rgba_from_text(std::string_view text);

/// The colour in one of those forms: the per cent where they are whole, the two further digits otherwise. Components
/// are rounded to 255ths.
[[nodiscard]] std::string text_from_rgba(Rgba color);

}  // namespace render
