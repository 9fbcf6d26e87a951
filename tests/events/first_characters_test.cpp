#include "events/first_characters.h"

#include <doctest/doctest.h>

#include <string>

using events::first_characters;

TEST_CASE("characters are counted as code points") {
    CHECK(events::count_characters("") == 0);
    CHECK(events::count_characters("abc") == 3);
    CHECK(events::count_characters("\u00e9\u4e2d\U0001F600") == 3);
}

TEST_CASE("a text that is short enough stays whole") {
    CHECK(first_characters("abc", 3) == "abc");
    CHECK(first_characters("\u4e2d\u56fd", 2) == "\u4e2d\u56fd");
    CHECK(first_characters("", 0).empty());
}

TEST_CASE("a long one is cut between characters") {
    CHECK(first_characters("abcdef", 3) == "abc");
    CHECK(first_characters("abc", 0).empty());
    CHECK(first_characters("\u4e2d\u56fd\u4eba", 2) == "\u4e2d\u56fd");
}

TEST_CASE("the cut goes through no cluster: marks stay with their letter, and parts of an emoji together") {
    CHECK(first_characters("abe\u0301f", 3) == "ab");                    // e with a combining acute
    CHECK(first_characters("ab\u0915\u094d\u0937x", 4) == "a");          // a Devanagari conjunct
    CHECK(first_characters("ab\U0001F468\u200d\U0001F469x", 4) == "a");  // two people and a joiner
    CHECK(first_characters("a\u0301\u0301\u0301 b", 5) == "a\u0301\u0301\u0301 ");
    CHECK(first_characters("a\r\nb", 2) == "a");
}

TEST_CASE("where everything joins the cut is made all the same, and whole code points are left") {
    std::string marks;
    for (int i = 0; i < 500; ++i) {
        marks += "\u0301";
    }
    CHECK(first_characters(marks, 300).size() == 600);
}
