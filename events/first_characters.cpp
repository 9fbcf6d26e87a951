#include "events/first_characters.h"

#include <algorithm>

namespace events {
namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The code point at that offset, which is inside the text and not inside a code point.
char32_t code_point_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    char32_t code = byte < 0x80U ? byte : byte < 0xE0U ? byte & 0x1FU : byte < 0xF0U ? byte & 0x0FU : byte & 0x07U;
    while (++at < text.size() && continues(text[at])) {
        code = (code << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
    }
    return code;
}

std::size_t before(std::string_view text, std::size_t at) {
    while (continues(text[--at])) {
    }
    return at;
}

/// By Unicode Standard Annex 29 a grapheme cluster begins here whatever comes before, but for a joiner and a carriage
/// return: ASCII, kana, ideographs and whole Hangul syllables. (They may be joined to what is behind them.)
bool begins_cluster(char32_t code) {
    return code < 0x80U || (code >= 0x3041U && code <= 0x3096U) || (code >= 0x30A1U && code <= 0x30FAU) ||
           (code >= 0x3400U && code <= 0x9FFFU) || (code >= 0xAC00U && code <= 0xD7A3U);
}

bool may_cut(std::string_view text, std::size_t at) {
    constexpr char32_t joiner = 0x200D;
    const char32_t previous = code_point_at(text, before(text, at));
    return begins_cluster(code_point_at(text, at)) && previous != joiner && previous != U'\r';
}

}  // namespace

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

std::string_view first_characters(std::string_view text, std::size_t most) {
    constexpr int farthest_back = 100;
    if (text.size() <= most) {
        return text;
    }
    std::size_t at = 0;
    for (std::size_t begun = 0; at < text.size(); ++at) {
        begun += continues(text[at]) ? 0 : 1;
        if (begun > most) {
            break;
        }
    }
    if (at == text.size() || at == 0) {
        return text.substr(0, at);
    }
    std::size_t cut = at;
    for (int back = 0; back < farthest_back && cut > 0; ++back, cut = before(text, cut)) {
        if (may_cut(text, cut)) {
            return text.substr(0, cut);
        }
    }
    return text.substr(0, at);
}

}  // namespace events
