#include "app/panels/legend_layout.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

using support::an_event;

namespace {

events::Kind a_kind(std::string name, std::string label) {
    events::Kind kind;
    kind.name = std::move(name);
    kind.label = std::move(label);
    kind.style = "neutral";
    return kind;
}

}  // namespace

TEST_CASE("the legend has a row for each built-in kind and for each kind of a file that occurs") {
    events::KindTable kinds;
    const events::KindId summit = kinds.add(a_kind("summit", "Summit"));
    kinds.add(a_kind("unused", "Unused"));
    events::EventDraft custom = an_event("visit", "2025-05-18");
    custom.kind = summit;
    const app::World world =
        support::world_of({custom, an_event("visit", "2025-05-19"), an_event("visit", "2020-01-01")}, {}, kinds);
    const app::Legend legend = app::legend(support::state_at("2025-05-20"), world);
    REQUIRE(legend.rows.size() == 11);
    CHECK(legend.rows[0].label == "Visit");
    CHECK(legend.rows[0].count == 1);
    CHECK(legend.rows[1].count == 0);
    CHECK(legend.rows[10].label == "Summit");
    CHECK(legend.rows[10].count == 1);
    CHECK(legend.total == "2 of 3");
}

TEST_CASE("the legend marks hidden kinds and whether year-only events are shown") {
    const app::World world = support::world_of({an_event("visit", "2025-05-19"), an_event("trade", "2025?")});
    app::AppState state = support::state_at("2025-05-20");
    state.hidden_kinds = {world.events->kinds().find("visit").value()};
    app::Legend legend = app::legend(state, world);
    CHECK(legend.rows[0].hidden);
    CHECK(legend.rows[0].count == 0);
    CHECK(legend.total == "0 of 2");
    REQUIRE(legend.notes.size() == 4);
    CHECK(legend.notes[0].label == "Uncertain date");
    CHECK(legend.notes[1].label == "Planned, proposed");
    CHECK(legend.notes[2].label == "Only the year known");
    CHECK_FALSE(legend.notes[2].on);
    CHECK(legend.notes[3].label == "2 not on the map");
    state.year_only_shown = true;
    legend = app::legend(state, world);
    CHECK(legend.notes[2].on);
    CHECK(legend.total == "1 of 2");
}

TEST_CASE(
    "with more events than can be read the legend says what a bundle's width stands for, and whether there are any") {
    const app::World few = support::world_of(
        std::vector<events::EventDraft>(app::most_readable_links, an_event("visit", "2025-05-19").with("PAK").event()));
    CHECK_FALSE(app::may_bundle(few));
    const app::World many = support::world_of(std::vector<events::EventDraft>(
        app::most_readable_links + 1, an_event("visit", "2025-05-19").with("PAK").event()));
    CHECK(app::may_bundle(many));
    const app::AppState state = support::state_at("2025-05-20");
    const app::Legend plain = app::legend(state, many);
    REQUIRE(plain.notes.size() == 4);
    CHECK(plain.notes[3].label == "Pairs in one line");
    CHECK_FALSE(plain.notes[3].on);
    app::BundleScene scene;
    scene.bundles.resize(1);
    scene.most = 200;
    const app::Legend bundled = app::legend(state, many, app::visible_events(state, many), scene);
    CHECK(bundled.notes[3].label == "A pair, up to 200 events");
    CHECK(bundled.notes[3].on);
    CHECK(app::legend(state, few).notes.size() == 3);
}
