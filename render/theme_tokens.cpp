#include "render/theme_tokens.h"

#include <algorithm>
#include <array>

namespace render {

namespace {

constexpr ColorToken opaque(std::string_view name, Rgba Theme::*color) {
    return {name, color, LinkHue::Neutral, true};
}

constexpr ColorToken link(std::string_view name, LinkHue hue) {
    return {name, nullptr, hue, false};
}

constexpr ColorToken color(std::string_view name, Rgba Theme::*color) {
    return {name, color, LinkHue::Neutral, false};
}

constexpr std::array tokens{
    opaque("space", &Theme::space),
    opaque("sea.deep", &Theme::sea_deep),
    opaque("sea.shelf", &Theme::sea_shelf),
    opaque("land.world", &Theme::land_world),
    opaque("land.region", &Theme::land_region),
    opaque("land.dim", &Theme::land_dim),
    opaque("land.partner", &Theme::land_partner),
    opaque("land.selected", &Theme::land_selected),
    opaque("land.disputed", &Theme::land_disputed),
    color("hatch", &Theme::hatch),
    color("waterline", &Theme::waterline),
    color("lake", &Theme::lake),
    color("lake.edge", &Theme::lake_edge),
    color("river", &Theme::river),
    color("coast", &Theme::coast),
    color("graticule", &Theme::graticule),
    color("border", &Theme::border),
    color("border.world", &Theme::border_world),
    color("border.disputed", &Theme::border_disputed),
    color("outline", &Theme::outline),
    color("band", &Theme::band),
    color("label.selected", &Theme::label_selected),
    color("label.country", &Theme::label_country),
    color("label.dim", &Theme::label_dim),
    color("label.world", &Theme::label_world),
    color("label.sea", &Theme::label_sea),
    color("halo", &Theme::halo),
    color("text.1", &Theme::text_1),
    color("text.2", &Theme::text_2),
    color("text.3", &Theme::text_3),
    color("panel", &Theme::panel),
    color("panel.raised", &Theme::panel_raised),
    color("hairline", &Theme::hairline),
    color("hairline.strong", &Theme::hairline_strong),
    color("fill.hover", &Theme::fill_hover),
    color("fill.selected", &Theme::fill_selected),
    color("solid", &Theme::solid),
    color("on.solid", &Theme::on_solid),
    color("shadow", &Theme::shadow),
    color("error", &Theme::error),
    color("warning", &Theme::warning),
    link("link.visit", LinkHue::Visit),
    link("link.meeting", LinkHue::Meeting),
    link("link.agreement", LinkHue::Agreement),
    link("link.trade", LinkHue::Trade),
    link("link.route", LinkHue::Route),
    link("link.security", LinkHue::Security),
    link("link.tension", LinkHue::Tension),
    link("link.ceasefire", LinkHue::Ceasefire),
    link("link.statement", LinkHue::Statement),
    link("link.milestone", LinkHue::Milestone),
    link("link.bundle", LinkHue::Bundle),
    link("link.other", LinkHue::Neutral),
    color("link.heart", &Theme::white_hot),
    color("link.ground", &Theme::knock_out),
};

}  // namespace

std::span<const ColorToken> color_tokens() {
    return tokens;
}

const ColorToken* color_token(std::string_view name) {
    const auto found =
        std::find_if(tokens.begin(), tokens.end(), [name](const ColorToken& token) { return token.name == name; });
    return found == tokens.end() ? nullptr : &*found;
}

std::string_view name_from_hue(LinkHue hue) {
    const auto found = std::find_if(tokens.begin(), tokens.end(), [hue](const ColorToken& token) {
        return token.color == nullptr && token.hue == hue;
    });
    return found->name;
}

}  // namespace render
