#include "app/panels/country_card_layout.h"

#include "app/panels/in_force.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using app::CardFilter;
using events::Role;
using events::Status;
using support::an_event;

namespace {

app::World a_world() {
    std::vector<events::Source> sources{support::a_source(1, "One", "", ""), support::a_source(2, "Two", "", ""),
                                        support::a_source(3, "Three", "", "")};
    return support::world_of(
        {an_event("visit", "2025-05-19~/2025-05-21~").titled("Dar to Beijing").from("PAK").to("CHN").sourced(2),
         an_event("meeting", "2025-05-20~")
             .titled("Three-way talks")
             .with("CHN", Role::Host)
             .with("PAK")
             .with("AFG")
             .being(Status::Planned)
             .sourced(0)
             .sourced(2),
         an_event("ceasefire", "2025-05~/..").titled("Ceasefire").with("IND").with("PAK"),
         an_event("statement", "2025-05-18").titled("China speaks").from("CHN").to("PAK").to("IND"),
         an_event("statement", "2025-01-03").titled("At the UN").from("PAK").to("UN"),
         an_event("visit", "2024-08-15").titled("An old visit").from("BGD").to("PAK"),
         an_event("visit", "").titled("Undated").from("PAK").to("IND"),
         an_event("visit", "2025-05-20").titled("Not theirs").from("IND").to("BGD")},
        std::move(sources));
}

app::AppState a_state(std::vector<std::string> countries) {
    app::AppState state = support::state_at("2025-05-20");
    state.selection.countries = std::move(countries);
    return state;
}

std::vector<std::string> titles(const app::CountryCard& card) {
    std::vector<std::string> list;
    for (const app::CardEvent& event : card.events) {
        list.push_back(event.title);
    }
    return list;
}

}  // namespace

TEST_CASE("without a selected country the card is empty") {
    CHECK(app::country_card(a_state({}), a_world()).code.empty());
}

TEST_CASE("the card names the country and counts its events, in the window and in all") {
    const app::CountryCard card = app::country_card(a_state({"PAK"}), a_world());
    CHECK(card.name == "Pakistan");
    CHECK(card.totals == "4 events in this window, 7 in all");
    CHECK_FALSE(card.between_enabled);
}

TEST_CASE("the card lists events newest first, those of the window before the others and the undated last") {
    const app::CountryCard card = app::country_card(a_state({"PAK"}), a_world());
    CHECK(titles(card) == std::vector<std::string>{"Three-way talks", "Dar to Beijing", "China speaks", "Ceasefire",
                                                   "At the UN", "An old visit", "Undated"});
    CHECK(card.events_in_window == 4);
    CHECK(card.others_heading == "Not in this window");
    CHECK(card.events[0].tag == "planned");
    CHECK(card.events[0].source == "Sources 1, 3");
    CHECK(card.events[1].tag.empty());
    CHECK(card.events[1].source == "Source 3");
    CHECK(card.events[2].source.empty());
    CHECK(card.events[3].in_window);
    CHECK_FALSE(card.events[4].in_window);
    CHECK(card.events[1].date_words == "about 19 to 21 May 2025");
}

TEST_CASE("kinds are counted in the window, in two columns that are filled downwards") {
    const app::CountryCard card = app::country_card(a_state({"PAK"}), a_world());
    REQUIRE(card.kinds.size() == 4);
    CHECK(card.kinds[0].label == "Visit");
    CHECK(card.kinds[1].label == "Meeting");
    CHECK(card.kinds[1].row == 1);
    CHECK(card.kinds[1].column == 0);
    CHECK(card.kinds[2].label == "Ceasefire");
    CHECK(card.kinds[2].column == 1);
    CHECK(card.kinds[2].row == 0);
    for (const app::CardKind& kind : card.kinds) {
        CHECK(kind.count == 1);
    }
}

TEST_CASE("partners are ranked by events in the window, then by name") {
    const app::CountryCard card = app::country_card(a_state({"PAK"}), a_world());
    REQUIRE(card.partners.size() == 3);
    CHECK(card.partners[0].name == "China");
    CHECK(card.partners[0].total == 3);
    CHECK(card.partners[0].by_kind.size() == 3);
    CHECK(card.partners[1].name == "India");
    CHECK(card.partners[1].total == 2);
    CHECK(card.partners[2].name == "Afghanistan");
    CHECK(card.most_with_partner == 3);
}

TEST_CASE("months cover the dense stretch and mark those of the window") {
    const app::CountryCard card = app::country_card(a_state({"PAK"}), a_world());
    CHECK(card.months_heading == "Events a month");
    CHECK(card.months_caption.find(" to ") != std::string::npos);
    int total = 0;
    for (const app::CardMonth& month : card.months) {
        total += month.count;
        const bool of_window =
            month.day == events::days_from_civil({2025, 5, 1}) || month.day == events::days_from_civil({2025, 4, 1});
        CHECK(month.in_window == of_window);
    }
    CHECK(total == 4);  // the quiet before May is collapsed
    CHECK(card.highest_month == 4);
    std::vector<events::EventDraft> long_run;
    for (int year = 1990; year < 2026; ++year) {
        long_run.push_back(an_event("visit", std::to_string(year) + "-03-01").from("PAK").to("CHN"));
    }
    const app::CountryCard years = app::country_card(a_state({"PAK"}), support::world_of(long_run));
    CHECK(years.months.size() <= 60);
    CHECK(years.months_heading == "Events a year");
}

TEST_CASE("the filter keeps what comes in, what goes out, or what lies between the selected countries") {
    const app::World world = a_world();
    app::AppState state = a_state({"PAK"});
    state.selection.filter = CardFilter::Incoming;
    CHECK(titles(app::country_card(state, world)) == std::vector<std::string>{"China speaks", "An old visit"});
    state.selection.filter = CardFilter::Outgoing;
    CHECK(titles(app::country_card(state, world)) ==
          std::vector<std::string>{"Dar to Beijing", "At the UN", "Undated"});
    CHECK(app::country_card(state, world).totals == "4 events in this window, 7 in all");
    state.selection.countries = {"PAK", "CHN"};
    state.selection.filter = CardFilter::Between;
    const app::CountryCard between = app::country_card(state, world);
    CHECK(between.between_enabled);
    CHECK(titles(between) == std::vector<std::string>{"Three-way talks", "Dar to Beijing", "China speaks"});
}

TEST_CASE("a country without events has a card that says so") {
    const app::CountryCard card = app::country_card(a_state({"KAZ"}), a_world());
    CHECK(card.totals == "0 events in this window, 0 in all");
    CHECK(card.events.empty());
    CHECK(card.others_heading.empty());
}

TEST_CASE("a partner's trend sets the window beside the one before it, which is as long") {
    const app::World world = support::world_of({an_event("visit", "2025-05-18").named("a").from("PAK").to("CHN"),
                                                an_event("visit", "2025-05-19").named("b").from("PAK").to("CHN"),
                                                an_event("visit", "2025-04-02").named("c").from("PAK").to("CHN"),
                                                an_event("visit", "2025-05-17").named("d").from("PAK").to("IND"),
                                                an_event("visit", "2025-04-03").named("e").from("PAK").to("IND"),
                                                an_event("visit", "2025-05-16").named("f").from("PAK").to("AFG"),
                                                an_event("visit", "2025-04-04").named("g").from("PAK").to("BGD"),
                                                an_event("visit", "2025-04-05").named("h").from("PAK").to("BGD"),
                                                an_event("visit", "2025-05-15").named("i").from("PAK").to("BGD")});
    app::AppState state = a_state({"PAK"});
    const app::CountryCard card = app::country_card(state, world);
    REQUIRE(card.partners.size() == 4);
    CHECK(card.partners[0].name == "China");
    CHECK(card.partners[0].trend == app::Trend::Up);
    CHECK(card.partners[0].help == "China: 2 events, up from 1 in the 30 days before");
    CHECK(card.partners[1].trend == app::Trend::New);
    CHECK(card.partners[1].help == "Afghanistan: 1 event, new: none in the 30 days before");
    CHECK(card.partners[2].trend == app::Trend::Down);
    CHECK(card.partners[3].trend == app::Trend::Level);
    state.time.mode = app::WindowMode::SoFar;
    CHECK(app::country_card(state, world).partners[0].trend == app::Trend::Unknown);
    CHECK(app::country_card(state, world).partners[0].help == "Bangladesh: 3 events");
}

TEST_CASE("partners are ranked by the sum in one currency, where the country has values, and never by more than one") {
    const app::World world =
        support::world_of({an_event("trade", "2025-05-18").named("a").from("PAK").to("CHN").worth(2e9, "USD"),
                           an_event("trade", "2025-05-18").named("b").from("PAK").to("IND").worth(3e9, "USD"),
                           an_event("trade", "2025-05-18").named("c").from("PAK").to("CHN").worth(9e12, "CNY"),
                           an_event("trade", "2025-05-18").named("d").from("PAK").to("AFG"),
                           an_event("trade", "2025-05-18").named("e").from("IND").to("BGD").worth(1.0, "EUR")});
    app::AppState state = a_state({"PAK"});
    app::CountryCard card = app::country_card(state, world);
    CHECK(card.partner_choice == "by events");
    CHECK(card.next_partner_currency == "CNY");
    state.partner_currency = "USD";
    card = app::country_card(state, world);
    CHECK(card.partner_choice == "by USD");
    CHECK(card.next_partner_currency.empty());
    REQUIRE(card.partners.size() == 2);
    CHECK(card.partners[0].name == "India");
    CHECK(card.partners[0].number == "3 billion");
    CHECK(card.partners[1].number == "2 billion");
    CHECK(card.most_with_partner == 3e9);
    state.partner_currency = "EUR";  // not one of this country's: by events
    card = app::country_card(state, world);
    CHECK(card.partner_choice == "by events");
    CHECK(card.partners.size() == 3);
    state.selection.countries = {"AFG"};
    CHECK(app::country_card(state, world).partner_choice.empty());
}

TEST_CASE("what is in force on the playhead's day stands by itself") {
    const app::World world = support::world_of(
        {an_event("agreement", "2020-01-01/..").titled("Pact").with("PAK").with("CHN"),
         an_event("route", "2024-11~/..").titled("Lane").with("PAK").with("BGD"),
         an_event("ceasefire", "2025-05-10/..").titled("Broken").with("PAK").with("IND").being(Status::Suspended),
         an_event("security", "2019-01-01/2024-12-31").titled("Over").with("PAK").with("CHN"),
         an_event("agreement", "2026-01-01/..").titled("Later").with("PAK").with("CHN"),
         an_event("agreement", "2025-01-01/..").titled("Hoped for").with("PAK").with("CHN").being(Status::Planned),
         an_event("agreement", "2023-03-03").titled("Signed").with("PAK").with("CHN").being(Status::InForce),
         an_event("agreement", "2023-04-04").titled("Only a day").with("PAK").with("CHN"),
         an_event("visit", "2020-01-01/..").titled("A long visit").from("PAK").to("CHN")});
    const app::CountryCard card = app::country_card(a_state({"PAK"}), world);
    CHECK(card.in_force_heading == "In force on 20 May 2025");
    std::vector<std::string> in_force;
    for (const app::CardEvent& event : card.in_force) {
        in_force.push_back(event.title);
    }
    std::sort(in_force.begin(), in_force.end());
    CHECK(app::short_beginning(*events::edtf_from_text("2015/..")) == "2015");
    CHECK(app::short_beginning(*events::edtf_from_text("2024-11~/..")) == "about Nov 2024");
    CHECK(app::short_beginning(*events::edtf_from_text("2025-03-04?/..")) == "4 Mar 2025, uncertain");
    CHECK(app::short_beginning(*events::edtf_from_text("../2030")) == "long ago");
    CHECK(in_force == std::vector<std::string>{"Lane", "Pact", "Signed"});
}

TEST_CASE("ranks and trends of partners agree with a plain count of both windows") {
    const std::vector<std::string> partners{"CHN", "IND", "BGD", "AFG"};
    std::mt19937 random{11};
    for (int round = 0; round < 30; ++round) {
        const double today = events::days_from_civil({2025, 5, 20}) + 0.5;
        std::vector<events::EventDraft> drafts;
        std::map<std::string, std::pair<int, int>> counts;  // now, before
        for (int i = 0; i < 40; ++i) {
            const double start = std::floor(today) - static_cast<double>(random() % 90);
            const double end = start + static_cast<double>(random() % 20);
            const std::string& partner = partners[random() % partners.size()];
            drafts.push_back(an_event("visit", events::iso_from_days(start) + "/" + events::iso_from_days(end))
                                 .named(std::to_string(i))
                                 .from("PAK")
                                 .to(partner));
            const auto meets = [&](double playhead) { return start <= playhead && end + 1.0 > playhead - 30.0; };
            counts[partner].first += meets(today) ? 1 : 0;
            counts[partner].second += meets(today - 30.0) ? 1 : 0;
        }
        const app::CountryCard card = app::country_card(a_state({"PAK"}), support::world_of(drafts));
        for (std::size_t i = 0; i < card.partners.size(); ++i) {
            const app::CardPartner& partner = card.partners[i];
            const auto [now, before] = counts[partner.code];
            CHECK(partner.total == now);
            CHECK((i == 0 || card.partners[i - 1].total >= partner.total));
            CHECK(partner.trend == (before == 0     ? app::Trend::New
                                    : now > before  ? app::Trend::Up
                                    : now == before ? app::Trend::Level
                                                    : app::Trend::Down));
        }
    }
}
