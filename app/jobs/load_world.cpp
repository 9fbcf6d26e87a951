#include "app/jobs/load_world.h"

#include "app/platform/read_file.h"

#include <chrono>
#include <cmath>
#include <future>

namespace app {

namespace {

/// What the axis shows when no event has a date: a month to either side of the day asked for, or of today.
events::DaySpan days_without_dates(const Options& options) {
    using days = std::chrono::duration<double, std::ratio<86400>>;
    constexpr double month = 30.0;
    const double now = std::chrono::duration_cast<days>(std::chrono::system_clock::now().time_since_epoch()).count();
    const double middle = std::floor(options.at_day.value_or(now));
    return {middle - month, middle + month};
}

double ms_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

LoadedWorld load_world(const Options& options, const std::filesystem::path& data_folder) {
    const auto start = std::chrono::steady_clock::now();
    LoadedWorld loaded;
    auto gazetteer = events::load_gazetteer(data_folder);  // short, and the ground's views are named by it
    geodata::append_problems(loaded.world.problems, gazetteer.problems);
    loaded.world.gazetteer = std::move(gazetteer.value);
    auto ground_ready = std::async(std::launch::async, load_ground, ground_of(options),
                                   std::cref(loaded.world.gazetteer.places), std::cref(data_folder));
    std::vector<std::filesystem::path> files = options.files;
    if (files.empty()) {
        files.push_back(data_folder / "events");
    }
    const auto events_start = std::chrono::steady_clock::now();
    auto events = events::load_events(files, loaded.world.gazetteer, days_without_dates(options),
                                      [](const std::filesystem::path& path) { return bytes_of_file(path); });
    loaded.events_ms = ms_since(events_start);
    set_events(loaded.world, std::move(events.value));
    geodata::append_problems(loaded.world.problems, events.problems);

    if (!options.theme_file.empty()) {
        auto theme = theme_from_file(options.theme_file);
        geodata::append_problems(loaded.world.problems, theme.problems);
        loaded.own_theme = std::move(theme.value);
    }
    const Ground ground = ground_ready.get();
    set_ground(loaded.world, ground);
    loaded.map = ground.map;
    loaded.load_ms = ms_since(start);
    return loaded;
}

}  // namespace app
