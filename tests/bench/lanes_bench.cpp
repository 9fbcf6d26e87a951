// How long ships look for their way over the seas of the bundled map.
#include "geodata/gdal/rasterise_land.h"
#include "geodata/sea_lane.h"
#include "tests/bench/bundled.h"

#include <benchmark/benchmark.h>

#include <array>
#include <string_view>
#include <vector>

namespace {

using geodata::LonLat;

struct Voyage {
    const char* name;
    LonLat from;
    LonLat to;
    std::array<std::string_view, 2> closed{};  // passages by id
};
constexpr LonLat mumbai{72.85, 18.95};
constexpr LonLat rotterdam{4.05, 51.98};
constexpr LonLat shanghai{121.8, 31.2};
constexpr LonLat new_york{-74.0, 40.6};
constexpr std::array<Voyage, 8> voyages{{
    {"Karachi to Chattogram", {66.99, 24.82}, {91.80, 22.30}},
    {"Mumbai to Rotterdam", mumbai, rotterdam},
    {"Mumbai to Rotterdam, round the Cape", mumbai, rotterdam, {"suez"}},
    {"Shanghai to New York", shanghai, new_york},
    {"Shanghai to New York, no canal open", shanghai, new_york, {"suez", "panama"}},
    {"Sydney to Rotterdam", {151.25, -33.86}, rotterdam},
    {"Vladivostok to Odesa, round the Cape", {131.9, 43.1}, {30.75, 46.5}, {"suez"}},
    {"Mumbai to Dammam, no way", mumbai, {50.2, 26.5}, {"hormuz"}},
}};

const geodata::WaterMask& mask() {
    static const geodata::WaterMask made{geodata::gdal::rasterised_land(*bench::bundled().world.boundaries),
                                         bench::bundled().world.gazetteer.passages};
    return made;
}

void sea_lane(benchmark::State& state) {
    const Voyage& voyage = voyages[static_cast<std::size_t>(state.range(0))];
    std::vector<geodata::PassageId> closed;
    for (const std::string_view id : voyage.closed) {
        if (const auto passage = bench::bundled().world.gazetteer.passages.find(id)) {
            closed.push_back(*passage);
        }
    }
    state.SetLabel(voyage.name);
    for (auto _ : state) {
        benchmark::DoNotOptimize(geodata::sea_lane(mask(), voyage.from, voyage.to, closed).points.data());
    }
}
BENCHMARK(sea_lane)->DenseRange(0, static_cast<int>(voyages.size()) - 1)->Unit(benchmark::kMillisecond);

}  // namespace
