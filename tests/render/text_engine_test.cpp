#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/text/text.h"

using render::text::AtlasImage;
using render::text::Face;
using render::text::GlyphQuad;
using render::text::ShapedText;
using render::text::TextEngine;
using render::text::TextStyle;

namespace {

constexpr TextStyle body{};

float sum_of_widths(TextEngine& engine, const std::vector<std::string_view>& parts) {
    float sum_pt = 0.0F;
    for (const std::string_view part : parts) {
        sum_pt += engine.width_pt(part, body);
    }
    return sum_pt;
}

/// Whether the fonts of a script are installed; what is missing is told by name.
bool has_noto(const TextEngine& engine) {
    return std::ranges::none_of(engine.missing_fonts(),
                                [](const std::string& name) { return name.starts_with("Noto"); });
}

float area(const std::vector<GlyphQuad>& quads) {
    float sum = 0.0F;
    for (const GlyphQuad& quad : quads) {
        sum += (quad.x1 - quad.x0) * (quad.y1 - quad.y0);
    }
    return sum;
}

bool share_texels(const GlyphQuad& a, const GlyphQuad& b) {
    const bool is_same = a.u0 == b.u0 && a.v0 == b.v0;
    return !is_same && a.u0 < b.u1 && b.u0 < a.u1 && a.v0 < b.v1 && b.v0 < a.v1;
}

bool are_same(const std::vector<GlyphQuad>& a, const std::vector<GlyphQuad>& b) {
    return std::ranges::equal(a, b, [](const GlyphQuad& p, const GlyphQuad& q) {
        return p.x0 == q.x0 && p.y0 == q.y0 && p.x1 == q.x1 && p.y1 == q.y1 && p.u0 == q.u0 && p.v0 == q.v0 &&
               p.u1 == q.u1 && p.v1 == q.v1;
    });
}

/// Greatest coverage in a quad's outermost texels.
int rim_coverage(const AtlasImage& atlas, const GlyphQuad& quad) {
    const auto px = [](float part, int whole) {
        return static_cast<int>(std::lround(part * static_cast<float>(whole)));
    };
    const int left = px(quad.u0, atlas.width_px);
    const int right = px(quad.u1, atlas.width_px) - 1;
    const int top = px(quad.v0, atlas.height_px);
    const int bottom = px(quad.v1, atlas.height_px) - 1;
    int greatest = 0;
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            if (x == left || x == right || y == top || y == bottom) {
                const std::ptrdiff_t index = std::ptrdiff_t{y} * atlas.width_px + x;
                greatest = std::max<int>(greatest, atlas.coverage.at(static_cast<std::size_t>(index)));
            }
        }
    }
    return greatest;
}

}  // namespace

TEST_CASE("All figures have one width in every face, so that a running date does not shiver") {
    TextEngine engine(1.0F);
    for (const Face face :
         {Face::Regular, Face::Medium, Face::SemiBold, Face::Bold, Face::Italic, Face::DisplaySemiBold}) {
        const TextStyle style{.face = face, .size_pt = 13.0F};
        for (const std::string_view figure : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
            CHECK(engine.width_pt(figure, style) == engine.width_pt("0", style));
        }
        CHECK(engine.width_pt("11 May 2011", style) == engine.width_pt("20 May 2045", style));
    }
}

TEST_CASE("Letterspacing adds its ems after each character but the last") {
    TextEngine engine(1.5F);
    const TextStyle plain{.face = Face::SemiBold, .size_pt = 16.0F};
    const TextStyle spaced{.face = Face::SemiBold, .size_pt = 16.0F, .spacing_em = 0.34F};
    for (const auto& [text, gaps] : {std::pair{"PAKISTAN", 7}, {"I", 0}, {"", 0}, {"SRI LANKA", 8}, {"БАҲОР", 4}}) {
        const float expected_pt = engine.width_pt(text, plain) + static_cast<float>(gaps) * 0.34F * 16.0F;
        CHECK(engine.width_pt(text, spaced) == doctest::Approx(expected_pt).epsilon(1e-5));
    }
    const TextStyle tight{.face = Face::DisplaySemiBold, .size_pt = 50.0F, .spacing_em = -0.02F};
    const TextStyle loose{.face = Face::DisplaySemiBold, .size_pt = 50.0F};
    CHECK(engine.width_pt("1971", tight) == doctest::Approx(engine.width_pt("1971", loose) - 3.0F));
}

TEST_CASE("Letterspacing leaves scripts alone whose letters join") {
    TextEngine engine(1.0F);
    const TextStyle spaced{.spacing_em = 0.4F};
    for (const std::string_view text : {"پاکستان", "پاکستان زندہ باد", "বাংলাদেশ", "नेपाल"}) {
        CHECK(engine.width_pt(text, spaced) == engine.width_pt(text, body));
    }
}

TEST_CASE("Latin text is set alike on its own and beside another script") {
    TextEngine engine(1.0F);
    for (const TextStyle& style : {TextStyle{}, TextStyle{.face = Face::Bold, .size_pt = 17.5F, .spacing_em = 0.3F}}) {
        const std::vector<GlyphQuad> alone = engine.shape("AVATAR, Ürümqi “Tokyo”", style).fill;
        std::vector<GlyphQuad> beside = engine.shape("AVATAR, Ürümqi “Tokyo” Ж", style).fill;
        REQUIRE(beside.size() == alone.size() + 1);
        beside.pop_back();
        CHECK(are_same(alone, beside));
    }
    // Figures are as wide there; only the kerning around them may differ by a trifle.
    const float beside_pt = engine.width_pt("1,971.5 km Ж", body) - engine.width_pt(" Ж", body);
    CHECK(std::abs(beside_pt - engine.width_pt("1,971.5 km", body)) < 1.0F);
}

TEST_CASE("Any clock time and any decimal number of as many figures is as wide") {
    TextEngine engine(1.0F);
    for (const std::string_view text : {"11:11", "20:47", "07:00", "14:59"}) {
        CHECK(engine.width_pt(text, body) == engine.width_pt("00:00", body));
    }
    CHECK(engine.width_pt("1,171.1 km", body) == engine.width_pt("2,345.6 km", body));
}

TEST_CASE("Pairs of letters are kerned") {
    TextEngine engine(1.0F);
    CHECK(engine.width_pt("AV", body) < sum_of_widths(engine, {"A", "V"}));
}

TEST_CASE("Widths grow with the size and hardly depend on the pixels of a point") {
    TextEngine laptop(1.0F);
    TextEngine wall(3.0F);
    const float small_pt = laptop.width_pt("Karachi–Chattogram", body);
    CHECK(laptop.width_pt("Karachi–Chattogram", {.size_pt = 26.0F}) == doctest::Approx(2.0F * small_pt).epsilon(0.01));
    CHECK(wall.width_pt("Karachi–Chattogram", body) == doctest::Approx(small_pt).epsilon(0.01));
}

TEST_CASE("A width does not depend on the sizes set before it") {
    TextEngine fresh(1.0F);
    TextEngine used(1.0F);
    for (int i = 0; i < 16; ++i) {
        const float size_pt = 8.0F + 3.25F * static_cast<float>(i);
        (void)used.width_pt("Karachi 1971 کراچی", {.size_pt = size_pt});
        (void)used.width_pt("Karachi 1971", {.size_pt = 70.0F - size_pt});
        const std::string text = "Karachi " + std::to_string(i);
        CHECK(used.width_pt(text, body) == fresh.width_pt(text, body));
    }
}

TEST_CASE("The vertical metrics of the face come with the text") {
    TextEngine engine(1.0F);
    const ShapedText& text = engine.shape("H", {.size_pt = 100.0F});
    CHECK(text.cap_height_pt == doctest::Approx(72.7F).epsilon(0.01));
    CHECK(text.ascent_pt > text.cap_height_pt);
    CHECK(text.descent_pt > 10.0F);
    REQUIRE(text.fill.size() == 1);
    CHECK(text.fill.front().y1 - text.fill.front().y0 == doctest::Approx(73.0F + 2.0F).epsilon(0.02));
}

TEST_CASE("Eliding fits the width and ends with an ellipsis") {
    TextEngine engine(1.0F);
    const std::string_view text = "Cross-border transmission line agreed between Tajikistan and Afghanistan";
    for (const float width_pt : {20.0F, 55.5F, 100.0F, 333.0F}) {
        const std::string elided = engine.elided(text, body, width_pt);
        CHECK(elided.ends_with("…"));
        CHECK(engine.width_pt(elided, body) <= width_pt);
        CHECK(engine.width_pt(elided, body) > width_pt - 20.0F);
    }
    CHECK(engine.elided(text, body, engine.width_pt(text, body)) == text);
    CHECK(engine.elided(text, body, 1.0F).empty());
    CHECK(engine.elided(text, body, std::numeric_limits<float>::quiet_NaN()).empty());
}

TEST_CASE("Wrapped lines fit the width and hold every word") {
    TextEngine engine(1.0F);
    const std::string text = "The first container ship from Karachi since 1971 calls at Chattogram";
    std::string joined;
    for (const std::string& line : engine.wrapped(text, body, 120.0F)) {
        CHECK(engine.width_pt(line, body) <= 120.0F);
        joined += joined.empty() ? line : " " + line;
    }
    CHECK(joined == text);
    const std::vector<std::string> two = engine.wrapped(text, body, 120.0F, 2);
    REQUIRE(two.size() == 2);
    CHECK(two.back().ends_with("…"));
}

TEST_CASE("Ill-formed bytes are set as the replacement character") {
    TextEngine engine(1.0F);
    CHECK(engine.width_pt("Kar\xFF"
                          "achi\xE2\x82",
                          body) == engine.width_pt("Kar\uFFFDachi\uFFFD", body));
    CHECK(engine.shape("\xC0", body).fill.size() == 1);
}

TEST_CASE("Line breaks count as spaces") {
    TextEngine engine(1.0F);
    CHECK(engine.width_pt("a\nb\tc\u2028d", body) == engine.width_pt("a b c d", body));
}

TEST_CASE("Arabic letters join: a word is not as wide as its letters") {
    TextEngine engine(1.0F);
    if (!has_noto(engine)) {
        return;
    }
    const float letters_pt = sum_of_widths(engine, {"ک", "ر", "ا", "چ", "ی"});
    CHECK(engine.width_pt("کراچی", body) < 0.95F * letters_pt);
    CHECK(engine.width_pt("کراچی", body) > 0.3F * letters_pt);
    CHECK(engine.width_pt("لا", body) < sum_of_widths(engine, {"ل", "ا"}));
}

TEST_CASE("A Bengali conjunct is narrower than its letters") {
    TextEngine engine(1.0F);
    if (!has_noto(engine)) {
        return;
    }
    CHECK(engine.width_pt("ক্ষ", body) < sum_of_widths(engine, {"ক", "ষ"}));
    CHECK(engine.shape("ক্ষ", body).fill.size() < 3);
}

TEST_CASE("Right-to-left words stand in reading order from the right") {
    TextEngine engine(1.0F);
    const ShapedText& text = engine.shape("שלום world", body);
    REQUIRE(text.fill.size() == 9);
    // The paragraph is Hebrew's: its first word stands right of the Latin one, which still reads to the right.
    CHECK(text.fill.front().x0 < text.fill.back().x0);
    CHECK(text.fill.front().x0 < 2.0F);
    const float latin_pt = engine.width_pt("world", body);
    CHECK(text.fill.at(5).x0 > latin_pt);
}

TEST_CASE("Scripts that Inter lacks come from fonts that have them") {
    TextEngine engine(1.0F);
    if (!has_noto(engine)) {
        return;
    }
    const float missing_pt = engine.width_pt("\U000E1234\U000F0000", body);
    for (const std::string_view text : {"ক", "क", "ක", "க", "ང", "က", "ހ", "ა", "Հ", "ਕ", "ક", "చ"}) {
        CHECK(engine.shape(text, body).fill.size() == 1);
        CHECK(engine.width_pt(text, body) != missing_pt);
    }
}

TEST_CASE("A halo's quads enclose the fill's, one for one") {
    TextEngine engine(1.0F);
    const ShapedText text = engine.shape("Karachi کراچی 8%&@", body, 1.5F);
    REQUIRE(text.halo.size() == text.fill.size());
    for (std::size_t i = 0; i < text.fill.size(); ++i) {
        CHECK(text.halo[i].x0 < text.fill[i].x0);
        CHECK(text.halo[i].y0 < text.fill[i].y0);
        CHECK(text.halo[i].x1 > text.fill[i].x1);
        CHECK(text.halo[i].y1 > text.fill[i].y1);
    }
    CHECK(area(text.halo) > area(text.fill));
    CHECK(engine.shape("Karachi", body).halo.empty());
    CHECK(engine.shape("Karachi", body, -1.0F).halo.empty());
}

TEST_CASE("No two glyphs share texels of the atlas, and each has a transparent rim") {
    TextEngine engine(1.3F);
    std::vector<GlyphQuad> quads;
    for (const float size_pt : {11.0F, 13.0F, 26.0F}) {
        const ShapedText& text = engine.shape("20 May 2025 Karachi–Chattogram کراچی ঢাকা", {.size_pt = size_pt}, 2.0F);
        quads.insert(quads.end(), text.fill.begin(), text.fill.end());
        quads.insert(quads.end(), text.halo.begin(), text.halo.end());
    }
    int sharing = 0;
    int inked_rims = 0;
    for (const GlyphQuad& quad : quads) {
        sharing += static_cast<int>(
            std::ranges::count_if(quads, [&](const GlyphQuad& other) { return share_texels(quad, other); }));
        inked_rims += rim_coverage(engine.atlas(), quad) > 0 ? 1 : 0;
    }
    CHECK(sharing == 0);
    CHECK(inked_rims == 0);
}

TEST_CASE("Quads stand on whole pixels") {
    TextEngine engine(1.25F);
    for (const GlyphQuad& quad : engine.shape("Karachi–Chattogram", body).fill) {
        CHECK(quad.x0 * 1.25F == doctest::Approx(std::round(quad.x0 * 1.25F)).epsilon(1e-4));
        CHECK(quad.y0 * 1.25F == doctest::Approx(std::round(quad.y0 * 1.25F)).epsilon(1e-4));
    }
}

TEST_CASE("Asking again gives the same text, and nothing new is drawn") {
    TextEngine engine(1.0F);
    const ShapedText* first = &engine.shape("Karachi", body, 1.0F);
    engine.atlas().dirty_top = engine.atlas().dirty_bottom = 0;
    CHECK(&engine.shape("Karachi", body, 1.0F) == first);
    CHECK_FALSE(engine.begin_frame());
    CHECK(&engine.shape("Karachi", body, 1.0F) == first);
    CHECK(engine.atlas().dirty_bottom == 0);
    CHECK(engine.width_pt("Karachi", body) == first->width_pt);
    CHECK(are_same(engine.shape("Karachi", body).fill, first->fill));
    CHECK(engine.shape("Karachi", {.face = Face::Bold}).width_pt > first->width_pt);
}

TEST_CASE("Texts long unused are forgotten, texts in use are kept") {
    TextEngine engine(1.0F);
    for (int i = 0; i < 5000; ++i) {
        (void)engine.shape(std::to_string(i), body);
    }
    const ShapedText* kept = &engine.shape("1971", body);
    for (int frame = 0; frame < 800; ++frame) {
        CHECK_FALSE(engine.begin_frame());
        CHECK(&engine.shape("1971", body) == kept);
    }
    const ShapedText& again = engine.shape("42", body);
    CHECK(again.fill.size() == 2);
}

TEST_CASE("An empty text has no width and no quads") {
    TextEngine engine(1.0F);
    const ShapedText& text = engine.shape("", body, 1.0F);
    CHECK(text.fill.empty());
    CHECK(text.halo.empty());
    CHECK(text.width_pt == 0.0F);
    CHECK(text.ascent_pt > 0.0F);
    CHECK(engine.elided("", body, 10.0F).empty());
    CHECK(engine.wrapped("", body, 10.0F).empty());
}

TEST_CASE("Ten thousand characters are shaped, elided and wrapped") {
    TextEngine engine(1.0F);
    std::string text;
    while (text.size() < 10000) {
        text += "Karachi to Chattogram ";
    }
    CHECK(engine.shape(text, body).fill.size() > 8000);
    CHECK(engine.width_pt(engine.elided(text, body, 200.0F), body) <= 200.0F);
    CHECK(engine.wrapped(text, body, 200.0F).size() > 100);
    CHECK(engine.wrapped(text, body, 1.0e9F).size() == 1);
}

TEST_CASE("Sizes and spacings that are no numbers give empty or plain text, not a crash") {
    TextEngine engine(1.0F);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(engine.shape("a", {.size_pt = nan}).fill.empty());
    CHECK(engine.shape("a", {.size_pt = -3.0F}).fill.empty());
    CHECK(engine.shape("ab", {.spacing_em = nan}).width_pt == engine.width_pt("ab", body));
    CHECK(engine.shape("a", {.size_pt = 1.0e9F}).width_pt > 0.0F);
    CHECK_THROWS((void)TextEngine(0.0F));
}

TEST_CASE("After the atlas overflowed the next frame starts it anew") {
    TextEngine engine(1.0F);
    const std::size_t glyphs = engine.shape("Karachi", {.size_pt = 400.0F}).fill.size();
    CHECK(glyphs == 7);
    std::size_t left_out = 0;
    for (int size_pt = 401; size_pt < 440; ++size_pt) {
        left_out += 7 - engine.shape("Karachi", {.size_pt = static_cast<float>(size_pt)}).fill.size();
    }
    CHECK(left_out > 0);
    engine.atlas().dirty_top = engine.atlas().dirty_bottom = 0;
    CHECK(engine.begin_frame());
    CHECK(engine.atlas().dirty_bottom == engine.atlas().height_px);
    CHECK(engine.atlas().coverage.front() == 255);
    CHECK(engine.shape("Karachi", {.size_pt = 439.0F}).fill.size() == 7);
    CHECK_FALSE(engine.begin_frame());
}

TEST_CASE("Urdu is set in Nastaliq, which other languages of its script are not, and needs more room in height") {
    TextEngine engine{1.0F};
    REQUIRE(has_noto(engine));
    TextStyle urdu = body;
    urdu.language = render::text::Language{"ur"};
    TextStyle persian = body;
    persian.language = render::text::Language{"fa"};
    const auto hanging = engine.extent("پاکستان", urdu);
    const auto level = engine.extent("پاکستان", persian);
    CHECK(hanging.width_pt != level.width_pt);
    CHECK(hanging.above_pt + hanging.below_pt > 1.3F * (level.above_pt + level.below_pt));
    CHECK(engine.extent("Pakistan", urdu).width_pt == engine.extent("Pakistan", body).width_pt);
}

TEST_CASE("an extent holds all the ink, and at least a line of Latin letters") {
    TextEngine engine{2.0F};
    for (const auto& [text, language] : {std::pair{"پاکستان", "ur"},
                                         {"བོད", "dz"},
                                         {"ශ්‍රී", "si"},
                                         {"nnn", ""},
                                         {"Ở", "vi"},
                                         {"中国", "zh"},
                                         {"", ""}}) {
        TextStyle style = body;
        style.language = render::text::Language{language};
        const auto extent = engine.extent(text, style);
        CAPTURE(text);
        CHECK(extent.above_pt >= 0.8F * style.size_pt);
        CHECK(extent.below_pt >= 0.26F * style.size_pt);
        for (const GlyphQuad& quad : engine.shape(text, style).fill) {
            // A quad has a texel of margin, and stands on whole pixels.
            CHECK(quad.y0 >= -extent.above_pt - 1.6F);
            CHECK(quad.y1 <= extent.below_pt + 1.6F);
        }
    }
}

TEST_CASE("glyphs that no font has are counted") {
    TextEngine engine{1.0F};
    CHECK(engine.missing_glyphs("Karachi", body) == 0);
    CHECK(engine.missing_glyphs("\U000E1234a\U000F0000", body) == 2);
    CHECK(engine.missing_glyphs("", body) == 0);
}

TEST_CASE("a language tag keeps fifteen bytes and tells tags apart") {
    using render::text::Language;
    CHECK(Language{}.empty());
    CHECK(std::string_view{Language{"zh-Hant"}.tag()} == "zh-Hant");
    CHECK(std::string_view{Language{"a-very-long-language-tag"}.tag()} == "a-very-long-lan");
    CHECK(Language{"ur"} == Language{"ur"});
    CHECK_FALSE(Language{"ur"} == Language{"fa"});
}
