// Boundaries to triangles and ribbons: projected once, then packed for each level of detail. Pure; no OpenGL.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/projection.h"
#include "render/layers/base_map_geometry.h"

#include <vector>

namespace app {

using WorldRing = std::vector<geodata::WorldXY>;
/// An outer ring and its holes.
using WorldPolygon = std::vector<WorldRing>;

/// A polyline of the base map in the plane.
struct WorldLine {
    render::LineRole role = render::LineRole::Coast;
    std::uint32_t country = 0;  ///< whose tone its underlay takes
    WorldRing points;
};

/// All shapes of a boundary set in the plane of the projection, in metres.
struct ProjectedMap {
    std::vector<std::vector<WorldPolygon>> countries;  ///< in the order of BoundarySet::countries()
    std::vector<WorldPolygon> disputed;
    std::vector<WorldPolygon> lakes;
    std::vector<WorldLine> lines;
    WorldRing rim;  ///< where the map ends; closed
};

/// Projects everything and tells coasts from borders. Shapes are cut where the projection's domain ends: polygons are
/// closed along the rim, lines end there. Edges come out straight; geodata::densify() lets long ones bend.
[[nodiscard]] ProjectedMap project_map(const geodata::BoundarySet& boundaries, const geodata::Projection& projection);

/// Adds the rim of the map to a set; nothing where the map has none. It is not snapped: on a smooth line that would
/// show.
void pack_rim(const ProjectedMap& map, std::uint16_t value, render::RingSet& set);

/// Adds the countries' rings, snapped to a grid of `grid_m` metres; values are the countries' numbers.
void pack_countries(const ProjectedMap& map, double grid_m, render::RingSet& set);

/// Adds the rings of the disputed areas to a set; each has a value of its own from `first_value` on, as they may
/// overlap.
void pack_disputed(const ProjectedMap& map, double grid_m, std::uint16_t first_value, render::RingSet& set);

/// Triangles and ribbons at one level of detail. Every vertex is snapped to a grid of `grid_m` metres (0: not at all)
/// and repeats are dropped; since the grid depends on nothing but the position, borders that two countries share stay
/// shared and no gap opens between them. The graticule and the rim are not snapped: on a smooth line it would show.
[[nodiscard]] render::BaseMapGeometry pack_base_map(const ProjectedMap& map, double grid_m);

}  // namespace app
