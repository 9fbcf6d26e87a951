// Opening a vector dataset with as few of GDAL's drivers as will do: registering all of them costs more than reading.
#pragma once

#include "geodata/problem.h"

#include <gdal_priv.h>
#include <string>

namespace geodata::gdal {

/// Opens a file, folder or connection string for reading. On failure the value is null and the problem says why.
[[nodiscard]] Loaded<GDALDatasetUniquePtr> open_dataset(const std::string& path);

}  // namespace geodata::gdal
