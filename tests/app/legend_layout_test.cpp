#include "app/panels/legend_layout.h"
#include "app/state/command.h"
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
    CHECK(legend.rows[0].count == 1);
    CHECK_FALSE(legend.rows[0].alone);
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

TEST_CASE("a hidden kind's number is that of the window and of the focus, as if it were shown") {
    const app::World world = support::world_of(
        {an_event("visit", "2025-05-19").from("PAK").to("CHN"), an_event("visit", "2025-05-18").from("IND").to("CHN"),
         an_event("visit", "2020-01-01").from("PAK").to("CHN"), an_event("trade", "2025-05-19").from("PAK").to("CHN")});
    app::AppState state = support::state_at("2025-05-20");
    const events::KindId visit = world.events->kinds().find("visit").value();
    state.hidden_kinds = {visit};
    CHECK(app::legend(state, world).rows[0].count == 2);
    CHECK(app::legend(state, world).total == "1 of 4");
    state.focus = {"PAK"};
    CHECK(app::legend(state, world).rows[0].count == 1);
    state = app::reduce(state, app::SoloKind{visit}, world);
    const app::Legend alone = app::legend(state, world);
    CHECK(alone.rows[0].alone);
    CHECK(alone.rows[3].hidden);
    CHECK(alone.rows[3].count == 1);
}

TEST_CASE("with more events than can be read the legend offers pairs in one line, and says whether there are any") {
    const app::World few = support::world_of(
        std::vector<events::EventDraft>(app::most_readable_links, an_event("visit", "2025-05-19").with("PAK").event()));
    app::AppState state = support::state_at("2025-05-20");
    CHECK_FALSE(app::may_bundle(state, few));
    CHECK(app::legend(state, few).notes.size() == 3);
    CHECK_FALSE(app::legend(state, few).widths);
    const app::World many = support::world_of(std::vector<events::EventDraft>(
        app::most_readable_links + 1, an_event("visit", "2025-05-19").with("PAK").event()));
    CHECK(app::may_bundle(state, many));
    const app::Legend plain = app::legend(state, many);
    REQUIRE(plain.notes.size() == 4);
    CHECK(plain.notes[3].label == "Pairs in one line");
    CHECK_FALSE(plain.notes[3].on);
    state.bundles = app::BundleMode::On;
    CHECK(app::may_bundle(state, few));
}

TEST_CASE("of bundles the legend says what their widths stand for: numbers of events, or sums in one currency") {
    const app::World world = support::world_of(
        {an_event("trade", "2025-05-19").worth(1e9, "USD"), an_event("trade", "2025-05-19").worth(1e9, "CNY")});
    const app::AppState state = support::state_at("2025-05-20");
    app::BundleScene scene;
    scene.bundles.resize(1);
    scene.most = 200.0;
    scene.pairs = 163;
    auto widths = app::legend(state, world, {}, scene).widths.value();
    CHECK(widths.of_bundles);
    CHECK(widths.has_choice);
    CHECK(widths.in_window);
    CHECK(widths.title == "Events of a pair");
    CHECK(widths.unit == "163 pairs");
    REQUIRE(widths.samples.size() == 3);
    CHECK(widths.samples[0].label == "200");
    CHECK(widths.samples[0].width_pt == doctest::Approx(8.0F));
    CHECK(widths.samples[1].label == "50");
    CHECK(widths.samples[1].width_pt == doctest::Approx(app::bundle_width_pt(0.25F)));
    CHECK(widths.samples[2].label == "10");
    CHECK(widths.also.empty());
    scene.currency = "USD";
    scene.most = 3e9;
    widths = app::legend(state, world, {}, scene).widths.value();
    CHECK(widths.title == "Value of a pair");
    CHECK(widths.unit == "USD");
    CHECK(widths.samples[0].label == "2 billion");
    CHECK(widths.also == "Scales of their own: CNY");
    scene.most = 2.0;
    scene.currency.clear();
    CHECK(app::legend(state, world, {}, scene).widths->samples.size() == 1);
}

TEST_CASE("the legend explains widths by the unit that most events in the window have, and names the others") {
    const app::World world = support::world_of(
        {an_event("trade", "2025-05-18").worth(4e9, "USD"), an_event("trade", "2020-01-01").worth(6e10, "USD"),
         an_event("trade", "2020-01-02").worth(2e9, "USD"), an_event("trade", "2025-05-17").worth(5000, "", "TEU"),
         an_event("trade", "2025-05-18").worth(9000, "", "TEU"), an_event("trade", "2020-01-02").worth(7e8, "CNY")});
    auto widths = app::legend(support::state_at("2025-05-20"), world).widths.value();
    CHECK_FALSE(widths.of_bundles);
    CHECK(widths.in_window);
    CHECK(widths.title == "Value");
    CHECK(widths.unit == "TEU");
    REQUIRE(widths.samples.size() == 3);
    CHECK(widths.samples[0].label == "5\u2009000");
    CHECK(widths.also == "Scales of their own: USD, CNY");
    CHECK(widths.samples[0].width_pt > widths.samples[1].width_pt);
    CHECK(widths.samples[1].width_pt > widths.samples[2].width_pt);
    widths = app::legend(support::state_at("2020-01-03"), world).widths.value();
    CHECK(widths.unit == "USD");
    CHECK(widths.samples[0].label == "50 billion");
    // Where nothing in the window has a value the scale of most events stays, dimmed.
    widths = app::legend(support::state_at("2022-01-03"), world).widths.value();
    CHECK(widths.unit == "USD");
    CHECK_FALSE(widths.in_window);
}

TEST_CASE("the legend is as high whatever the window holds, with room for widths where there are any") {
    const app::World plain = support::world_of({an_event("visit", "2025-05-19")});
    const app::World valued = support::world_of({an_event("trade", "2020-01-01").worth(1e9, "USD")});
    const app::AppState state = support::state_at("2025-05-20");
    CHECK(app::legend_height(state, plain, true) == app::legend_height(state, plain, false));
    CHECK(app::legend_height(state, valued, true) >
          app::legend_height(state, valued, false) + 3.0F * app::legend_sample_row);
}
