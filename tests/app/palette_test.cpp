#include "app/scene/palette.h"

#include "render/color_vision.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using render::LinkHue;
using render::Theme;

TEST_CASE("each built-in kind has a hue of its own") {
    const events::KindTable kinds;
    std::set<LinkHue> hues;
    for (const events::Kind& kind : kinds.all()) {
        hues.insert(app::glyph_of(kind));
        CHECK(app::glyph_of(kind) != LinkHue::Neutral);
    }
    CHECK(hues.size() == kinds.all().size());
    CHECK(app::glyph_of(kinds[kinds.find("visit").value()]) == LinkHue::Visit);
    CHECK(app::glyph_of(kinds[kinds.find("milestone").value()]) == LinkHue::Milestone);
}

TEST_CASE(
    "a kind of a file's own has the glyph that it asks for, else that of the style it borrows, or the neutral one") {
    events::Kind kind;
    kind.name = "pilgrimage";
    kind.style = "visit";
    CHECK(app::glyph_of(kind) == LinkHue::Visit);
    kind.style = "neutral";
    CHECK(app::glyph_of(kind) == LinkHue::Neutral);
    kind.style = "";
    CHECK(app::glyph_of(kind) == LinkHue::Neutral);
}

TEST_CASE("a glyph of its own leaves a kind the colour of its style, and a colour of its own leaves it the glyph") {
    const Theme& dark = render::dark_theme();
    events::Kind kind;
    kind.style = "visit";
    kind.glyph = "milestone";
    CHECK(app::glyph_of(kind) == LinkHue::Milestone);
    CHECK(app::color_of(kind, dark) == dark.hue(LinkHue::Visit));
    kind.colour = "#e69f00";
    CHECK(app::glyph_of(kind) == LinkHue::Milestone);
    CHECK(app::color_of(kind, dark) == render::rgb(0xE69F00));
}

TEST_CASE("the colours of all kinds are those of each, in every theme") {
    events::KindTable kinds;
    events::Kind own;
    own.name = "loan";
    own.colour = "#2f2f8f";
    const events::KindId id = kinds.add(own);
    for (const Theme* theme : {&render::dark_theme(), &render::light_theme(), &render::contrast_theme()}) {
        const app::KindColors colors{kinds, *theme};
        CHECK(colors[id] == app::color_of(kinds[id], *theme));
        CHECK(colors[kinds.find("trade").value()] == theme->hue(LinkHue::Trade));
    }
    CHECK(app::color_of(kinds[id], render::light_theme()) == render::rgb(0x2F2F8F));
    CHECK_FALSE(app::color_of(kinds[id], render::dark_theme()) == render::rgb(0x2F2F8F));
}

TEST_CASE("links can be named in their hue or, where that is too pale, in the text's colour") {
    for (const Theme* theme : {&render::dark_theme(), &render::light_theme(), &render::contrast_theme()}) {
        for (std::size_t i = 0; i < render::link_hue_count; ++i) {
            const auto hue = static_cast<LinkHue>(i);
            const render::Rgba color = app::text_hue(*theme, theme->hue(hue));
            CAPTURE(std::string{theme->name});
            CAPTURE(i);
            for (const render::Rgba& ground : {theme->land_region, theme->halo}) {
                CHECK(render::contrast(color, ground) >= 4.5);
            }
            CHECK((color == theme->hue(hue) || color == theme->text_1));
        }
        if (theme->glows) {
            const render::Rgba tension = theme->hue(LinkHue::Tension);
            CHECK(app::text_hue(*theme, tension) == tension);
        }
    }
    const Theme& light = render::light_theme();
    CHECK(app::text_hue(light, light.hue(LinkHue::Visit)) == light.text_1);
    CHECK(app::text_hue(light, light.hue(LinkHue::Route)) == light.hue(LinkHue::Route));
}
