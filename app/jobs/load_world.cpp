#include "app/jobs/load_world.h"

#include "app/input/today.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace app {

namespace {

/// What the axis shows when no event has a date: a month to either side of the day asked for, or of today.
events::DaySpan days_without_dates(const Options& options) {
    constexpr double month = 30.0;
    const double middle = std::floor(options.at_day.value_or(today()));
    return {middle - month, middle + month};
}

double ms_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

StartedWorld start_world(const Options& options, const std::filesystem::path& data_folder) {
    StartedWorld started;
    LoadedWorld& loaded = started.loaded;
    auto gazetteer = events::load_gazetteer(data_folder);  // short, and the ground's views are named by it
    geodata::append_problems(loaded.world.problems, gazetteer.problems);
    loaded.world.gazetteer = std::move(gazetteer.value);
    std::vector<std::filesystem::path> files = options.files;
    if (files.empty()) {
        files.push_back(data_folder / "events");
    }
    started.events =
        std::make_unique<EventLoading>(std::move(files), loaded.world.gazetteer, days_without_dates(options));
    set_events(loaded.world, started.events->nothing_yet());
    const Ground ground = load_ground(ground_of(options), loaded.world.gazetteer.places, data_folder);
    if (!options.theme_file.empty()) {
        auto theme = theme_from_file(options.theme_file);
        geodata::append_problems(loaded.world.problems, theme.problems);
        loaded.own_theme = std::move(theme.value);
    }
    set_ground(loaded.world, ground);
    loaded.map = ground.map;
    return started;
}

void put_events(World& world, const LoadedEvents& events) {
    set_events(world, events.store);
    // Those of the ground are the last ones.
    world.problems.insert(world.problems.end() - static_cast<std::ptrdiff_t>(world.ground_problems),
                          events.problems.begin(), events.problems.end());
}

LoadedWorld load_world(const Options& options, const std::filesystem::path& data_folder) {
    const auto start = std::chrono::steady_clock::now();
    StartedWorld started = start_world(options, data_folder);
    const LoadedEvents events = started.events->take();
    put_events(started.loaded.world, events);
    started.loaded.events_ms = events.took_ms;
    started.loaded.load_ms = ms_since(start);
    return std::move(started.loaded);
}

}  // namespace app
