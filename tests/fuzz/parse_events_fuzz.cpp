// Any bytes as an event file, in each of its layouts: no crash, no endless loop, and what is said about it is fit for a
// terminal and for a second reading.
#include "events/load.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace {

const events::Gazetteer& gazetteer() {
    static const events::Gazetteer made = [] {
        std::vector<geodata::Place> places;
        places.push_back({"Islamabad", "PAK", {73.06, 33.7}, geodata::PlaceRank::Capital, {}});
        places.push_back({"Karachi", "PAK", {67.0, 24.9}, geodata::PlaceRank::Port, {}});
        places.push_back({"Dhaka", "BGD", {90.4, 23.7}, geodata::PlaceRank::Capital, {}});
        std::vector<geodata::CountryName> countries{{"PAK", "PK", "Pakistan", {}}, {"BGD", "BD", "Bangladesh", {}}};
        std::vector<events::Organisation> organisations{{.code = "SCO",
                                                         .name = "Shanghai Cooperation Organisation",
                                                         .seat = "BGD:Dhaka",
                                                         .members = {{"PAK", {17000.0, 20000.0}}},
                                                         .as_of = {},
                                                         .source = {}}};
        return events::Gazetteer{geodata::Places{std::move(places), std::move(countries)},
                                 events::Organisations{std::move(organisations)}};
    }();
    return made;
}

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void check(std::string_view bytes, std::string_view name) {
    const auto loaded = events::load_events_from_text(bytes, name, gazetteer());
    require(loaded.value != nullptr);
    for (const geodata::Problem& problem : loaded.problems) {
        require(!problem.what.empty() && problem.line >= 0 && problem.column >= 0);
        require(geodata::text_from_problem(problem).find_first_of("\n\r\x1b") == std::string::npos);
    }
    for (const events::Event& event : loaded.value->all()) {
        require(!event.id.empty() && !event.title.empty() && !event.date_words.empty());
        require(loaded.value->find(event.id).has_value());
        for (const events::RouteLeg& leg : event.path) {
            require(leg.points.size() >= 2);
        }
        for (const std::uint32_t source : event.sources) {
            require(source < loaded.value->sources().size());
        }
    }
    require(loaded.value->matching({}).size() == loaded.value->size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<char> bytes(data, data + size);
    check({bytes.data(), bytes.size()}, "fuzz.json");
    check({bytes.data(), bytes.size()}, "fuzz.ndjson");
    return 0;
}
