// Finds out what part of the Earth a projection can show. What kind of projection it is gives the shape, as PROJ's
// description of each says; trying it out gives the limits.
#pragma once

#include "geodata/coords.h"
#include "geodata/domain.h"

#include <functional>
#include <span>
#include <string>

namespace geodata::gdal {

/// There and back, without any limits: what cannot be projected, or comes back as another place, becomes NaN. Both
/// spans have the same length. Metres.
using ThereAndBack = std::function<void(std::span<const LonLat> in, std::span<WorldXY> out)>;

/// `proj_text` is the projection as a PROJ string ("+proj=laea +lat_0=34 +lon_0=74"), as far as PROJ can say it; its
/// longitudes count from a prime meridian that lies `prime_meridian_deg` east of Greenwich (+pm is not read). All of
/// the domain projects there and back, as samples a degree apart tell; where nothing does, it is a window without
/// height.
///
///   azimuthal             a cap about the centre, as far as the projection goes, or its kind is any use
///   cylindrical and like  all longitudes about the middle one, as far north and south as the scale stays in bounds
///   conic                 the same; the wedge opens opposite to the middle
///   transverse            a window about the middle meridian
///   others                a cap in which nothing jumps, about the region or else about what they are made for
[[nodiscard]] Domain find_domain(const std::string& proj_text, const ThereAndBack& project,
                                 double prime_meridian_deg = 0.0);

}  // namespace geodata::gdal
