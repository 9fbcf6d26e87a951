#include "geodata/cap_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geodata {

namespace {

constexpr double rad_per_deg = std::numbers::pi / 180.0;

}  // namespace

// Spherical trigonometry as in Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 5-3, 5-4 to 5-6.
CapFrame::CapFrame(LonLat centre)
    : centre_lon_deg_{centre.lon},
      sin_lat_{std::sin(centre.lat * rad_per_deg)},
      cos_lat_{std::cos(centre.lat * rad_per_deg)} {}

Bearing CapFrame::bearing(LonLat at) const {
    const double lat = at.lat * rad_per_deg;
    const double lon = (at.lon - centre_lon_deg_) * rad_per_deg;
    const double north = cos_lat_ * std::sin(lat) - sin_lat_ * std::cos(lat) * std::cos(lon);
    const double east = std::cos(lat) * std::sin(lon);
    const double up = sin_lat_ * std::sin(lat) + cos_lat_ * std::cos(lat) * std::cos(lon);
    return {std::atan2(std::hypot(north, east), up) / rad_per_deg, std::atan2(east, north) / rad_per_deg};
}

LonLat CapFrame::at(Bearing bearing) const {
    const double c = bearing.distance_deg * rad_per_deg;
    const double azimuth = bearing.azimuth_deg * rad_per_deg;
    const double sin_lat = sin_lat_ * std::cos(c) + cos_lat_ * std::sin(c) * std::cos(azimuth);
    const double east = std::sin(c) * std::sin(azimuth);
    const double up = cos_lat_ * std::cos(c) - sin_lat_ * std::sin(c) * std::cos(azimuth);
    const double lon = centre_lon_deg_ + std::atan2(east, up) / rad_per_deg;
    return {std::remainder(lon, 360.0), std::asin(std::clamp(sin_lat, -1.0, 1.0)) / rad_per_deg};
}

}  // namespace geodata
