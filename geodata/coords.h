// The two spaces in which Caravan says where something is.
//
//   LonLat    degrees on WGS 84, longitude first.          WorldXY   metres in the chosen projection.
//
//             lat +90                                                y (north)
//               |                                                    |
//   lon -180 ---+--- lon +180                                        +----- x (east)
//               |                                            origin: the projection's own
//             lat -90
//
// A third one, ScreenPt (logical points from the top left of the window), lives in render/camera.h.
#pragma once

#include <compare>

namespace geodata {

/// A position on WGS 84 in degrees: lon in [-180, 180], lat in [-90, 90].
struct LonLat {
    double lon = 0.0;
    double lat = 0.0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// A position in the plane of the projection, in metres; x points east, y points north at its centre.
struct WorldXY {
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const WorldXY&, const WorldXY&) = default;
};

}  // namespace geodata
