// The base map: what is under a point, and from boundaries to triangles.
#include "app/scene/pack_base_map.h"
#include "render/distance_field.h"
#include "tests/bench/bundled.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

namespace {

void country_at(benchmark::State& state) {
    const geodata::BoundarySet& boundaries = *bench::bundled().world.boundaries;
    // Steps that never meet again spread over the region evenly.
    double lon = 0.0;
    double lat = 0.0;
    std::size_t on_land = 0;
    for (auto _ : state) {
        lon = std::fmod(lon + 61.803398875, 100.0);
        lat = std::fmod(lat + 33.333791, 55.0);
        const auto found = boundaries.country_at({40.0 + lon, lat});
        on_land += found ? 1 : 0;
    }
    state.counters["on_land"] = benchmark::Counter(static_cast<double>(on_land), benchmark::Counter::kAvgIterations);
}
BENCHMARK(country_at);

void project_map(benchmark::State& state) {
    const app::World& world = bench::bundled().world;
    for (auto _ : state) {
        const auto map = app::project_map(*world.boundaries, *world.projection);
        benchmark::DoNotOptimize(map.lines.data());
    }
}
BENCHMARK(project_map)->Unit(benchmark::kMillisecond);

/// The argument is the grid in metres: the level of detail.
void pack_base_map(benchmark::State& state) {
    const app::ProjectedMap& map = *bench::bundled().map;
    for (auto _ : state) {
        auto packed = app::pack_base_map(map, static_cast<double>(state.range(0)));
        benchmark::DoNotOptimize(&packed);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(pack_base_map)->Arg(4000)->Arg(500)->Unit(benchmark::kMillisecond);

void distance_to_shape(benchmark::State& state) {
    constexpr int width = 1920;
    constexpr int height = 1080;
    std::vector<std::uint8_t> mask(static_cast<std::size_t>(width * height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double coast = 960.0 + 300.0 * std::sin(y / 70.0) + 60.0 * std::sin(y / 9.0);
            mask[static_cast<std::size_t>(y * width + x)] = x > coast ? 255 : 0;
        }
    }
    for (auto _ : state) {
        const auto distances = render::distance_to_shape(mask, width, height, 48.0F);
        benchmark::DoNotOptimize(distances.data());
    }
}
BENCHMARK(distance_to_shape)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
