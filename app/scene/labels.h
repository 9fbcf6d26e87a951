// Everything that would like a name on the map now. label_placement decides which of it gets a place.
#pragma once

#include "app/scene/label.h"
#include "app/scene/label_placement.h"
#include "app/scene/link_layout.h"
#include "app/scene/name_ground.h"
#include "app/scene/water_places.h"
#include "app/state/app_state.h"

#include <string_view>
#include <vector>

namespace app {

/// Countries, towns, waters and links, in the languages that the state asks for. `ground` says where countries have
/// room, `waters` which lakes and rivers there are; without them names stand at fixed points, and seas alone are named.
/// What `memory` knows to be shown may stay where it is.
[[nodiscard]] std::vector<LabelCandidate> label_candidates(const AppState& state, const World& world,
                                                           const LinkScene& links, const NameGround& ground,
                                                           const WaterNames& waters, const MeasureExtent& measure,
                                                           const LabelMemory& memory);

/// Boxes around what names must not cover even where they may stand on links: heads of visits under way, hubs, seals.
[[nodiscard]] std::vector<render::RectPt> link_obstacles(const AppState& state, const World& world,
                                                         const LinkScene& links);

/// What a link's label says of a title: of a long one what stands before its first comma, if that says something; the
/// card has all of it.
[[nodiscard]] std::string_view short_title(std::string_view title);

}  // namespace app
