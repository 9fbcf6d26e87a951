#include "app/input/named.h"

#include "app/input/mode_names.h"
#include "app/input/nearest.h"
#include "geodata/fold.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::string_view neutral_worldview = "neutral";

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    return "'" + std::string{text.substr(0, longest)} + (text.size() > longest ? "...'" : "'");
}

std::string upper(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

Unknown unknown_country(const World& world, std::string_view text) {
    const std::string why = "there is no country " + in_quotes(text);
    if (const auto code = world.gazetteer.places.nearest_code(upper(text))) {
        return {why + "; did you mean " + *code + "?"};
    }
    std::vector<std::string_view> names;
    for (const geodata::CountryName& country : world.gazetteer.places.countries()) {
        names.push_back(country.name);
    }
    return {why + did_you_mean(text, names)};
}

}  // namespace

Named<std::string> country_from_text(const World& world, std::string_view text) {
    const geodata::Places& places = world.gazetteer.places;
    if (const auto* country = places.country(text)) {
        return country->code;
    }
    if (world.boundaries && world.boundaries->find(upper(text))) {
        return upper(text);
    }
    if (const auto* country = places.country_by_other_name(text)) {
        return country->code;
    }
    return unknown_country(world, text);
}

Named<std::vector<std::string>> countries_from_texts(const World& world, const std::vector<std::string>& texts) {
    std::vector<std::string> codes;
    for (const std::string& text : texts) {
        const Named<std::string> code = country_from_text(world, text);
        if (const auto* unknown = std::get_if<Unknown>(&code)) {
            return *unknown;
        }
        if (std::find(codes.begin(), codes.end(), std::get<std::string>(code)) == codes.end()) {
            codes.push_back(std::get<std::string>(code));
        }
    }
    return codes;
}

Named<events::EventIndex> event_from_id(const World& world, std::string_view id) {
    if (const auto index = world.events->find(id)) {
        return *index;
    }
    std::vector<std::string_view> ids;
    for (const events::Event& event : world.events->all()) {
        ids.push_back(event.id);
    }
    return Unknown{"there is no event " + in_quotes(id) + did_you_mean(id, ids)};
}

Named<geodata::LonLat> place_from_text(const World& world, std::string_view text) {
    const geodata::Places& places = world.gazetteer.places;
    const std::size_t colon = text.find(':');
    const std::string_view country = colon == std::string_view::npos ? std::string_view{} : text.substr(0, colon);
    const std::string_view name = colon == std::string_view::npos ? text : text.substr(colon + 1);
    if (const auto* place = places.find(country, name)) {
        return place->at;
    }
    if (colon == std::string_view::npos) {
        const Named<std::string> code = country_from_text(world, text);
        if (const auto* known = std::get_if<std::string>(&code)) {
            if (const auto* capital = places.capital(*known)) {
                return capital->at;
            }
        }
    }
    std::vector<std::string_view> names;
    for (const geodata::Place& place : places.all()) {
        if (country.empty() || place.country == upper(country)) {
            names.push_back(place.name);
        }
    }
    return Unknown{"there is no place " + in_quotes(text) + did_you_mean(name, names)};
}

Named<std::string> worldview_from_text(const World& world, std::string_view text) {
    if (geodata::folded(text) == neutral_worldview) {
        return std::string();
    }
    if (const auto view = geodata::find_view(world.worldviews, text, world.gazetteer.places)) {
        return world.worldviews[*view].id;
    }
    std::vector<std::string_view> names{neutral_worldview};
    std::string list{neutral_worldview};
    for (const geodata::Worldview& view : world.worldviews) {
        names.push_back(view.id);
        names.push_back(view.name);
        list += ", " + view.id;
    }
    const std::string hint = did_you_mean(text, names);
    return Unknown{"there is no worldview " + in_quotes(text) + (hint.empty() ? "; there are " + list : hint)};
}

Named<events::KindId> kind_from_text(const World& world, std::string_view text) {
    const events::KindTable& table = world.events->kinds();
    if (const auto kind = table.find(text)) {
        return *kind;
    }
    std::vector<std::string_view> names;
    for (const events::Kind& kind : table.all()) {
        names.push_back(kind.name);
    }
    return Unknown{"there is no kind " + in_quotes(text) + did_you_mean(text, names)};
}

Named<std::string> bundle_currency_from_text(const World& world, std::string_view text) {
    if (geodata::folded(text) == width_by_count) {
        return std::string();
    }
    std::vector<std::string_view> names{width_by_count};
    std::string list{width_by_count};
    for (const std::string_view currency : world.values.currencies()) {
        if (geodata::folded(text) == geodata::folded(currency)) {
            return std::string{currency};
        }
        names.push_back(currency);
        list += ", " + std::string{currency};
    }
    const std::string hint = did_you_mean(text, names);
    return Unknown{"no event has a value in " + in_quotes(text) + (hint.empty() ? "; there are " + list : hint)};
}

Named<Commands> commands_to_show_kinds(const AppState& state, const World& world,
                                       const std::vector<std::string>& kinds) {
    std::vector<events::KindId> shown;
    for (const std::string& name : kinds) {
        auto kind = kind_from_text(world, name);
        if (auto* unknown = std::get_if<Unknown>(&kind)) {
            return std::move(*unknown);
        }
        shown.push_back(std::get<events::KindId>(kind));
    }
    Commands commands;
    for (std::size_t i = 0; i < world.events->kinds().all().size(); ++i) {
        const auto kind = static_cast<events::KindId>(i);
        const bool hide = !shown.empty() && std::find(shown.begin(), shown.end(), kind) == shown.end();
        const auto& hidden = state.hidden_kinds;
        const bool is_hidden = std::find(hidden.begin(), hidden.end(), kind) != hidden.end();
        if (hide != is_hidden) {
            commands.emplace_back(ToggleKind{kind});
        }
    }
    return commands;
}

Commands commands_to_select(const std::vector<std::string>& countries) {
    Commands commands{ClearSelection{}};
    for (std::size_t i = 0; i < countries.size(); ++i) {
        commands.emplace_back(SelectCountry{countries[i], i > 0});
    }
    return commands;
}

}  // namespace app
