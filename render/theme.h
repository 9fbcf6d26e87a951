// The named colours of a theme. The names are those of the visual design; nothing else in the program invents a colour.
#pragma once

#include "render/color.h"

#include <array>
#include <string>
#include <string_view>

namespace render {

/// Hues of links, in the order of the built-in kinds; `Bundle` and `Neutral` (kinds that a file adds) follow.
enum class LinkHue : std::uint8_t {
    Visit,
    Meeting,
    Agreement,
    Trade,
    Route,
    Security,
    Tension,
    Ceasefire,
    Statement,
    Milestone,
    Bundle,
    Neutral,
};
inline constexpr std::size_t link_hue_count = 12;

struct Theme {
    std::string name;
    bool glows = true;  ///< light on dark: cores cover and glows add; on paper there is ink and a casing

    // the base map
    Rgba space;  ///< around a map that ends in view, such as a globe
    Rgba sea_deep, sea_shelf, waterline;
    std::array<float, 4> waterline_alpha{};  ///< at 5, 11 and 19 px from the coast, and right at it
    Rgba graticule;
    Rgba land_world, land_region, land_dim, land_partner, land_selected, land_disputed, hatch;
    Rgba lake, lake_edge, river, coast;
    Rgba border, border_world, border_disputed, outline, band;
    float outline_width_pt = 1.25F;

    // the map's labels
    Rgba label_selected, label_country, label_dim, label_world, label_sea, halo;

    // panels
    Rgba text_1, text_2, text_3;
    Rgba panel, panel_raised, hairline, hairline_strong, fill_hover, fill_selected, solid, on_solid, shadow;
    Rgba error, warning;

    // links
    std::array<Rgba, link_hue_count> link{};
    Rgba white_hot;  ///< what the heart of a bright head is mixed with
    Rgba knock_out;  ///< put under seals and bars so that they stand free of the line

    [[nodiscard]] Rgba hue(LinkHue which) const { return link[static_cast<std::size_t>(which)]; }
};

[[nodiscard]] const Theme& dark_theme();
[[nodiscard]] const Theme& light_theme();
[[nodiscard]] const Theme& contrast_theme();
/// "dark", "light" or "contrast"; "print" is another name for light. Null for any other text.
[[nodiscard]] const Theme* theme_from_name(std::string_view name);

}  // namespace render
