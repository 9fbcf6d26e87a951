// The layer whose polygons are countries: whose code is in which field, and what is wrong with its shapes.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/problem.h"

#include <ogrsf_frmts.h>
#include <vector>

namespace geodata::gdal {

/// Features of one code become one country. With `check_rings`, rings that cross are repaired and reported.
/// Empty when the layer is of no use; the problems say why.
[[nodiscard]] std::vector<Country> read_countries(OGRLayer& layer, const BoundarySource& source, bool check_rings,
                                                  std::vector<Problem>& problems);

}  // namespace geodata::gdal
