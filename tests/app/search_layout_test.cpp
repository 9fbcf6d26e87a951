#include "app/panels/search_layout.h"

#include "app/panels/panel_places.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

using app::AppState;
using app::SearchPanel;
using app::SearchRow;
using app::World;
using support::an_event;
using support::state_at;

namespace {

World a_world() {
    World world = support::world_of(
        {an_event("visit", "2025-05-19").titled("Ishaq Dar to Beijing").from("PAK").person("Ishaq Dar").to("CHN"),
         an_event("visit", "2019-05-19").titled("Earlier visit to Beijing").from("PAK").to("CHN"),
         an_event("milestone", "2025-05-10").titled("Port of Gwadar").with("PAK")});
    std::vector<geodata::CountryName> countries = world.gazetteer.places.countries();
    world.gazetteer.places =
        geodata::Places{{{"Beijing", "CHN", {116.4, 39.9}, geodata::PlaceRank::Capital, {"Peking"}, {{"zh", "北京"}}},
                         {"Karachi", "PAK", {67.0, 24.9}, geodata::PlaceRank::City, {}, {{"ur", "کراچی"}}}},
                        std::move(countries)};
    return world;
}

AppState asking(const std::string& text, const World& world, float width = 1920.0F, float height = 1080.0F) {
    const std::atomic<bool> stop = false;
    AppState state = state_at("2025-05-20", width, height);
    state.search = std::make_shared<const app::Search>(
        app::Search{events::SearchIndex{world.events, stop}, events::NameIndex{world.gazetteer}});
    state = reduce(state, app::StartTyping{app::TextField::Search, {}}, world);
    return reduce(state, app::EditText{app::InsertText{text}}, world);
}

std::vector<std::string> names(const SearchPanel& panel) {
    std::vector<std::string> out;
    for (const SearchRow& row : panel.rows) {
        out.push_back(row.name);
    }
    return out;
}

AppState after_enter(AppState state, const SearchRow& row, const World& world) {
    for (const app::Command& command : row.commands) {
        if (!std::holds_alternative<app::Fit>(command) && !std::holds_alternative<app::FlyTo>(command) &&
            !std::holds_alternative<app::GoToEvent>(command)) {
            state = reduce(state, command, world);
        }
    }
    return state;
}

}  // namespace

TEST_CASE("what is found stands in groups, and the last row makes a filter of it") {
    const World world = a_world();
    const SearchPanel panel = app::search_panel(asking("bei", world), world);
    CHECK(names(panel) == std::vector<std::string>{"Beijing", "Ishaq Dar to Beijing", "Earlier visit to Beijing",
                                                   "2 events match: show only these"});
    REQUIRE(panel.headings.size() == 2);
    CHECK(panel.headings[0].words == "Places");
    CHECK(panel.headings[1].words == "Events");
    CHECK(panel.rows[0].note == "China");
    CHECK(panel.rows[1].warning.empty());
    CHECK(panel.rows[1].note == "19 May 2025");
    CHECK(panel.rows[2].warning == "not in this window: Enter goes there");
    CHECK(panel.rows[1].strong == std::vector<std::pair<std::size_t, std::size_t>>{{13, 16}});
    const AppState filtered = after_enter(asking("bei", world), panel.rows.back(), world);
    CHECK(filtered.filter.text == "bei");
    CHECK_FALSE(filtered.typing);
}

TEST_CASE("countries and places are found in any script and by other names") {
    const World world = a_world();
    for (const char* text : {"北京", "peking", "BEIJ", "béijing"}) {
        CAPTURE(text);
        CHECK(names(app::search_panel(asking(text, world), world)).front() == "Beijing");
    }
    CHECK(names(app::search_panel(asking("کراچی", world), world)).front() == "Karachi");
    const SearchPanel panel = app::search_panel(asking("pakis", world), world);
    REQUIRE_FALSE(panel.rows.empty());
    CHECK(panel.rows[0].what == SearchRow::What::Country);
    CHECK(after_enter(asking("pakis", world), panel.rows[0], world).selection.countries ==
          std::vector<std::string>{"PAK"});
}

TEST_CASE("a person becomes a filter") {
    const World world = a_world();
    const SearchPanel panel = app::search_panel(asking("ishaq", world), world);
    REQUIRE(panel.rows.size() == 3);
    CHECK(panel.rows[0].what == SearchRow::What::Person);
    CHECK(panel.rows[0].note == "1 event");
    CHECK(after_enter(asking("ishaq", world), panel.rows[0], world).filter.person == "Ishaq Dar");
}

TEST_CASE("without words there is no panel, without finds a line, and before the index is there another") {
    const World world = a_world();
    CHECK(app::search_panel(asking("", world), world).place.height() == 0.0F);
    CHECK(app::search_panel(asking(" -", world), world).place.height() == 0.0F);
    CHECK(app::search_panel(asking("qqq", world), world).footnote == "Nothing has these words");
    AppState state = asking("bei", world);
    state.search.reset();
    CHECK(app::search_panel(state, world).footnote == "Reading...");
    state.typing.reset();
    CHECK(app::search_panel(state, world).place.height() == 0.0F);
}

TEST_CASE("the panel stands below its field and above the timeline, its rows inside it and below each other") {
    std::vector<events::EventDraft> drafts;
    for (int i = 0; i < 50; ++i) {
        drafts.push_back(an_event("visit", i % 2 == 0 ? "2025-05-19" : "2012")
                             .titled("Beijing " + std::to_string(i))
                             .from("PAK")
                             .person("Person of Beijing " + std::to_string(i)));
    }
    World world = support::world_of(drafts);
    for (const auto& [width, height] :
         std::array<std::pair<float, float>, 4>{{{640, 400}, {1280, 720}, {1920, 1080}, {3840, 2160}}}) {
        AppState state = asking("beijing", world, width, height);
        state.typing->chosen = 1000;
        const SearchPanel panel = app::search_panel(state, world);
        const app::PanelPlaces places = app::panel_places(state, world);
        CAPTURE(width);
        CHECK(panel.place.top >= places.search.bottom);
        CHECK(panel.place.right <= width);
        if (height > 500.0F) {
            CHECK(panel.place.bottom <= places.timeline.top);
            CHECK(std::any_of(panel.rows.begin(), panel.rows.end(),
                              [](const SearchRow& row) { return row.what == SearchRow::What::Event; }));
        }
        CHECK(panel.chosen + 1 == panel.rows.size());
        float bottom = panel.place.top;
        for (const SearchRow& row : panel.rows) {
            CHECK(row.place.top >= bottom);
            bottom = row.place.bottom;
        }
        CHECK(bottom <= panel.place.bottom);
    }
}
