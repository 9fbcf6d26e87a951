#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "render/text/characters.h"
#include "render/text/line_fitting.h"

using render::text::elided_to_fit;
using render::text::is_cut_allowed;
using render::text::wrapped_to_fit;

namespace {

/// Every character is one wide.
float counted(std::u32string_view text) {
    return static_cast<float>(text.size());
}

std::vector<std::u32string> wrapped(std::u32string_view text, float max_width, int max_lines = 1000) {
    return wrapped_to_fit(text, max_width, max_lines, counted);
}

}  // namespace

TEST_CASE("A text that fits is not elided") {
    CHECK(elided_to_fit(U"Karachi", 7.0F, counted) == U"Karachi");
    CHECK(elided_to_fit(U"", 0.0F, counted).empty());
}

TEST_CASE("Eliding keeps as much as fits with the ellipsis") {
    CHECK(elided_to_fit(U"Karachi", 6.0F, counted) == U"Karac…");
    CHECK(elided_to_fit(U"Karachi", 2.0F, counted) == U"K…");
    CHECK(elided_to_fit(U"Karachi", 1.0F, counted) == U"…");
    for (const std::size_t width : {9U, 10U, 17U, 18U, 63U, 64U, 99U}) {
        const std::u32string text(100, U'x');
        CHECK(elided_to_fit(text, static_cast<float>(width), counted) == std::u32string(width - 1, U'x') + U"…");
    }
}

TEST_CASE("Where not even the ellipsis fits nothing is left") {
    CHECK(elided_to_fit(U"Karachi", 0.5F, counted).empty());
    CHECK(elided_to_fit(U"Karachi", -3.0F, counted).empty());
}

TEST_CASE("Eliding drops the space before the ellipsis") {
    CHECK(elided_to_fit(U"Port of Gwadar", 6.0F, counted) == U"Port…");
}

TEST_CASE("Eliding parts neither a mark from its base nor an Indic conjunct") {
    CHECK(elided_to_fit(U"e\u0301e\u0301e\u0301", 4.0F, counted) == U"e\u0301…");
    CHECK_FALSE(is_cut_allowed(U"ক্ষ", 1));
    CHECK_FALSE(is_cut_allowed(U"ক্ষ", 2));
    CHECK(is_cut_allowed(U"কষ", 1));
    CHECK(is_cut_allowed(U"ab", 1));
}

TEST_CASE("A text without a single place to cut is elided to the ellipsis") {
    CHECK(elided_to_fit(U"a\u0301\u0301\u0301", 2.0F, counted) == U"…");
    CHECK(elided_to_fit(U"\u0301\u0301\u0301", 2.0F, counted) == U"…");
}

TEST_CASE("Wrapping fills lines with as many words as fit") {
    CHECK(wrapped(U"the dry port of Tashkent", 8.0F) ==
          std::vector<std::u32string>{U"the dry", U"port of", U"Tashkent"});
    CHECK(wrapped(U"the dry port", 100.0F) == std::vector<std::u32string>{U"the dry port"});
}

TEST_CASE("A word wider than the line stands alone") {
    CHECK(wrapped(U"a Chattogram b", 3.0F) == std::vector<std::u32string>{U"a", U"Chattogram", U"b"});
}

TEST_CASE("Runs of spaces and line breaks count as one space, a no-break space as none") {
    CHECK(wrapped(U"  a \n b\t", 3.0F) == std::vector<std::u32string>{U"a b"});
    CHECK(wrapped(U"12\u00A0km b", 4.0F) == std::vector<std::u32string>{U"12\u00A0km", U"b"});
}

TEST_CASE("The last line allowed is elided where words are left over") {
    CHECK(wrapped(U"one two three four", 7.0F, 2) == std::vector<std::u32string>{U"one two", U"three…"});
    CHECK(wrapped(U"one two three", 7.0F, 2) == std::vector<std::u32string>{U"one two", U"three"});
}

TEST_CASE("No words or no lines allowed make no lines") {
    CHECK(wrapped(U"", 10.0F).empty());
    CHECK(wrapped(U"  \n ", 10.0F).empty());
    CHECK(wrapped(U"word", 10.0F, 0).empty());
}
