#include "app/scene/capitals.h"

#include "render/text/utf8.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

/// Small letters from first to last, each `step` behind the one before, whose capitals lie `up` below them.
struct Letters {
    char32_t first;
    char32_t last;
    char32_t up;
    char32_t step = 1;
};

constexpr auto letters = std::to_array<Letters>({
    {U'a', U'z', 0x20},     {0x00E0, 0x00F6, 0x20}, {0x00F8, 0x00FE, 0x20}, {0x0101, 0x012F, 1, 2},
    {0x0133, 0x0137, 1, 2}, {0x013A, 0x0148, 1, 2}, {0x014B, 0x0177, 1, 2}, {0x017A, 0x017E, 1, 2},
    {0x01A1, 0x01A1, 1},    {0x01B0, 0x01B0, 1},    {0x0219, 0x021B, 1, 2}, {0x0259, 0x0259, 202},
    {0x03AC, 0x03AC, 0x1B}, {0x03AD, 0x03AD, 0x18}, {0x03AE, 0x03AE, 0x17}, {0x03AF, 0x03AF, 0x16},
    {0x03B1, 0x03C1, 0x20}, {0x03C2, 0x03C2, 0x1F}, {0x03C3, 0x03CB, 0x20}, {0x03CC, 0x03CC, 0x2D},
    {0x03CD, 0x03CD, 0x28}, {0x03CE, 0x03CE, 0x25}, {0x0430, 0x044F, 0x20}, {0x0450, 0x045F, 0x50},
    {0x0461, 0x0481, 1, 2}, {0x048B, 0x04BF, 1, 2}, {0x04C2, 0x04CE, 1, 2}, {0x04CF, 0x04CF, 0x0F},
    {0x04D1, 0x052F, 1, 2}, {0x0561, 0x0586, 0x30}, {0x1E01, 0x1E95, 1, 2}, {0x1EA1, 0x1EFF, 1, 2},
});

char32_t capital(char32_t c, bool turkic) {
    if (c == U'i' && turkic) {
        return 0x0130;
    }
    if (c == 0x0131) {
        return U'I';  // ı
    }
    const auto* const found = std::find_if(letters.begin(), letters.end(), [c](const Letters& l) {
        return l.first <= c && c <= l.last && (c - l.first) % l.step == 0;
    });
    return found == letters.end() ? c : c - found->up;
}

}  // namespace

std::string capitals(std::string_view utf8, std::string_view language) {
    const bool turkic = language == "tr" || language == "az";
    std::u32string text = render::text::utf32_from_utf8(utf8);
    std::transform(text.begin(), text.end(), text.begin(), [turkic](char32_t c) { return capital(c, turkic); });
    return render::text::utf8_from_utf32(text);
}

}  // namespace app
