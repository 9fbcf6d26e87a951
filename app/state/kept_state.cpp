#include "app/state/kept_state.h"

namespace app {

KeptState kept_state_of(const AppState& state, const World& world) {
    KeptState kept;
    kept.fullscreen = state.fullscreen;
    kept.theme = state.theme->name;
    kept.worldview = state.ground.worldview;
    kept.projection = state.ground.projection;
    kept.labels = state.labels;
    kept.bundles = state.bundles;
    kept.ui_scale = state.ui_scale;
    kept.legend_shown = state.legend_shown;
    kept.time = state.time;
    kept.time.playing = false;
    kept.time.pace.reset();
    kept.year_only_shown = state.year_only_shown;
    kept.focus = state.focus;
    kept.filter = state.filter;
    const render::Camera& aim = state.flight ? state.flight->to : state.camera;
    if (const auto center = world.projection->lonlat_from_world(aim.center)) {
        kept.view = KeptView{*center, aim.metres_per_pt};
    }
    for (const events::KindId kind : state.hidden_kinds) {
        kept.hidden_kinds.push_back(world.events->kinds()[kind].name);
    }
    return kept;
}

}  // namespace app
