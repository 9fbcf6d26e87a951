#include "app/panels/panel_places.h"

#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using app::AppState;
using app::PanelPlaces;
using app::World;
using render::RectPt;
using render::SizePt;
using support::an_event;

namespace {

constexpr std::array<SizePt, 4> sizes{{{1280, 720}, {1600, 1000}, {1920, 1080}, {3840, 2160}}};

World a_world() {
    return support::world_of({an_event("visit", "2025-05-20").from("PAK").to("CHN")});
}

AppState state_of(SizePt size) {
    AppState state;
    state.camera.size = size;
    state.selection.countries = {"PAK"};
    return state;
}

}  // namespace

TEST_CASE("panels stand inside the window and not on each other") {
    const World world = a_world();
    for (const SizePt size : sizes) {
        const PanelPlaces places = app::panel_places(state_of(size), world);
        const std::array<RectPt, 4> panels{places.timeline, places.card, places.legend, places.toolbar};
        for (std::size_t i = 0; i < panels.size(); ++i) {
            CAPTURE(size.width);
            CAPTURE(i);
            CHECK(panels[i].width() > 30.0F);
            CHECK(panels[i].height() > 30.0F);
            CHECK(panels[i].left >= 0.0F);
            CHECK(panels[i].top >= 0.0F);
            CHECK(panels[i].right <= size.width);
            CHECK(panels[i].bottom <= size.height);
            for (std::size_t k = i + 1; k < panels.size(); ++k) {
                CHECK_FALSE(panels[i].intersects(panels[k]));
            }
        }
    }
}

TEST_CASE("panels keep off the date tab wherever it stands") {
    const World world = a_world();
    for (const SizePt size : sizes) {
        for (float x = 0.0F; x <= size.width; x += 37.0F) {
            const PanelPlaces places = app::panel_places(state_of(size), world, x);
            const RectPt tab = app::date_tab_at(x, places.timeline);
            CHECK(tab.bottom == places.timeline.top);
            CHECK(tab.left >= 15.5F);
            CHECK(tab.right <= size.width - 15.5F);
            for (const RectPt& panel : {places.card, places.legend, places.toolbar}) {
                CHECK_FALSE(panel.intersects(tab.grown(7.5F)));
            }
            CHECK_FALSE(places.legend.intersects(places.toolbar));
        }
    }
}

TEST_CASE("the free map lies under no panel that is shown") {
    const World world = a_world();
    for (const SizePt size : sizes) {
        for (const bool legend_shown : {true, false}) {
            AppState state = state_of(size);
            state.legend_shown = legend_shown;
            const PanelPlaces places = app::panel_places(state, world);
            const RectPt free = app::free_map(state, world);
            CAPTURE(size.width);
            CAPTURE(legend_shown);
            CHECK(free.width() > size.width / 3.0F);
            CHECK(free.height() > size.height / 3.0F);
            CHECK_FALSE(free.intersects(places.timeline));
            CHECK_FALSE(free.intersects(places.card));
            CHECK_FALSE(free.intersects(places.toolbar));
            if (legend_shown) {
                CHECK_FALSE(free.intersects(places.legend));
            }
        }
    }
}

TEST_CASE("what is fitted has 48 points to spare, less in a low picture, and is clear of the date tab") {
    const World world = a_world();
    for (const SizePt size : {SizePt{1280, 720}, {1920, 1080}, {3840, 2160}}) {
        const AppState state = state_of(size);
        const RectPt free = app::free_map(state, world);
        const RectPt area = app::fit_area(state, world);
        CHECK(area.left == free.left + 48.0F);
        CHECK(area.top == free.top + 48.0F);
        CHECK(area.right == free.right - 48.0F);
        const float tab_top = app::date_tab_at(0.0F, app::panel_places(state, world).timeline).top;
        CHECK(area.bottom == tab_top - 48.0F);
    }
    AppState bare = state_of({448, 252});
    bare.panels_shown = false;
    const RectPt area = app::fit_area(bare, world);
    CHECK(area.top == doctest::Approx(0.08 * 252.0));
    CHECK(area.bottom < 252.0F - 96.0F);  // the lines along the edge take most of the width
    CHECK(area.height() > 100.0F);
    CHECK(app::is_narrow_picture({448, 252}));
    CHECK_FALSE(app::is_narrow_picture({640, 360}));
}

TEST_CASE("without a card the free map begins at the left edge, without panels it is all but the foot") {
    const World world = a_world();
    AppState state = state_of({1920, 1080});
    CHECK(app::has_card(state));
    CHECK(app::free_map(state, world).left > 384.0F);
    state.selection.countries.clear();
    CHECK_FALSE(app::has_card(state));
    CHECK(app::free_map(state, world).left == 0.0F);
    state.selection.event = events::EventIndex{0};
    CHECK(app::has_card(state));
    state.panels_shown = false;
    CHECK(app::free_map(state, world) == RectPt{0.0F, 0.0F, 1920.0F, 1008.0F});
}

TEST_CASE("a legend shows every kind whole: in words, or in as many columns of glyphs as it takes") {
    events::KindTable many;
    for (int i = 0; i < 30; ++i) {
        events::Kind kind;
        kind.name = "own" + std::to_string(i);
        many.add(kind);
    }
    const World few = a_world();
    const World more = support::world_of({an_event("visit", "2025-05-20")}, {}, many);
    for (const World* world : {&few, &more}) {
        for (const SizePt size : {SizePt{640, 400}, {640, 480}, {900, 420}, {1280, 720}, {1920, 1080}, {3840, 2160}}) {
            for (const float tab_x : {0.0F, size.width}) {
                const PanelPlaces places = app::panel_places(state_of(size), *world, tab_x);
                CAPTURE(size.width);
                CAPTURE(tab_x);
                CHECK(places.legend.left > size.width / 2.0F);
                CHECK(places.legend.bottom <= places.timeline.top);
                CHECK_FALSE(places.legend.intersects(places.toolbar));
                if (!app::is_narrow_legend(places.legend)) {
                    continue;
                }
                const std::size_t kinds = world->events->kinds().all().size();
                const float reach = size.height < 700.0F && world == &more ? 6.0F * 24.0F : 1e9F;
                for (std::size_t i = 0; i < kinds; ++i) {
                    const RectPt cell = app::legend_cell(places.legend, i);
                    CHECK(cell.top >= places.legend.top);
                    CHECK(cell.bottom <= places.legend.bottom);
                    CHECK((cell.right <= places.legend.right || cell.left - places.legend.left > reach));
                    CHECK((i == 0 || !cell.grown(-0.1F).intersects(app::legend_cell(places.legend, i - 1))));
                }
            }
        }
    }
    CHECK_FALSE(app::is_narrow_legend(app::panel_places(state_of({1920, 1080}), few).legend));
    CHECK(app::is_narrow_legend(app::panel_places(state_of({1920, 1000}), more).legend));
    CHECK(app::is_narrow_legend(app::panel_places(state_of({1280, 720}), few).legend));
}

TEST_CASE("a small window has narrow panels") {
    const World world = a_world();
    CHECK(app::is_small_window({1280, 720}));
    CHECK_FALSE(app::is_small_window({1920, 1080}));
    const PanelPlaces small = app::panel_places(state_of({1280, 720}), world);
    const PanelPlaces wide = app::panel_places(state_of({1920, 1080}), world);
    CHECK(small.card.width() == 320.0F);
    CHECK(wide.card.width() == 384.0F);
    CHECK(small.legend.width() == 40.0F);
    CHECK(wide.legend.width() == 216.0F);
}
