#include "events/icu/word_folder.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <optional>
#include <utility>

namespace events {

namespace {

// The first rule writes Cyrillic as English does (sh, kh, zh), before the second takes what is left of every script.
constexpr const char* rules =
    "Russian-Latin/BGN; Any-Latin; NFKD; [:M:] Remove; Latin-ASCII; Lower; NFKD; [:M:] Remove";
constexpr std::size_t most_known = 200'000;  // words that are not ASCII, some megabytes

bool is_ascii_letter_or_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'\u02BB' || c == U'\u02BF';
}

bool belongs_to_word(char32_t c) {
    if (c < 0x80) {
        return is_ascii_letter_or_digit(c);
    }
    const auto point = static_cast<UChar32>(c);
    const int type = u_charType(point);
    return u_isalnum(point) != 0 || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           type == U_ENCLOSING_MARK || type == U_LETTER_NUMBER;
}

struct Decoded {
    std::optional<char32_t> character;  ///< none where the bytes are no UTF-8
    std::size_t length = 1;
};

Decoded first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > text.size()) {
        return {};
    }
    char32_t character = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return {};
        }
        character = character << 6U | (byte(i) & 0x3FU);
    }
    return {character, length};
}

void append_lower(std::string& out, char c) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

struct WordFolder::Transliterators {
    std::unique_ptr<icu::Transliterator> all;
};

WordFolder::WordFolder() = default;
WordFolder::~WordFolder() = default;

const std::string& WordFolder::folded(const std::string& word) {
    if (const auto found = known_.find(word); found != known_.end()) {
        return found->second;
    }
    if (!transliterators_) {
        UErrorCode status = U_ZERO_ERROR;
        transliterators_ = std::make_unique<Transliterators>();
        transliterators_->all.reset(icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
    }
    if (known_.size() >= most_known) {
        known_.clear();
    }
    auto text = icu::UnicodeString::fromUTF8(word);
    if (transliterators_->all) {  // without ICU's data words are compared as they are
        transliterators_->all->transliterate(text);
    }
    std::string utf8;
    text.toUTF8String(utf8);
    std::string kept;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || is_ascii_letter_or_digit(byte)) {
            append_lower(kept, c);
        }
    }
    return known_.emplace(word, std::move(kept)).first->second;
}

std::vector<FoldedWord> WordFolder::words(std::string_view text) {
    std::vector<FoldedWord> out;
    FoldedWord word;
    bool ascii = true;
    const auto finish = [&](std::size_t at) {
        if (!word.word.empty()) {
            if (!ascii) {
                word.word = folded(word.word);
            }
            word.to = at;
            if (!word.word.empty()) {
                out.push_back(std::move(word));
            }
        }
        word = {};
        ascii = true;
    };
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size(); at = next) {
        const Decoded decoded = first_character(text.substr(at));
        next = at + decoded.length;
        const bool apostrophe = decoded.character && is_apostrophe(*decoded.character) && !word.word.empty();
        if (!apostrophe && !(decoded.character && belongs_to_word(*decoded.character))) {
            finish(at);
            continue;
        }
        word.from = word.word.empty() ? at : word.from;
        if (apostrophe) {
            continue;
        }
        ascii = ascii && *decoded.character < 0x80;
        for (const char c : text.substr(at, decoded.length)) {
            append_lower(word.word, c);
        }
    }
    finish(text.size());
    return out;
}

}  // namespace events
