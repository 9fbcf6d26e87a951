// Where values stand: line, column and JSON pointer, with the parser alone.
#include "events/json/parse_events.h"

#include "events/json/repair_utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace events;

namespace {

/// Writes down every value it is given, as "line:column pointer".
class Recorder : public json::EventSink {
public:
    void on_member(RawValue member) override { record("member", member); }
    void on_event(RawValue event) override { record("event", event); }
    std::vector<std::string> seen;

private:
    void record(const std::string& what, RawValue value) {
        seen.push_back(what + ' ' + std::to_string(value.line()) + ':' + std::to_string(value.column()) + ' ' +
                       value.pointer());
        for (const RawValue inner : value) {
            record("value", inner);
        }
    }
};

std::vector<std::string> positions(std::string text, json::Layout layout = json::Layout::Document) {
    Recorder recorder;
    const json::Utf8Repairs repairs = json::repair_utf8(text);
    const json::ParseReport report = json::parse_events(text, repairs.offsets, layout, recorder);
    for (const auto* problems : {&report.mended, &report.broken}) {
        for (const geodata::Problem& problem : *problems) {
            recorder.seen.push_back(geodata::text_from_problem(problem));
        }
    }
    return recorder.seen;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("every value knows its line and column on one line") {
    CHECK(positions(R"([{"a":1,"b":[true,null,"x"]},{}])") == Lines{"event 1:2 /0", "value 1:7 /0/a", "value 1:13 /0/b",
                                                                    "value 1:14 /0/b/0", "value 1:19 /0/b/1",
                                                                    "value 1:24 /0/b/2", "event 1:30 /1"});
}

TEST_CASE("values at the start of a line and after nested lists are found again") {
    CHECK(
        positions("{\n\"title\"\n:\n\"x\",\n\"events\": [\n{\n\"a\": [[1], [2,\n3]],\n\"b\"\n:  -4.5e1}\n,\n5]\n}\n") ==
        Lines{"member 4:1 /title", "event 6:1 /events/0", "value 7:6 /events/0/a", "value 7:7 /events/0/a/0",
              "value 7:8 /events/0/a/0/0", "value 7:12 /events/0/a/1", "value 7:13 /events/0/a/1/0",
              "value 8:1 /events/0/a/1/1", "value 10:4 /events/0/b", "event 12:1 /events/1"});
}

TEST_CASE("columns count bytes, through UTF-8, escapes and Windows line ends") {
    CHECK(positions("[{\"é\": \"ü\", \"b\": 1},\r\n \"\\\"\\u00e9\\\\\", 2,\r\n\t3]") ==
          Lines{"event 1:2 /0", "value 1:9 /0/é", "value 1:20 /0/b", "event 2:2 /1", "event 2:16 /2", "event 3:2 /3"});
}

TEST_CASE("columns are those of the file although bad bytes were replaced") {
    CHECK(positions("[\"\xE9\xE9\", 1,\n\"\xE9\", 2]") ==
          Lines{"event 1:2 /0", "event 1:8 /1", "event 2:1 /2", "event 2:6 /3"});
}

TEST_CASE("pointers escape tildes and slashes") {
    CHECK(positions(R"({"a/b": {"c~d": 1}})") == Lines{"member 1:9 /a~1b", "value 1:17 /a~1b/c~0d"});
}

TEST_CASE("lines are events of their own with the file's line numbers") {
    CHECK(positions("{\"a\": 1}\n\n  {\"a\": 2}\r\n3", json::Layout::Lines) ==
          Lines{"event 1:1 ", "value 1:7 /a", "event 3:3 ", "value 3:9 /a", "event 4:1 "});
}

TEST_CASE("members before and behind the events are handed on, and the events once each") {
    CHECK(positions(R"({"x": 1, "events": [1, 2], "y": {"events": [3]}, "events": 4})") ==
          Lines{"member 1:7 /x", "event 1:21 /events/0", "event 1:24 /events/1", "member 1:33 /y",
                "value 1:44 /y/events", "value 1:45 /y/events/0", "member 1:60 /events"});
}

TEST_CASE("reading goes on at the right place and number behind what was mended or left out") {
    CHECK(positions("{\"events\": [{\"a\": 1,}, {\"b\" 2},\n{\"c\": @}, {\"d\": 4}],\n\"z\": [1,]}") ==
          Lines{"event 1:13 /events/0", "value 1:19 /events/0/a", "event 1:24 /events/1", "value 1:29 /events/1/b",
                "event 2:11 /events/3", "value 2:17 /events/3/d", "member 3:6 /z", "value 3:7 /z/0",
                "1:20: error: a comma with nothing behind it before the }; take it out /events/0",
                "1:29: error: a colon is missing before this /events/1",
                "3:8: error: a comma with nothing behind it before the ]; take it out /z",
                "2:7: error: '@' should not be here; this event is left out /events/2"});
}

TEST_CASE("a member that cannot be read costs only itself") {
    CHECK(positions("{\"a\": {\"x\": @},\n \"b\": 1, \"events\": [2]}") ==
          Lines{"member 2:7 /b", "event 2:21 /events/0", "1:13: error: '@' should not be here /a"});
}

TEST_CASE("ten thousand levels are one problem and no crash") {
    const std::string open(10000, '[');
    const std::string close(10000, ']');
    CHECK(positions(open) == Lines{"1:66: error: lists and objects are nested more than 64 deep /0"});
    CHECK(positions("[" + open + close + ", 1]") ==
          Lines{"event 1:20004 /1", "1:66: error: lists and objects are nested more than 64 deep /0"});
    std::string objects;
    for (int i = 0; i < 10000; ++i) {
        objects += "{\"a\":";
    }
    CHECK(positions(objects).size() == 1);
    CHECK(positions(objects, json::Layout::Lines).size() == 1);
}

TEST_CASE("a hundred mistakes are told, the others counted, and the good events between them read") {
    std::string text = "[";
    for (int i = 0; i < 500; ++i) {
        text += "{\"a\": @},\n1,";
    }
    Recorder recorder;
    const json::ParseReport report = json::parse_events(text += "2]", {}, json::Layout::Document, recorder);
    CHECK(report.broken.size() == 100);
    CHECK(report.untold == 400);
    CHECK(recorder.seen.size() == 501);
    std::string lines;
    for (int i = 0; i < 500; ++i) {
        lines += "{\"a\": @}\n1\n";
    }
    CHECK(json::parse_events(lines, {}, json::Layout::Lines, recorder).untold == 400);
    CHECK(recorder.seen.size() == 1001);
}

TEST_CASE("a text that is nothing but mistakes is given up on") {
    std::string text = "[";
    for (int i = 0; i < 20000; ++i) {
        text += "@,\n";
    }
    Recorder recorder;
    const json::ParseReport report = json::parse_events(text, {}, json::Layout::Document, recorder);
    REQUIRE_FALSE(report.broken.empty());
    CHECK(report.broken.back().what == "there are too many syntax errors; the rest is not read");
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one, and good text is left alone") {
    struct Case {
        std::string_view text, repaired;
    };
    const Case cases[] = {
        {"plain", "plain"},
        {"\xC3\xA9\xE0\xA4\x85\xF0\x9F\x98\x80 and more than eight",
         "\xC3\xA9\xE0\xA4\x85\xF0\x9F\x98\x80 and more than eight"},
        {"a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                                  // overlong
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                  // a surrogate
        {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // beyond U+10FFFF
        {"\xE2\x82", "\xEF\xBF\xBD\xEF\xBF\xBD"},                                  // cut short
    };
    for (const Case& c : cases) {
        std::string text{c.text};
        const json::Utf8Repairs repairs = json::repair_utf8(text);
        CHECK(text == c.repaired);
        CHECK(repairs.places.size() == repairs.offsets.size());
    }
}
