// These need OpenGL without a display, as the map view does; hands and clock are made up. Under AddressSanitizer they
// are skipped: what it would report is what the driver never frees.
#include "app/input/gestures.h"

#include "app/panels/panel_places.h"
#include "app/panels/timeline_view.h"
#include "app/platform/arrival_times.h"
#include "app/platform/headless.h"
#include "render/gl/target.h"
#include "tests/support/an_event.h"
#include "tests/support/flat_projection.h"
#include "tests/support/gl_tests.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

using app::AppState;
using app::ButtonChanged;
using app::Commands;
using app::Gestures;
using app::InputEvent;
using app::MouseButton;
using app::PointerMoved;
using app::World;
using render::ScreenPt;
using support::an_event;

namespace {

World two_countries() {
    events::EventDraft visit = an_event("visit", "2025-05-20").from("PAK").to("CHN").event();
    visit.parties[0].place.at = geodata::LonLat{72.0, 32.0};
    visit.parties[1].place.at = geodata::LonLat{96.0, 32.0};
    World world = support::world_of({visit});
    geodata::BoundaryData data;
    for (const auto& [code, west] : {std::pair{"PAK", 70.0}, {"CHN", 92.0}}) {
        geodata::Country country;
        country.code = code;
        country.name = code;
        country.in_region = true;
        country.polygons = {{{{{west, 30}, {west + 6, 30}, {west + 6, 36}, {west, 36}, {west, 30}}}}};
        data.countries.push_back(std::move(country));
    }
    world.boundaries = std::make_shared<const geodata::BoundarySet>(std::move(data));
    world.projection = std::make_shared<const support::FlatProjection>();
    app::derive(world);
    return world;
}

/// A small window on two countries with one visit between them, drawn once; a hand that does things in it.
struct Fixture {
    app::HeadlessContext context;
    app::MapView view{1.0F};
    AppState state;
    Gestures gestures;
    Commands commands;
    double now_s = 100.0;

    Fixture() {
        const auto world = std::make_shared<const World>(two_countries());
        view.set_world(
            world, std::make_shared<const app::ProjectedMap>(app::project_map(*world->boundaries, *world->projection)));
        state.camera = {{8.4e6, 3.3e6}, 10000.0, {400.0F, 300.0F}};
        state.time.playhead = events::days_from_civil({2025, 5, 20}) + 0.5;
        const render::gl::Target target{render::gl::TexelFormat::Rgba8, 400, 300};
        view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer());
    }

    void feed(const InputEvent& event, bool over_panel = false) {
        gestures.feed(
            event, [over_panel](ScreenPt) { return over_panel; }, state, view, commands);
    }
    void click_at(ScreenPt at, std::uint8_t mods = 0) {
        feed(PointerMoved{at});
        feed(ButtonChanged{MouseButton::Left, true, mods, now_s});
        commands.clear();
        feed(ButtonChanged{MouseButton::Left, false, mods, now_s});
    }
    [[nodiscard]] ScreenPt at(double lon, double lat) const {
        return state.camera.screen_from_world({lon * 1e5, lat * 1e5});
    }
    template <class Wanted>
    [[nodiscard]] const Wanted* only() const {
        return commands.size() == 1 ? std::get_if<Wanted>(&commands.front()) : nullptr;
    }
};

bool on_map(ScreenPt) {
    return false;
}
bool on_panel(ScreenPt) {
    return true;
}

}  // namespace

TEST_SUITE_BEGIN("gestures" * doctest::skip(support::without_gl));

TEST_CASE_FIXTURE(Fixture, "a pointer that moves over the map says what it is over") {
    feed(PointerMoved{at(73.0, 34.0)});
    const auto* over = only<app::PointAt>();
    REQUIRE(over != nullptr);
    CHECK(over->at == at(73.0, 34.0));
    REQUIRE(over->hover.country);
    CHECK((*view.world().boundaries)[*over->hover.country].code == "PAK");
    CHECK_FALSE(over->hover.event);
    commands.clear();
    feed(PointerMoved{view.locate(events::EventIndex{0}).value()});
    REQUIRE(only<app::PointAt>() != nullptr);
    CHECK(only<app::PointAt>()->hover.event == events::EventIndex{0});
    commands.clear();
    feed(PointerMoved{at(73.0, 34.0)}, true);
    REQUIRE(only<app::PointAt>() != nullptr);
    CHECK(only<app::PointAt>()->hover == app::Hover{});
}

TEST_CASE_FIXTURE(Fixture, "a hand that rests is over what comes and goes under it") {
    const ScreenPt on_link = view.locate(events::EventIndex{0}).value();
    feed(PointerMoved{on_link});
    for (const app::Command& command : commands) {
        state = app::reduce(state, command, view.world());
    }
    REQUIRE(state.hover.event == events::EventIndex{0});
    commands.clear();
    gestures.stayed(on_map, state, view, commands);
    CHECK(commands.empty());     // nothing has changed
    state.time.playhead -= 5.0;  // the visit has not begun
    const render::gl::Target target{render::gl::TexelFormat::Rgba8, 400, 300};
    view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer());
    gestures.stayed(on_panel, state, view, commands);
    REQUIRE(only<app::PointAt>() != nullptr);
    CHECK(only<app::PointAt>()->hover == app::Hover{});  // a panel came under it
    commands.clear();
    gestures.stayed(on_map, state, view, commands);
    REQUIRE(only<app::PointAt>() != nullptr);
    CHECK(only<app::PointAt>()->at == on_link);
    CHECK_FALSE(only<app::PointAt>()->hover.event);
}

TEST_CASE_FIXTURE(Fixture, "a pointer that has never moved is over nothing") {
    gestures.stayed(on_map, state, view, commands);
    CHECK(commands.empty());
}

TEST_CASE_FIXTURE(Fixture, "a pointer that leaves the window is over nothing") {
    feed(PointerMoved{at(73.0, 34.0)});
    commands.clear();
    feed(app::PointerLeft{});
    REQUIRE(only<app::PointAt>() != nullptr);
    CHECK(only<app::PointAt>()->hover == app::Hover{});
    CHECK(only<app::PointAt>()->at.x < 0.0F);
}

TEST_CASE_FIXTURE(Fixture, "a click chooses the country, with shift one more, and on the sea nothing") {
    click_at(at(73.0, 34.0));
    REQUIRE(only<app::SelectCountry>() != nullptr);
    CHECK(only<app::SelectCountry>()->code == "PAK");
    CHECK_FALSE(only<app::SelectCountry>()->add);
    now_s += 5.0;
    click_at(at(95.0, 34.0), app::mod_shift);
    REQUIRE(only<app::SelectCountry>() != nullptr);
    CHECK(only<app::SelectCountry>()->code == "CHN");
    CHECK(only<app::SelectCountry>()->add);
    now_s += 5.0;
    click_at(at(84.0, 26.0));
    CHECK(only<app::ClearSelection>() != nullptr);
    now_s += 5.0;
    click_at(at(84.0, 26.0), app::mod_shift);
    CHECK(commands.empty());
}

TEST_CASE_FIXTURE(Fixture, "a click on a link chooses its event") {
    click_at(view.locate(events::EventIndex{0}).value());
    REQUIRE(only<app::SelectEvent>() != nullptr);
    CHECK(only<app::SelectEvent>()->event == events::EventIndex{0});
}

TEST_CASE_FIXTURE(Fixture, "a click on a bundle selects its pair and what is between them") {
    state.bundles = app::BundleMode::On;
    const render::gl::Target target{render::gl::TexelFormat::Rgba8, 400, 300};
    view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer());
    REQUIRE(view.links().bundles.bundles.size() == 1);
    CHECK(view.visible().size() == 1);
    const ScreenPt middle = view.links().bundles.bundles.front().at;
    CHECK(view.hover_at(state, middle).pair == app::LinkPair{"CHN", "PAK"});
    CHECK(view.locate(events::EventIndex{0}) == middle);
    click_at(middle);
    REQUIRE(commands.size() == 3);
    for (const app::Command& command : commands) {
        state = app::reduce(state, command, view.world());
    }
    CHECK(state.selection.countries == std::vector<std::string>{"CHN", "PAK"});
    CHECK(state.selection.filter == app::CardFilter::Between);
    view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer());
    CHECK(view.links().bundles.bundles.empty());
    CHECK(view.links().links.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "two clicks within a third of a second fly to the country, a third one does not fly again") {
    click_at(at(73.0, 34.0));
    now_s += 0.3;
    click_at(at(73.0, 34.0));
    REQUIRE(only<app::Fit>() != nullptr);
    CHECK(only<app::Fit>()->countries == std::vector<std::string>{"PAK"});
    now_s += 0.3;
    click_at(at(73.0, 34.0));
    CHECK(only<app::SelectCountry>() != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "two quick clicks are a double click however late the second one is looked at") {
    app::ArrivalTimes arrivals;
    arrivals.queue_is_empty(100.0);
    now_s = arrivals.time_of_event(100.0);
    click_at(at(73.0, 34.0));
    // A frame takes half a second; the second click waits until it is drawn.
    arrivals.queue_is_empty(100.0);
    arrivals.begin_to_empty_queue(100.5);
    now_s = arrivals.time_of_event(100.5);
    click_at(at(73.0, 34.0));
    CHECK(only<app::Fit>() != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "two clicks that are slow or apart are two clicks") {
    click_at(at(73.0, 34.0));
    now_s += 0.4;
    click_at(at(73.0, 34.0));
    CHECK(only<app::SelectCountry>() != nullptr);
    now_s += 0.1;
    click_at({at(73.0, 34.0).x + 7.0F, at(73.0, 34.0).y});
    CHECK(only<app::SelectCountry>() != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "dragging pans by as much as the hand moves and ends without a click") {
    feed(PointerMoved{{100.0F, 100.0F}});
    feed(ButtonChanged{MouseButton::Left, true, 0});
    commands.clear();
    feed(PointerMoved{{103.0F, 100.0F}});
    CHECK(only<app::Pan>() == nullptr);
    commands.clear();
    float x = 0.0F;
    float y = 0.0F;
    for (const ScreenPt to : {ScreenPt{110.0F, 98.0F}, {140.0F, 120.0F}, {135.0F, 160.0F}}) {
        feed(PointerMoved{to}, to.y > 150.0F);  // a drag that has begun goes on over panels
        REQUIRE(only<app::Pan>() != nullptr);
        x += only<app::Pan>()->dx_pt;
        y += only<app::Pan>()->dy_pt;
        commands.clear();
    }
    CHECK(x == 35.0F);
    CHECK(y == 60.0F);
    feed(ButtonChanged{MouseButton::Left, false, 0});
    CHECK(commands.empty());
    feed(PointerMoved{{200.0F, 200.0F}});
    CHECK(only<app::PointAt>() != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "the wheel zooms about the pointer, a quarter nearer a notch") {
    feed(PointerMoved{{120.0F, 80.0F}});
    commands.clear();
    feed(app::Scrolled{0.0F, 1.0F});
    REQUIRE(only<app::Zoom>() != nullptr);
    CHECK(only<app::Zoom>()->about == ScreenPt{120.0F, 80.0F});
    CHECK(only<app::Zoom>()->factor == doctest::Approx(1.25));
    commands.clear();
    feed(app::Scrolled{0.0F, -2.0F});
    CHECK(only<app::Zoom>()->factor == doctest::Approx(1.0 / 1.5625));
    commands.clear();
    feed(app::Scrolled{1.0F, 0.0F});
    REQUIRE(only<app::Pan>() != nullptr);  // two fingers sideways on a touchpad
    CHECK(only<app::Pan>()->dx_pt == 48.0F);
    commands.clear();
    feed(app::Scrolled{1.0F, 1.0F}, true);
    CHECK(commands.empty());
}

TEST_CASE_FIXTURE(Fixture,
                  "over the timeline the wheel zooms it about the day there, with Shift or sideways it moves it") {
    const render::RectPt timeline = app::panel_places(state, view.world()).timeline;
    feed(PointerMoved{{200.0F, timeline.top + 30.0F}}, true);
    commands.clear();
    feed(app::Scrolled{0.0F, 1.0F}, true);
    REQUIRE(only<app::ZoomTimeline>() != nullptr);
    CHECK(only<app::ZoomTimeline>()->factor == doctest::Approx(1.25));
    const app::TimeAxis axis = app::axis_in_view(state, view.world(), timeline);
    CHECK(only<app::ZoomTimeline>()->day == axis.day_from_x(200.0F));
    for (const app::Scrolled& back : {app::Scrolled{1.0F, 0.0F}, {0.0F, 1.0F, app::mod_shift}}) {
        commands.clear();
        feed(back, true);
        REQUIRE(only<app::PanTimeline>() != nullptr);
        CHECK(only<app::PanTimeline>()->days < 0.0);
    }
    commands.clear();
    state.panels_shown = false;
    feed(app::Scrolled{0.0F, 1.0F}, true);
    CHECK(commands.empty());
}

TEST_CASE_FIXTURE(Fixture, "what is pressed over a panel, or with another button, is not for the map") {
    feed(PointerMoved{at(73.0, 34.0)});
    commands.clear();
    feed(ButtonChanged{MouseButton::Left, true, 0}, true);
    feed(ButtonChanged{MouseButton::Left, false, 0});
    feed(ButtonChanged{MouseButton::Right, true, 0});
    feed(ButtonChanged{MouseButton::Right, false, 0});
    feed(ButtonChanged{MouseButton::Left, true, 0});
    feed(ButtonChanged{MouseButton::Left, false, 0}, true);
    CHECK(commands.empty());
}

TEST_CASE_FIXTURE(Fixture, "a hand that jumps onto a panel, presses and drags before the next frame moves no map") {
    const auto lower_half = [](ScreenPt at) { return at.y > 150.0F; };
    feed(PointerMoved{{100.0F, 50.0F}});
    commands.clear();
    for (const InputEvent& event :
         {InputEvent{PointerMoved{{100.0F, 250.0F}}}, InputEvent{ButtonChanged{MouseButton::Left, true, 0}},
          InputEvent{PointerMoved{{200.0F, 250.0F}}}, InputEvent{PointerMoved{{200.0F, 50.0F}}},
          InputEvent{ButtonChanged{MouseButton::Left, false, 0}}}) {
        gestures.feed(event, lower_half, state, view, commands);
    }
    REQUIRE(commands.size() == 3);
    for (const app::Command& command : commands) {
        const auto* over = std::get_if<app::PointAt>(&command);
        REQUIRE(over != nullptr);
        CHECK(over->hover == app::Hover{});  // the panel has the hand, also where it leaves it
    }
    commands.clear();
    gestures.feed(PointerMoved{at(73.0, 34.0)}, on_map, state, view, commands);
    REQUIRE(only<app::PointAt>() != nullptr);
    CHECK(only<app::PointAt>()->hover.country);
}

TEST_CASE_FIXTURE(Fixture, "a hand that leaves a panel, presses and drags before the next frame moves the map") {
    const auto lower_half = [](ScreenPt at) { return at.y > 150.0F; };
    gestures.feed(PointerMoved{{100.0F, 250.0F}}, lower_half, state, view, commands);
    commands.clear();
    for (const InputEvent& event :
         {InputEvent{PointerMoved{{100.0F, 50.0F}}}, InputEvent{ButtonChanged{MouseButton::Left, true, 0}},
          InputEvent{PointerMoved{{130.0F, 90.0F}}}, InputEvent{ButtonChanged{MouseButton::Left, false, 0}}}) {
        gestures.feed(event, lower_half, state, view, commands);
    }
    REQUIRE(commands.size() == 2);
    REQUIRE(std::get_if<app::Pan>(&commands.back()) != nullptr);
    CHECK(std::get<app::Pan>(commands.back()).dx_pt == 30.0F);
    CHECK(std::get<app::Pan>(commands.back()).dy_pt == 40.0F);
}

TEST_SUITE_END();
