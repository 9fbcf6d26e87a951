// The layer whose polygons are countries: whose code is in which field, and what is wrong with its shapes.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/gdal/read_boundaries.h"
#include "geodata/problem.h"

#include <ogrsf_frmts.h>
#include <vector>

namespace geodata::gdal {

/// Features of one code become one country. What is not `prepared` is mistrusted: rings that cross are repaired and
/// reported, and so are countries that no code and no name tells. Empty when the layer is of no use; the problems say
/// why.
[[nodiscard]] std::vector<Country> read_countries(OGRLayer& layer, const BoundarySource& source,
                                                  const CodeFromName& code_from_name, bool prepared,
                                                  std::vector<Problem>& problems);

}  // namespace geodata::gdal
