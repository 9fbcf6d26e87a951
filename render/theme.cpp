#include "render/theme.h"

namespace render {

namespace {

Theme make_dark() {
    Theme t;
    t.name = "dark";
    t.space = rgb(0x06090F);
    t.sea_deep = rgb(0x0A111B);
    t.sea_shelf = rgb(0x122033);
    t.waterline = rgb(0x6F9CCB);
    t.waterline_alpha = {.075F, .045F, .026F, .07F};
    t.graticule = rgb(0x8FB3DB, .07F);
    t.land_world = rgb(0x121924);
    t.land_region = rgb(0x1A2430);
    t.land_dim = rgb(0x161F2A);
    t.land_partner = rgb(0x1F2A39);
    t.land_selected = rgb(0x2A384B);
    t.land_disputed = rgb(0x1E2937);
    t.hatch = rgb(0x8FA0B6, .20F);
    t.lake = rgb(0x0D1724);
    t.lake_edge = rgb(0x688CB8, .28F);
    t.river = rgb(0x5C80AA, .20F);
    t.coast = rgb(0x688AB2, .50F);
    t.border = rgb(0x3A4A60);
    t.border_world = rgb(0x26313F);
    t.border_disputed = rgb(0x8FA0B6);
    t.outline = rgb(0xEAF0F7);
    t.band = rgb(0xEAF0F7);
    t.label_selected = rgb(0xFFFFFF);
    t.label_country = rgb(0xC3CEDC);
    t.label_dim = rgb(0x8390A3);
    t.label_world = rgb(0x748297);
    t.label_sea = rgb(0x6C8CB0);
    t.halo = rgb(0x0A111B, .86F);
    t.text_1 = rgb(0xEAF0F7);
    t.text_2 = rgb(0xAEBACA);
    t.text_3 = rgb(0x919FB2);
    t.panel = rgb(0x0E1622, .93F);
    t.panel_raised = rgb(0x141D2B, .98F);
    t.hairline = rgb(0xA9C1E0, .11F);
    t.hairline_strong = rgb(0xA9C1E0, .20F);
    t.fill_hover = rgb(0xD6E4F6, .06F);
    t.fill_selected = rgb(0xD6E4F6, .12F);
    t.solid = rgb(0xEAF0F7);
    t.on_solid = rgb(0x0E1622);
    t.shadow = rgb(0x000000, .22F);
    t.error = rgb(0xF3593B);
    t.warning = rgb(0xFAD15E);
    t.link = {rgb(0xFAD15E), rgb(0xF69F50), rgb(0x4DC290), rgb(0x79D3F7), rgb(0x518FE9), rgb(0xAD97EE),
              rgb(0xF3593B), rgb(0xFEE3D6), rgb(0xD97AB2), rgb(0xD2D6DB), rgb(0xA9C3E6), rgb(0xA9B4C2)};
    t.white_hot = rgb(0xFFFBF2);
    t.knock_out = rgb(0x0D131D);
    return t;
}

Theme make_light() {
    Theme t;
    t.name = "light";
    t.glows = false;
    t.space = rgb(0xF5F7F8);
    t.sea_deep = rgb(0xDCE7EE);
    t.sea_shelf = rgb(0xEAF2F6);
    t.waterline = rgb(0x6E93AE);
    t.waterline_alpha = {.22F, .13F, .07F, .05F};
    t.graticule = rgb(0x3C5A73, .10F);
    t.land_world = rgb(0xEDEAE3);
    t.land_region = rgb(0xF7F4EE);
    t.land_dim = rgb(0xF3F0EA);
    t.land_partner = rgb(0xFFFDF9);
    t.land_selected = rgb(0xF8EED6);
    t.land_disputed = rgb(0xF3EFE6);
    t.hatch = rgb(0x46505C, .20F);
    t.lake = rgb(0xDCE7EE);
    t.lake_edge = rgb(0x547086, .55F);
    t.river = rgb(0x5C84A0, .42F);
    t.coast = rgb(0x547086, .75F);
    t.border = rgb(0xA29F97);
    t.border_world = rgb(0xCBC7BD);
    t.border_disputed = rgb(0x5A6470);
    t.outline = rgb(0x3B3322);
    t.band = rgb(0xB88A2A);
    t.label_selected = rgb(0x16202B);
    t.label_country = rgb(0x16202B);
    t.label_dim = rgb(0x56626E);
    t.label_world = rgb(0x56626E);
    t.label_sea = rgb(0x3C6178);
    t.halo = rgb(0xFAF8F3, .88F);
    t.text_1 = rgb(0x16202B);
    t.text_2 = rgb(0x45525F);
    t.text_3 = rgb(0x5D6975);
    t.panel = rgb(0xFFFFFF, .96F);
    t.panel_raised = rgb(0xFFFFFF);
    t.hairline = rgb(0x16202B, .11F);
    t.hairline_strong = rgb(0x16202B, .22F);
    t.fill_hover = rgb(0x16202B, .05F);
    t.fill_selected = rgb(0x16202B, .09F);
    t.solid = rgb(0x16202B);
    t.on_solid = rgb(0xFFFFFF);
    t.shadow = rgb(0x283C50, .10F);
    t.error = rgb(0xAE1515);
    t.warning = rgb(0x8A6800);
    t.link = {rgb(0xA88006), rgb(0xAD5600), rgb(0x037A59), rgb(0x238ABD), rgb(0x13419B), rgb(0x794CC0),
              rgb(0xAE1515), rgb(0x531C12), rgb(0xC54B8D), rgb(0x444B55), rgb(0x4A6488), rgb(0x5D6975)};
    t.white_hot = rgb(0x0F1721);
    t.knock_out = rgb(0xFAF8F3);
    return t;
}

Theme make_contrast() {
    Theme t;
    t.name = "contrast";
    t.space = rgb(0x000000);
    t.sea_deep = rgb(0x000000);
    t.sea_shelf = rgb(0x000000);
    t.waterline = rgb(0x000000);
    t.graticule = rgb(0xFFFFFF, .12F);
    t.land_world = rgb(0x161616);
    t.land_region = rgb(0x222222);
    t.land_dim = rgb(0x1A1A1A);
    t.land_partner = rgb(0x2C2C2C);
    t.land_selected = rgb(0x3A3A3A);
    t.land_disputed = rgb(0x222222);
    t.hatch = rgb(0xFFFFFF, .40F);
    t.lake = rgb(0x000000);
    t.lake_edge = rgb(0x9A9A9A);
    t.river = rgb(0x6E8CA8, .60F);
    t.coast = rgb(0x9A9A9A);
    t.border = rgb(0x8C8C8C);
    t.border_world = rgb(0x4A4A4A);
    t.border_disputed = rgb(0xFFFFFF);
    t.outline = rgb(0xFFFFFF);
    t.band = rgb(0xFFFFFF, 0.0F);
    t.outline_width_pt = 2.5F;
    t.label_selected = rgb(0xFFFFFF);
    t.label_country = rgb(0xFFFFFF);
    t.label_dim = rgb(0xC8C8C8);
    t.label_world = rgb(0xB4B4B4);
    t.label_sea = rgb(0xA8C8E8);
    t.halo = rgb(0x000000);
    t.text_1 = rgb(0xFFFFFF);
    t.text_2 = rgb(0xE0E0E0);
    t.text_3 = rgb(0xC4C4C4);
    t.panel = rgb(0x000000);
    t.panel_raised = rgb(0x000000);
    t.hairline = rgb(0xFFFFFF, .55F);
    t.hairline_strong = rgb(0xFFFFFF, .80F);
    t.fill_hover = rgb(0xFFFFFF, .14F);
    t.fill_selected = rgb(0xFFFFFF, .26F);
    t.solid = rgb(0xFFFFFF);
    t.on_solid = rgb(0x000000);
    t.shadow = rgb(0x000000, .22F);
    t.error = rgb(0xFE6749);
    t.warning = rgb(0xFFE566);
    t.link = {rgb(0xFFE566), rgb(0xFFA753), rgb(0x30D882), rgb(0x89DFFF), rgb(0x559CF9), rgb(0xBBA1F8),
              rgb(0xFE6749), rgb(0xFEF1E6), rgb(0xF57CC5), rgb(0xDADEE3), rgb(0xD6E4F7), rgb(0xDADEE3)};
    t.white_hot = rgb(0xFFFFFF);
    t.knock_out = rgb(0x000000);
    return t;
}

}  // namespace

const Theme& dark_theme() {
    static const Theme theme = make_dark();
    return theme;
}

const Theme& light_theme() {
    static const Theme theme = make_light();
    return theme;
}

const Theme& contrast_theme() {
    static const Theme theme = make_contrast();
    return theme;
}

const Theme* theme_from_name(std::string_view name) {
    for (const Theme* theme : {&dark_theme(), &light_theme(), &contrast_theme()}) {
        if (theme->name == name) {
            return theme;
        }
    }
    return name == "print" ? &light_theme() : nullptr;
}

}  // namespace render
