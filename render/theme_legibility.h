// Whether a theme can be read: text on every ground on which it stands, and links told apart by every eye. The
// program's own themes pass; a person's theme is told where it does not.
#pragma once

#include "render/color_vision.h"
#include "render/theme.h"

#include <string_view>
#include <vector>

namespace render {

/// WCAG 2.1, level AA, for text of the sizes that the program uses.
inline constexpr double least_contrast = 4.5;
/// The same for lines and signs.
inline constexpr double least_line_contrast = 3.0;
/// As `difference` measures. The program's own themes keep it between any two kinds of link.
inline constexpr double least_difference = 4.5;

/// A text that is hard to read, on the worst of its grounds.
struct LowContrast {
    std::string_view text;    ///< the token: "text.3"
    std::string_view ground;  ///< the token of what it stands on: "panel"; for map labels the land or sea behind `halo`
    double ratio = 1.0;       ///< below least_contrast
};
/// At most one for each token of a text, in the order of the tokens.
[[nodiscard]] std::vector<LowContrast> low_contrasts(const Theme& theme);

/// Two kinds of link that somebody takes for one.
struct LookAlike {
    LinkHue a = LinkHue::Neutral;
    LinkHue b = LinkHue::Neutral;
    Vision vision = Vision::Normal;  ///< whose eye; the one for which they are closest
    double distance = 0.0;           ///< below least_difference
};
/// For each kind the one nearest to it, each pair once. The hues of bundles and of other kinds do not count: bundles
/// are told by their width, and other kinds are anybody's own.
[[nodiscard]] std::vector<LookAlike> look_alikes(const Theme& theme);

/// A colour that somebody asked for as this theme can show it: of the same hue, lighter or darker only as far as links
/// and glyphs need to stand out by `least_line_contrast` from the sea, from land of any tone and from panels. In a
/// theme that nothing stands out from, what does so most.
[[nodiscard]] Rgba legible(Rgba color, const Theme& theme);

}  // namespace render
