#include "render/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using render::Rgba;
using render::Theme;

namespace {

const std::array<const Theme*, 3> all_themes{&render::dark_theme(), &render::light_theme(), &render::contrast_theme()};

using Linear = std::array<double, 3>;
using Matrix = std::array<Linear, 3>;

double linear_from_srgb(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

Linear linear(Rgba c) {
    return {linear_from_srgb(static_cast<double>(c.r)), linear_from_srgb(static_cast<double>(c.g)),
            linear_from_srgb(static_cast<double>(c.b))};
}

Linear times(const Matrix& m, const Linear& v) {
    Linear out{};
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    }
    return out;
}

double luminance(Rgba c) {
    const Linear l = linear(c);
    return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
}

/// WCAG 2.1.
double contrast(Rgba a, Rgba b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Rgba over(Rgba top, Rgba ground) {
    const Rgba mixed = render::mix(ground, top, top.a);
    return render::with_alpha(mixed, 1.0F);
}

/// Ottosson, A perceptual color space for image processing (2020), times 100.
Linear oklab(const Linear& c) {
    const Matrix to_lms{{{0.4122214708, 0.5363325363, 0.0514459929},
                         {0.2119034982, 0.6806995451, 0.1073969566},
                         {0.0883024619, 0.2817188376, 0.6299787005}}};
    const Matrix to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                         {1.9779984951, -2.4285922050, 0.4505937099},
                         {0.0259040371, 0.7827717662, -0.8086757660}}};
    Linear lms = times(to_lms, c);
    for (double& v : lms) {
        v = 100.0 * std::cbrt(std::max(0.0, v));
    }
    return times(to_lab, lms);
}

struct Vision {
    const char* name;
    Matrix matrix;  // on linear RGB
};

/// Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
/// severity 1.
const std::array<Vision, 4> visions{{
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

double apart(Rgba a, Rgba b, const Matrix& vision) {
    const auto seen = [&](Rgba c) {
        Linear l = times(vision, linear(c));
        for (double& v : l) {
            v = std::clamp(v, 0.0, 1.0);
        }
        return oklab(l);
    };
    const Linear p = seen(a);
    const Linear q = seen(b);
    return std::sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

}  // namespace

TEST_CASE("a theme is found by its name") {
    CHECK(render::theme_from_name("dark") == &render::dark_theme());
    CHECK(render::theme_from_name("light") == &render::light_theme());
    CHECK(render::theme_from_name("contrast") == &render::contrast_theme());
    CHECK(render::theme_from_name("Dark") == nullptr);
    CHECK(render::theme_from_name("") == nullptr);
}

TEST_CASE("a hexadecimal colour is read as red, green, blue") {
    const Rgba c = render::rgb(0xFF8000, 0.5F);
    CHECK(c.r == 1.0F);
    CHECK(c.g == doctest::Approx(128.0 / 255.0));
    CHECK(c.b == 0.0F);
    CHECK(c.a == 0.5F);
}

TEST_CASE("text reaches 4.5:1 on panels, whatever of the map shines through them") {
    for (const Theme* theme : all_themes) {
        for (const Rgba below : {theme->sea_deep, theme->sea_shelf, theme->land_region, theme->land_selected}) {
            const Rgba panel = over(theme->panel, below);
            const Rgba raised = over(theme->panel_raised, below);
            for (const Rgba text : {theme->text_1, theme->text_2, theme->text_3}) {
                CAPTURE(std::string{theme->name});
                CHECK(contrast(text, panel) >= 4.5);
                CHECK(contrast(text, raised) >= 4.5);
                CHECK(contrast(text, over(theme->fill_hover, panel)) >= 4.5);
            }
            CHECK(contrast(theme->text_1, over(theme->fill_selected, panel)) >= 4.5);
            CHECK(contrast(theme->text_2, over(theme->fill_selected, panel)) >= 4.5);
        }
        CHECK(contrast(theme->on_solid, theme->solid) >= 4.5);
    }
}

TEST_CASE("the map's labels reach 4.5:1 on their halo over land and sea") {
    for (const Theme* theme : all_themes) {
        const std::array<std::pair<const char*, Rgba>, 5> labels{{{"selected", theme->label_selected},
                                                                  {"country", theme->label_country},
                                                                  {"dim", theme->label_dim},
                                                                  {"world", theme->label_world},
                                                                  {"sea", theme->label_sea}}};
        for (const Rgba ground : {theme->sea_deep, theme->sea_shelf, theme->land_world, theme->land_region,
                                  theme->land_dim, theme->land_partner, theme->land_selected, theme->land_disputed}) {
            for (const auto& [name, label] : labels) {
                CAPTURE(std::string{theme->name});
                CAPTURE(std::string{name});
                CHECK(contrast(label, over(theme->halo, ground)) >= 4.5);
            }
        }
    }
}

TEST_CASE("errors and warnings reach 4.5:1 on panels") {
    for (const Theme* theme : all_themes) {
        const Rgba panel = over(theme->panel, theme->sea_deep);
        CHECK(contrast(theme->error, panel) >= 4.5);
        CHECK(contrast(theme->warning, panel) >= 4.5);
    }
}

TEST_CASE("links stand out from the land") {
    for (const Theme* theme : all_themes) {
        for (std::size_t i = 0; i < render::link_hue_count; ++i) {
            CAPTURE(std::string{theme->name});
            CAPTURE(i);
            CHECK(contrast(theme->link[i], theme->land_region) >= (theme->glows ? 4.5 : 3.0));
        }
    }
}

TEST_CASE("no two kinds of link look alike to any eye") {
    for (const Theme* theme : all_themes) {
        // The bundle and the neutral hue are told by their width and place.
        constexpr std::size_t kinds = 10;
        for (const Vision& vision : visions) {
            for (std::size_t i = 0; i < kinds; ++i) {
                for (std::size_t k = i + 1; k < kinds; ++k) {
                    CAPTURE(std::string{theme->name});
                    CAPTURE(std::string{vision.name});
                    CAPTURE(i);
                    CAPTURE(k);
                    CHECK(apart(theme->link[i], theme->link[k], vision.matrix) >= 4.5);
                }
            }
        }
    }
}
