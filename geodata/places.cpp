#include "geodata/places.h"

#include "geodata/fold.h"
#include "geodata/region.h"

#include <algorithm>
#include <tuple>

namespace geodata {
namespace {

// Whether one insertion, removal, replacement or swap of neighbours, or nothing at all, makes `b` of `a`: the distance
// of Damerau and Levenshtein is at most 1.
bool within_one_edit(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 1) {
        return false;
    }
    const auto first = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (a.size() < b.size()) {
        return a.substr(first) == b.substr(first + 1);
    }
    if (first == a.size() || a.substr(first + 1) == b.substr(first + 1)) {
        return true;
    }
    return a[first] == b[first + 1] && a[first + 1] == b[first] && a.substr(first + 2) == b.substr(first + 2);
}

}  // namespace

Places::Places(std::vector<Place> places, std::vector<CountryName> countries)
    : places_(std::move(places)), countries_(std::move(countries)) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const std::string country = folded(places_[i].country);
        const auto add = [&](const std::string& name, bool is_alias) {
            by_name_.push_back({folded(name), country, places_[i].rank, is_alias, i});
        };
        add(places_[i].name, false);
        for (const std::string& alias : places_[i].aliases) {
            add(alias, true);
        }
        if (places_[i].rank == PlaceRank::Capital && !country.empty()) {
            capitals_.push_back({country, i});
        }
    }
    for (std::size_t i = 0; i < countries_.size(); ++i) {
        by_code_.push_back({folded(countries_[i].code), i});
        by_other_name_.push_back({folded(countries_[i].alpha2), i});
        by_other_name_.push_back({folded(countries_[i].name), i});
        for (const std::string& alias : countries_[i].aliases) {
            by_other_name_.push_back({folded(alias), i});
        }
    }
    std::sort(by_name_.begin(), by_name_.end());
    for (auto* index : {&capitals_, &by_code_, &by_other_name_}) {
        std::sort(index->begin(), index->end());
    }
}

const Place* Places::find(std::string_view country, std::string_view name) const {
    const std::string name_key = folded(name);
    const std::string country_key = folded(country);
    if (name_key.empty()) {
        return nullptr;
    }
    const NameEntry* best = nullptr;
    const auto begin = std::lower_bound(by_name_.begin(), by_name_.end(), name_key,
                                        [](const NameEntry& e, const std::string& key) { return e.name < key; });
    for (auto entry = begin; entry != by_name_.end() && entry->name == name_key; ++entry) {
        const bool matches = country_key.empty() || entry->country == country_key;
        if (matches && (best == nullptr || std::tie(entry->rank, entry->is_alias, entry->place) <
                                               std::tie(best->rank, best->is_alias, best->place))) {
            best = &*entry;
        }
    }
    return best == nullptr ? nullptr : &places_[best->place];
}

std::optional<std::size_t> Places::first_in(const Index& index, std::string_view text) {
    const std::string key = folded(text);
    const auto entry = std::lower_bound(index.begin(), index.end(), std::pair<std::string, std::size_t>{key, 0});
    if (key.empty() || entry == index.end() || entry->first != key) {
        return std::nullopt;
    }
    return entry->second;
}

const Place* Places::capital(std::string_view code) const {
    const auto found = first_in(capitals_, code);
    return found ? &places_[*found] : nullptr;
}

const CountryName* Places::country(std::string_view code) const {
    const auto found = first_in(by_code_, code);
    return found ? &countries_[*found] : nullptr;
}

const CountryName* Places::country_by_other_name(std::string_view text) const {
    const auto found = first_in(by_other_name_, text);
    return found ? &countries_[*found] : nullptr;
}

std::optional<std::string> Places::nearest_code(std::string_view code) const {
    if (const CountryName* exact = country(code)) {
        return exact->code;
    }
    const std::string key = folded(code);
    const std::string* best = nullptr;
    const auto rank = [](const std::string& candidate) { return std::tuple(!in_region(candidate), candidate); };
    for (const auto& [candidate_key, i] : by_code_) {
        const std::string& candidate = countries_[i].code;
        if (within_one_edit(key, candidate_key) && (best == nullptr || rank(candidate) < rank(*best))) {
            best = &candidate;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace geodata
