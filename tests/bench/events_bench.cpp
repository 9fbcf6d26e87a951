// Events: from text to a store, and from a store to what a window of time shows.
#include "app/commands/generated_events.h"
#include "events/event_store.h"
#include "events/load.h"
#include "tests/bench/bundled.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr double days_of_history = 36500.0;
constexpr double trail_days = 30.0;

/// Events over a hundred years; most take a few days, one in fifty runs for years, as in files from real life.
events::EventStore made_store(std::size_t count) {
    std::mt19937 random{20250520U};
    const auto part = [&] { return static_cast<double>(random()) / 4294967296.0; };
    std::vector<events::Event> made(count);
    for (events::Event& event : made) {
        const double start = part() * days_of_history;
        const double length = random() % 50 == 0 ? 3650.0 * part() : 5.0 * part();
        event.date.emplace();
        event.date->strict = {start, start + length};
        event.date->fuzzy = event.date->strict;
        event.kind = events::KindId{static_cast<std::uint16_t>(random() % 10)};
        event.parties.resize(2);
        event.parties[0].code = random() % 2 == 0 ? "PAK" : "IND";
        event.parties[1].code = random() % 2 == 0 ? "BGD" : "KAZ";
    }
    return {events::KindTable{}, std::move(made), {}};
}

const events::EventStore& store_of(std::size_t count) {
    static std::map<std::size_t, events::EventStore> stores;
    const auto found = stores.find(count);
    return found != stores.end() ? found->second : stores.emplace(count, made_store(count)).first->second;
}

/// A trail of 30 days that goes through all of history, as in scrubbing.
void query(benchmark::State& state, const std::vector<events::KindId>& hidden,
           const std::vector<std::string>& countries) {
    const events::EventStore& store = store_of(static_cast<std::size_t>(state.range(0)));
    double day = 0.0;
    std::size_t found = 0;
    for (auto _ : state) {
        day += 911.0;
        day = day < days_of_history ? day : day - days_of_history;
        const auto matching = store.matching({{day, day + trail_days}, hidden, countries});
        found += matching.size();
        benchmark::DoNotOptimize(matching.data());
    }
    state.counters["found"] = benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}
void query_window(benchmark::State& state) {
    query(state, {}, {});
}
void query_two_kinds_hidden(benchmark::State& state) {
    query(state, {events::KindId{0}, events::KindId{3}}, {});
}
void query_one_country(benchmark::State& state) {
    query(state, {}, {"KAZ"});
}
BENCHMARK(query_window)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(query_two_kinds_hidden)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(query_one_country)->Arg(100'000)->Unit(benchmark::kMicrosecond);

std::string text_of(int count) {
    const app::TemporaryFile file = app::generated_events_file(count, 5.0);
    std::ifstream in{file.path(), std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void parse_events(benchmark::State& state) {
    const std::string text = text_of(static_cast<int>(state.range(0)));
    const events::Gazetteer& gazetteer = bench::bundled().world.gazetteer;
    for (auto _ : state) {
        const auto loaded = events::load_events_from_text(text, "made.json", gazetteer);
        if (loaded.value->size() != static_cast<std::size_t>(state.range(0))) {
            state.SkipWithError("events are missing");
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(parse_events)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
