// The timeline of very many events: what is made once for a store, and what a zoom and a frame cost.
#include "app/panels/panel_places.h"
#include "app/panels/timeline_layout.h"
#include "app/panels/timeline_view.h"
#include "app/state/command.h"

#include <benchmark/benchmark.h>

#include <map>
#include <random>
#include <string_view>
#include <vector>

namespace {

const app::World& world_of(std::size_t count) {
    static std::map<std::size_t, app::World> worlds;
    app::World& world = worlds[count];
    if (!world.events) {
        std::mt19937 random{20250520U};
        const auto part = [&] { return static_cast<double>(random()) / 4294967296.0; };
        std::vector<events::EventDraft> made(count);
        for (events::EventDraft& event : made) {
            const double start = part() * 36500.0;
            const double length = random() % 50 == 0 ? 3650.0 * part() : 5.0 * part();
            event.date.emplace();
            event.date->strict = {start, start + length};
            event.date->fuzzy = {start - 3.0 * part(), start + length + 3.0 * part()};
            event.kind = events::KindId{static_cast<std::uint16_t>(random() % 10)};
            event.parties.resize(2);
            event.parties[0].code = random() % 2 == 0 ? "PAK" : "IND";
            event.parties[1].code = random() % 2 == 0 ? "BGD" : "KAZ";
        }
        world.boundaries = std::make_shared<const geodata::BoundarySet>();
        app::set_events(world, std::make_shared<const events::EventStore>(events::KindTable{}, made,
                                                                          std::vector<events::Source>{}));
    }
    return world;
}

/// As wide as Inter is on average.
float rough_width(std::string_view text, const render::text::TextStyle& style) {
    return static_cast<float>(text.size()) * style.size_pt * 0.56F;
}

app::AppState state_of(bool selected) {
    app::AppState state;
    state.camera.size = {1920.0F, 1080.0F};
    state.time.playhead = 18000.0;
    if (selected) {
        state.selection.countries = {"PAK"};
    }
    return state;
}

void timeline_index(benchmark::State& state) {
    const app::World& world = world_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::timeline_index(*world.events));
    }
}
BENCHMARK(timeline_index)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// A notch of the wheel and the frame behind it, in and out again, with a country selected.
void timeline_zoom(benchmark::State& state) {
    const app::World& world = world_of(static_cast<std::size_t>(state.range(0)));
    app::AppState shown = state_of(true);
    const app::EventDensity chosen = app::density_of_chosen(shown, world);
    const render::RectPt panel = app::panel_places(shown, world).timeline;
    int notch = 0;
    for (auto _ : state) {
        const bool nearer = notch++ % 60 < 30;
        shown = app::reduce(shown, app::ZoomTimeline{18000.0, nearer ? 1.25 : 0.8}, world);
        const app::TimelineBins bins = app::timeline_bins(shown, world, panel, chosen, *world.timeline);
        const app::TimelineLayout layout = app::timeline_layout(shown, world, panel, bins, 100, rough_width);
        benchmark::DoNotOptimize(layout.histogram_segments.data());
    }
}
BENCHMARK(timeline_zoom)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void timeline_frame(benchmark::State& state) {
    const app::World& world = world_of(static_cast<std::size_t>(state.range(0)));
    const app::AppState shown = state_of(true);
    const render::RectPt panel = app::panel_places(shown, world).timeline;
    const app::TimelineBins bins = app::timeline_bins(shown, world, panel);
    for (auto _ : state) {
        const app::TimelineLayout layout = app::timeline_layout(shown, world, panel, bins, 100, rough_width);
        benchmark::DoNotOptimize(layout.histogram_segments.data());
    }
}
BENCHMARK(timeline_frame)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

}  // namespace
