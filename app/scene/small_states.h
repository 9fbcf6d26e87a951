// Countries too small to be seen at a scale: the map marks them, so that they can be seen and clicked all the same.
#pragma once

#include "app/state/world.h"
#include "render/camera.h"

#include <optional>
#include <vector>

namespace app {

/// A state whose land is worth less than a square of six points at this scale. Those outside of the region count only
/// where the map is near enough that they would not be a crowd; what has no capital (a base, an uninhabited island, a
/// disputed glacier) is no state.
[[nodiscard]] bool is_small_state(const World& world, std::size_t country, const render::Camera& camera);

struct SmallState {
    geodata::CountryId country{};
    render::ScreenPt at;
};
/// Those in the window.
[[nodiscard]] std::vector<SmallState> small_states(const World& world, const render::Camera& camera);

/// The one whose mark lies within `reach_pt` of a point, the nearest of several.
[[nodiscard]] std::optional<geodata::CountryId> small_state_at(const World& world, const render::Camera& camera,
                                                               render::ScreenPt at, float reach_pt);

}  // namespace app
