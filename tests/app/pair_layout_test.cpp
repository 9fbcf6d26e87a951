#include "app/panels/pair_layout.h"

#include "tests/support/an_event.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using app::PairTab;
using events::Status;
using support::an_event;

namespace {

app::World a_world() {
    return support::world_of({an_event("visit", "2012").from("PAK").to("BGD").titled("Khar to Dhaka").sourced(0),
                              an_event("visit", "2025-03").from("BGD").to("PAK").titled("Back again"),
                              an_event("visit", "2025-05-20").from("PAK").to("CHN").titled("Elsewhere"),
                              an_event("security", "2025-05").with("PAK").with("BGD").titled("Exercise"),
                              an_event("visit", "2025-09").from("PAK").to("BGD").titled("Soon").being(Status::Planned)},
                             {support::a_source(4, "A paper", "", "")});
}

app::AppState pair_state() {
    app::AppState state = support::state_at("2025-05-20");
    state.selection.countries = {"PAK", "BGD"};
    state.selection.pair_shown = true;
    return state;
}

/// Titles of events and lengths of gaps, downwards.
std::vector<std::string> told(const app::AppState& state, const app::World& world) {
    std::vector<std::string> out;
    for (const app::PairLine& line : app::pair_ladder(state, world).lines) {
        out.push_back(line.event ? std::to_string(line.number) + ' ' + std::string{(*world.events)[*line.event].title}
                                 : line.gap);
    }
    return out;
}

app::PairRow row(std::size_t number, const app::AppState& state, const app::World& world) {
    const app::PairLadder ladder = app::pair_ladder(state, world);
    const auto line = std::find_if(ladder.lines.begin(), ladder.lines.end(),
                                   [number](const app::PairLine& l) { return l.event && l.number == number; });
    REQUIRE(line != ladder.lines.end());
    return app::row_of(*line, state, world, app::visible_events(state, world));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the ladder lists everything between two countries, oldest first, with its gaps and numbers") {
    CHECK(told(pair_state(), a_world()) ==
          Lines{"1 Khar to Dhaka", "13 years", "2 Back again", "3 Exercise", "4 Soon"});
}

TEST_CASE("newest first, numbers and gaps stay with their events") {
    app::AppState state = pair_state();
    state.pair.newest_first = true;
    CHECK(told(state, a_world()) == Lines{"4 Soon", "3 Exercise", "2 Back again", "13 years", "1 Khar to Dhaka"});
}

TEST_CASE("one direction alone keeps the numbers of all") {
    app::AppState state = pair_state();
    state.pair.tab = PairTab::ToSecond;
    CHECK(told(state, a_world()) == Lines{"1 Khar to Dhaka", "13 years", "4 Soon"});
    state.pair.tab = PairTab::ToFirst;
    CHECK(told(state, a_world()) == Lines{"2 Back again"});
}

TEST_CASE("lines stand below each other without overlaps, and the height is their sum") {
    const app::PairLadder ladder = app::pair_ladder(pair_state(), a_world());
    float y = 0.0F;
    for (const app::PairLine& line : ladder.lines) {
        CHECK(line.top == y);
        y += line.height;
    }
    CHECK(ladder.height == y);
}

TEST_CASE("the head names the countries and tells first, latest and longest gap") {
    const app::PairLadder ladder = app::pair_ladder(pair_state(), a_world());
    CHECK(ladder.title == "Pakistan and Bangladesh");
    std::vector<std::string> facts;
    for (const app::PairFact& fact : ladder.facts) {
        facts.push_back(fact.before + fact.told + fact.behind);
    }
    CHECK(facts == Lines{"4 events", "First 2012", "Latest May 2025", "Longest gap 13 years"});
    CHECK(ladder.tabs.size() == 4);
    CHECK(ladder.tabs[1].label == "To Bangladesh");  // this world knows no capitals
}

TEST_CASE("of three countries the rails have codes, and there are no directions to choose") {
    app::AppState state = pair_state();
    state.selection.countries.emplace_back("CHN");
    const app::PairLadder ladder = app::pair_ladder(state, a_world());
    CHECK(ladder.title == "Pakistan, Bangladesh and China");
    CHECK(ladder.heads == Lines{"PAK", "BGD", "CHN"});
    CHECK(ladder.tabs.size() == 2);
    CHECK(ladder.lines.size() == 6);
}

TEST_CASE("fewer than two countries have no ladder") {
    app::AppState state = pair_state();
    state.selection.countries = {"PAK"};
    CHECK(app::pair_ladder(state, a_world()).lines.empty());
}

TEST_CASE("a row says what is known of it, its source, and that it is not in this window") {
    const app::World world = a_world();
    CHECK(row(1, pair_state(), world).second == "Source 4, not in this window");
    CHECK(row(3, pair_state(), world).second.empty());
    CHECK(row(3, pair_state(), world).in_window);
    CHECK(row(4, pair_state(), world).second == "Planned, not in this window");
}

TEST_CASE("a row knows that it or its link is under the pointer") {
    app::AppState state = pair_state();
    const app::World world = a_world();
    CHECK_FALSE(row(2, state, world).pointed);
    const auto event = *app::pair_ladder(state, world).lines[2].event;
    state.hover.event = event;
    CHECK(row(2, state, world).pointed);
    state.hover = {};
    state.pair.pointed = event;
    CHECK(row(2, state, world).pointed);
}

TEST_CASE("long dates get short months") {
    CHECK(app::with_short_months("about December 2024 to January 2025") == "about Dec 2024 to Jan 2025");
    CHECK(app::with_short_months("May 2025") == "May 2025");
    CHECK(app::with_short_months("1971") == "1971");
}

TEST_CASE("columns follow each other from left to right, in wide panels and in narrow ones") {
    for (const float width : {288.0F, 400.0F, 528.0F, 720.0F}) {
        CAPTURE(width);
        const app::PairColumns columns = app::pair_columns(width);
        CHECK(columns.rail_first < columns.rail_last);
        CHECK(columns.rail_last < columns.number);
        CHECK(columns.number < columns.title);
        CHECK(columns.title < columns.title_right);
        CHECK(columns.title_right < columns.score_left);
        CHECK(columns.score_left < columns.score_right);
        CHECK(columns.score_right <= width);
        CHECK(columns.dates_above == (width < 620.0F));
        const auto rails = columns.rails(4);
        CHECK(rails.front() == columns.rail_first);
        CHECK(rails.back() == doctest::Approx(columns.rail_last));
        CHECK(std::is_sorted(rails.begin(), rails.end()));
    }
}

TEST_CASE("what changed is listed by what became of it, and is text for the clipboard") {
    app::AppState state = pair_state();
    const app::World world = support::world_of(
        {an_event("visit", "2025-06-10")
             .from("PAK")
             .to("BGD")
             .titled("Dar to Dhaka")
             .since("2025-04-01", Status::Planned)
             .since("2025-06-10", Status::Occurred),
         an_event("agreement", "2025-06-12/..").with("PAK").with("BGD").titled("Visas").being(Status::Signed)});
    state.pair.from = events::days_from_civil({2025, 6, 1});
    state.pair.until = events::days_from_civil({2025, 6, 30}) + 0.5;
    const app::PairChanges changes = app::pair_changes(state, world);
    REQUIRE(changes.sections.size() == 2);
    CHECK(changes.sections[0].heading == "New");
    CHECK(changes.sections[1].changes[0].number == 1);
    CHECK(changes.text ==
          "Pakistan and Bangladesh: what changed from 1 June 2025 to 30 June 2025\n"
          "\nNew\n- Visas: since 12 June 2025, signed\n"
          "\nUpgraded\n- Dar to Dhaka: planned to occurred, 10 June 2025\n");
    std::swap(state.pair.from, state.pair.until);
    CHECK(app::pair_changes(state, world).text == changes.text);
}

TEST_CASE("without dates of one's own, what changed is that in the window") {
    const app::AppState state = pair_state();
    const app::PairChanges changes = app::pair_changes(state, a_world());
    CHECK(changes.until_words == "20 May 2025");
    CHECK(changes.from_words == "20 April 2025");
    app::AppState all = state;
    all.time.mode = app::WindowMode::SoFar;
    CHECK(app::pair_changes(all, a_world()).from_words == "1 January 2012");
}

TEST_CASE("nothing that changed is said so in the text") {
    app::AppState state = pair_state();
    state.pair.from = state.pair.until = events::days_from_civil({2000, 1, 1});
    const app::PairChanges changes = app::pair_changes(state, a_world());
    CHECK(changes.sections.empty());
    CHECK(changes.text.find("\nNothing\n") != std::string::npos);
}

TEST_CASE("the score runs on along the rows") {
    const app::PairLadder ladder = app::pair_ladder(pair_state(), a_world());
    CHECK(ladder.lines[0].score == doctest::Approx(2.0));
    CHECK(ladder.lines[3].score > 7.0);  // two visits and an exercise
    CHECK(ladder.score_high >= ladder.lines[3].score);
    CHECK(ladder.score_low == 0.0);
    CHECK(app::score_words(12.44) == "+12.4");
    CHECK(app::score_words(-7.0) == "-7");
    CHECK(app::score_words(0.01) == "0");
    CHECK(app::score_help(2.0).find("tension -7") != std::string::npos);
}

TEST_CASE("the bundled events between Pakistan and Bangladesh are told as they happened") {
    app::AppState state = support::bundled_state();
    state.selection.countries = {"PAK", "BGD"};
    state.selection.pair_shown = true;
    const app::World& world = support::bundled().world;
    const app::PairLadder ladder = app::pair_ladder(state, world);
    CHECK(ladder.facts[0].told == "14");
    CHECK(ladder.facts[1].told == "1971");
    CHECK(ladder.facts[2].told == "about January 2026");
    CHECK(ladder.facts[3].told == "41 years");
    CHECK(ladder.tabs[1].label == "To Dhaka");
    std::vector<std::string> gaps;
    for (const app::PairLine& line : ladder.lines) {
        if (!line.event) {
            gaps.push_back(line.gap);
        }
    }
    CHECK(gaps == Lines{"41 years", "12 years", "8 months"});
}
