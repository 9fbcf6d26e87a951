// Links between the same places and marks at the same place, set apart: curves fan out, marks stand side by side.
#pragma once

#include "app/scene/link_layout.h"
#include "geodata/coords.h"

#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace app {

/// A place as a key, two kilometres wide: links between equal keys belong to one fan.
using PlaceKey = std::pair<int, int>;
[[nodiscard]] PlaceKey key_of(geodata::LonLat at);

/// A link that has a hub or is nothing but a mark, and the place that this stands for.
struct PendingHub {
    std::size_t link = 0;
    geodata::LonLat at;
};

/// An arc still to be bent: how far depends on how many share its ends.
struct PendingArc {
    std::size_t link = 0;
    geodata::LonLat from;
    geodata::LonLat to;
    bool to_hub = false;  ///< it ends at its link's hub, which may stand beside `to`
    bool ghost = false;
    bool straight = false;
    float cut_end_pt = 0.0F;
    double joined = -std::numeric_limits<double>::infinity();  ///< days: as of LinkLayout::joined
    bool kept_free = false;  ///< not drawn, but the others keep their places as if it were
};

/// Where a place is on screen; nothing where the map does not show it.
using OnScreen = std::function<std::optional<render::ScreenPt>(geodata::LonLat)>;

/// Puts hubs and marks where they stand: alone at their place, several about it, 28 points from each other.
void place_hubs(std::span<const PendingHub> hubs, const OnScreen& on_screen, LinkScene& scene);

/// Bends the arcs, in the order of their links, and gives them to their links; ends of more than two at a place keep
/// off it in a ring. Curves of the crowded have fewer points: flattened to within `tolerance_pt`.
void bend_arcs(std::vector<PendingArc> arcs, const OnScreen& on_screen, float tolerance_pt, LinkScene& scene);

/// Moves air routes off others between the same two places, eight points to either side in turn: the first one keeps to
/// its great circle. Lanes and corridors keep to the sea and to their towns.
void set_air_routes_apart(LinkScene& scene);

/// Where the k-th of so many marks at a place stands, from the place; k < count.
[[nodiscard]] render::ScreenPt beside_place(std::size_t k, std::size_t count);

}  // namespace app
