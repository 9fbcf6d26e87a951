#include "events/json/repair_utf8.h"

#include "geodata/parallel.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace events::json {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool is_tail(std::string_view text, std::size_t at) {
    return (byte_at(text, at) & 0xC0U) == 0x80U;
}

/// Length of the valid character that begins here, or 0.
std::size_t character_length(std::string_view text, std::size_t at) {
    const unsigned char first = byte_at(text, at);
    const unsigned char second = byte_at(text, at + 1);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return is_tail(text, at + 1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return !overlong && !surrogate && is_tail(text, at + 1) && is_tail(text, at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool too_large = first == 0xF4 && second > 0x8F;
        const bool tails = is_tail(text, at + 1) && is_tail(text, at + 2) && is_tail(text, at + 3);
        return !overlong && !too_large && tails ? 4 : 0;
    }
    return 0;
}

/// The first byte from `at` on that is not valid, or the end.
std::size_t first_bad(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t length = character_length(text, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return text.size();
}

/// Looked at on all cores, in pieces that end between two characters.
bool is_all_valid(std::string_view text) {
    constexpr std::size_t piece = 1U << 20U;
    const auto begin_of = [&](int number) {
        std::size_t at = std::min(static_cast<std::size_t>(number) * piece, text.size());
        while (at > 0 && is_tail(text, at)) {
            --at;
        }
        return at;
    };
    std::atomic<bool> valid = true;
    geodata::in_parallel(static_cast<int>(text.size() / piece + 1), [&](int first, int last) {
        const std::size_t begin = begin_of(first);
        const std::string_view part = text.substr(begin, begin_of(last) - begin);
        if (first_bad(part, 0) < part.size()) {
            valid = false;
        }
    });
    return valid;
}

}  // namespace

Utf8Repairs repair_utf8(std::string& text) {
    Utf8Repairs repairs;
    if (is_all_valid(text)) {
        return repairs;
    }
    std::size_t bad = first_bad(text, 0);
    std::string repaired;
    repaired.reserve(text.size() + 64);
    std::size_t done = 0;
    std::size_t line = 1;
    std::size_t line_start = 0;
    while (bad < text.size()) {
        for (std::size_t i = done; i < bad; ++i) {
            if (text[i] == '\n') {
                ++line;
                line_start = i + 1;
            }
        }
        repaired.append(text, done, bad - done);
        repairs.offsets.push_back(repaired.size());
        repairs.places.push_back({line, bad - line_start + 1, static_cast<unsigned char>(text[bad])});
        repaired += "\xEF\xBF\xBD";
        done = bad + 1;
        bad = first_bad(text, done);
    }
    repaired.append(text, done);
    text = std::move(repaired);
    return repairs;
}

}  // namespace events::json
