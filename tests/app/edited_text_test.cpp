#include "app/state/edited_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace app;

namespace {

EditedText typed(std::string_view text) {
    return edited({}, InsertText{std::string{text}});
}

}  // namespace

TEST_CASE("typing goes on at the caret") {
    EditedText text = edited(typed("ma"), InsertText{"y"});
    CHECK(text == EditedText{"may", 3, 3});
    text = edited(edited(text, MoveCaret{TextStep::Start}), InsertText{"12 "});
    CHECK(text == EditedText{"12 may", 3, 3});
}

TEST_CASE("the first character replaces what a field opens with") {
    CHECK(edited(all_selected("20 May 2025"), InsertText{"2"}) == EditedText{"2", 1, 1});
    CHECK(edited(all_selected("20 May 2025"), EraseText{TextStep::Left}) == EditedText{"", 0, 0});
}

TEST_CASE("the caret steps over whole characters") {
    const EditedText text = typed("a\xD8\xA7\xF0\x9F\x98\x80");  // a, alef, a face: 1, 2 and 4 bytes
    const EditedText left = edited(text, MoveCaret{TextStep::Left});
    CHECK(left.caret == 3);
    CHECK(edited(left, MoveCaret{TextStep::Left}).caret == 1);
    CHECK(edited(left, EraseText{TextStep::Left}).text == "a\xF0\x9F\x98\x80");
    CHECK(edited(left, EraseText{TextStep::Right}).text == "a\xD8\xA7");
    CHECK(edited(text, PlaceCaret{2}).caret == 1);
}

TEST_CASE("words are erased and selected whole") {
    const EditedText text = typed("late may 2025");
    CHECK(edited(text, EraseText{TextStep::WordLeft}).text == "late may ");
    const EditedText word = edited(text, MoveCaret{TextStep::WordLeft, true});
    CHECK(selected_part(word) == "2025");
    CHECK(edited(word, InsertText{"2024"}).text == "late may 2024");
    CHECK(edited(edited(text, MoveCaret{TextStep::Start}), MoveCaret{TextStep::WordRight}).caret == 5);
}

TEST_CASE("an arrow without Shift goes to the end of what is selected") {
    const EditedText all = edited(typed("kabul"), SelectAllText{});
    CHECK(edited(all, MoveCaret{TextStep::Left}) == EditedText{"kabul", 0, 0});
    CHECK(edited(all, MoveCaret{TextStep::Right}) == EditedText{"kabul", 5, 5});
}

TEST_CASE("steps end at the ends") {
    CHECK(edited({}, EraseText{TextStep::Left}) == EditedText{});
    CHECK(edited({}, EraseText{TextStep::Right}) == EditedText{});
    CHECK(edited({}, MoveCaret{TextStep::WordLeft}).caret == 0);
    CHECK(edited(typed("x"), MoveCaret{TextStep::Right}).caret == 1);
}

TEST_CASE("what is pasted becomes one line of bounded length, cut between characters") {
    CHECK(typed("a\nb\tc").text == "a b c");
    std::string much = "x";
    for (int i = 0; i < 300; ++i) {
        much += "\xD8\xA7";
    }
    const EditedText text = typed(much);
    CHECK(text.text.size() == 499);
    CHECK(edited(text, InsertText{"\xD8\xA7"}).text.size() == 499);
    CHECK(edited(text, InsertText{"yz"}).text.size() == 500);
}
