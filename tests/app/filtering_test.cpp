#include "app/state/filtering.h"

#include "app/state/command.h"
#include "events/event_filter.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using app::AppState;
using app::reduce;
using app::SetFilter;
using app::World;
using events::EventFilter;
using events::EventIndex;
using events::Role;
using events::Status;
using support::an_event;
using support::state_at;

namespace {

std::vector<std::string> shown(const AppState& state, const World& world) {
    std::vector<std::string> titles;
    for (const EventIndex index : app::visible_events(state, world)) {
        titles.emplace_back((*world.events)[index].title);
    }
    return titles;
}

using Titles = std::vector<std::string>;

World some_events() {
    return support::world_of({an_event("visit", "2025-05-01")
                                  .titled("a")
                                  .from("PAK")
                                  .person("Ishaq Dar")
                                  .to("CHN")
                                  .tagged("trade")
                                  .sourced(0),
                              an_event("visit", "2025-05-02").titled("b").from("CHN").to("PAK").being(Status::Planned),
                              an_event("meeting", "2025-05-03")
                                  .titled("c")
                                  .with("SCO")
                                  .with("IND", Role::Host)
                                  .tagged("security")
                                  .sourced(0)
                                  .sourced(1),
                              an_event("meeting", "2025-05-04").titled("d Gwadar").with("IND")});
}

AppState with(EventFilter filter, const World& world) {
    AppState state = state_at("2025-05-20");
    return reduce(state, SetFilter{std::move(filter)}, world);
}

}  // namespace

TEST_CASE("each part of a filter leaves the events that have what it asks for") {
    const World world = some_events();
    CHECK(shown(with({}, world), world).size() == 4);
    CHECK(shown(with({.statuses = {Status::Planned}}, world), world) == Titles{"b"});
    CHECK(shown(with({.statuses = {Status::Planned, Status::Occurred}}, world), world).size() == 4);
    CHECK(shown(with({.organisations = {"SCO"}}, world), world) == Titles{"c"});
    CHECK(shown(with({.roles = {Role::From}}, world), world) == Titles{"a", "b"});
    CHECK(shown(with({.roles = {Role::From}, .role_of = "CHN"}, world), world) == Titles{"b"});
    CHECK(shown(with({.tags = {"trade", "security"}}, world), world) == Titles{"a", "c"});
    CHECK(shown(with({.sources = 2}, world), world) == Titles{"c"});
    CHECK(shown(with({.person = "Ishaq Dar"}, world), world) == Titles{"a"});
    CHECK(shown(with({.text = "gwa"}, world), world) == Titles{"d Gwadar"});
    CHECK(shown(with({.confidence = 0.5}, world), world).empty());
    CHECK(shown(with({.roles = {Role::From}, .tags = {"security"}}, world), world).empty());
}

TEST_CASE("a filter by status follows what was known on the day") {
    const World world = support::world_of({an_event("visit", "2025-05-10")
                                               .titled("visit")
                                               .from("PAK")
                                               .to("CHN")
                                               .since("2025-05-01", Status::Planned)
                                               .since("2025-05-10", Status::Occurred)});
    AppState state = with({.statuses = {Status::Planned}}, world);
    state.time.mode = app::WindowMode::All;
    CHECK(shown(state, world).empty());
    state.time.playhead -= 15.0;
    CHECK(shown(state, world) == Titles{"visit"});
    state.time.known = app::Known::Now;
    CHECK(shown(state, world).empty());
}

TEST_CASE("a filter is asked again of other events, and clearing takes all filters away") {
    const World world = some_events();
    const World other = support::world_of({an_event("visit", "2025-05-01").titled("other").tagged("trade"),
                                           an_event("visit", "2025-05-01").titled("none")});
    AppState state = with({.tags = {"trade"}}, world);
    CHECK(shown(state, other).size() == 2);
    state = reduce(state, SetFilter{state.filter}, other);
    CHECK(shown(state, other) == Titles{"other"});
    state.focus = {"PAK"};
    state.hidden_kinds = {events::KindId{0}};
    CHECK(app::has_filters(state));
    state = reduce(state, app::ClearFilters{}, other);
    CHECK_FALSE(app::has_filters(state));
    CHECK(shown(state, other).size() == 2);
}

TEST_CASE("a text filters alike with an index and without one") {
    const World world = some_events();
    const std::atomic<bool> stop = false;
    const app::Search search{events::SearchIndex{world.events, stop}, events::NameIndex{}};
    const auto with_index = app::filtered_by({.text = "dar"}, world, &search);
    const auto without = app::filtered_by({.text = "dar"}, world);
    REQUIRE(with_index);
    REQUIRE(without);
    CHECK(with_index->passing == without->passing);
    CHECK(std::count(without->passing.begin(), without->passing.end(), 1) == 1);
    CHECK_FALSE(app::filtered_by({.statuses = {Status::Planned}}, world));
}

TEST_CASE("every event is in one place alone, and the numbers add up") {
    std::mt19937 random{7};
    const auto any = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>{0, count - 1}(random);
    };
    const std::vector<std::string> dates{"2025-05-01", "2025-05-19", "2025~", "2024", "2025-06-01", "", "2020-01/.."};
    for (int round = 0; round < 40; ++round) {
        std::vector<events::EventDraft> drafts;
        for (std::size_t i = 0; i < 30; ++i) {
            drafts.push_back(an_event(any(2) == 0 ? "visit" : "meeting", dates[any(dates.size())])
                                 .named(std::to_string(i))
                                 .from("PAK")
                                 .to("CHN")
                                 .tagged(any(2) == 0 ? "x" : "y"));
        }
        const World world = support::world_of(drafts);
        AppState state = with(any(2) == 0 ? EventFilter{} : EventFilter{.tags = {"x"}}, world);
        state.time.mode = static_cast<app::WindowMode>(any(4));
        state.year_only_shown = any(2) == 0;
        if (any(2) == 0) {
            state.hidden_kinds = {world.events->kinds().find("visit").value()};
        }
        const std::size_t visible = app::visible_events(state, world).size();
        const app::Whereabouts where = app::whereabouts_of_events(state, world, visible);
        CHECK(where.shown == visible);
        CHECK(where.all() == world.events->size());
        std::size_t inside = 0;
        for (std::size_t i = 0; i < world.events->size(); ++i) {
            const auto index = static_cast<EventIndex>(i);
            const bool in_window = app::is_in_window(state, world, (*world.events)[index]);
            inside += in_window ? 1 : 0;
            const auto list = app::visible_events(state, world);
            CHECK((std::find(list.begin(), list.end(), index) != list.end()) ==
                  (in_window && app::passes_filters(state, world, index)));
        }
        CHECK(inside == where.shown + where.filtered);
    }
}
