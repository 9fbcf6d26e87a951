// The small gazetteer of tests/fixtures/events/gazetteer, which tests use so that the real one may change.
#pragma once

#include "events/load.h"
#include "geodata/problem.h"

#include <doctest/doctest.h>

#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace events_test {

inline std::filesystem::path fixtures() {
    return std::filesystem::path{CARAVAN_SOURCE_DIR} / "tests/fixtures/events";
}

inline const events::Gazetteer& gazetteer() {
    static const auto loaded = events::load_gazetteer(fixtures() / "gazetteer");
    REQUIRE(loaded.problems.empty());
    return loaded.value;
}

using Store = geodata::Loaded<std::shared_ptr<const events::EventStore>>;

inline Store load(std::string_view text, std::string_view name = "test.json") {
    return events::load_events_from_text(text, name, gazetteer());
}

inline std::vector<std::string> lines(const std::vector<geodata::Problem>& problems) {
    std::vector<std::string> result;
    for (const geodata::Problem& problem : problems) {
        result.push_back(geodata::text_from_problem(problem));
    }
    return result;
}

/// Loads one event and expects nothing to be wrong with it. Its store lives on behind it, as long as the tests.
inline events::Event load_one(std::string_view text) {
    static std::deque<Store> stores;
    const Store& store = stores.emplace_back(load(text));
    CHECK(lines(store.problems) == std::vector<std::string>{});
    REQUIRE(store.value->size() == 1);
    return store.value->all().front();
}

}  // namespace events_test
