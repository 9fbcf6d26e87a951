#include "app/panels/event_card_layout.h"

#include "app/panels/citation.h"
#include "app/state/related_events.h"
#include "tests/support/an_event.h"

#include <doctest/doctest.h>

using events::Role;
using events::Status;
using support::an_event;

namespace {

app::EventCard card_of(const events::EventDraft& event, std::string_view day = "2025-05-20",
                       std::vector<events::Source> sources = {}) {
    app::AppState state = support::state_at(day);
    state.selection.event = events::EventIndex{0};
    return app::event_card(state, support::world_of({event}, std::move(sources)));
}

}  // namespace

TEST_CASE("without a selected event, or with one that is gone, the card is empty") {
    const app::World world = support::world_of({});
    app::AppState state;
    CHECK_FALSE(app::event_card(state, world).index.has_value());
    state.selection.event = events::EventIndex{7};
    CHECK_FALSE(app::event_card(state, world).index.has_value());
}

TEST_CASE("the card says what, when, who and on whose word") {
    const app::EventCard card =
        card_of(an_event("visit", "2025-05-19~/2025-05-21~")
                    .titled("Ishaq Dar to Beijing")
                    .from("PAK")
                    .person("Ishaq Dar")
                    .role_name("visitor")
                    .to("CHN")
                    .role_name("host")
                    .sourced(0)
                    .saying("Three days.")
                    .tagged("cpec"),
                "2025-05-20", {support::a_source(3, "A title", "A paper", "about 19 May 2025")});
    CHECK(card.title == "Ishaq Dar to Beijing");
    CHECK(card.kind_label == "Visit");
    CHECK(card.date == "about 19 to 21 May 2025");
    CHECK(card.date_remark == "approximate");
    CHECK(card.in_window);
    CHECK(card.status == "Occurred");
    REQUIRE(card.parties.size() == 2);
    CHECK(card.parties[0].name == "Pakistan");
    CHECK(card.parties[0].role == "visitor");
    CHECK(card.parties[0].who == "Ishaq Dar");
    CHECK(card.parties[1].name == "China");
    CHECK(card.parties[1].role == "host");
    CHECK(card.parties[1].who.empty());
    CHECK(card.people.empty());
    REQUIRE(card.sources.size() == 1);
    CHECK(card.sources[0].number == "3");
    CHECK(card.sources[0].title == "A title");
    CHECK(card.sources[0].origin == "A paper, about 19 May 2025");
    CHECK(card.sources[0].url.empty());
    CHECK(card.sources[0].citation == "\u201CA title.\u201D A paper, about 19 May 2025.");
    CHECK(card.confidence.empty());
    CHECK(card.related.empty());
    CHECK(card.summary == "Three days.");
    CHECK(card.tags == std::vector<std::string>{"cpec"});
    CHECK(card.value.empty());
}

TEST_CASE("a party without a written role gets the word for what it does") {
    const app::EventCard card = card_of(an_event("agreement", "2025-05-20").with("PAK", Role::Signatory));
    CHECK(card.parties[0].name == "Pakistan");
    CHECK(card.parties[0].role == "signatory");
}

TEST_CASE("the date's remark says how little is known") {
    CHECK(card_of(an_event("visit", "2025-05-20")).date_remark.empty());
    CHECK(card_of(an_event("visit", "2025?")).date_remark == "uncertain; known only to the year");
    CHECK(card_of(an_event("route", "2024-11~/..")).date_remark ==
          "approximate; known only to the month; no end so far");
    CHECK(card_of(an_event("visit", "")).date == "undated");
}

TEST_CASE("the status is what was known at the playhead") {
    const events::EventDraft event = an_event("visit", "2025-02-10")
                                         .from("PAK")
                                         .to("BGD")
                                         .being(Status::Occurred)
                                         .since("2025-01-05", Status::Planned, "as announced")
                                         .since("2025-01-20", Status::Postponed)
                                         .since("2025-02-10", Status::Occurred);
    CHECK(card_of(event, "2025-01-10").status == "Planned");
    CHECK(card_of(event, "2025-01-10").ghost);
    CHECK(card_of(event, "2025-01-25").status == "Postponed");
    CHECK(card_of(event, "2025-03-01").status == "Occurred");
    CHECK(card_of(event, "2024-01-01").status == "Planned");
    CHECK(card_of(event, "2025-01-25").status_remark == "as known on 25 January 2025");
    CHECK(card_of(an_event("visit", "2025-02-10")).status_remark.empty());
    app::AppState now = support::state_at("2025-01-10");
    now.selection.event = events::EventIndex{0};
    now.time.known = app::Known::Now;
    CHECK(app::event_card(now, support::world_of({event})).status == "Occurred");
    CHECK(app::event_card(now, support::world_of({event})).status_remark == "as we know now");
    CHECK(card_of(event).history.front() == "5 January 2025: planned, as announced");
    CHECK(app::status_words(Status::InForce) == "in force");
    CHECK(app::status_tag(Status::Occurred).empty());
    CHECK(app::status_tag(Status::Invited) == "invited");
}

TEST_CASE("an event out of the window says where to jump to") {
    const app::EventCard card = card_of(an_event("visit", "2024-05-19/2024-05-21"));
    CHECK_FALSE(card.in_window);
    CHECK(card.jump_to == events::days_from_civil({2024, 5, 21}) + 0.5);
    const app::EventCard open = card_of(an_event("route", "2030-01-01/.."));
    CHECK(open.jump_to >= events::days_from_civil({2030, 1, 1}));
    CHECK(open.jump_to < events::days_from_civil({2030, 2, 1}));
    CHECK(card_of(an_event("visit", "2024-05-19")).jump_to == events::days_from_civil({2024, 5, 19}) + 0.5);
}

TEST_CASE("values are written as people read them") {
    CHECK(app::value_words({1e9, "USD", ""}) == "USD 1 billion");
    CHECK(app::value_words({2.5e6, "USD", ""}) == "USD 2.5 million");
    CHECK(app::value_words({62e9, "USD", ""}) == "USD 62 billion");
    CHECK(app::value_words({1.234e12, "PKR", ""}) == "PKR 1.23 trillion");
    CHECK(app::value_words({250000.0, "USD", ""}) == "USD 250\u2009000");
    CHECK(app::value_words({1200.0, "", "TEU"}) == "1\u2009200 TEU");
    CHECK(app::value_words({12.5, "", "tonnes"}) == "12.5 tonnes");
    CHECK(app::value_words({999999.0, "USD", ""}) == "USD 999\u2009999");
    CHECK(app::value_words({999999999.0, "USD", ""}) == "USD 1 billion");
    CHECK(app::value_words({0.0, "USD", ""}) == "USD 0");
}

TEST_CASE("the card says in words how sure the file is") {
    CHECK(app::confidence_words(1.0) == "Confidence high, 100 %");
    CHECK(app::confidence_words(0.67) == "Confidence high, 67 %");
    CHECK(app::confidence_words(0.5) == "Confidence medium, 50 %");
    CHECK(app::confidence_words(0.2) == "Confidence low, 20 %");
    events::EventDraft event = an_event("visit", "2025-05-20");
    event.confidence = 0.5;
    CHECK(card_of(event).confidence == "Confidence medium, 50 %");
}

TEST_CASE("only addresses of the web can be opened") {
    const auto url_of = [](std::string url) {
        events::Source source = support::a_source(1, "A title", "", "");
        source.url = std::move(url);
        return card_of(an_event("visit", "2025-05-20").sourced(0), "2025-05-20", {source}).sources.front().url;
    };
    CHECK(url_of("https://example.org/1") == "https://example.org/1");
    CHECK(url_of("file:///etc/passwd").empty());
    CHECK(url_of("https://example.org/;a b").empty());
}

TEST_CASE("a source is cited with what is known of it") {
    events::Source source = support::a_source(1, "Ministers meet", "A daily", "19 May 2025");
    source.author = "A. Writer";
    source.url = "https://example.org/1";
    CHECK(app::citation(source) ==
          "A. Writer. \u201CMinisters meet.\u201D A daily, 19 May 2025. https://example.org/1");
    source.author.clear();
    source.title = "Will they meet?";
    source.publication.clear();
    CHECK(app::citation(source) == "\u201CWill they meet?\u201D 19 May 2025. https://example.org/1");
    events::Source bare;
    bare.file = "notes.txt";
    CHECK(app::citation(bare) == "notes.txt");
    CHECK(app::citation(events::Source{}).empty());
}

TEST_CASE("events of one link belong together, in both directions, and those out of the window are marked") {
    const auto linked = [](std::string_view date, std::string link) {
        events::EventDraft draft = an_event("visit", date);
        draft.link = std::move(link);
        return draft;
    };
    const app::World world = support::world_of({linked("2025-05-18", "talks"), linked("2025-05-19", "talks"),
                                                linked("2020-01-01", "talks"), linked("2025-05-17", "others"),
                                                linked("2025-05-16", "visit 2025-05-17"), linked("2025-05-15", "")});
    const auto related = [&](std::string_view id) {
        app::AppState state = support::state_at("2025-05-20");
        state.selection.event = world.events->find(id);
        std::vector<std::string> titles;
        for (const app::CardEvent& event : app::event_card(state, world).related) {
            titles.push_back(event.title + (event.in_window ? "" : ", then"));
        }
        return titles;
    };
    CHECK(related("visit 2025-05-18") == std::vector<std::string>{"visit 2020-01-01, then", "visit 2025-05-19"});
    CHECK(related("visit 2020-01-01") == std::vector<std::string>{"visit 2025-05-18", "visit 2025-05-19"});
    CHECK(related("visit 2025-05-17") == std::vector<std::string>{"visit 2025-05-16"});
    CHECK(related("visit 2025-05-16") == std::vector<std::string>{"visit 2025-05-17"});
    CHECK(related("visit 2025-05-15").empty());
}

TEST_CASE("related events are looked for again for another event and for other events") {
    events::EventDraft draft = an_event("visit", "2025-05-18");
    draft.link = "talks";
    events::EventDraft other = an_event("visit", "2025-05-19");
    other.link = "talks";
    const app::World one = support::world_of({draft, other});
    const app::World two = support::world_of({draft});
    app::RelatedEvents related;
    CHECK(related.of(one.events, events::EventIndex{0}) == std::vector<events::EventIndex>{events::EventIndex{1}});
    CHECK(related.of(one.events, events::EventIndex{1}) == std::vector<events::EventIndex>{events::EventIndex{0}});
    CHECK(related.of(two.events, events::EventIndex{0}).empty());
}
