#include "render/theme_legibility.h"

#include "render/oklab.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace render {

namespace {

constexpr int kinds = 10;  // of links, before Bundle and Neutral

struct Ground {
    std::string_view name;
    Rgba color;  // opaque
};

std::vector<Ground> map_grounds(const Theme& t) {
    return {{"sea.deep", t.sea_deep},           {"sea.shelf", t.sea_shelf},        {"land.world", t.land_world},
            {"land.region", t.land_region},     {"land.dim", t.land_dim},          {"land.partner", t.land_partner},
            {"land.selected", t.land_selected}, {"land.disputed", t.land_disputed}};
}

/// What stands on the map itself stands on its halo.
std::vector<Ground> haloed(const Theme& t) {
    std::vector<Ground> grounds = map_grounds(t);
    for (Ground& ground : grounds) {
        ground.color = over(t.halo, ground.color);
    }
    return grounds;
}

/// Panels and what lies on them, whatever of the map shines through.
std::vector<Ground> panel_grounds(const Theme& t, bool selected_rows) {
    std::vector<Ground> grounds;
    for (const Ground& below : map_grounds(t)) {
        const Rgba panel = over(t.panel, below.color);
        grounds.push_back({"panel", panel});
        grounds.push_back({"panel.raised", over(t.panel_raised, below.color)});
        grounds.push_back({"fill.hover", over(t.fill_hover, panel)});
        if (selected_rows) {
            grounds.push_back({"fill.selected", over(t.fill_selected, panel)});
        }
    }
    return grounds;
}

struct Text {
    std::string_view name;
    Rgba color;
    std::vector<Ground> grounds;
};

std::vector<Ground> joined(std::vector<Ground> a, const std::vector<Ground>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<Text> texts_of(const Theme& t) {
    const std::vector<Ground> map = haloed(t);
    return {
        {"label.selected", t.label_selected, map},
        {"label.country", t.label_country, map},
        {"label.dim", t.label_dim, map},
        {"label.world", t.label_world, map},
        {"label.sea", t.label_sea, map},
        // The scale bar, the statement and the credits stand on the map; text.3 is never on a selected row.
        {"text.1", t.text_1, joined(panel_grounds(t, true), map)},
        {"text.2", t.text_2, joined(panel_grounds(t, true), map)},
        {"text.3", t.text_3, joined(panel_grounds(t, false), map)},
        {"on.solid", t.on_solid, {{"solid", over(t.solid, t.sea_deep)}}},
        {"error", t.error, {{"panel", over(t.panel, t.sea_deep)}}},
        {"warning", t.warning, {{"panel", over(t.panel, t.sea_deep)}}},
    };
}

/// What is as light as this or lighter stands out from all grounds, and what is as dark as that or darker. Luminances;
/// one above 1 or one below 0 cannot be had.
struct Clear {
    double light = 0.0;
    double dark = 0.0;
};
Clear clear_of_grounds(const Theme& theme) {
    double darkest = 1.0;
    double lightest = 0.0;
    for (const Ground& ground : joined(map_grounds(theme), panel_grounds(theme, true))) {
        const double of_ground = luminance(ground.color);
        darkest = std::min(darkest, of_ground);
        lightest = std::max(lightest, of_ground);
    }
    constexpr double flare = 0.05;  // of WCAG's formula
    return {least_line_contrast * (lightest + flare) - flare, (darkest + flare) / least_line_contrast - flare};
}

/// The lightness nearest to the colour's own, on the way to `end`, at which it has that luminance.
double lightness_with(Oklch color, double wanted, double end) {
    constexpr int halvings = 16;
    const bool lighter = end > color.lightness;
    double there = end;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (color.lightness + there) / 2.0;
        const double reached = luminance(rgba_from_oklch({middle, color.chroma, color.hue}));
        const bool enough = lighter ? reached >= wanted : reached <= wanted;
        (enough ? there : color.lightness) = middle;
    }
    return there;
}

/// The closest that any eye sees two hues.
LookAlike closest(const Theme& theme, LinkHue a, LinkHue b) {
    LookAlike worst{a, b, Vision::Normal, std::numeric_limits<double>::infinity()};
    for (const Vision vision : all_visions) {
        const double distance = difference(theme.hue(a), theme.hue(b), vision);
        if (distance < worst.distance) {
            worst.vision = vision;
            worst.distance = distance;
        }
    }
    return worst;
}

}  // namespace

std::vector<LowContrast> low_contrasts(const Theme& theme) {
    std::vector<LowContrast> found;
    for (const Text& text : texts_of(theme)) {
        LowContrast worst{text.name, {}, least_contrast};
        for (const Ground& ground : text.grounds) {
            const double ratio = contrast(over(text.color, ground.color), ground.color);
            if (ratio < worst.ratio) {
                worst.ground = ground.name;
                worst.ratio = ratio;
            }
        }
        if (!worst.ground.empty()) {
            found.push_back(worst);
        }
    }
    return found;
}

Rgba legible(Rgba color, const Theme& theme) {
    const Clear clear = clear_of_grounds(theme);
    const double own = luminance(color);
    if (own >= clear.light || own <= clear.dark) {
        return color;
    }
    Oklch moved = oklch_from_rgba(color);
    const bool may_lighten = clear.light <= 1.0;
    const bool may_darken = clear.dark >= 0.0;
    const double lighter = may_lighten ? lightness_with(moved, clear.light, 1.0) : 1.0;
    const double darker = may_darken ? lightness_with(moved, clear.dark, 0.0) : 0.0;
    bool up = may_lighten;
    if (may_lighten && may_darken) {
        up = lighter - moved.lightness <= moved.lightness - darker;
    } else if (!may_lighten && !may_darken) {
        up = clear.light - 1.0 <= 0.0 - clear.dark;
    }
    moved.lightness = up ? lighter : darker;
    return with_alpha(rgba_from_oklch(moved), color.a);
}

std::vector<LookAlike> look_alikes(const Theme& theme) {
    std::vector<LookAlike> found;
    for (int i = 0; i < kinds; ++i) {
        LookAlike nearest;
        nearest.distance = least_difference;
        for (int k = 0; k < kinds; ++k) {
            const LookAlike pair =
                closest(theme, static_cast<LinkHue>(std::min(i, k)), static_cast<LinkHue>(std::max(i, k)));
            if (k != i && pair.distance < nearest.distance) {
                nearest = pair;
            }
        }
        const bool told = std::any_of(found.begin(), found.end(), [&](const LookAlike& pair) {
            return pair.a == nearest.a && pair.b == nearest.b;
        });
        if (nearest.distance < least_difference && !told) {
            found.push_back(nearest);
        }
    }
    return found;
}

}  // namespace render
