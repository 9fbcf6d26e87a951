// Distance and direction as seen from one place on the sphere.
#pragma once

#include "geodata/coords.h"

namespace geodata {

/// A position as seen from a centre.
struct Bearing {
    double distance_deg = 0.0;  ///< 0 to 180
    double azimuth_deg = 0.0;   ///< clockwise from north, -180 to 180
};

class CapFrame {
public:
    explicit CapFrame(LonLat centre);
    [[nodiscard]] Bearing bearing(LonLat at) const;
    [[nodiscard]] LonLat at(Bearing bearing) const;

private:
    double centre_lon_deg_, sin_lat_, cos_lat_;
};

}  // namespace geodata
