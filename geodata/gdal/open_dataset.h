// Opening a vector dataset with as few of GDAL's drivers as will do: registering all of them costs more than reading.
#pragma once

#include "geodata/problem.h"

#include <gdal_priv.h>
#include <string>
#include <vector>

namespace geodata::gdal {

/// The datasets that a path stands for, sorted: for a folder or a .zip archive the files inside that may hold shapes
/// (an archive's own folders are searched too); otherwise the path itself. None for an archive without any.
[[nodiscard]] std::vector<std::string> dataset_paths(const std::string& path);

/// Connection strings (`PG:dbname=...`) and GDAL's own file systems (`/vsizip/...`) are not looked for on the disk.
[[nodiscard]] bool names_a_missing_file(const std::string& path);

/// Opens a file, folder or connection string for reading. On failure the value is null and the problem says why.
/// Nothing is written beside the file.
[[nodiscard]] Loaded<GDALDatasetUniquePtr> open_dataset(const std::string& path);

}  // namespace geodata::gdal
