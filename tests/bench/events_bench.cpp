// Events: from text to a store, and from a store to what a window of time shows.
#include "app/commands/generated_events.h"
#include "events/event_store.h"
#include "events/json/bare_pass.h"
#include "events/load.h"
#include "tests/bench/bundled.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
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
    std::vector<events::EventDraft> made(count);
    for (events::EventDraft& event : made) {
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
    return {events::KindTable{}, made, {}};
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

const std::string& text_of(int count) {
    static std::map<int, std::string> texts;
    std::string& text = texts[count];
    if (text.empty()) {
        const app::TemporaryFile file = app::generated_events_file(count, 5.0);
        std::ifstream in{file.path(), std::ios::binary};
        text.assign(std::istreambuf_iterator<char>{in}, {});
    }
    return text;
}

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void bare_pass(benchmark::State& state) {
    const std::string& text = text_of(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        if (!events::json::bare_pass(text)) {
            state.SkipWithError("not JSON");
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(bare_pass)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// From bytes in memory to a store. `of_bare_pass` is the time that it takes in bare passes, of which one is made
/// before each loading; `beside_letters` is the store's memory for an event without the letters of its texts.
void load_events(benchmark::State& state) {
    const std::string& text = text_of(static_cast<int>(state.range(0)));
    const events::Gazetteer& gazetteer = bench::bundled().world.gazetteer;
    const std::vector<std::filesystem::path> files{"made.json"};
    double bare_s = 0.0;
    double loading_s = 0.0;
    double bytes = 0.0;
    for (auto _ : state) {
        auto start = Clock::now();
        benchmark::DoNotOptimize(events::json::bare_pass(text));
        bare_s += seconds_since(start);
        events::FileBytes file{text, {}};
        start = Clock::now();
        const auto loaded =
            events::load_events(files, gazetteer, {0.0, 1.0}, [&](const auto&) { return std::move(file); });
        const double took_s = seconds_since(start);
        loading_s += took_s;
        state.SetIterationTime(took_s);
        bytes = static_cast<double>(loaded.value->bytes());
        if (loaded.value->size() != static_cast<std::size_t>(state.range(0))) {
            state.SkipWithError("events are missing");
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    state.counters["of_bare_pass"] = loading_s / bare_s;
    state.counters["beside_letters"] = bytes / static_cast<double>(state.range(0));
}
BENCHMARK(load_events)->Arg(1'000)->Arg(100'000)->Arg(1'000'000)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
