#include "app/scene/capitals.h"

#include <doctest/doctest.h>

using app::capitals;

TEST_CASE("names are set in the capitals of their script") {
    CHECK(capitals("Côte d’Ivoire") == "CÔTE D’IVOIRE");
    CHECK(capitals("Қазақстан", "kk") == "ҚАЗАҚСТАН");
    CHECK(capitals("Ӯзбекистон Тоҷикистон ѓђ") == "ӮЗБЕКИСТОН ТОҶИКИСТОН ЃЂ");
    CHECK(capitals("Oʻzbekiston") == "OʻZBEKISTON");
    CHECK(capitals("Türkmenistan Aşgabat ž") == "TÜRKMENISTAN AŞGABAT Ž");
    CHECK(capitals("Ελλάδα Κύπρος") == "ΕΛΛΑΔΑ ΚΥΠΡΟΣ");
    CHECK(capitals("Հայաստան") == "ՀԱՅԱՍՏԱՆ");
    CHECK(capitals("Việt Nam ơư") == "VIỆT NAM ƠƯ");
    CHECK(capitals("Česko Łódź țș") == "ČESKO ŁÓDŹ ȚȘ");
}

TEST_CASE("in Turkish and Azerbaijani a small i keeps its dot, and ə has its capital") {
    CHECK(capitals("Türkiye", "tr") == "TÜRKİYE");
    CHECK(capitals("Azərbaycan ı", "az") == "AZƏRBAYCAN I");
}

TEST_CASE("scripts without capitals, and signs, stay as they are") {
    for (const char* text : {"پاکستان", "भारत", "বাংলাদেশ", "中国", "საქართველო", "ไทย", "÷ß 2025", ""}) {
        CHECK(capitals(text) == text);
    }
}
