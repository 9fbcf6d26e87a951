#include "app/scene/shading.h"

#include "app/panels/shading_key.h"
#include "render/color_vision.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

TEST_CASE("classes are steps of the root, rounded to one digit") {
    CHECK(app::shade_bounds(0.0, true).empty());
    CHECK(app::shade_bounds(1.0, true) == std::vector<double>{1});
    CHECK(app::shade_bounds(4.0, true) == std::vector<double>{1, 2, 3, 4});
    CHECK(app::shade_bounds(5.0, true) == std::vector<double>{1, 2, 3, 4, 5});
    CHECK(app::shade_bounds(6.0, true) == std::vector<double>{1, 2, 4});
    CHECK(app::shade_bounds(97.0, true) == std::vector<double>{1, 4, 20, 40, 60});
    CHECK(app::shade_bounds(290.0, true) == std::vector<double>{1, 10, 50, 100, 200});
    CHECK(app::shade_bounds(9e9, false) == std::vector<double>{0, 4e8, 2e9, 4e9, 6e9});
}

TEST_CASE("classes ascend and there are five at most, whatever the largest number") {
    for (double largest = 0.01; largest < 1e13; largest *= 1.37) {
        for (const bool is_count : {true, false}) {
            const std::vector<double> bounds = app::shade_bounds(largest, is_count);
            CHECK(bounds.size() <= app::most_shades);
            CHECK_FALSE(bounds.empty());
            CHECK(std::is_sorted(bounds.begin(), bounds.end(), std::less_equal<>{}));
            CHECK((is_count || bounds.front() == 0.0));
        }
    }
}

TEST_CASE("classes rest while the largest number changes a little") {
    CHECK(app::shade_bounds(81.0, true) == app::shade_bounds(99.0, true));
    CHECK(app::shade_bounds(2.2e9, false) == app::shade_bounds(2.9e9, false));
}

TEST_CASE("tones go from land towards text, each further than the last") {
    for (const render::Theme* theme : {&render::dark_theme(), &render::light_theme(), &render::contrast_theme()}) {
        float before = 0.0F;
        for (std::size_t i = 0; i < app::most_shades; ++i) {
            const render::Rgba tone = app::shade_tone(*theme, i);
            const float away = std::abs(tone.g - theme->land_region.g);
            CHECK(away > before + 0.02F);
            before = away;
        }
        CHECK(before < 0.35F);
        CHECK(render::contrast(theme->label_country, app::shade_tone(*theme, app::most_shades - 1)) >= 4.5);
    }
}

TEST_CASE("the key says from which number each class begins, in the unit that suits them") {
    app::Shading shading;
    shading.bounds = {1, 4, 20, 40, 60};
    app::ShadingKey key = app::shading_key(shading);
    CHECK(key.title == "Events of a country");
    CHECK(key.unit.empty());
    CHECK(key.from == std::vector<std::string>{"1", "4", "20", "40", "60"});
    CHECK(app::shading_words(key) == "Shades: events of a country from 1, 4, 20, 40, 60");
    shading.by = app::RankBy::Value;
    shading.currency = "USD";
    shading.bounds = {0, 4e7, 2e8, 4e8, 6e8};
    key = app::shading_key(shading);
    CHECK(key.title == "Value of a country");
    CHECK(key.unit == "USD million");
    CHECK(app::shading_words(key) == "Shades: value of a country in USD million from 0, 40, 200, 400, 600");
    CHECK(app::shading_words({}).empty());
    CHECK(key.from == std::vector<std::string>{"0", "40", "200", "400", "600"});
    shading.bounds = {0, 4e7, 2e8, 4e8, 1e9};
    CHECK(app::shading_key(shading).from == std::vector<std::string>{"0", "0.04", "0.2", "0.4", "1"});
    shading.by = app::RankBy::Partners;
    shading.bounds.clear();
    CHECK(app::shading_key(shading).from.empty());
}

TEST_CASE("the section of the legend has its place only where there is something to shade by") {
    app::AppState state;
    CHECK(app::shading_section_height(state) == 0.0F);
    state.ranking.shown = true;
    const float switch_alone = app::shading_section_height(state);
    CHECK(switch_alone > 0.0F);
    state.ranking.shades_map = true;
    CHECK(app::shading_section_height(state) == switch_alone + app::shading_key_height);
}
