#include "app/panels/filter_layout.h"

#include "app/panels/filter_chips.h"
#include "app/panels/panel_places.h"
#include "app/panels/toolbar_layout.h"
#include "tests/support/an_event.h"
#include "tests/support/text_width.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

using app::AppState;
using app::FilterChip;
using app::World;
using events::EventFilter;
using events::Status;
using support::an_event;
using support::state_at;

namespace {

World a_world() {
    return support::world_of({an_event("visit", "2025-05-19").from("PAK").to("CHN").tagged("trade").sourced(0),
                              an_event("visit", "2025-05-18").from("IND").to("CHN").being(Status::Planned),
                              an_event("meeting", "2025-05-17").with("SAARC").with("IND"),
                              an_event("tension", "2019-05-17").with("IND").with("PAK"), an_event("visit", "")});
}

const app::FilterSection* section(const app::FilterPanel& panel, const std::string& heading) {
    const auto found = std::find_if(panel.sections.begin(), panel.sections.end(),
                                    [&](const app::FilterSection& s) { return s.heading == heading; });
    return found == panel.sections.end() ? nullptr : &*found;
}

app::FilterPanel panel_of(const AppState& state, const World& world) {
    const app::PanelPlaces places = app::panel_places(state, world);
    return filter_panel(state, world, filter_counts(state, world),
                        menu_button(app::Menu::Filter, state, world, places.toolbar), places.timeline.top);
}

AppState filtered(EventFilter filter, const World& world, float width = 1920.0F, float height = 1080.0F) {
    return reduce(state_at("2025-05-20", width, height), app::SetFilter{std::move(filter)}, world);
}

}  // namespace

TEST_CASE("the panel counts the window's events whatever filters there are") {
    const World world = a_world();
    for (const EventFilter& filter : {EventFilter{}, EventFilter{.tags = {"trade"}}}) {
        const app::FilterPanel panel = panel_of(filtered(filter, world), world);
        const app::FilterSection* statuses = section(panel, "Status");
        REQUIRE(statuses != nullptr);
        REQUIRE(statuses->rows.size() == 2);
        CHECK(statuses->rows[0].name == "Occurred");
        CHECK(statuses->rows[0].count == "2");
        const app::FilterSection* tags = section(panel, "Tag");
        REQUIRE(tags != nullptr);
        CHECK(tags->rows[0].count == "1");
        CHECK(tags->rows[0].chosen == !filter.tags.empty());
        CHECK(section(panel, "Organisation")->rows.size() == 1);
        CHECK(section(panel, "Sources")->rows[0].count == "1");
    }
}

TEST_CASE("why events are not shown is told with numbers that add up") {
    const World world = a_world();
    const app::FilterPanel panel = panel_of(filtered({.tags = {"trade"}}, world), world);
    CHECK(panel.showing == "Showing 1 of 5 events");
    CHECK(panel.hidden ==
          std::vector<std::pair<std::string, std::string>>{{"Outside the window", "1"},
                                                           {"Left out by filters", "2"},
                                                           {"Undated", "1"},
                                                           {"Of all, without a place on the map", "1"}});
}

TEST_CASE("a row asks for what it names, and no longer when it is clicked again") {
    const World world = a_world();
    AppState state = filtered({}, world);
    const auto click = [&](const std::string& heading, std::size_t row) {
        const app::FilterPanel panel = panel_of(state, world);
        state = reduce(state, section(panel, heading)->rows.at(row).command, world);
    };
    click("Status", 1);
    CHECK(state.filter.statuses == std::vector{Status::Planned});
    click("Status", 1);
    CHECK(state.filter.statuses.empty());
    click("Kind", 0);
    CHECK(app::is_alone(state, world, world.kinds[0]));
    click("Kind", 1);
    CHECK_FALSE(app::is_hidden(state, world.kinds[1]));
    click("Kind", 1);
    click("Kind", 0);
    CHECK(state.hidden_kinds.empty());
    state.selection.countries = {"IND"};
    click("Role of India", 0);
    CHECK(state.filter.role_of == "IND");
    CHECK(state.filter.roles.size() == 1);
    state.selection.countries.clear();
    click("Role of India", 0);
    CHECK(events::is_empty(state.filter));
}

TEST_CASE("each filter is a chip, and its cross takes it away") {
    const World world = a_world();
    AppState state = filtered({.statuses = {Status::Planned, Status::InForce},
                               .organisations = {"SAARC"},
                               .roles = {events::Role::Host},
                               .role_of = "PAK",
                               .tags = {"a", "b", "c", "d", "e"},
                               .confidence = 0.5,
                               .sources = 2,
                               .person = "Wang Yi",
                               .text = "gwadar"},
                              world);
    state.focus = {"PAK", "IND"};
    state.hidden_kinds = {world.events->kinds().find("tension").value()};
    std::vector<std::string> words;
    for (const FilterChip& chip : app::filter_chips(state, world)) {
        words.push_back(chip.label + ' ' + chip.value);
    }
    CHECK(words == std::vector<std::string>{"Text \"gwadar\"", "Person Wang Yi", "Status planned, in force",
                                            "Kind not tension", "Only Pakistan, India", "With SAARC",
                                            "Role Pakistan as host", "Confidence medium or better",
                                            "Tag a, b, c and 2 more", "At least 2 sources"});
    while (!app::filter_chips(state, world).empty()) {
        const auto chips = app::filter_chips(state, world);
        const std::size_t before = chips.size();
        for (const app::Command& command : chips.front().remove) {
            state = reduce(state, command, world);
        }
        REQUIRE(app::filter_chips(state, world).size() + 1 == before);
    }
    CHECK_FALSE(app::has_filters(state));
}

TEST_CASE("chips stand beside each other, clear of the toolbar, the search field and the legend") {
    const World world = a_world();
    for (const auto& [width, height] :
         std::array<std::pair<float, float>, 4>{{{1280, 720}, {1600, 1000}, {1920, 1080}, {3840, 2160}}}) {
        AppState state = filtered({.statuses = {Status::Planned},
                                   .organisations = {"SAARC"},
                                   .tags = {"a long tag", "another long tag", "a third"},
                                   .confidence = 0.5,
                                   .sources = 2,
                                   .person = "Wang Yi",
                                   .text = "a text that is much too long for a chip of any width, and goes on and on"},
                                  world, width, height);
        const app::PanelPlaces places = app::panel_places(state, world);
        const app::FilterChips chips = placed_chips(state, world, support::text_width);
        std::vector<render::RectPt> all{places.toolbar, places.search, places.legend, chips.clear_all};
        for (const FilterChip& chip : chips.chips) {
            all.push_back(chip.place);
            CHECK(chip.place.height() == 32.0F);
            CHECK(chip.place.left >= places.card.right + 8.0F);
            CHECK(chip.place.right <= width - 16.0F);
        }
        for (std::size_t a = 0; a < all.size(); ++a) {
            for (std::size_t b = a + 1; b < all.size(); ++b) {
                CAPTURE(a);
                CAPTURE(b);
                CHECK_FALSE((all[a].left < all[b].right && all[b].left < all[a].right && all[a].top < all[b].bottom &&
                             all[b].top < all[a].bottom));
            }
        }
    }
}

TEST_CASE("the filter panel stands inside the window") {
    const World world = a_world();
    for (const auto& [width, height] :
         std::array<std::pair<float, float>, 4>{{{640, 400}, {1280, 720}, {1920, 1080}, {3840, 2160}}}) {
        const app::FilterPanel panel = panel_of(filtered({}, world, width, height), world);
        CHECK(panel.place.left >= 16.0F);
        CHECK(panel.place.right <= width - 16.0F);
        CHECK(panel.place.bottom <= height);
        CHECK(panel.list.bottom <= panel.place.bottom);
        CHECK(panel.head.bottom <= panel.list.top);
    }
}
