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
        hues.insert(app::hue_of(kind));
        CHECK(app::hue_of(kind) != LinkHue::Neutral);
    }
    CHECK(hues.size() == kinds.all().size());
    CHECK(app::hue_of(kinds[kinds.find("visit").value()]) == LinkHue::Visit);
    CHECK(app::hue_of(kinds[kinds.find("milestone").value()]) == LinkHue::Milestone);
}

TEST_CASE("a kind of a file's own has the hue of the style it borrows, or the neutral one") {
    events::Kind kind;
    kind.name = "pilgrimage";
    kind.style = "visit";
    CHECK(app::hue_of(kind) == LinkHue::Visit);
    kind.style = "neutral";
    CHECK(app::hue_of(kind) == LinkHue::Neutral);
    kind.style = "";
    CHECK(app::hue_of(kind) == LinkHue::Neutral);
}

TEST_CASE("links can be named in their hue or, where that is too pale, in the text's colour") {
    for (const Theme* theme : {&render::dark_theme(), &render::light_theme(), &render::contrast_theme()}) {
        for (std::size_t i = 0; i < render::link_hue_count; ++i) {
            const auto hue = static_cast<LinkHue>(i);
            const render::Rgba color = app::text_hue(*theme, hue);
            CAPTURE(std::string{theme->name});
            CAPTURE(i);
            for (const render::Rgba& ground : {theme->land_region, theme->halo}) {
                CHECK(render::contrast(color, ground) >= 4.5);
            }
            CHECK((color == theme->hue(hue) || color == theme->text_1));
        }
        if (theme->glows) {
            CHECK(app::text_hue(*theme, LinkHue::Tension) == theme->hue(LinkHue::Tension));
        }
    }
    CHECK(app::text_hue(render::light_theme(), LinkHue::Visit) == render::light_theme().text_1);
    CHECK(app::text_hue(render::light_theme(), LinkHue::Route) == render::light_theme().hue(LinkHue::Route));
}
