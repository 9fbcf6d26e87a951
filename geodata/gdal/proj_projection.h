// Projections by PROJ, through OGR's coordinate transformations.
#pragma once

#include "geodata/problem.h"
#include "geodata/projection.h"

#include <memory>
#include <string>

namespace geodata::gdal {

/// Lambert azimuthal equal-area (EPSG method 9820) centred on the region, on WGS 84.
inline constexpr const char* default_projection = "+proj=laea +lat_0=34 +lon_0=74 +datum=WGS84 +units=m";

/// Makes a projection from a PROJ string, an `EPSG:n` code or anything else that OGR's SetFromUserInput takes.
/// On failure the value is null and the problem says what PROJ says. One object must not be used by two threads at
/// once.
[[nodiscard]] Loaded<std::shared_ptr<const Projection>> make_projection(const std::string& definition);

}  // namespace geodata::gdal
