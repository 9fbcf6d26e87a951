#include "geodata/boundary_fields.h"

#include "geodata/fold.h"
#include "geodata/iso_3166.h"

#include <algorithm>
#include <array>

namespace geodata {
namespace {

// Folded names, the best first: alpha-3 codes, then others.
constexpr std::array code_names = std::to_array<std::string_view>(
    {"code",     "isoa3eh",    "isoa3",       "iso31661alpha3", "iso3166alpha3", "iso31661a3",
     "iso31661", "iso3",       "iso3code",    "iso3cd",         "isoalpha3",     "alpha3",
     "adm0a3",   "adm0iso",    "gid0",        "gua3",           "sua3",          "sova3",
     "brka3",    "wba3",       "shapegroup",  "shapeiso",       "cca3",          "a3",
     "id",       "isoa2eh",    "isoa2",       "iso31661alpha2", "iso3166alpha2", "iso2",
     "iso2code", "isoalpha2",  "alpha2",      "cca2",           "iso",           "cntrid",
     "cntrcode", "isocode",    "countrycode", "ison3eh",        "ison3",         "iso31661numeric",
     "isonum",   "isonumeric", "ccn3",        "una3",           "m49",           "m49code",
     "numeric"});
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

// A column of numbers is one of ISO's codes only when nearly all of them are: the others count features, and one in
// four of the first 250 numbers is a country's code.
bool holds_numeric_codes(std::span<const std::vector<std::string>> rows, std::size_t column) {
    std::size_t numbers = 0;
    std::size_t known = 0;
    for (const auto& row : rows) {
        const std::string text = value_or_empty(row[column]);
        numbers += is_number(text) ? 1U : 0U;
        known += alpha3_from_number(text).empty() ? 0U : 1U;
    }
    return known * 10 >= numbers * 8;
}

FoundCode found_code(const std::vector<std::string>& row, const std::vector<bool>& numeric) {
    FoundCode found;
    for (std::size_t i = 0; i < row.size() && found.iso.empty(); ++i) {
        const std::string text = value_or_empty(row[i]);
        found.iso = alpha3_from_letters(text);
        if (found.iso.empty() && numeric[i]) {
            found.iso = alpha3_from_number(text);
        }
        if (found.own.empty() && is_three_letters(text)) {
            found.own = in_capitals(text);
        }
    }
    return found;
}

}  // namespace

BoundaryFields boundary_fields(std::span<const std::string> field_names) {
    std::vector<std::string> fields;
    for (const std::string& name : field_names) {
        fields.push_back(folded(name));
    }
    BoundaryFields result;
    result.codes = positions(fields, code_names);
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

std::vector<FoundCode> codes_from_rows(std::span<const std::vector<std::string>> rows) {
    std::vector<bool> numeric;
    for (std::size_t column = 0; !rows.empty() && column < rows.front().size(); ++column) {
        numeric.push_back(holds_numeric_codes(rows, column));
    }
    std::vector<FoundCode> codes;
    codes.reserve(rows.size());
    for (const auto& row : rows) {
        codes.push_back(found_code(row, numeric));
    }
    return codes;
}

}  // namespace geodata
