// What there is to know about one ring, in the plane of degrees (longitude as x, latitude as y).
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/coords.h"

namespace geodata {

/// Drops what is not a number and points that repeat the one before, and closes the ring. Afterwards a ring that
/// encloses anything has at least four points.
void tidy(Ring& ring);

/// Square degrees; positive for a counter-clockwise ring. Open and closed rings give the same (shoelace formula).
[[nodiscard]] double signed_area_deg2(const Ring& ring);

/// The area of the outer ring less that of the holes, in square degrees; never negative.
[[nodiscard]] double area_deg2(const Polygon& polygon);

/// Whether a ray from `at` to the east crosses the edge an odd number of times: that is, once or not. `south` is the
/// end with the smaller latitude. The edge holds its southern end and not its northern one, and a point on it lies
/// east of it, so that of two areas that share the edge exactly one holds the point.
[[nodiscard]] inline bool ray_crosses(LonLat at, LonLat south, LonLat north) {
    return south.lat <= at.lat && at.lat < north.lat &&
           at.lon < south.lon + (at.lat - south.lat) * (north.lon - south.lon) / (north.lat - south.lat);
}

/// Even-odd rule; the ring is closed.
[[nodiscard]] bool ring_contains(const Ring& ring, LonLat at);

}  // namespace geodata
