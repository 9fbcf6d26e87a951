// Finding a million events by their words.
#include "events/search_index.h"

#include <benchmark/benchmark.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr std::size_t event_count = 1'000'000;

std::string number_word(std::size_t i) {
    return "matter" + std::to_string(i % 50'000);
}

/// Titles that do not repeat, as the worst of files have them: nothing is shared but words.
std::shared_ptr<const events::EventStore> made_store() {
    static const auto store = [] {
        const std::array<const char*, 6> what{"Visit", "Talks", "Agreement", "Statement", "Trade", "Tension"};
        std::vector<events::EventDraft> made(event_count);
        for (std::size_t i = 0; i < made.size(); ++i) {
            made[i].title = std::string{what[i % 6]} + " on " + number_word(i * 7) + " and " + number_word(i / 3) +
                            ' ' + std::to_string(i);
            made[i].summary = "Said to be about " + number_word(i * 13);
            made[i].date.emplace();
            made[i].date->strict = {static_cast<double>(i % 36500), static_cast<double>(i % 36500) + 1.0};
            made[i].parties.resize(2);
            made[i].parties[0].name = i % 2 == 0 ? "Pakistan" : "India";
            made[i].parties[1].name = "Kazakhstan";
        }
        return std::make_shared<const events::EventStore>(events::KindTable{}, made, std::vector<events::Source>{});
    }();
    return store;
}

const events::SearchIndex& index() {
    static const std::atomic<bool> stop = false;
    static const events::SearchIndex index{made_store(), stop};
    return index;
}

void search_index(benchmark::State& state) {
    const auto store = made_store();
    const std::atomic<bool> stop = false;
    std::size_t bytes = 0;
    for (auto _ : state) {
        bytes = events::SearchIndex{store, stop}.bytes();
    }
    state.counters["bytes_per_event"] = static_cast<double>(bytes) / event_count;
}
BENCHMARK(search_index)->Unit(benchmark::kMillisecond);

void search(benchmark::State& state, const std::string& text) {
    (void)index();  // made before the clock runs
    std::size_t found = 0;
    for (auto _ : state) {
        found = index().find(text, 18000.0, 8).all;
    }
    state.counters["found"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(search, a_letter, "m")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, a_word, "matter777")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, three_words, "visit matter pakistan")->Unit(benchmark::kMillisecond);

}  // namespace
