// What a person names in words (countries, kinds, events, places), found in the world or told why not.
#pragma once

#include "app/state/command.h"
#include "app/state/world.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

/// Why a name could not be understood: one line without a full stop, with the nearest right spelling where there is
/// one.
struct Unknown {
    std::string why;
};

template <class T>
using Named = std::variant<T, Unknown>;

/// Alpha-3 code of a country given by its alpha-3 or alpha-2 code or its English name, in either case.
[[nodiscard]] Named<std::string> country_from_text(const World& world, std::string_view text);
[[nodiscard]] Named<std::vector<std::string>> countries_from_texts(const World& world,
                                                                   const std::vector<std::string>& texts);
/// An event by its id.
[[nodiscard]] Named<events::EventIndex> event_from_id(const World& world, std::string_view id);
/// "PAK:Karachi", "Karachi" or a bare country (its capital).
[[nodiscard]] Named<geodata::LonLat> place_from_text(const World& world, std::string_view text);
/// The id of a worldview that the world offers, given by the code or the name of its state; "" for "neutral".
[[nodiscard]] Named<std::string> worldview_from_text(const World& world, std::string_view text);
[[nodiscard]] Named<events::KindId> kind_from_text(const World& world, std::string_view text);
/// A currency in which events have values, given in either case; "" for "count".
[[nodiscard]] Named<std::string> bundle_currency_from_text(const World& world, std::string_view text);
/// Commands that leave exactly these kinds shown; no kinds: all of them.
[[nodiscard]] Named<Commands> commands_to_show_kinds(const AppState& state, const World& world,
                                                     const std::vector<std::string>& kinds);
/// Commands that leave exactly these countries (alpha-3) selected, in this order.
[[nodiscard]] Commands commands_to_select(const std::vector<std::string>& countries);

}  // namespace app
