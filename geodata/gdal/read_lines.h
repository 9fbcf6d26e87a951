// Lines that a person wants on the map beside borders: provinces, districts, anything that OGR reads.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/problem.h"

#include <string_view>
#include <vector>

namespace geodata::gdal {

/// Reads `PATH[,layer=NAME]` as lines of the class Division, in WGS 84 and cut at the antimeridian. Of polygons that
/// share edges the shared ones are taken, each once: what remains is a coast, which the map has already. Of polygons
/// that share none every ring is taken.
/// The map does without what cannot be read, so that all problems are warnings, and the value is empty then.
[[nodiscard]] Loaded<std::vector<BoundaryLine>> read_lines(std::string_view text);

}  // namespace geodata::gdal
