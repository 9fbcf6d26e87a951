#include "render/theme.h"

#include "render/color_vision.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using render::contrast;
using render::over;
using render::Rgba;
using render::Theme;
using render::Vision;

namespace {

const std::array<const Theme*, 3> all_themes{&render::dark_theme(), &render::light_theme(), &render::contrast_theme()};

}  // namespace

TEST_CASE("a theme is found by its name") {
    CHECK(render::theme_from_name("dark") == &render::dark_theme());
    CHECK(render::theme_from_name("light") == &render::light_theme());
    CHECK(render::theme_from_name("contrast") == &render::contrast_theme());
    CHECK(render::theme_from_name("print") == &render::light_theme());
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

TEST_CASE("names, the scale bar and credits reach 4.5:1 on their halo over land and sea") {
    for (const Theme* theme : all_themes) {
        const std::array<std::pair<const char*, Rgba>, 8> labels{{{"selected", theme->label_selected},
                                                                  {"country", theme->label_country},
                                                                  {"dim", theme->label_dim},
                                                                  {"world", theme->label_world},
                                                                  {"sea", theme->label_sea},
                                                                  {"text.1", theme->text_1},
                                                                  {"text.2", theme->text_2},
                                                                  {"text.3", theme->text_3}}};
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

TEST_CASE("any two kinds of link are as far apart to every eye as the design says") {
    // The smallest distance between any two hues, normal, protan, deutan, tritan. The bundle and the neutral hue are
    // told by their width and place.
    constexpr std::size_t kinds = 10;
    constexpr std::array<std::array<double, 4>, 3> designed{
        {{7.3, 5.2, 6.5, 6.9}, {10.3, 8.3, 6.8, 5.4}, {7.1, 4.6, 7.2, 5.8}}};
    for (std::size_t t = 0; t < all_themes.size(); ++t) {
        for (const Vision vision : render::all_visions) {
            double smallest = std::numeric_limits<double>::infinity();
            for (std::size_t i = 0; i < kinds; ++i) {
                for (std::size_t k = i + 1; k < kinds; ++k) {
                    smallest =
                        std::min(smallest, render::difference(all_themes[t]->link[i], all_themes[t]->link[k], vision));
                }
            }
            CAPTURE(all_themes[t]->name);
            CAPTURE(std::string{render::words_from_vision(vision)});
            CHECK(smallest >= designed[t][static_cast<std::size_t>(vision)] - 0.2);
        }
    }
}
