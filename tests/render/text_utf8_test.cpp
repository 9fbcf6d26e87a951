#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "render/text/utf8.h"

using namespace std::string_view_literals;
using render::text::utf32_from_utf8;
using render::text::utf8_from_utf32;

TEST_CASE("Well-formed UTF-8 decodes to its code points, from one byte to four") {
    CHECK(utf32_from_utf8("aß–𐍈") == U"aß–𐍈");
    CHECK(utf32_from_utf8("ঢাকা") == U"ঢাকা");
    CHECK(utf32_from_utf8("").empty());
    CHECK(utf32_from_utf8("a\0b"sv) == U"a\0b"sv);
}

TEST_CASE("The first and the last code point of each length decode") {
    CHECK(utf32_from_utf8("\x7F\xC2\x80\xDF\xBF") == U"\x7F\x80\x7FF");
    CHECK(utf32_from_utf8("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF") == U"\x0800\xD7FF\xE000\xFFFF");
    CHECK(utf32_from_utf8("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") == U"\U00010000\U0010FFFF");
}

TEST_CASE("Bytes that cannot lead become one replacement character each") {
    CHECK(utf32_from_utf8("a\x80z") == U"a\uFFFDz");
    CHECK(utf32_from_utf8("\xC0\xAF") == U"\uFFFD\uFFFD");
    CHECK(utf32_from_utf8("\xFE\xFF") == U"\uFFFD\uFFFD");
    CHECK(utf32_from_utf8("\xF5\x80\x80\x80") == U"\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("A sequence cut short becomes one replacement character and swallows nothing behind it") {
    CHECK(utf32_from_utf8("\xE2\x82z") == U"\uFFFDz");
    CHECK(utf32_from_utf8("\xE2\x82") == U"\uFFFD");
    CHECK(utf32_from_utf8("\xF0\x9F\x98") == U"\uFFFD");
    CHECK(utf32_from_utf8("\xC3\xC3\xA9") == U"\uFFFD\u00E9");
}

TEST_CASE("Overlong forms, surrogates and values beyond Unicode are ill-formed") {
    CHECK(utf32_from_utf8("\xE0\x80\xAF") == U"\uFFFD\uFFFD\uFFFD");
    CHECK(utf32_from_utf8("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");
    CHECK(utf32_from_utf8("\xF4\x90\x80\x80") == U"\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("Encoding undoes decoding") {
    const std::string text = "Karachi–Chattogram کراچی ঢাকা काठमांडू 𐍈";
    CHECK(utf8_from_utf32(utf32_from_utf8(text)) == text);
}

TEST_CASE("What is not a character encodes as the replacement character") {
    const std::u32string bad{char32_t{0xD800}, char32_t{0x110000}};
    CHECK(utf8_from_utf32(bad) == "\uFFFD\uFFFD");
}
