// The pair view as a whole: what opens and closes it, where it stands, what it does to the map.
#include "app/input/entry.h"
#include "app/input/shortcuts.h"
#include "app/panels/panel_places.h"
#include "app/panels/panels.h"
#include "app/scene/pack_links.h"
#include "app/scene/pair_numbers.h"
#include "app/state/between.h"
#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using app::AppState;
using app::PairTab;
using support::an_event;

namespace {

AppState after(AppState state, const app::Commands& commands, const app::World& world) {
    for (const app::Command& command : commands) {
        state = app::reduce(std::move(state), command, world);
    }
    return state;
}

AppState pair_of_bundled(float width = 1920.0F, float height = 1080.0F) {
    return after(support::bundled_state(width, height),
                 {app::SelectCountry{"PAK", false}, app::SelectCountry{"BGD", true}}, support::bundled().world);
}

bool shows(const AppState& state, std::string_view panel) {
    const auto names = app::Panels::shown(state, support::bundled().world);
    return std::find(names.begin(), names.end(), panel) != names.end();
}

app::LinkScene links_of(const AppState& state) {
    const support::BundledWorld& bundled = support::bundled();
    return app::layout_links(app::visible_events(state, bundled.world), bundled.world, bundled.crossings, state.camera);
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a second country opens the pair view in place of card and legend") {
    const AppState state = pair_of_bundled();
    CHECK(app::has_pair(state));
    CHECK(shows(state, "pair"));
    CHECK_FALSE(shows(state, "country_card"));
    CHECK_FALSE(shows(state, "legend"));
}

TEST_CASE("Esc goes back to the first country's card, and then to nothing") {
    const app::World& world = support::bundled().world;
    AppState state = app::reduce(pair_of_bundled(), app::PeelLayer{}, world);
    CHECK(state.selection.countries == Codes{"PAK"});
    CHECK_FALSE(app::has_pair(state));
    CHECK(shows(state, "country_card"));
    CHECK(shows(state, "legend"));
    state = app::reduce(std::move(state), app::PeelLayer{}, world);
    CHECK(state.selection.countries.empty());
}

TEST_CASE("an event chosen in it has its card, which Esc puts away first") {
    const app::World& world = support::bundled().world;
    AppState state = app::reduce(pair_of_bundled(), app::SelectEvent{events::EventIndex{0}}, world);
    CHECK(shows(state, "event_card"));
    CHECK(shows(state, "pair"));
    state = app::reduce(std::move(state), app::PeelLayer{}, world);
    CHECK(shows(state, "pair"));
    CHECK_FALSE(shows(state, "event_card"));
}

TEST_CASE("P closes it with both countries selected, and opens it again") {
    const app::World& world = support::bundled().world;
    AppState state = pair_of_bundled();
    const auto command = app::command_of_key({0, app::KeyCode::P}, state);
    REQUIRE(command.has_value());
    state = app::reduce(std::move(state), *command, world);
    CHECK_FALSE(app::has_pair(state));
    CHECK(state.selection.countries == Codes{"PAK", "BGD"});
    CHECK(shows(state, "country_card"));
    state = app::reduce(std::move(state), app::TogglePair{}, world);
    CHECK(app::has_pair(state));
}

TEST_CASE("P does nothing with one country") {
    const app::World& world = support::bundled().world;
    AppState state = app::reduce(support::bundled_state(), app::SelectCountry{"PAK", false}, world);
    CHECK_FALSE(app::has_pair(app::reduce(std::move(state), app::TogglePair{}, world)));
}

TEST_CASE("taking one of two countries away closes it") {
    const app::World& world = support::bundled().world;
    const AppState state = app::reduce(pair_of_bundled(), app::SelectCountry{"PAK", true}, world);
    CHECK(state.selection.countries == Codes{"BGD"});
    CHECK_FALSE(app::has_pair(state));
}

TEST_CASE("with a third country a direction gives way to all") {
    const app::World& world = support::bundled().world;
    AppState state = app::reduce(pair_of_bundled(), app::SetPairTab{PairTab::ToFirst}, world);
    state = app::reduce(std::move(state), app::SelectCountry{"CHN", true}, world);
    CHECK(state.pair.tab == PairTab::All);
}

TEST_CASE("both countries stay in sight beside the panel") {
    for (const auto& [width, height] : {std::pair{1280.0F, 720.0F}, {1920.0F, 1080.0F}, {3840.0F, 2160.0F}}) {
        CAPTURE(width);
        const app::World& world = support::bundled().world;
        const AppState state = pair_of_bundled(width, height);
        const render::RectPt free = app::free_map(state, world);
        for (const char* code : {"PAK", "BGD"}) {
            const auto id = world.boundaries->find(code);
            REQUIRE(id.has_value());
            const geodata::WorldXY middle = world.country_boxes[static_cast<std::size_t>(*id)].center();
            CHECK(free.contains(state.camera.screen_from_world(middle)));
        }
    }
}

TEST_CASE("the pair view lies beside the other panels in windows of every size") {
    for (const auto& [width, height] : {std::pair{640.0F, 400.0F},
                                        {960.0F, 600.0F},
                                        {1280.0F, 720.0F},
                                        {1600.0F, 1000.0F},
                                        {1920.0F, 1080.0F},
                                        {3840.0F, 2160.0F}}) {
        CAPTURE(width);
        const AppState state = pair_of_bundled(width, height);
        const app::PanelPlaces places = app::panel_places(state, support::bundled().world);
        CHECK(places.pair.right == width - 16.0F);
        CHECK(places.pair.left >= 16.0F);
        CHECK(places.pair.bottom <= places.timeline.top - 16.0F);
        const bool beside = places.toolbar.right <= places.pair.left;
        const bool below = places.toolbar.bottom <= places.pair.top;
        CHECK((beside || below));
        CHECK(app::free_map(state, support::bundled().world).width() > 0.0F);
    }
    CHECK(app::panel_places(pair_of_bundled(), support::bundled().world).pair.width() == 720.0F);
    CHECK(app::panel_places(pair_of_bundled(1280.0F, 720.0F), support::bundled().world).pair.width() == 528.0F);
}

TEST_CASE("links between the pair keep their strength, those to others are dimmed") {
    const app::World world = support::world_of(
        {an_event("visit", "2025-05-01").from("PAK").to("BGD"), an_event("visit", "2025-05-02").from("PAK").to("CHN")});
    AppState state = support::state_at("2025-05-20");
    state = after(state, {app::SelectCountry{"PAK", false}, app::SelectCountry{"BGD", true}}, world);
    CHECK(app::emphasis_of(state, world, events::EventIndex{0}) == app::Emphasis::Normal);
    CHECK(app::emphasis_of(state, world, events::EventIndex{1}) == app::Emphasis::Dimmed);
    SUBCASE("a row under the pointer lifts its link out") {
        state = app::reduce(std::move(state), app::PointAtRow{events::EventIndex{0}}, world);
        CHECK(app::emphasis_of(state, world, events::EventIndex{0}) == app::Emphasis::Strong);
        CHECK(app::emphasis_of(state, world, events::EventIndex{1}) == app::Emphasis::Aside);
    }
}

TEST_CASE("the numbers of the rows stand on the links, none on another or on a panel") {
    AppState state = pair_of_bundled();
    state.time.mode = app::WindowMode::All;
    const app::World& world = support::bundled().world;
    const std::vector<render::RectPt> covered{app::panel_places(state, world).pair};
    const auto discs = app::pair_numbers(state, world, links_of(state), covered);
    CHECK(discs.size() >= 12);
    for (std::size_t i = 0; i < discs.size(); ++i) {
        CHECK_FALSE(covered.front().contains(discs[i].at));
        for (std::size_t k = 0; k < i; ++k) {
            CHECK(discs[i].number != discs[k].number);
            CHECK(render::distance(discs[i].at, discs[k].at) >= 2.0F * app::number_disc_pt);
        }
    }
}

TEST_CASE("without the pair view or without panels no link has a number") {
    const app::World& world = support::bundled().world;
    AppState state = pair_of_bundled();
    state.time.mode = app::WindowMode::All;
    state.panels_shown = false;
    CHECK(app::pair_numbers(state, world, links_of(state), {}).empty());
    state.panels_shown = true;
    state.selection.pair_shown = false;
    CHECK(app::pair_numbers(state, world, links_of(state), {}).empty());
}

TEST_CASE("the days of what changed are typed: the first day of one text, the last of the other") {
    const app::World& world = support::bundled().world;
    AppState state = pair_of_bundled();
    state = app::reduce(std::move(state), app::StartTyping{app::TextField::PairFrom, "2025"}, world);
    state = after(state, app::commands_of_entry(state, world), world);
    CHECK(state.pair.from == events::days_from_civil({2025, 1, 1}));
    CHECK_FALSE(state.typing.has_value());
    state = app::reduce(std::move(state), app::StartTyping{app::TextField::PairUntil, "2025"}, world);
    state = after(state, app::commands_of_entry(state, world), world);
    CHECK(state.pair.until == events::days_from_civil({2025, 12, 31}) + 0.5);
    state = app::reduce(std::move(state), app::StartTyping{app::TextField::PairUntil, "soon"}, world);
    state = after(state, app::commands_of_entry(state, world), world);
    CHECK(state.typing.has_value());
    CHECK_FALSE(state.typing->why.empty());
}

TEST_CASE("five hundred events between two countries are laid out row by row") {
    std::vector<events::EventDraft> drafts;
    for (int i = 0; i < 500; ++i) {
        drafts.push_back(
            an_event("visit", events::iso_from_days(15000.0 + 9.0 * i)).from("PAK").to("BGD").named(std::to_string(i)));
    }
    const app::World world = support::world_of(drafts);
    AppState state = support::state_at("2025-05-20");
    state = after(state, {app::SelectCountry{"PAK", false}, app::SelectCountry{"BGD", true}}, world);
    CHECK(app::events_between(*world.events, state.selection.countries).size() == 500);
}
