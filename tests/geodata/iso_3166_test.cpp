#include "geodata/iso_3166.h"

#include "geodata/region.h"

#include <doctest/doctest.h>

using namespace geodata;

TEST_CASE("alpha-3, alpha-2 and numeric codes name the same country") {
    for (const auto& [alpha3, alpha2, number] : {std::array{"PAK", "PK", "586"}, std::array{"AFG", "af", "4"},
                                                 std::array{"ABW", "Aw", "533"}, std::array{"ZWE", "ZW", "716"}}) {
        CHECK(alpha3_from_letters(alpha3) == alpha3);
        CHECK(alpha3_from_letters(alpha2) == alpha3);
        CHECK(alpha3_from_number(number) == alpha3);
    }
    CHECK(alpha3_from_letters("pak") == "PAK");
    CHECK(alpha3_from_number("004") == "AFG");
}

TEST_CASE("every country of the region has a code") {
    for (const std::string_view code : region_codes) {
        CHECK(alpha3_from_letters(code) == code);
    }
}

TEST_CASE("codes that others use become ISO's") {
    CHECK(alpha3_from_letters("SDS") == "SSD");
    CHECK(alpha3_from_letters("KOS") == "XKX");
    CHECK(alpha3_from_letters("PSX") == "PSE");
    CHECK(alpha3_from_letters("SAH") == "ESH");
    CHECK(alpha3_from_letters("xko") == "XKX");
    CHECK(alpha3_from_letters("XK") == "XKX");
    CHECK(alpha3_from_letters("EL") == "GRC");
    CHECK(alpha3_from_letters("UK") == "GBR");
}

TEST_CASE("what is no code gives nothing") {
    for (const char* text : {"", "P", "QQ", "QQQ", "Pakistan", "586", "P-K", "-99"}) {
        CAPTURE(text);
        CHECK(alpha3_from_letters(text).empty());
    }
    for (const char* text : {"", "0", "000", "1", "999", "5860", "-4", "4.0", "PAK"}) {
        CAPTURE(text);
        CHECK(alpha3_from_number(text).empty());
    }
}

TEST_CASE("three letters and numbers are told by their characters") {
    CHECK(is_three_letters("abC"));
    CHECK_FALSE(is_three_letters("Z07"));
    CHECK_FALSE(is_three_letters("\xC3\xA9t"));
    CHECK_FALSE(is_three_letters("PAKI"));
    CHECK(is_number("007"));
    CHECK_FALSE(is_number(""));
    CHECK_FALSE(is_number("-7"));
    CHECK(in_capitals("aZ-9") == "AZ-9");
}
