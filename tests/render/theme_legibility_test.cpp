#include "render/theme_legibility.h"

#include "render/theme_tokens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
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
