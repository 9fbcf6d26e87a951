#include "events/json/why_no_text.h"

#include "tests/support/event_fixtures.h"

#include <random>
#include <string>
#include <vector>

using namespace std::string_literals;
using events::json::why_no_text;

namespace {

/// All that is said about a file with these bytes.
std::vector<std::string> said(const std::string& bytes, std::string_view name = "f.json") {
    return events_test::lines(events_test::load(bytes, name).problems);
}

std::string random_bytes(std::size_t count, unsigned seed) {
    std::mt19937 random{seed};
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) {
        bytes += static_cast<char>(random() & 0xFFU);
    }
    return bytes;
}

std::string widened(std::string_view text, std::size_t width, std::size_t at) {
    std::string wide;
    for (const char c : text) {
        std::string character(width, '\0');
        character[at] = c;
        wide += character;
    }
    return wide;
}

}  // namespace

TEST_CASE("a file that is no text is said in one line") {
    CHECK(said("\x1F\x8B\x08\0\0\0\0\0"s + random_bytes(3000, 1)) ==
          std::vector{"f.json: error: this is not JSON: it is compressed; unpack it with gunzip first"s});
    CHECK(said("PK\x03\x04"s + random_bytes(3000, 2)) ==
          std::vector{"f.json: error: this is not JSON: it is a ZIP archive or an office document"s});
    CHECK(said("\x89PNG\r\n\x1A\n"s + random_bytes(100, 3)) ==
          std::vector{"f.json: error: this is not JSON: it is a picture"s});
    for (unsigned seed = 10; seed < 40; ++seed) {
        CAPTURE(seed);
        CHECK(said(random_bytes(5000, seed)) ==
              std::vector{"f.json: error: this is not JSON; is it a text file at all?"s});
        CHECK(said("{" + random_bytes(5000, seed), "f.ndjson").size() == 1);
    }
}

TEST_CASE("wide characters are known without a mark") {
    constexpr std::string_view text = "{\"events\": [{\"id\": \"a\"}]}";
    for (const auto& [width, at] : {std::pair{2, 0}, {2, 1}, {4, 0}, {4, 3}}) {
        const std::string bytes = widened(text, static_cast<std::size_t>(width), static_cast<std::size_t>(at));
        CHECK(said(bytes) == std::vector{"f.json: error: the file is UTF-16 or UTF-32; save it as UTF-8"s});
    }
    CHECK(said("\xFF\xFE\0\0{\0\0\0"s) == std::vector{"f.json: error: the file is UTF-32; save it as UTF-8"s});
    CHECK(said("\xFF\xFE{\0}\0"s) == std::vector{"f.json: error: the file is UTF-16; save it as UTF-8"s});
}

TEST_CASE("text with a few bad bytes is text, and what begins like JSON is for the parser to judge") {
    CHECK(why_no_text("") == "");
    CHECK(why_no_text(" \r\n\t") == "");
    CHECK(why_no_text("id,name\n1,K\xF6ln and its cathedral are not in the region\n") == "");
    CHECK(why_no_text("{\"a\": \"\xE9\xE8\0 latin letters here and there\"}"s) == "");
    CHECK(why_no_text("[\n\x01 {\"id\": \"a\", \"kind\": \"visit\"}]") == "");
    CHECK(why_no_text("id,name\n1,plain text that is no JSON\n") == "");
}
