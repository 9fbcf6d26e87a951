// Rasters of any format that GDAL reads.
#pragma once

#include "geodata/problem.h"
#include "geodata/raster.h"

#include <memory>
#include <string>

namespace geodata::gdal {

/// Opens a raster that says where it lies: by a geotransform, by ground control points or by a sensor model (RPC). One
/// without a CRS counts as WGS 84 where it fits degrees.
///
/// One band is grey: bytes as they are, other numbers stretched from the 2nd to the 98th of a hundred, as sampled.
/// Three are red, green and blue; a fourth counts where it is alpha. A palette is looked up. Where the file has a mask
/// or a value for no data, that is transparent.
/// On failure (no such file, no raster, no georeference, a CRS that PROJ rejects) the value is null and the problem
/// says why. Nothing is written beside the file.
[[nodiscard]] Loaded<std::shared_ptr<const Raster>> open_raster(const std::string& path);

}  // namespace geodata::gdal
