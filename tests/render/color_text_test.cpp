#include "render/color_text.h"

#include <doctest/doctest.h>

#include <string>

using render::Rgba;
using render::rgba_from_text;

TEST_CASE("a colour is six digits, eight digits, six digits with an opacity, or none") {
    CHECK(rgba_from_text("#0A111B") == render::rgb(0x0A111B));
    CHECK(rgba_from_text("#0a111b") == render::rgb(0x0A111B));
    CHECK(rgba_from_text("#FF000080") == render::rgb(0xFF0000, 128.0F / 255.0F));
    CHECK(rgba_from_text("#0A111B 86%") == render::rgb(0x0A111B, 0.86F));
    CHECK(rgba_from_text("#0A111B 7.5%") == render::rgb(0x0A111B, 0.075F));
    CHECK(rgba_from_text("#FFFFFF 100%") == render::rgb(0xFFFFFF));
    REQUIRE(rgba_from_text("none"));
    CHECK(rgba_from_text("none")->a == 0.0F);
}

TEST_CASE("anything else is no colour") {
    for (const char* text : {"",
                             "#",
                             "#FFF",
                             "#FFFFF",
                             "#FFFFFFF",
                             "#FFFFFFFFF",
                             "FFFFFF",
                             "#GGGGGG",
                             "#-FFFFF",
                             "#+FFFFF",
                             "# FFFFFF",
                             "#FFFFFF ",
                             "#FFFFFF %",
                             "#FFFFFF 86",
                             "#FFFFFF 101%",
                             "#FFFFFF -1%",
                             "#FFFFFF nan%",
                             "#FFFFFF 1e1%",
                             "#FFFFFF  50%",
                             "#FFFFFF80 50%",
                             "#FFFFFF 50%%",
                             "None",
                             "red",
                             "#0x1234"}) {
        CAPTURE(std::string{text});
        CHECK_FALSE(rgba_from_text(text));
    }
}

TEST_CASE("a colour that is written reads as itself") {
    for (const char* text : {"#0A111B", "#FFFFFF", "#8FB3DB 7%", "#000000 0%", "#12345680", "#ABCDEF01"}) {
        CHECK(render::text_from_rgba(rgba_from_text(text).value()) == text);
    }
    for (int alpha = 0; alpha < 256; ++alpha) {
        const Rgba color = render::rgb(0x3B3322, static_cast<float>(alpha) / 255.0F);
        const Rgba again = rgba_from_text(render::text_from_rgba(color)).value();
        CHECK(again.a == doctest::Approx(color.a).epsilon(1e-4));
    }
}
