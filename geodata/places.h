// Named points with a country: capitals, cities, ports and sites. `PAK:Karachi` names one; a bare code stands for the
// country's capital.
#pragma once

#include "geodata/coords.h"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geodata {

enum class PlaceRank { Capital, City, Town, Port, Site };

/// A name in a language of the place.
struct LocalName {
    std::string language;  ///< BCP 47 tag: "ur", "prs", "zh-Hant"
    std::string name;
    friend bool operator==(const LocalName&, const LocalName&) = default;
};

struct Place {
    std::string name;
    std::string country;  ///< ISO 3166-1 alpha-3; empty at sea
    LonLat at;
    PlaceRank rank = PlaceRank::City;
    std::vector<std::string> aliases;  ///< other spellings that a file may use ("Chittagong" for "Chattogram")
    std::vector<LocalName> local{};    ///< names in the languages spoken there, the foremost first; may be empty
};

struct CountryName {
    std::string code;  ///< ISO 3166-1 alpha-3
    std::string alpha2;
    std::string name;
    std::vector<std::string> aliases;
    std::vector<LocalName> local{};  ///< names in its own languages, the foremost first; may be empty
};

/// Frozen gazetteer. Look-ups fold ASCII case and ignore everything but letters and digits.
class Places {
public:
    Places() = default;
    Places(std::vector<Place> places, std::vector<CountryName> countries);

    [[nodiscard]] const std::vector<Place>& all() const { return places_; }
    [[nodiscard]] const std::vector<CountryName>& countries() const { return countries_; }

    /// The place of that name in that country; with an empty country, the only or the highest-ranking one anywhere.
    /// Between places of one rank a name goes before an alias, then the order of the list decides.
    [[nodiscard]] const Place* find(std::string_view country, std::string_view name) const;
    /// The country's first place of rank Capital.
    [[nodiscard]] const Place* capital(std::string_view code) const;
    [[nodiscard]] const CountryName* country(std::string_view code) const;
    /// A country from an alpha-2 code or a name; for files that do not write alpha-3.
    [[nodiscard]] const CountryName* country_by_other_name(std::string_view text) const;
    /// The alpha-3 code nearest to a misspelt one, or nothing: at most one insertion, removal, replacement or swap of
    /// neighbours away (Damerau-Levenshtein); ties go to the region first, then to the alphabet.
    [[nodiscard]] std::optional<std::string> nearest_code(std::string_view code) const;

private:
    struct NameEntry {
        std::string name;  // folded, as is `country`
        std::string country;
        PlaceRank rank = PlaceRank::City;
        bool is_alias = false;
        std::size_t place = 0;
        friend auto operator<=>(const NameEntry&, const NameEntry&) = default;
    };
    using Index = std::vector<std::pair<std::string, std::size_t>>;  // folded text to position, sorted

    [[nodiscard]] static std::optional<std::size_t> first_in(const Index& index, std::string_view text);

    std::vector<Place> places_;
    std::vector<CountryName> countries_;
    std::vector<NameEntry> by_name_;  // sorted
    Index capitals_;                  // country's code to place
    Index by_code_;
    Index by_other_name_;
};

}  // namespace geodata
