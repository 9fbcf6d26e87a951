#include "events/name_index.h"

#include "events/search_index.h"

#include <algorithm>
#include <tuple>

namespace events {

NameIndex::NameIndex(const Gazetteer& gazetteer) {
    WordFolder folder;
    const auto entry_of = [&](const auto& named) {
        Entry entry;
        const auto add = [&](std::string_view name) { entry.names.push_back(spaced_words(folder, name)); };
        add(named.name);
        std::for_each(named.aliases.begin(), named.aliases.end(), add);
        for (const geodata::LocalName& local : named.local) {
            add(local.name);
        }
        return entry;
    };
    for (const geodata::CountryName& country : gazetteer.places.countries()) {
        countries_.push_back(entry_of(country));
        countries_.back().names.push_back(spaced_words(folder, country.code));
    }
    for (const geodata::Place& place : gazetteer.places.all()) {
        places_.push_back(entry_of(place));
        places_.back().rank = static_cast<int>(place.rank);
    }
}

std::vector<std::size_t> NameIndex::found(const std::vector<Entry>& entries, const std::vector<FoldedWord>& asked,
                                          std::size_t most) {
    std::vector<std::tuple<bool, int, std::size_t>> order;  // not the beginning of the English name, rank, position
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (std::any_of(entry.names.begin(), entry.names.end(),
                        [&](const std::string& name) { return has_words(name, asked); })) {
            order.emplace_back(!entry.names.front().starts_with(' ' + asked.front().word), entry.rank, i);
        }
    }
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), most));
    std::vector<std::size_t> positions;
    for (const auto& [later, rank, i] : order) {
        positions.push_back(i);
    }
    return positions;
}

std::vector<std::size_t> NameIndex::countries(const std::vector<FoldedWord>& asked, std::size_t most) const {
    return found(countries_, asked, most);
}

std::vector<std::size_t> NameIndex::places(const std::vector<FoldedWord>& asked, std::size_t most) const {
    return found(places_, asked, most);
}

}  // namespace events
