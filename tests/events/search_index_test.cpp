#include "events/search_index.h"

#include "events/edtf.h"
#include "events/event_draft.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <vector>

using events::EventDraft;
using events::EventIndex;
using events::EventStore;
using events::SearchIndex;
using events::WordFolder;

namespace {

EventDraft an_event(std::string title, std::string date, std::string summary = {}, std::string person = {},
                    std::string place = {}) {
    EventDraft event;
    event.id = title + date + summary + person + place;
    event.title = std::move(title);
    event.summary = std::move(summary);
    event.date = events::edtf_from_text(date);
    events::Party party;
    party.code = "PAK";
    party.name = "Pakistan";
    party.place.name = std::move(place);
    if (!person.empty()) {
        party.people.push_back(std::move(person));
    }
    event.parties.push_back(std::move(party));
    return event;
}

SearchIndex index_of(const std::vector<EventDraft>& events) {
    const std::atomic<bool> stop = false;
    return {std::make_shared<const EventStore>(events::KindTable{}, events, std::vector<events::Source>{}), stop};
}

std::vector<std::string> titles(const SearchIndex& index, std::string_view text, double day = 0.0) {
    std::vector<std::string> out;
    for (const EventIndex found : index.find(text, day, 100).best) {
        out.emplace_back((*index.store())[found].title);
    }
    return out;
}

std::string folded(std::string_view text) {
    WordFolder folder;
    return events::spaced_words(folder, text);
}

/// Word by word over the whole event, without any index.
bool has_words_by_hand(const events::Event& event, std::string_view text) {
    WordFolder folder;
    std::string all;
    const auto add = [&](std::string_view part) { all += events::spaced_words(folder, part); };
    add(event.title);
    add(event.summary);
    for (const events::Party& party : event.parties) {
        add(party.name);
        add(party.code);
        add(party.place.name);
        for (const std::string& name : party.people) {
            add(name);
        }
    }
    for (const std::string& name : event.people) {
        add(name);
    }
    return events::has_words(all, folder.words(text));
}

}  // namespace

TEST_CASE("words fold to what a person may type for them") {
    struct Row {
        const char* text;
        const char* words;
    };
    for (const Row& row : {Row{"Gwadar Port", " gwadar port"},
                           {"Türkiye", " turkiye"},
                           {"İstanbul, Ağrı", " istanbul agri"},
                           {"Ташкент", " tashkent"},
                           {"Алматы", " almaty"},
                           {"北京", " beijing"},
                           {"Xi'an", " xian"},
                           {"India’s", " indias"},
                           {"Straße", " strasse"},
                           {"Iran–Pakistan", " iran pakistan"},
                           {"5 of 10", " 5 of 10"},
                           {"cafe\u0301", " cafe"},
                           {"ÉLYSÉE", " elysee"},
                           {"", ""},
                           {" ,.-", ""},
                           {"a\xff"
                            "b",
                            " a b"}}) {
        CAPTURE(row.text);
        CHECK(folded(row.text) == row.words);
    }
    CHECK(folded("کراچی") == folded("کراچی,"));
    CHECK(folded("काठमाडौँ").find("kathama") != std::string::npos);
    CHECK_FALSE(folded("ইসলামাবাদ").empty());
}

TEST_CASE("words know the bytes that they were made of") {
    WordFolder folder;
    const auto words = folder.words("In Türkiye.");
    REQUIRE(words.size() == 2);
    CHECK(words[1] == events::FoldedWord{"turkiye", 3, 11});
    const auto asked = folder.words("tur");
    CHECK(events::matched_parts(folder, "In Türkiye, turn", asked) ==
          std::vector<std::pair<std::size_t, std::size_t>>{{3, 11}, {13, 16}});
}

TEST_CASE("titles go before people, people before places and these before summaries") {
    const SearchIndex index = index_of(
        {an_event("A summary", "2020-01-01", "about Gwadar"), an_event("A place", "2020-01-01", "", "", "Gwadar"),
         an_event("A person", "2020-01-01", "", "Ali Gwadari"), an_event("Port of Gwadar", "2020-01-01"),
         an_event("Gwadar opens", "2020-01-01"), an_event("Nothing", "2020-01-01")});
    CHECK(titles(index, "gwadar") ==
          std::vector<std::string>{"Gwadar opens", "Port of Gwadar", "A person", "A place", "A summary"});
    CHECK(index.find("gwadar", 0.0, 2).best.size() == 2);
    CHECK(index.find("gwadar", 0.0, 2).all == 5);
    CHECK(index.find("gwadar", 0.0, 0).all == 5);
}

TEST_CASE("of equals the one nearest to the day comes first, and the undated last") {
    const SearchIndex index = index_of({an_event("Talks a", "2020-01-01"), an_event("Talks b", "2022-01-01"),
                                        an_event("Talks c", "2021-01-01"), an_event("Talks d", "")});
    CHECK(titles(index, "talks", events::edtf_from_text("2021-11-01")->strict.start) ==
          std::vector<std::string>{"Talks b", "Talks c", "Talks a", "Talks d"});
}

TEST_CASE("every word asked for has to begin a word, wherever that stands") {
    const SearchIndex index = index_of({an_event("Visit", "2020-01-01", "", "Ishaq Dar", "Beijing")});
    CHECK(titles(index, "dar bei vis").size() == 1);
    CHECK(titles(index, "ДАР").size() == 1);
    CHECK(titles(index, "dar delhi").empty());
    CHECK(titles(index, "ijing").empty());
    CHECK(titles(index, "").empty());
    CHECK(titles(index, " - ").empty());
}

TEST_CASE("people are known with their number of events and the latest of them") {
    const SearchIndex index =
        index_of({an_event("Later", "2021-01-01", "", "Wang Yi"), an_event("First", "2020-01-01", "", "Wang Yi"),
                  an_event("Other", "2020-01-01", "", "Ishaq Dar")});
    REQUIRE(index.people().size() == 2);
    CHECK(index.people()[1].name == "Wang Yi");
    CHECK(index.people()[1].events == 2);
    CHECK((*index.store())[index.people()[1].latest].title == "Later");
}

TEST_CASE("an index that was stopped, and one of nothing, find nothing") {
    const std::atomic<bool> stop = true;
    const SearchIndex stopped{index_of({an_event("Talks", "2020-01-01")}).store(), stop};
    CHECK(stopped.find("talks", 0.0, 5).all == 0);
    CHECK(stopped.matching("talks") == std::vector<std::uint8_t>{0});
    CHECK(index_of({}).find("talks", 0.0, 5).all == 0);
}

TEST_CASE("the index finds what a look at every event finds") {
    const std::vector<std::string> syllables{"an", "ba", "kar", "Tür", "Таш", "li", "o", "north", "x"};
    std::mt19937 random{20250520};
    const auto some = [&](int most) {
        std::string text;
        for (int words = std::uniform_int_distribution{0, most}(random); words > 0; --words) {
            for (int i = std::uniform_int_distribution{1, 2}(random); i > 0; --i) {
                text += syllables[std::uniform_int_distribution<std::size_t>{0, syllables.size() - 1}(random)];
            }
            text += ' ';
        }
        return text;
    };
    std::vector<EventDraft> drafts;
    for (int i = 0; i < 400; ++i) {
        drafts.push_back(an_event(some(3), "2020-01-01", some(4), some(1), some(1)));
        drafts.back().id = std::to_string(i);
    }
    const SearchIndex index = index_of(drafts);
    for (int i = 0; i < 200; ++i) {
        const std::string asked = some(3);
        CAPTURE(asked);
        const auto found = index.matching(asked);
        for (std::size_t at = 0; at < found.size(); ++at) {
            CHECK((found[at] != 0) == has_words_by_hand((*index.store())[static_cast<EventIndex>(at)], asked));
        }
        CHECK(index.find(asked, 0.0, 3).all == static_cast<std::size_t>(std::count(found.begin(), found.end(), 1)));
    }
}
