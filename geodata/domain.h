// The part of the Earth that a projection can show, and what to do with shapes that leave it.
//
//   LonLatWindow                                Cap
//   +--------------------+  north               .  - .      all that lies within `radius_deg` of the centre:
//   |         |          |                    /       \     a hemisphere for the globe, nearly everything
//   |     middle_lon     |                   |    +    |    for an azimuthal equal-area map
//   +--------------------+  south             \       /
//   <-- half width each -->                     ' - '
//
// A window of half a width of 180 degrees is cut where its two sides meet, opposite to its middle. All shapes are
// WGS 84 degrees that never step over the antimeridian, as BoundarySet holds them; edges are straight in the plane of
// degrees. Distances are those on a sphere of the geodetic latitudes.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/coords.h"

#include <variant>
#include <vector>

namespace geodata {

/// Just short of where the two sides of the world meet (a tenth of a metre), so that a point on either side is told
/// from one on the other.
inline constexpr double whole_half_width_deg = 179.999999;

struct LonLatWindow {
    double middle_lon = 0.0;                       ///< in [-180, 180]
    double half_width_deg = whole_half_width_deg;  ///< up to whole_half_width_deg
    double south = -90.0;
    double north = 90.0;
    friend bool operator==(const LonLatWindow&, const LonLatWindow&) = default;
};

struct Cap {
    LonLat centre;
    double radius_deg = 90.0;  ///< above 0, below 180
    friend bool operator==(const Cap&, const Cap&) = default;
};

using Domain = std::variant<LonLatWindow, Cap>;

/// Whether the domain holds a position; its edge belongs to it.
[[nodiscard]] bool contains(const Domain& domain, LonLat at);
/// True only if all of the box lies inside; cheap, and false for some boxes that do.
[[nodiscard]] bool surely_contains(const Domain& domain, const LonLatBox& box);
/// The same for the box around a line or a ring.
[[nodiscard]] bool surely_contains(const Domain& domain, const std::vector<LonLat>& points);

/// Along the domain's edge, closed, no two points further apart than half a degree of it. Longitudes go on over 180.
[[nodiscard]] Ring edge_of(const Domain& domain);

/// No edge is longer than this along a parallel or a meridian after densify().
inline constexpr double dense_step_deg = 0.5;

/// Puts points on long edges, at whole multiples of the step along the longer of their two directions, so that the edge
/// bends as the projection does. They depend on nothing but the edge's ends: two countries get the same ones on the
/// border that they share, whichever way each goes round, and so do edges that overlap on one parallel or meridian.
[[nodiscard]] std::vector<LonLat> densify(const std::vector<LonLat>& points);
/// The same for every ring and line. Bounds stay what they were.
void densify(BoundaryData& data);

/// What the domain shows of a polygon, as polygons whose rings are closed along its edge; none where it shows nothing.
/// Fill them by the even-odd rule: a ring may run along the edge more than once. Dense where anything was cut.
[[nodiscard]] std::vector<Polygon> clip(const Polygon& polygon, const Domain& domain);

/// What the domain shows of a line, in order; each part ends where the line leaves it.
[[nodiscard]] std::vector<std::vector<LonLat>> clip(const std::vector<LonLat>& line, const Domain& domain);

}  // namespace geodata
