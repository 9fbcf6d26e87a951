// Where a name stands in a polygon.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/coords.h"

namespace geodata {

/// The pole of inaccessibility: the point inside that is farthest from any edge, to within 2 % of the polygon's
/// smaller side; longitudes count by the cosine of the middle latitude. Quadtree search after V. Agafonkin, "A new
/// algorithm for finding a visual center of a polygon" (Mapbox, 2016). Polygons of many points are thinned first, so
/// that the cost is bounded. A polygon without a ring gives (0, 0).
[[nodiscard]] LonLat label_point(const Polygon& polygon);

}  // namespace geodata
