#include "events/plain_date.h"
#include "tests/support/case_table.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace events;

namespace {

const DayBase base{days_from_civil({2025, 5, 20}) + 0.5, days_from_civil({2026, 11, 25})};

std::string edtf_of(std::string_view words, const DayBase& from = base) {
    std::string why;
    const auto date = plain_date(words, from, &why);
    return date ? date->text : "refused: " + why;
}

std::string reason_for(std::string_view words, const DayBase& from) {
    std::string why;
    const auto date = plain_date(words, from, &why);
    return date ? "read as " + date->text : why;
}

}  // namespace

TEST_CASE("plain words are the dates of the table") {
    for (const auto& row : case_table("dates/plain.txt", 2)) {
        INFO(row[0]);
        CHECK(edtf_of(row[0]) == row[1]);
    }
}

TEST_CASE("other words are refused with a reason, and with the nearest word that dates have") {
    for (const auto& row : case_table("dates/plain_refused.txt", 2)) {
        INFO(row[0]);
        CHECK(reason_for(row[0], base) == row[1]);
    }
}

TEST_CASE("without a day to count from only words that name their day are read") {
    CHECK(edtf_of("12 may 2025", {}) == "2025-05-12");
    CHECK(edtf_of("late 2025", {}) == "2025-39");
    CHECK(reason_for("may", {}) == "the year is missing");
    CHECK(reason_for("12/5", {}) == "the year is missing");
    for (const char* words : {"today", "+3 days", "next month", "this week", "early next year"}) {
        INFO(words);
        CHECK(reason_for(words, {}) ==
              "there is no day to count from; write a date as 12 May 2025, May 2025 or Q2 2025");
    }
}

TEST_CASE("counting in months ends where a month does, and weeks begin on Monday") {
    const auto from = [](CivilDate date) { return DayBase{days_from_civil(date), 0.0}; };
    CHECK(edtf_of("+1 month", from({2025, 1, 31})) == "2025-02-28");
    CHECK(edtf_of("+1 year", from({2024, 2, 29})) == "2025-02-28");
    CHECK(edtf_of("next month", from({2025, 1, 31})) == "2025-02");
    CHECK(edtf_of("next month", from({2025, 12, 31})) == "2026-01");
    CHECK(edtf_of("last quarter", from({2025, 2, 1})) == "2024-36");
    CHECK(edtf_of("this week", from({2025, 5, 19})) == "[2025-05-19..2025-05-25]");
    CHECK(edtf_of("this week", from({2025, 5, 25})) == "[2025-05-19..2025-05-25]");
    CHECK(edtf_of("this week", from({1969, 12, 31})) == "[1969-12-29..1970-01-04]");
    CHECK(reason_for("last year", from({1, 5, 20})) == "years run from 0001 to 9999");
    CHECK(edtf_of("-1 day", from({1, 1, 2})) == "0001-01-01");
    CHECK(reason_for("-1 day", from({1, 1, 1})) == "years run from 0001 to 9999");
    CHECK(reason_for("+1 day", from({9999, 12, 31})) == "years run from 0001 to 9999");
}

TEST_CASE("the words that a date is shown in mean that date") {
    for (const auto& row : case_table("dates/accepted.txt", 6)) {
        const auto date = edtf_from_text(row[0]);
        REQUIRE(date);
        const auto again = plain_date(row[5]);
        if (again) {
            INFO(row[0], " reads \"", row[5], "\"");
            CHECK(again->strict == date->strict);
        }
    }
    for (const char* words :
         {"20 May 2025", "about November 2024", "2025, uncertain", "second quarter of 2025", "2020s", "spring 2025",
          "first half of 2025", "July 622", "about 11 June 2004, uncertain"}) {
        INFO(words);
        const auto date = plain_date(words);
        REQUIRE(date);
        CHECK(words_from_date(*date) == words);
    }
}
