// The land of a boundary set as cells of the world.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/water_mask.h"

namespace geodata::gdal {

/// Every cell that a country touches is land. Takes about half a second for the bundled boundaries. Throws
/// std::runtime_error when GDAL has no memory for the raster.
[[nodiscard]] LandRaster rasterised_land(const BoundarySet& boundaries);

}  // namespace geodata::gdal
