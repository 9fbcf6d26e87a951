// What the codes and names in event files stand for: countries, organisations and places, with the file's own places
// before those of the gazetteer. Answers are kept, since files repeat the same few names over and over.
#pragma once

#include "events/event.h"
#include "events/file_problems.h"
#include "events/load.h"
#include "events/nearest_word.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace events {

/// What a party's code turned out to be.
struct Actor {
    std::string code;  ///< alpha-3, an organisation's code, or what was written
    std::string name;
    bool is_country = false;
    bool is_organisation = false;
    EventPlace seat;        ///< a country's capital, an organisation's seat; without a position otherwise
    std::string complaint;  ///< what is to be told each time it is used; empty when all is well
    bool complaint_is_error = false;
};

/// A map by text that is asked with a view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

class Resolver {
public:
    explicit Resolver(const Gazetteer& gazetteer) : gazetteer_{gazetteer} {}

    /// A country or organisation by code or name. What is neither keeps its name and has no place on the map.
    [[nodiscard]] const Actor& actor(std::string_view text);

    /// A named place: "PAK:Karachi", "Karachi", or a bare code for the capital. `country` narrows a bare name down, and
    /// may be empty. Nothing when there is no such place.
    [[nodiscard]] std::optional<EventPlace> place(std::string_view country, std::string_view text);

    /// "no place called Karachy in PAK; did you mean Karachi?"
    [[nodiscard]] const std::string& complaint_about_place(std::string_view country, std::string_view text);

    /// One of the file's own places.
    void add_place(std::string_view name, EventPlace place);

    [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

private:
    [[nodiscard]] Actor find_actor(std::string_view text) const;
    [[nodiscard]] Actor country_actor(const geodata::CountryName& country) const;
    [[nodiscard]] std::optional<EventPlace> find_place(std::string_view country, std::string_view name) const;
    [[nodiscard]] std::optional<EventPlace> passage(std::string_view name) const;
    [[nodiscard]] std::string unknown_code(std::string_view code) const;
    [[nodiscard]] std::string find_complaint(std::string_view country, std::string_view text) const;
    /// An organisation's place, with the organisation's code as its name and in no country.
    [[nodiscard]] EventPlace seat_of(const Organisation& organisation) const;
    [[nodiscard]] std::optional<EventPlace> capital(std::string_view code) const;

    const Gazetteer& gazetteer_;
    TextMap<EventPlace> own_places_;
    TextMap<Actor> actors_;
    TextMap<std::optional<EventPlace>> places_;
    TextMap<std::string> complaints_;  // a search through all names each, so asked once
    std::string key_;
    mutable SearchLimit searches_;
};

}  // namespace events
