#include "app/scene/map_view.h"

#include "app/platform/headless.h"
#include "events/edtf.h"
#include "events/load.h"
#include "render/gl/target.h"
#include "tests/support/bundled_world.h"
#include "tests/support/gl_tests.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

/// Two sea legs that begin at Kabul, one in January and one in June.
std::shared_ptr<const events::EventStore> two_ships_on_land(const support::ScratchFolder& folder) {
    const std::filesystem::path file = folder.path / "ships.json";
    std::ofstream{file} << R"([{"id": "first", "kind": "route", "date": "2025-01", "parties": ["AFG", "PAK"],
          "path": {"mode": "sea", "via": ["AFG:Kabul", "PAK:Karachi"]}},
        {"id": "second", "kind": "route", "date": "2025-06", "parties": ["AFG", "PAK"],
          "path": {"mode": "sea", "via": ["AFG:Kabul", "PAK:Karachi"]}}])";
    return events::load_events(std::vector{file}, support::bundled().world.gazetteer).value;
}

}  // namespace

TEST_CASE("each sea leg without a sea is told once, when its event is first seen" *
          doctest::skip(support::without_gl)) {
    const support::ScratchFolder folder;
    auto world = std::make_shared<app::World>(support::bundled().world);
    world->events = two_ships_on_land(folder);
    REQUIRE(world->events->size() == 2);
    const app::HeadlessContext context;
    app::MapView view{1.0F};
    view.set_world(world, std::make_shared<const app::ProjectedMap>(support::bundled().map));
    const render::gl::Target target{render::gl::TexelFormat::Rgba8, 400, 300};
    app::AppState state = support::bundled_state(400.0F, 300.0F);
    const auto told_on = [&](int month) {
        state.time.playhead = events::days_from_civil({2025, month, 15}) + 0.5;
        view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer());
        std::string ids;
        for (const geodata::Problem& problem : view.take_problems()) {
            ids += problem.pointer + ' ';
        }
        return ids;
    };
    CHECK(told_on(1) == "first ");
    CHECK(told_on(1).empty());
    CHECK(told_on(6) == "second ");  // the same way, which is known to lead nowhere by now
    CHECK(told_on(1).empty());
}

TEST_CASE("events that come late find their borders as those that were there at once" *
          doctest::skip(support::without_gl)) {
    const support::ScratchFolder folder;
    const std::filesystem::path file = folder.path / "ceasefire.json";
    std::ofstream{file} << R"([{"kind": "ceasefire", "date": "2025-05", "parties": ["IND", "PAK"]}])";
    auto late = std::make_shared<app::World>(support::bundled().world);
    late->events = events::load_events(std::vector{file}, late->gazetteer).value;
    auto empty = std::make_shared<app::World>(support::bundled().world);
    empty->events = events::load_events({}, empty->gazetteer).value;
    const auto map = std::make_shared<const app::ProjectedMap>(support::bundled().map);
    const app::HeadlessContext context;
    const render::gl::Target target{render::gl::TexelFormat::Rgba8, 400, 300};
    app::AppState state = support::bundled_state(400.0F, 300.0F);
    state.time.playhead = events::days_from_civil({2025, 5, 15}) + 0.5;
    const auto hub_after = [&](const std::vector<std::shared_ptr<const app::World>>& worlds) {
        app::MapView view{1.0F};
        for (const auto& world : worlds) {
            view.set_world(world, map);
        }
        view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer());
        REQUIRE(view.links().links.size() == 1);
        return view.links().links.front().hub.value();
    };
    const render::ScreenPt at_once = hub_after({late});
    CHECK(render::distance(hub_after({empty, late}), at_once) < 0.01F);
}

TEST_CASE("an event whose organisation is opened is drawn and picked above bundles, and found where it is drawn" *
          doctest::skip(support::without_gl)) {
    const support::ScratchFolder folder;
    const std::filesystem::path file = folder.path / "meetings.json";
    std::ofstream{file} << R"([{"id": "summit", "kind": "meeting", "date": "2025-05", "parties": ["SCO"]},
        {"id": "visit", "kind": "visit", "date": "2025-05", "from": "IND", "to": "CHN"},
        {"id": "another", "kind": "visit", "date": "2025-05", "from": "IND", "to": "CHN"}])";
    auto world = std::make_shared<app::World>(support::bundled().world);
    world->events = events::load_events(std::vector{file}, world->gazetteer).value;
    const events::EventIndex summit = world->events->find("summit").value();
    const events::EventIndex visit = world->events->find("visit").value();
    const app::HeadlessContext context;
    app::MapView view{1.0F};
    view.set_world(world, std::make_shared<const app::ProjectedMap>(support::bundled().map));
    const render::gl::Target target{render::gl::TexelFormat::Rgba8, 960, 600};
    app::AppState state = support::bundled_state(960.0F, 600.0F);
    state.time.playhead = events::days_from_civil({2025, 5, 15}) + 0.5;
    state.bundles = app::BundleMode::On;
    const auto draw = [&] { view.draw(state, {}, app::Furniture::Explore, true, target.framebuffer()); };
    draw();
    CHECK(view.links().links.empty());
    state.opened = {summit};
    draw();
    REQUIRE(view.links().links.size() == 1);
    const app::LinkLayout& spokes = view.links().links.front();
    CHECK(spokes.event == summit);
    CHECK(spokes.paths.size() > 5);
    REQUIRE(view.links().bundles.bundles.size() == 1);
    CHECK(view.links().bundles.bundles.front().bundle.count == 2);
    CHECK(view.hover_at(state, view.locate(summit).value(), false).event == summit);
    state.selection.event = visit;
    draw();
    CHECK(view.links().links.size() == 2);
    CHECK(view.links().bundles.bundles.front().bundle.count == 1);
    CHECK(view.hover_at(state, view.locate(visit).value(), false).event == visit);
}
