// Long lists of events are read on all cores: what comes out of that, and what is said about it, is what one reader
// from front to back would make of it.
#include "tests/support/event_fixtures.h"

#include "geodata/parallel.h"

#include <algorithm>

using events_test::lines;
using events_test::load;
using events_test::Store;

namespace {

constexpr int many = 12'000;  // some megabytes: several pieces for each core

std::string number(int i) {
    return std::to_string(i);
}

/// An event that nothing is wrong with; parties, dates and sources come again and again.
std::string good(int i) {
    return R"({"id":"e)" + number(i) + R"(","kind":"visit","title":"Number )" + number(i) + R"(","date":"20)" +
           number(10 + i % 15) + "-0" + number(1 + i % 9) + R"(","parties":[{"code":"PAK","role":"visitor"},)" +
           R"({"code":"CHN","role":"host","place":"Beijing"}],"summary":")" + std::string(120, 'x') +
           R"(","sources":["s"],"tags":["a","t)" + number(i % 7) + R"("],"value":{"amount":)" + number(i % 50) +
           R"(,"currency":"USD"}})";
}

template <class EventText>
std::string document(EventText text) {
    std::string all = "{\"sources\":{\"s\":{\"title\":\"S\"}},\"events\":[\n";
    for (int i = 0; i < many; ++i) {
        all += text(i) + (i + 1 < many ? ",\n" : "\n");
    }
    return all + "]}\n";
}

}  // namespace

TEST_CASE("all events of a long list arrive, each as it was written") {
    const Store store = load(document(good));
    CHECK(store.problems.empty());
    REQUIRE(store.value->size() == many);
    for (int i = 0; i < many; i += 97) {
        CAPTURE(i);
        const auto index = store.value->find("e" + number(i));
        REQUIRE(index.has_value());
        const events::Event event = (*store.value)[*index];
        CHECK(event.title == "Number " + number(i));
        CHECK(event.line == i + 2);
        CHECK(event.file == "test.json");
        CHECK(event.date_words.substr(event.date_words.size() - 4) == "20" + number(10 + i % 15));
        REQUIRE(event.parties.size() == 2);
        CHECK(event.parties[0].code == "PAK");
        CHECK(event.parties[1].place.name == "Beijing");
        CHECK(event.directed());
        CHECK(event.tags == std::vector<std::string>{"a", "t" + number(i % 7)});
        REQUIRE(event.value.has_value());
        CHECK(event.value->amount == i % 50);
        CHECK(event.sources == std::vector<std::uint32_t>{0});
    }
}

TEST_CASE("what many events share is kept once, and an event costs less than 200 bytes beside its letters") {
    const Store store = load(document(good));
    CHECK(store.value->bytes() < std::size_t{200} * many);
}

TEST_CASE("every problem of a long list has its line, column and pointer") {
    const Store store = load(document([](int i) {
        switch (i % 1000) {
            case 7:
                return std::string{R"({"id":"n)"} + number(i) +
                       R"(","kind":"visit","from":"PAQ","to":"CHN","sources":["s"]})";
            case 8:
                return std::string{R"(  {"id":"m)"} + number(i) +
                       R"(","kind":"parade","date":"2025-13","sources":["s"]})";
            case 9:
                return number(i);
            default:
                return good(i);
        }
    }));
    const auto told = lines(store.problems);
    std::vector<std::string> expected;
    for (int i = 0; i < many; i += 1000) {
        const std::string at = "test.json:" + number(i + 9) + ":";
        expected.push_back(at + number(static_cast<int>(33 + number(i + 7).size())) +
                           ": error: unknown country code PAQ; did you mean PAK? /events/" + number(i + 7) + "/from");
        const std::string next = "test.json:" + number(i + 10) + ":";
        const int shift = static_cast<int>(number(i + 8).size());
        if (i == 0) {
            expected.push_back(next + number(20 + shift) +
                               ": warning: unknown kind parade; it is kept, in a neutral style; did you mean trade? "
                               "/events/8/kind");
        }
        expected.push_back(next + number(36 + shift) +
                           ": error: \"2025-13\" is no date: there is no month 13 /events/" + number(i + 8) + "/date");
        expected.push_back("test.json:" + number(i + 11) +
                           ":1: error: an event must be an object, not a number /events/" + number(i + 9));
    }
    REQUIRE(told.size() == expected.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
        CHECK(told[i] == expected[i]);
    }
    CHECK(store.value->size() == many - many / 1000);
}

TEST_CASE("mistakes in the JSON of a long list cost what they cost in a short one") {
    const Store store = load(document([](int i) {
        if (i % 3000 == 1500) {
            return R"({"id":"c)" + number(i) + R"(","kind":"visit","from":"PAK","to":"CHN","sources":["s"],})";
        }
        return i % 3000 == 2500 ? R"({"id":"b)" + number(i) + R"(","kind":@})" : good(i);
    }));
    CHECK(store.value->size() == many - many / 3000);
    REQUIRE(store.problems.size() == 2 * many / 3000);
    CHECK(lines(store.problems)[0] ==
          "test.json:1502:69: error: a comma with nothing behind it before the }; take it out /events/1500");
    CHECK(lines(store.problems)[1] ==
          "test.json:2502:22: error: '@' should not be here; this event is left out "
          "/events/2500");
    CHECK(lines(store.problems)[7].starts_with("test.json:11502:"));
    CHECK(store.value->find("c10500").has_value());
    CHECK(store.value->find("e" + number(many - 1)).has_value());
}

TEST_CASE("an id that comes again far behind its first event is told with both places") {
    const Store store = load(document([](int i) { return good(i == many - 5 ? 20 : i); }));
    CHECK(store.value->size() == many - 1);
    CHECK(lines(store.problems) ==
          std::vector<std::string>{"test.json:" + number(many - 3) +
                                   ":1: error: the id e20 is taken by the event in line 22; this one is left out "
                                   "/events/" +
                                   number(many - 5)});
}

TEST_CASE("sources that events bring themselves are numbered in the order of the file") {
    const Store store = load(document([](int i) {
        return R"({"id":"e)" + number(i) + R"(","kind":"visit","from":"PAK","to":"CHN","title":")" +
               std::string(100, 'y') + R"(","sources":["https://a.org/)" + number(i / 10) + R"("]})";
    }));
    CHECK(store.problems.empty());
    const auto sources = store.value->sources();
    REQUIRE(sources.size() == 1 + many / 10);
    for (std::size_t i = 1; i < sources.size(); i += 13) {
        CHECK(sources[i].url == "https://a.org/" + std::to_string(i - 1));
        CHECK(sources[i].number == static_cast<int>(i) + 1);
    }
    CHECK((*store.value)[*store.value->find("e" + number(many - 1))].sources ==
          std::vector<std::uint32_t>{static_cast<std::uint32_t>(sources.size()) - 1});
}

TEST_CASE("events one a line are read as a list is, with lines that are broken or speak for the file between them") {
    std::string text = "{\"sources\":{\"s\":{\"title\":\"S\"}}}\n";
    for (int i = 0; i < many; ++i) {
        text += i == 6000 ? "{\"broken\": \n" : i == 9000 ? "\n" : good(i) + '\n';
    }
    const Store store =
        load(text + R"({"id":"last","kind":"visit","from":"PAK","to":"CHN","sources":["s","t"]})", "test.ndjson");
    CHECK(store.value->size() == many - 1);
    REQUIRE(store.problems.size() == 2);
    CHECK(store.problems[0].line == 6002);
    CHECK(store.problems[1].line == many + 2);
    CHECK((*store.value)[*store.value->find("e9001")].line == 9003);
}

TEST_CASE("what stands behind an event on its line is told as that") {
    const Store store = load(good(1) + "\"\n" + good(2) + '\n', "test.ndjson");
    CHECK(store.value->size() == 2);
    REQUIRE_FALSE(store.problems.empty());
    CHECK(
        lines(store.problems)[1] ==
        "test.ndjson:1:" + std::to_string(good(1).size() + 1) +
            ": error: there is more behind the end, which is not read; events stand in a list, or one a line in a file "
            "named .ndjson");
}

TEST_CASE("events without an id are counted over the whole list, and nulls and escapes read as they are") {
    const Store store = load(document([](int i) {
        return R"({"kind":"meeting","title":"A \")" + number(i) +
               R"(\" \u00e9","note":null,"parties":[{"code":"PAK","place":null}],"sources":["s"],"summary":")" +
               std::string(200, 'z') + "\"}";
    }));
    CHECK(store.problems.empty());
    REQUIRE(store.value->size() == many);
    const auto last = store.value->find("meeting-" + number(many));
    REQUIRE(last.has_value());
    CHECK((*store.value)[*last].title == "A \"" + number(many - 1) + "\" é");
    CHECK((*store.value)[*last].note.empty());
}

TEST_CASE("reading says how far it has come, and stops when it is told to") {
    const std::string text = document(good);
    const auto load_with = [&](const events::Progress& progress) {
        const std::vector<std::filesystem::path> files{"made.json"};
        return events::load_events(
            files, events_test::gazetteer(), {5.0, 6.0},
            [&](const auto&) {
                return events::FileBytes{text, {}};
            },
            progress);
    };
    std::vector<std::size_t> seen;
    const auto whole = load_with([&](const events::ReadSoFar& read) {
        CHECK(read.file == "made.json");
        CHECK(read.all == text.size());
        seen.push_back(read.bytes);
        return true;
    });
    CHECK(whole.value->size() == many);
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    REQUIRE(seen.size() > 3);
    CHECK(seen.back() + 100 > text.size());
    const auto none = load_with([&](const events::ReadSoFar& read) { return read.bytes < text.size() / 2; });
    CHECK(none.value->size() == 0);
    CHECK(none.value->extent() == events::DaySpan{5.0, 6.0});
    CHECK(lines(none.problems) ==
          std::vector<std::string>{"warning: reading was stopped; there are no events on the map"});
}
