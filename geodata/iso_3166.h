// ISO 3166-1, the codes of countries: three letters, two letters and numbers (as Debian's iso-codes 4.15 has them).
#pragma once

#include <string>
#include <string_view>

namespace geodata {

[[nodiscard]] bool is_three_letters(std::string_view text);
/// ASCII letters in capitals.
[[nodiscard]] std::string in_capitals(std::string_view text);
/// One digit or more, and nothing else.
[[nodiscard]] bool is_number(std::string_view text);

/// The alpha-3 code for an alpha-3 or alpha-2 code in any case, or for one that well-known datasets use in its place:
/// SDS for South Sudan and KOS for Kosovo (Natural Earth), XKO (GADM), WBG (World Bank), EL and UK (European Union),
/// ZAR (withdrawn). Empty for anything else, such as a dataset's own code for an area that ISO does not know.
[[nodiscard]] std::string_view alpha3_from_letters(std::string_view text);

/// The alpha-3 code for a numeric code, with or without its leading noughts; empty for anything else.
[[nodiscard]] std::string_view alpha3_from_number(std::string_view text);

}  // namespace geodata
