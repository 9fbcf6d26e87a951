#include "tests/bench/bundled.h"

#include "app/state/command.h"

#include <filesystem>

namespace bench {

const app::LoadedWorld& bundled() {
    static const app::LoadedWorld loaded =
        app::load_world(app::Options{}, std::filesystem::path{CARAVAN_SOURCE_DIR} / "data");
    return loaded;
}

const app::AppState& showing_all() {
    static const app::AppState state = [] {
        app::AppState all;
        all.reduced_motion = true;
        all.camera.size = {1920.0F, 1080.0F};
        all.time.mode = app::WindowMode::All;
        return app::reduce(all, app::Fit{}, bundled().world);
    }();
    return state;
}

}  // namespace bench
