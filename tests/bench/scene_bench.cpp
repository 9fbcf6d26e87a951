// One frame's work on the processor: links, strokes and names, with all bundled events in the window.
#include "app/scene/labels.h"
#include "app/scene/link_layout.h"
#include "app/scene/pack_links.h"
#include "tests/bench/bundled.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

const std::vector<events::EventIndex>& shown() {
    static const auto events = app::visible_events(bench::showing_all(), bench::bundled().world);
    return events;
}

const app::BorderCrossings& crossings() {
    static const auto found = app::border_crossings(bench::bundled().world);
    return found;
}

app::LinkScene laid_out() {
    return app::layout_links(shown(), bench::bundled().world, crossings(), bench::showing_all().camera);
}

/// As wide as Inter is on average: names are placed without a font.
render::text::TextExtent rough_extent(std::string_view text, const render::text::TextStyle& style) {
    return {static_cast<float>(text.size()) * style.size_pt * (0.56F + style.spacing_em), style.size_pt * 0.8F,
            style.size_pt * 0.26F};
}

const render::RingSet& rings() {
    static const render::RingSet set = app::rings_for_names(*bench::bundled().map, 1000.0);
    return set;
}

app::NameGround surveyed() {
    return app::NameGround::survey(rings(), bench::bundled().world.boundaries->countries().size(),
                                   bench::showing_all().camera, {});
}

void survey_names(benchmark::State& state) {
    (void)rings();
    for (auto _ : state) {
        const auto ground = surveyed();
        benchmark::DoNotOptimize(ground.room_of(0));
    }
}
BENCHMARK(survey_names)->Unit(benchmark::kMicrosecond);

void border_crossings(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::border_crossings(bench::bundled().world));
    }
}
BENCHMARK(border_crossings)->Unit(benchmark::kMicrosecond);

void layout_links(benchmark::State& state) {
    (void)laid_out();  // loads what is kept
    for (auto _ : state) {
        const auto scene = laid_out();
        benchmark::DoNotOptimize(scene.links.data());
    }
    state.counters["events"] = static_cast<double>(shown().size());
}
BENCHMARK(layout_links)->Unit(benchmark::kMicrosecond);

void pack_links(benchmark::State& state) {
    const auto scene = laid_out();
    std::size_t vertices = 0;
    for (auto _ : state) {
        const auto batch = app::pack_links(scene, bench::showing_all(), bench::bundled().world);
        vertices = batch.vertices().size();
        benchmark::DoNotOptimize(batch.vertices().data());
    }
    state.counters["vertices"] = static_cast<double>(vertices);
}
BENCHMARK(pack_links)->Unit(benchmark::kMicrosecond);

void label_candidates(benchmark::State& state) {
    const auto scene = laid_out();
    const auto ground = surveyed();
    for (auto _ : state) {
        const auto candidates =
            app::label_candidates(bench::showing_all(), bench::bundled().world, scene, ground, {}, rough_extent, {});
        benchmark::DoNotOptimize(candidates.data());
    }
}
BENCHMARK(label_candidates)->Unit(benchmark::kMicrosecond);

void place_labels(benchmark::State& state) {
    const auto scene = laid_out();
    const auto ground = surveyed();
    const auto candidates =
        app::label_candidates(bench::showing_all(), bench::bundled().world, scene, ground, {}, rough_extent, {});
    app::LabelMemory memory;
    std::size_t placed_count = 0;
    for (auto _ : state) {
        const auto placed = app::place_labels(candidates, {4.0F, 4.0F, 1916.0F, 1076.0F}, {}, scene, memory, {});
        placed_count = placed.size();
        benchmark::DoNotOptimize(placed.data());
    }
    state.counters["candidates"] = static_cast<double>(candidates.size());
    state.counters["placed"] = static_cast<double>(placed_count);
}
BENCHMARK(place_labels)->Unit(benchmark::kMicrosecond);

}  // namespace
