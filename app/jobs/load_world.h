// From files to a World that can be drawn: boundaries on one thread, events on another.
#pragma once

#include "app/jobs/event_loading.h"
#include "app/jobs/load_ground.h"
#include "app/jobs/theme_file.h"
#include "app/options.h"
#include "app/state/world.h"

#include <filesystem>
#include <memory>

namespace app {

struct LoadedWorld {
    World world;  ///< complete; problems say what could not be read and what stands in its place
    std::shared_ptr<const ProjectedMap> map;
    ThemePtr own_theme;      ///< from options.theme_file; null without one that can be used
    double load_ms = 0.0;    ///< all of it
    double events_ms = 0.0;  ///< reading and checking the event files
};

/// A world that waits for its events.
struct StartedWorld {
    LoadedWorld loaded;                    ///< has an empty store
    std::unique_ptr<EventLoading> events;  ///< is at work, or has finished
};

/// Loads what the options name, and the bundled data where they name nothing. Boundaries or a projection that cannot be
/// used are a problem, and the bundled ones stand in; the map does without lines or a raster that cannot. Throws
/// std::runtime_error when the bundled data itself is unusable.
[[nodiscard]] StartedWorld start_world(const Options& options, const std::filesystem::path& data_folder);

/// Puts events into a world, with the problems that they have.
void put_events(World& world, const LoadedEvents& events);

/// start_world, and waits for the events.
[[nodiscard]] LoadedWorld load_world(const Options& options, const std::filesystem::path& data_folder);

}  // namespace app
