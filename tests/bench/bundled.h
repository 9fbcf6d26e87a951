// The bundled data, loaded once for all benchmarks.
#pragma once

#include "app/jobs/load_world.h"
#include "app/state/app_state.h"

namespace bench {

/// Everything that comes with the program.
[[nodiscard]] const app::LoadedWorld& bundled();

/// A window of 1920 x 1080 over the region, with every event in it.
[[nodiscard]] const app::AppState& showing_all();

}  // namespace bench
