#include "events/plain_words.h"

#include "events/nearest_word.h"

#include <algorithm>
#include <array>

namespace events {
namespace {

using Meaning = PlainWord::Meaning;

struct Known {
    std::string_view word;
    Meaning meaning;
    int value = 0;
};

constexpr int unit(PlainUnit unit) {
    return static_cast<int>(unit);
}

// The first of several spellings is the one to suggest.
constexpr std::array known_words{
    Known{"january", Meaning::Month, 1},
    Known{"february", Meaning::Month, 2},
    Known{"march", Meaning::Month, 3},
    Known{"april", Meaning::Month, 4},
    Known{"may", Meaning::Month, 5},
    Known{"june", Meaning::Month, 6},
    Known{"july", Meaning::Month, 7},
    Known{"august", Meaning::Month, 8},
    Known{"september", Meaning::Month, 9},
    Known{"october", Meaning::Month, 10},
    Known{"november", Meaning::Month, 11},
    Known{"december", Meaning::Month, 12},
    Known{"jan", Meaning::Month, 1},
    Known{"feb", Meaning::Month, 2},
    Known{"mar", Meaning::Month, 3},
    Known{"apr", Meaning::Month, 4},
    Known{"jun", Meaning::Month, 6},
    Known{"jul", Meaning::Month, 7},
    Known{"aug", Meaning::Month, 8},
    Known{"sep", Meaning::Month, 9},
    Known{"sept", Meaning::Month, 9},
    Known{"oct", Meaning::Month, 10},
    Known{"nov", Meaning::Month, 11},
    Known{"dec", Meaning::Month, 12},
    Known{"spring", Meaning::Season, 21},
    Known{"summer", Meaning::Season, 22},
    Known{"autumn", Meaning::Season, 23},
    Known{"fall", Meaning::Season, 23},
    Known{"winter", Meaning::Season, 24},
    Known{"today", Meaning::Day, 0},
    Known{"now", Meaning::Day, 0},
    Known{"yesterday", Meaning::Day, -1},
    Known{"tomorrow", Meaning::Day, 1},
    Known{"next", Meaning::Step, 1},
    Known{"last", Meaning::Step, -1},
    Known{"previous", Meaning::Step, -1},
    Known{"this", Meaning::Step, 0},
    Known{"day", Meaning::Unit, unit(PlainUnit::Day)},
    Known{"days", Meaning::Unit, unit(PlainUnit::Day)},
    Known{"week", Meaning::Unit, unit(PlainUnit::Week)},
    Known{"weeks", Meaning::Unit, unit(PlainUnit::Week)},
    Known{"month", Meaning::Unit, unit(PlainUnit::Month)},
    Known{"months", Meaning::Unit, unit(PlainUnit::Month)},
    Known{"quarter", Meaning::Unit, unit(PlainUnit::Quarter)},
    Known{"quarters", Meaning::Unit, unit(PlainUnit::Quarter)},
    Known{"year", Meaning::Unit, unit(PlainUnit::Year)},
    Known{"years", Meaning::Unit, unit(PlainUnit::Year)},
    Known{"ago", Meaning::Ago},
    Known{"earlier", Meaning::Ago},
    Known{"later", Meaning::Later},
    Known{"early", Meaning::Third, 0},
    Known{"beginning", Meaning::Third, 0},
    Known{"start", Meaning::Third, 0},
    Known{"mid", Meaning::Third, 1},
    Known{"middle", Meaning::Third, 1},
    Known{"late", Meaning::Third, 2},
    Known{"end", Meaning::Third, 2},
    Known{"first", Meaning::Ordinal, 1},
    Known{"second", Meaning::Ordinal, 2},
    Known{"third", Meaning::Ordinal, 3},
    Known{"fourth", Meaning::Ordinal, 4},
    Known{"q1", Meaning::Quarter, 1},
    Known{"q2", Meaning::Quarter, 2},
    Known{"q3", Meaning::Quarter, 3},
    Known{"q4", Meaning::Quarter, 4},
    Known{"h1", Meaning::Half, 1},
    Known{"h2", Meaning::Half, 2},
    Known{"half", Meaning::Half},
    Known{"about", Meaning::About},
    Known{"around", Meaning::About},
    Known{"approximately", Meaning::About},
    Known{"approx", Meaning::About},
    Known{"roughly", Meaning::About},
    Known{"circa", Meaning::About},
    Known{"ca", Meaning::About},
    Known{"c", Meaning::About},
    Known{"maybe", Meaning::Perhaps},
    Known{"perhaps", Meaning::Perhaps},
    Known{"possibly", Meaning::Perhaps},
    Known{"uncertain", Meaning::Perhaps},
    Known{"ad", Meaning::AnnoDomini},
    Known{"ce", Meaning::AnnoDomini},
    Known{"bc", Meaning::BeforeChrist},
    Known{"bce", Meaning::BeforeChrist},
    Known{"of", Meaning::Filler},
    Known{"the", Meaning::Filler},
    Known{"in", Meaning::Filler},
    Known{"on", Meaning::Filler},
    Known{"monday", Meaning::Filler},
    Known{"tuesday", Meaning::Filler},
    Known{"wednesday", Meaning::Filler},
    Known{"thursday", Meaning::Filler},
    Known{"friday", Meaning::Filler},
    Known{"saturday", Meaning::Filler},
    Known{"sunday", Meaning::Filler},
    Known{"mon", Meaning::Filler},
    Known{"tue", Meaning::Filler},
    Known{"wed", Meaning::Filler},
    Known{"thu", Meaning::Filler},
    Known{"fri", Meaning::Filler},
    Known{"sat", Meaning::Filler},
    Known{"sun", Meaning::Filler},
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters of other scripts too: what they spell is then named whole.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

const Known* find_known(std::string_view lower_case_word) {
    const auto* const known =
        std::find_if(known_words.begin(), known_words.end(), [&](const Known& k) { return k.word == lower_case_word; });
    return known == known_words.end() ? nullptr : known;
}

/// As much of a word as a message needs, without cutting through a character of UTF-8.
std::string shown(std::string_view word) {
    std::size_t end = std::min<std::size_t>(word.size(), 40);
    while (end > 0 && end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return std::string{word.substr(0, end)};
}

bool is_gap(char c) {
    return static_cast<unsigned char>(c) <= ' ' || std::string_view{",.-'()\x7f"}.find(c) != std::string_view::npos;
}

bool is_ordinal_ending(std::string_view letters) {
    return letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
}

/// Takes the text apart; the members are how far it has come.
class WordReader {
public:
    WordReader(std::string_view text, std::string& why) : text_{text}, why_{why} {
        std::transform(text_.begin(), text_.end(), text_.begin(), lower);
    }

    std::optional<std::vector<PlainWord>> read() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_digit(c) ? !take_number() : is_letter(c) ? !take_word() : !take_sign(c)) {
                return std::nullopt;
            }
        }
        return words_;
    }

private:
    bool refuse(std::string why) {
        why_ = std::move(why);
        return false;
    }

    std::string_view take_while(bool (*belongs)(char)) {
        const std::size_t from = at_;
        while (at_ < text_.size() && belongs(text_[at_])) {
            ++at_;
        }
        return std::string_view{text_}.substr(from, at_ - from);
    }

    /// With what is written together with it: "12th", "2020s", but also "12may".
    bool take_number() {
        constexpr std::size_t most_digits = 6;
        const std::string_view digits = take_while(is_digit);
        if (digits.size() > most_digits) {
            return refuse("a number is too large");
        }
        int value = 0;
        for (const char c : digits) {
            value = value * 10 + (c - '0');
        }
        const std::size_t behind = at_;
        const std::string_view letters = take_while(is_letter);
        if (letters == "s" && digits.size() >= 3 && value % 10 == 0) {
            words_.push_back({Meaning::Decade, value, digits.size()});
            return true;
        }
        if (!is_ordinal_ending(letters)) {
            at_ = behind;
        }
        words_.push_back({Meaning::Number, value, digits.size()});
        return true;
    }

    bool take_word() {
        const std::size_t from = at_;
        std::string_view word = take_while(is_letter);
        if ((word == "q" || word == "h") && at_ < text_.size() && is_digit(text_[at_])) {
            take_while(is_digit);
            word = std::string_view{text_}.substr(from, at_ - from);
        }
        const Known* const known = find_known(word);
        if (known == nullptr) {
            return refuse("there is no word '" + shown(word) + "' for dates" + did_you_mean(nearest(word)));
        }
        words_.push_back({known->meaning, known->value, 0});
        return true;
    }

    static std::string_view nearest(std::string_view word) {
        std::array<std::string_view, known_words.size()> spellings{};
        std::transform(known_words.begin(), known_words.end(), spellings.begin(),
                       [](const Known& k) { return k.word; });
        return nearest_word(word, spellings);
    }

    /// A sign before all else counts; a hyphen between words does not.
    bool take_sign(char c) {
        ++at_;
        if (words_.empty() && (c == '+' || c == '-')) {
            words_.push_back({c == '+' ? Meaning::Plus : Meaning::Minus, 0, 0});
        } else if (c == '~') {
            words_.push_back({Meaning::About, 0, 0});
        } else if (c == '?') {
            words_.push_back({Meaning::Perhaps, 0, 0});
        } else if (!is_gap(c)) {
            return refuse("'" + std::string(1, c) + "' has no place in a date of words");
        }
        return true;
    }

    std::string text_;
    std::string& why_;
    std::size_t at_ = 0;
    std::vector<PlainWord> words_;
};

}  // namespace

LeadingDoubt leading_doubt(std::string_view text) {
    LeadingDoubt found{false, false, text};
    std::string_view& rest = found.rest;
    while (!rest.empty()) {
        std::string word;
        while (word.size() < rest.size() && is_letter(lower(rest[word.size()]))) {
            word += lower(rest[word.size()]);
        }
        if (word.empty()) {
            if (rest.front() != ' ' && rest.front() != '.' && rest.front() != ',') {
                break;
            }
            rest.remove_prefix(1);
            continue;
        }
        const Known* const known = find_known(word);
        if (known == nullptr || (known->meaning != Meaning::About && known->meaning != Meaning::Perhaps)) {
            break;
        }
        (known->meaning == Meaning::About ? found.approximate : found.uncertain) = true;
        rest.remove_prefix(word.size());
    }
    return found;
}

std::optional<std::vector<PlainWord>> plain_words(std::string_view text, std::string& why) {
    return WordReader{text, why}.read();
}

}  // namespace events
