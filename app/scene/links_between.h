// How far links between countries reach beyond them: what has to be in sight besides the countries themselves.
#pragma once

#include "app/state/app_state.h"
#include "geodata/bounds.h"

#include <span>
#include <string>

namespace app {

/// The box in the plane of all links shown now that run between these countries and touch no other, arcs and sea lanes
/// included; where goods pass through another country, that one does not count. `camera` shows the countries: how far
/// links bend aside depends on the scale a little. Empty where there are no such links.
[[nodiscard]] geodata::WorldBox box_of_links_between(std::span<const std::string> countries, const AppState& state,
                                                     const World& world, const render::Camera& camera);

}  // namespace app
