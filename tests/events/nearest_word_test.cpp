#include "events/nearest_word.h"

#include <doctest/doctest.h>

#include <array>

using namespace events;

TEST_CASE("edits are counted up to a limit") {
    CHECK(edit_distance("parties", "parties", 2) == 0);
    CHECK(edit_distance("Parties", "parties", 2) == 0);
    CHECK(edit_distance("partys", "parties", 2) == 2);
    CHECK(edit_distance("staets", "states", 2) == 1);
    CHECK(edit_distance("", "ab", 2) == 2);
    CHECK(edit_distance("abcdef", "ghijkl", 2) == 3);
    CHECK(edit_distance("a", "abcdefgh", 2) == 3);
}

TEST_CASE("the nearest word is found, and none when all are far") {
    const std::array<std::string_view, 4> words{"date", "parties", "status", "to"};
    CHECK(nearest_word("partys", words) == "parties");
    CHECK(nearest_word("stauts", words) == "status");
    CHECK(nearest_word("dat", words) == "date");
    CHECK(nearest_word("xo", words).empty());
    CHECK(nearest_word("colour", words).empty());
    CHECK(did_you_mean("date") == "; did you mean date?");
    CHECK(did_you_mean("").empty());
}
