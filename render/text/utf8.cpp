#include "render/text/utf8.h"

#include <cstddef>

namespace render::text {
namespace {

constexpr char32_t replacement = U'\uFFFD';

/// What a lead byte announces: how many bytes follow, the lead's own bits, and the bounds of the first that follows.
struct Lead {
    int following = 0;
    char32_t bits = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

/// Table 3-7 of the Unicode Standard. A byte that cannot lead has following < 0.
Lead lead_from_byte(unsigned char byte) {
    const auto masked = [byte](unsigned char mask) { return static_cast<char32_t>(byte & mask); };
    if (byte < 0x80) {
        return {.following = 0, .bits = byte};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {.following = 1, .bits = masked(0x1F)};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        const unsigned char low = byte == 0xE0 ? 0xA0 : 0x80;
        const unsigned char high = byte == 0xED ? 0x9F : 0xBF;
        return {.following = 2, .bits = masked(0x0F), .low = low, .high = high};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        const unsigned char low = byte == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = byte == 0xF4 ? 0x8F : 0xBF;
        return {.following = 3, .bits = masked(0x07), .low = low, .high = high};
    }
    return {.following = -1};
}

/// Takes one code point off the front of the text, which is not empty.
char32_t take_codepoint(std::string_view& utf8) {
    Lead lead = lead_from_byte(static_cast<unsigned char>(utf8.front()));
    utf8.remove_prefix(1);
    if (lead.following < 0) {
        return replacement;
    }
    for (; lead.following > 0; --lead.following) {
        const unsigned char byte = utf8.empty() ? 0 : static_cast<unsigned char>(utf8.front());
        if (byte < lead.low || byte > lead.high) {
            return replacement;
        }
        utf8.remove_prefix(1);
        lead = {.following = lead.following, .bits = (lead.bits << 6U) | (byte & 0x3FU)};
    }
    return lead.bits;
}

void append_utf8(std::string& utf8, char32_t codepoint) {
    const auto tail = [codepoint](unsigned shift) { return static_cast<char>(0x80U | ((codepoint >> shift) & 0x3FU)); };
    if (codepoint < 0x80) {
        utf8 += static_cast<char>(codepoint);
    } else if (codepoint < 0x800) {
        utf8 += {static_cast<char>(0xC0U | (codepoint >> 6U)), tail(0)};
    } else if (codepoint < 0x10000) {
        utf8 += {static_cast<char>(0xE0U | (codepoint >> 12U)), tail(6), tail(0)};
    } else {
        utf8 += {static_cast<char>(0xF0U | (codepoint >> 18U)), tail(12), tail(6), tail(0)};
    }
}

bool is_scalar_value(char32_t codepoint) {
    return codepoint < 0xD800 || (codepoint > 0xDFFF && codepoint <= 0x10FFFF);
}

}  // namespace

std::u32string utf32_from_utf8(std::string_view utf8) {
    std::u32string codepoints;
    codepoints.reserve(utf8.size());
    while (!utf8.empty()) {
        codepoints += take_codepoint(utf8);
    }
    return codepoints;
}

std::string utf8_from_utf32(std::u32string_view codepoints) {
    std::string utf8;
    utf8.reserve(codepoints.size());
    for (const char32_t codepoint : codepoints) {
        append_utf8(utf8, is_scalar_value(codepoint) ? codepoint : replacement);
    }
    return utf8;
}

}  // namespace render::text
