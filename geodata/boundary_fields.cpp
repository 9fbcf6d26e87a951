#include "geodata/boundary_fields.h"

#include "geodata/fold.h"

#include <algorithm>
#include <array>

namespace geodata {
namespace {

// Folded names, the best first.
constexpr std::array code_names = std::to_array<std::string_view>(
    {"code",     "isoa3eh", "isoa3",     "iso31661alpha3", "iso3166alpha3", "iso31661a3", "iso31661", "iso3",
     "iso3code", "iso3cd",  "isoalpha3", "alpha3",         "adm0a3",        "adm0iso",    "gid0",     "gua3",
     "sua3",     "sova3",   "brka3",     "wba3",           "shapegroup",    "shapeiso",   "cca3",     "a3",
     "id"});
constexpr std::array other_code_names = std::to_array<std::string_view>(
    {"isoa2eh", "isoa2", "iso31661alpha2", "iso3166alpha2", "iso2", "isoalpha2", "alpha2", "cca2", "iso", "cntrid",
     "cntrcode", "isocode", "countrycode", "ison3", "isonum", "ccn3", "isonumeric", "id"});
constexpr std::array name_names = std::to_array<std::string_view>(
    {"nameen", "name", "admin", "nameengl", "cntrname", "country", "name0", "shapename", "namelong", "countryname",
     "nameshort", "sovereignt", "geounit", "title", "adm0name", "label"});
constexpr std::array country_name_names =
    std::to_array<std::string_view>({"admin", "country", "name0", "countryname", "adm0name", "sovereignt", "geounit"});

template <std::size_t N>
std::vector<int> positions(std::span<const std::string> folded_fields, const std::array<std::string_view, N>& wanted) {
    std::vector<int> found;
    for (const std::string_view name : wanted) {
        const auto field = std::find(folded_fields.begin(), folded_fields.end(), name);
        if (field != folded_fields.end()) {
            found.push_back(static_cast<int>(field - folded_fields.begin()));
        }
    }
    return found;
}

template <std::size_t N>
int position(std::span<const std::string> folded_fields, const std::array<std::string_view, N>& wanted) {
    const auto found = positions(folded_fields, wanted);
    return found.empty() ? -1 : found.front();
}

bool is_alpha3(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

std::string in_capitals(std::string text) {
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

}  // namespace

BoundaryFields boundary_fields(std::span<const std::string> field_names) {
    std::vector<std::string> fields;
    for (const std::string& name : field_names) {
        fields.push_back(folded(name));
    }
    BoundaryFields result;
    result.codes = positions(fields, code_names);
    result.other_codes = positions(fields, other_code_names);
    result.names = positions(fields, name_names);
    result.country_names = positions(fields, country_name_names);
    result.disputed_area = position(fields, std::array<std::string_view, 1>{"disputedarea"});
    result.in_region = position(fields, std::array<std::string_view, 1>{"inregion"});
    result.label_lon = position(fields, std::array<std::string_view, 2>{"labellon", "labelx"});
    result.label_lat = position(fields, std::array<std::string_view, 2>{"labellat", "labely"});
    return result;
}

std::vector<std::pair<std::string, int>> view_fields(std::span<const std::string> field_names,
                                                     std::string_view beginning) {
    std::vector<std::pair<std::string, int>> found;
    for (std::size_t i = 0; i < field_names.size(); ++i) {
        const std::string name = folded(field_names[i]);
        const bool starts = name.starts_with(beginning) && name.size() == beginning.size() + 2;
        std::string code = starts ? in_capitals(name.substr(beginning.size())) : std::string();
        if (starts && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
            found.emplace_back(std::move(code), static_cast<int>(i));
        }
    }
    return found;
}

std::string value_or_empty(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    constexpr std::array<std::string_view, 7> none{"-99", "-99.0", "-1", "-", "--", "N/A", "NULL"};
    return std::find(none.begin(), none.end(), text) == none.end() ? std::string(text) : std::string();
}

std::string code_from_fields(const BoundaryFields& fields, const std::function<std::string(int)>& value) {
    for (const auto* list : {&fields.codes, &fields.other_codes}) {
        for (const int field : *list) {
            std::string text = value_or_empty(value(field));
            if (is_alpha3(text)) {
                return in_capitals(std::move(text));
            }
        }
    }
    for (const auto* list : {&fields.other_codes, &fields.codes}) {
        for (const int field : *list) {
            std::string text = value_or_empty(value(field));
            if (!text.empty()) {
                return text;
            }
        }
    }
    return {};
}

}  // namespace geodata
