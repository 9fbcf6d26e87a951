#include "render/theme_legibility.h"

#include "render/oklab.h"
#include "render/theme_tokens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using render::LinkHue;
using render::Theme;

namespace {

const std::array<const Theme*, 3> built_in{&render::dark_theme(), &render::light_theme(), &render::contrast_theme()};

}  // namespace

TEST_CASE("the program's own themes can be read, and none of their links look alike") {
    for (const Theme* theme : built_in) {
        for (const render::LowContrast& low : render::low_contrasts(*theme)) {
            FAIL_CHECK(theme->name, ": ", std::string{low.text}, " on ", std::string{low.ground});
        }
        for (const render::LookAlike& pair : render::look_alikes(*theme)) {
            FAIL_CHECK(theme->name, ": ", std::string{render::name_from_hue(pair.a)}, " and ",
                       std::string{render::name_from_hue(pair.b)});
        }
    }
}

TEST_CASE("a text that is too pale is named once, with the ground where it is worst") {
    Theme theme = render::light_theme();
    theme.text_3 = render::rgb(0xB0B0B0);
    const auto found = render::low_contrasts(theme);
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "text.3");
    CHECK(found[0].ratio < 2.3);
    CHECK(found[0].ratio > 1.0);
    CHECK(render::color_token(found[0].ground) != nullptr);
}

TEST_CASE("text that lets its ground through counts as it is seen") {
    Theme theme = render::dark_theme();
    theme.label_country.a = 0.2F;
    const auto found = render::low_contrasts(theme);
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "label.country");
}

TEST_CASE("a ground can be what is wrong, for every text that stands on it") {
    Theme theme = render::dark_theme();
    theme.halo = render::rgb(0xFFFFFF, 0.9F);
    const auto found = render::low_contrasts(theme);
    CHECK(found.size() >= 5);
    CHECK(std::all_of(found.begin(), found.end(), [](const render::LowContrast& low) {
        return low.ground.starts_with("land.") || low.ground.starts_with("sea.");
    }));
}

TEST_CASE("two links of like hue are named once, with the eye that sees them closest") {
    Theme theme = render::dark_theme();
    theme.link[static_cast<std::size_t>(LinkHue::Trade)] = theme.hue(LinkHue::Visit);
    const auto found = render::look_alikes(theme);
    REQUIRE(found.size() == 1);
    CHECK(found[0].a == LinkHue::Visit);
    CHECK(found[0].b == LinkHue::Trade);
    CHECK(found[0].distance == 0.0);
}

TEST_CASE("red and green that only some confuse are named with whose eye it is") {
    Theme theme = render::light_theme();
    theme.link[static_cast<std::size_t>(LinkHue::Tension)] = render::rgb(0xA05030);
    theme.link[static_cast<std::size_t>(LinkHue::Agreement)] = render::rgb(0x6A6A20);
    REQUIRE(render::difference(theme.hue(LinkHue::Tension), theme.hue(LinkHue::Agreement), render::Vision::Normal) >
            10.0);
    const auto found = render::look_alikes(theme);
    CHECK(std::any_of(found.begin(), found.end(), [](const render::LookAlike& pair) {
        return pair.a == LinkHue::Agreement && pair.b == LinkHue::Tension && pair.vision != render::Vision::Normal;
    }));
}

TEST_CASE("bundles and kinds of a file's own may share a hue with others") {
    Theme theme = render::dark_theme();
    theme.link[static_cast<std::size_t>(LinkHue::Bundle)] = theme.hue(LinkHue::Visit);
    theme.link[static_cast<std::size_t>(LinkHue::Neutral)] = theme.hue(LinkHue::Visit);
    CHECK(render::look_alikes(theme).empty());
}

TEST_CASE("every colour of a theme has one name, and leads back to it") {
    Theme theme = render::dark_theme();
    int n = 0;
    for (const render::ColorToken& token : render::color_tokens()) {
        CHECK(render::color_token(token.name) == &token);
        const render::Rgba mark{static_cast<float>(++n) / 100.0F, 0.0F, 0.0F, 1.0F};
        token.in(theme) = mark;
    }
    n = 0;
    for (const render::ColorToken& token : render::color_tokens()) {
        CHECK(token.in(static_cast<const Theme&>(theme)).r == static_cast<float>(++n) / 100.0F);
    }
    CHECK(static_cast<std::size_t>(n) * sizeof(render::Rgba) ==
          sizeof(Theme) - sizeof(std::string) - sizeof(theme.waterline_alpha) - 2 * sizeof(float));
    CHECK(render::color_token("sea") == nullptr);
    CHECK(render::color_token("") == nullptr);
    CHECK(render::name_from_hue(LinkHue::Visit) == "link.visit");
    CHECK(render::name_from_hue(LinkHue::Neutral) == "link.other");
}

TEST_CASE("a colour that somebody asks for stands out in every theme, with the same hue") {
    for (const Theme* theme : built_in) {
        for (int i = 0; i < 216; ++i) {
            const auto part = [](int step) { return static_cast<float>(step) / 5.0F; };
            const render::Rgba wanted{part(i % 6), part(i / 6 % 6), part(i / 36)};
            const render::Rgba shown = render::legible(wanted, *theme);
            CAPTURE(theme->name);
            CAPTURE(i);
            for (const render::Rgba ground : {theme->sea_deep, theme->sea_shelf, theme->land_world, theme->land_region,
                                              theme->land_selected, theme->land_disputed, theme->panel_raised}) {
                CHECK(render::contrast(shown, render::over(ground, theme->sea_deep)) >=
                      render::least_line_contrast - 0.03);
            }
            const render::Oklch before = render::oklch_from_rgba(wanted);
            const render::Oklch after = render::oklch_from_rgba(shown);
            if (before.chroma > 0.02 && after.chroma > 0.02) {
                CHECK(std::abs(std::remainder(before.hue - after.hue, 6.283185307)) < 0.03);
            }
            CHECK(after.chroma <= before.chroma + 0.01);
        }
    }
}

TEST_CASE("a colour that can be seen stays as it is, and another moves no further than it has to") {
    const Theme& dark = render::dark_theme();
    const Theme& light = render::light_theme();
    CHECK(render::legible(render::rgb(0xE69F00), dark) == render::rgb(0xE69F00));
    CHECK(render::legible(render::rgb(0x2F2F8F), light) == render::rgb(0x2F2F8F));
    CHECK(render::legible(render::rgb(0xE69F00, 0.5F), light).a == 0.5F);
    const render::Rgba moved = render::legible(render::rgb(0x2F2F8F), dark);
    const double barely = render::contrast(moved, dark.land_selected);
    CHECK(barely < render::least_line_contrast + 0.5);
}

TEST_CASE("in a theme that nothing stands out from, a colour goes to where it stands out most") {
    Theme muddle = render::dark_theme();
    muddle.sea_deep = render::rgb(0xFFFFFF);
    CHECK(render::legible(render::rgb(0x808080), muddle).a == 1.0F);
    muddle.land_region = render::rgb(0x000000);
    const render::Rgba shown = render::legible(render::rgb(0x808080), muddle);
    CHECK((render::luminance(shown) < 0.01 || render::luminance(shown) > 0.99));
}
