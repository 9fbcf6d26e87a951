// The words of a plain date, one by one, and what each of them means. Private to events: plain_date.cpp puts them
// together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace events {

struct PlainWord {
    enum class Meaning : std::uint8_t {
        Filler,        ///< "of", and names of weekdays
        Number,        ///< 12, 12th, 2025
        Decade,        ///< 2020s
        Plus,          ///< "+", only before all else
        Minus,         ///< "-", only before all else
        About,         ///< about, c., circa
        Perhaps,       ///< maybe, uncertain
        AnnoDomini,    ///< AD, CE: the number beside it is a year
        BeforeChrist,  ///< BC
        Day,           ///< value: days from today
        Step,          ///< next, last, this; value: how many units from here
        Unit,          ///< day, weeks, ...; value: a PlainUnit
        Ago,
        Later,
        Third,    ///< early, mid, late; value: 0 to 2
        Ordinal,  ///< first, ...; value: 1 to 4
        Month,    ///< value: 1 to 12
        Season,   ///< value: its EDTF code, 21 to 24
        Quarter,  ///< q1; value: 1 to 4
        Half      ///< h1; value: 1 or 2. "half" by itself is 0
    };
    Meaning meaning = Meaning::Filler;
    int value = 0;
    std::size_t digits = 0;  ///< of a number or a decade
};

enum class PlainUnit : std::uint8_t { Day, Week, Month, Quarter, Year };

/// What "about", "c.", "maybe" and the like say at the beginning of a text.
struct LeadingDoubt {
    bool approximate = false;
    bool uncertain = false;
    std::string_view rest;  ///< of the text
};
[[nodiscard]] LeadingDoubt leading_doubt(std::string_view text);

/// The words in their order. Commas and full stops only part them. Nothing, and a reason, for a word that no date has.
[[nodiscard]] std::optional<std::vector<PlainWord>> plain_words(std::string_view text, std::string& why);

}  // namespace events
