// The numbers that the pair view's rows have, on the map: a disc on each link between the selected countries.
#pragma once

#include "app/scene/link_layout.h"
#include "app/state/app_state.h"

#include <cstddef>
#include <span>
#include <vector>

namespace app {

/// Half across, in points.
inline constexpr float number_disc_pt = 9.5F;

struct NumberDisc {
    events::EventIndex event{};
    std::size_t number = 0;  ///< from 1, as in the pair view
    render::ScreenPt at;
    friend bool operator==(const NumberDisc&, const NumberDisc&) = default;
};

/// One for each event between the countries that has a link of its own in view: near the middle of its first path, off
/// its seal, or beside its hub. None lies on another one, on a panel (`covered`) or beside the screen; an event without
/// such a place has none. Empty without the pair view.
[[nodiscard]] std::vector<NumberDisc> pair_numbers(const AppState& state, const World& world, const LinkScene& scene,
                                                   std::span<const render::RectPt> covered);

}  // namespace app
