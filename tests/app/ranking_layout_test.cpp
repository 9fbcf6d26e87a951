#include "app/panels/ranking_layout.h"

#include "app/panels/panel_places.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <utility>

using app::RankBy;
using app::Ranked;
using support::an_event;

namespace {

app::World a_world() {
    return support::world_of({an_event("visit", "2025-05-18").from("PAK").to("CHN"),
                              an_event("visit", "2025-05-19").from("CHN").to("PAK"),
                              an_event("meeting", "2025-05-20").with("PAK").with("CHN").with("AFG"),
                              an_event("trade", "2025-05-20").from("IND").to("BGD").worth(4e9, "USD"),
                              an_event("trade", "2025-05-20").from("CHN").to("PAK").worth(1.2e9, "USD"),
                              an_event("visit", "2020-05-20").from("IND").to("CHN")});
}

app::RankingList list_of(const app::World& world, const app::AppState& state) {
    app::TieTable table{world};
    const auto visible = app::visible_events(state, world);
    const app::Tally tally = app::tallied(visible, table, state.ranking.currency);
    return app::ranking_list(state, world, table, tally);
}

app::AppState a_state(Ranked of, RankBy by = RankBy::Events) {
    app::AppState state = support::state_at("2025-05-20");
    state.ranking.shown = true;
    state.ranking.of = of;
    state.ranking.by = by;
    state.ranking.currency = by == RankBy::Value ? "USD" : "";
    return state;
}

std::vector<std::string> names(const app::RankingList& list) {
    std::vector<std::string> all;
    for (const app::RankingRow& row : list.rows) {
        all.push_back(row.name);
    }
    return all;
}

}  // namespace

TEST_CASE("pairs are ranked by their events in the window, then by name") {
    const app::RankingList list = list_of(a_world(), a_state(Ranked::Pairs));
    CHECK(list.title == "Pairs");
    CHECK(list.totals == "4 pairs share 5 events");
    CHECK(list.heading == "Most events first");
    CHECK(list.choice == "by events");
    CHECK(names(list) == std::vector<std::string>{"China\u2013Pakistan", "Afghanistan\u2013China",
                                                  "Afghanistan\u2013Pakistan", "Bangladesh\u2013India"});
    CHECK(list.rows[0].rank == "1");
    CHECK(list.rows[0].number == "4");
    CHECK(list.rows[0].length == 1.0F);
    CHECK(list.rows[3].length == 0.25F);
    REQUIRE(list.rows[0].shares.size() == 3);
    CHECK(list.rows[0].shares[0].part == 0.5F);
    CHECK(list.rows[0].countries == std::vector<std::string>{"CHN", "PAK"});
}

TEST_CASE("countries are ranked by events, by partners or by the sum in one currency") {
    const app::World world = a_world();
    CHECK(names(list_of(world, a_state(Ranked::Countries))) ==
          std::vector<std::string>{"China", "Pakistan", "Afghanistan", "Bangladesh", "India"});
    const app::RankingList partners = list_of(world, a_state(Ranked::Countries, RankBy::Partners));
    CHECK(partners.rows[0].name == "Afghanistan");
    CHECK(partners.rows[0].number == "2");
    CHECK(partners.rows[0].shares.empty());
    CHECK(partners.heading == "Most partners first");
    const app::RankingList sums = list_of(world, a_state(Ranked::Countries, RankBy::Value));
    CHECK(names(sums) == std::vector<std::string>{"Bangladesh", "India", "China", "Pakistan"});
    CHECK(sums.rows[0].number == "4 billion");
    CHECK(sums.totals == "4 countries with sums in USD");
    CHECK(sums.choice == "by USD");
}

TEST_CASE("kinds are ranked, and what only countries have counts as events there") {
    const app::RankingList list = list_of(a_world(), a_state(Ranked::Kinds, RankBy::Partners));
    CHECK(list.by == RankBy::Events);
    CHECK(names(list) == std::vector<std::string>{"Visit", "Trade", "Meeting"});
    CHECK(list.totals == "3 kinds, 5 events");
    CHECK(list.rows[0].kind.has_value());
    CHECK(list.rows[0].countries.empty());
}

TEST_CASE("rows of what is selected are marked, and an empty window says so") {
    app::AppState state = a_state(Ranked::Pairs);
    state.selection.countries = {"PAK", "CHN"};
    const app::RankingList list = list_of(a_world(), state);
    CHECK(list.rows[0].selected);
    CHECK_FALSE(list.rows[1].selected);
    app::AppState early = support::state_at("1990-01-01");
    CHECK(list_of(a_world(), early).totals == "Nothing in this window");
    CHECK(list_of(a_world(), early).rows.empty());
}

TEST_CASE("without values there is nothing to choose but for countries") {
    const app::World world = support::world_of({an_event("visit", "2025-05-18").from("PAK").to("CHN")});
    CHECK(list_of(world, a_state(Ranked::Pairs)).choice.empty());
    CHECK(list_of(world, a_state(Ranked::Countries)).choice == "by events");
    CHECK(list_of(world, a_state(Ranked::Pairs, RankBy::Value)).by == RankBy::Events);  // of another world
}

TEST_CASE("very many are cut off, and counted") {
    std::vector<events::EventDraft> drafts;
    for (char a = 'A'; a <= 'Z'; ++a) {
        for (char b = 'A'; b <= 'J'; ++b) {
            drafts.push_back(an_event("visit", "2025-05-20")
                                 .named(std::string{a, b})
                                 .from(std::string{'X', a, b})
                                 .to(std::string{'Y', b, a}));
        }
    }
    const app::RankingList list = list_of(support::world_of(drafts), a_state(Ranked::Pairs));
    CHECK(list.rows.size() == app::most_ranked);
    CHECK(list.left_out == "and 60 more");
}

TEST_CASE("the parts of a ranking stand inside its panel and not on each other, at every size") {
    const app::World world = a_world();
    for (const render::SizePt size : {render::SizePt{1280, 720}, {1920, 1080}, {3840, 2160}}) {
        for (const auto& [of, by] : {std::pair{Ranked::Pairs, RankBy::Events},
                                     {Ranked::Pairs, RankBy::Value},
                                     {Ranked::Countries, RankBy::Partners},
                                     {Ranked::Countries, RankBy::Value},
                                     {Ranked::Kinds, RankBy::Events}}) {
            app::AppState state = a_state(of, by);
            state.camera.size = size;
            const render::RectPt panel = app::panel_places(state, world).card;
            const app::RankingPlaces places = app::ranking_places(panel, of, by);
            const std::array<render::RectPt, 7> parts{places.title,   places.close,  places.totals, places.segments,
                                                      places.heading, places.choice, places.foot};
            CAPTURE(size.width);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                CHECK(parts[i].left >= panel.left);
                CHECK(parts[i].right <= panel.right);
                CHECK(parts[i].bottom <= panel.bottom);
                CHECK_FALSE(parts[i].intersects(places.list));
                for (std::size_t k = i + 1; k < parts.size(); ++k) {
                    const bool beside_title = i == 0 && k == 1;
                    CHECK((beside_title || i == 1 || !parts[i].intersects(parts[k])));
                }
            }
            CHECK(std::fmod(places.list.height(), app::ranking_row) == doctest::Approx(0.0));
            CHECK(places.list.height() >= 6.0F * app::ranking_row);
            CHECK(places.name_end - places.name > (of == Ranked::Pairs ? 140.0F : 90.0F));
            CHECK((places.bar_end - places.bar > 45.0F || (size.width < 1500.0F && of == Ranked::Pairs)));
            CHECK(places.bar > places.name_end);
        }
    }
}
