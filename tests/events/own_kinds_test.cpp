#include "tests/support/event_fixtures.h"

#include <string_view>

using events_test::load;
using events_test::Store;

TEST_CASE("a kind of a file's own has the glyph that it asks for, by any name of a built-in kind") {
    const Store store = load(R"({
        "kinds": {"loan": {"glyph": "trade"}, "base": {"style": "security", "glyph": "treaty"}, "camp": {"style": "visit"},
                  "fair": {"style": "visit", "glyph": "neutral"}, "hoax": {"glyph": "loan"}},
        "events": [{"kind": "loan", "date": "2025", "parties": ["PAK"]}]
    })");
    const auto glyph = [&](std::string_view name) {
        return store.value->kinds()[store.value->kinds().find(name).value()].glyph;
    };
    CHECK(glyph("loan") == "trade");
    CHECK(glyph("base") == "agreement");
    CHECK(glyph("camp").empty());
    CHECK(glyph("fair") == "neutral");
    CHECK(glyph("hoax").empty());
}
