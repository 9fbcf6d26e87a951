#include "app/panels/choice_menu_layout.h"

#include "app/panels/panel_places.h"
#include "app/panels/toolbar_layout.h"
#include "geodata/named_projections.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

using app::AppState;
using app::ChoiceMenu;
using app::Menu;
using app::World;
using render::RectPt;
using support::an_event;

namespace {

constexpr std::array<render::SizePt, 5> sizes{{{640, 400}, {1280, 720}, {1600, 1000}, {1920, 1080}, {3840, 2160}}};
constexpr std::array<Menu, 3> menus{Menu::Worldview, Menu::Projection, Menu::Names};

World a_world() {
    World world = support::world_of({an_event("visit", "2025-05-20").from("PAK").to("CHN")});
    world.worldviews = {{"IND", "India", "Boundaries: as India draws them"},
                        {"PAK", "Pakistan", "Boundaries: as Pakistan draws them"}};
    return world;
}

AppState state_of(render::SizePt size) {
    AppState state;
    state.camera.size = size;
    return state;
}

bool holds(const RectPt& outer, const RectPt& inner) {
    return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right &&
           inner.bottom <= outer.bottom;
}

std::size_t chosen_rows(const ChoiceMenu& menu) {
    return static_cast<std::size_t>(
        std::count_if(menu.rows.begin(), menu.rows.end(), [](const app::ChoiceRow& row) { return row.chosen; }));
}

}  // namespace

TEST_CASE("the toolbar's items stand side by side inside it") {
    const World world = a_world();
    for (const render::SizePt size : sizes) {
        const AppState state = state_of(size);
        const RectPt toolbar = app::panel_places(state, world).toolbar;
        const auto items = app::toolbar_items(state, world, toolbar);
        std::set<std::string> ids;
        float right = toolbar.left;
        for (const app::ToolbarItem& item : items) {
            CAPTURE(item.id);
            CHECK(holds(toolbar, item.place));
            CHECK(item.place.left >= right);
            CHECK(item.place.width() > 30.0F);
            CHECK_FALSE(item.help.empty());
            CHECK(item.words.empty() == (app::is_small_window(size) || ids.size() > menus.size()));
            right = item.place.right;
            ids.insert(item.id);
        }
        CHECK(ids.size() == items.size());
    }
}

TEST_CASE("a menu hangs below its button, inside the window and above the timeline") {
    const World world = a_world();
    for (const render::SizePt size : sizes) {
        for (const Menu which : menus) {
            const AppState state = state_of(size);
            const app::PanelPlaces places = app::panel_places(state, world);
            const RectPt button = app::menu_button(which, state, world, places.toolbar);
            const ChoiceMenu menu = app::choice_menu(which, state, world, button, places.timeline.top);
            CAPTURE(size.width);
            CHECK(holds(places.toolbar, button));
            CHECK(menu.place.top >= button.bottom);
            CHECK(menu.place.left >= 16.0F);
            CHECK(menu.place.right <= size.width - 16.0F);
            CHECK(menu.place.bottom <= places.timeline.top - 16.0F);
            CHECK(holds(menu.place, menu.list));
            CHECK(holds(menu.place, menu.title_place));
            CHECK(menu.list.height() >= menu.row_height);
        }
    }
}

TEST_CASE("every menu says what is chosen, and a row's command chooses it") {
    const World world = a_world();
    for (const Menu which : menus) {
        AppState state = state_of({1920, 1080});
        const ChoiceMenu menu = app::choice_menu(which, state, world, {}, 800.0F);
        CHECK_FALSE(menu.title.empty());
        REQUIRE(menu.rows.size() > 1);
        CHECK(chosen_rows(menu) == 1);
        for (const app::ChoiceRow& row : menu.rows) {
            state = app::reduce(std::move(state), row.command, world);
            const ChoiceMenu now = app::choice_menu(which, state, world, {}, 800.0F);
            CHECK(std::any_of(now.rows.begin(), now.rows.end(),
                              [&](const app::ChoiceRow& r) { return r.id == row.id && r.chosen; }));
            CHECK(chosen_rows(app::choice_menu(which, state, world, {}, 800.0F)) == 1);
        }
    }
}

TEST_CASE("a projection of one's own has a row in the menu") {
    const World world = a_world();
    AppState state = state_of({1920, 1080});
    state.ground.projection = "EPSG:32643";
    const ChoiceMenu menu = app::choice_menu(Menu::Projection, state, world, {}, 800.0F);
    CHECK(menu.rows.size() == geodata::named_projections().size() + 1);
    CHECK(menu.rows.back().note == "EPSG:32643");
    CHECK(menu.rows.back().chosen);
}

TEST_CASE("the button of the worldviews says whose boundaries are drawn") {
    World world = a_world();
    AppState state = state_of({1920, 1080});
    CHECK(app::chosen_words(Menu::Worldview, state, world) == "Boundaries: neutral");
    state.ground.worldview = "PAK";
    CHECK(app::chosen_words(Menu::Worldview, state, world) == "Boundaries: Pakistan");
    world.worldviews.clear();
    world.ground.boundaries = "lands.geojson";
    CHECK(app::chosen_words(Menu::Worldview, state, world) == "Boundaries: own file");
    const ChoiceMenu menu = app::choice_menu(Menu::Worldview, state, world, {}, 800.0F);
    REQUIRE(menu.rows.size() == 1);
    CHECK(menu.rows[0].name == "As in the file");
}
