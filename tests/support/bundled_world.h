// The world that the program bundles, loaded once for all tests of a program.
#pragma once

#include "app/jobs/load_world.h"
#include "app/scene/link_layout.h"
#include "app/state/command.h"

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace support {

struct BundledWorld {
    app::World world;
    app::ProjectedMap map;
    app::BorderCrossings crossings;
};

inline const BundledWorld& bundled() {
    static const BundledWorld bundled = [] {
        app::LoadedWorld loaded = app::load_world({}, std::filesystem::path{CARAVAN_SOURCE_DIR} / "data");
        if (loaded.world.events->size() == 0) {
            throw std::runtime_error("the bundled data holds no events");
        }
        BundledWorld result{std::move(loaded.world), *loaded.map, {}};
        result.crossings = app::border_crossings(result.world);
        return result;
    }();
    return bundled;
}

/// The bundled map in a window of so many points, fitted to the region, on the day with which the program opens.
inline app::AppState bundled_state(float width_pt = 1920.0F, float height_pt = 1080.0F) {
    const app::World& world = bundled().world;
    app::AppState state;
    state.camera.size = {width_pt, height_pt};
    state.reduced_motion = true;
    state.time.playhead = app::opening_day(*world.events, state.time.trail_days);
    return app::reduce(state, app::Fit{}, world);
}

}  // namespace support
