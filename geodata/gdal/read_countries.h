// The layer whose polygons are land: whose code is in which field, in whose eyes, and what is wrong with its shapes.
#pragma once

#include "geodata/gdal/read_boundaries.h"
#include "geodata/problem.h"
#include "geodata/worldview.h"

#include <ogrsf_frmts.h>
#include <string>
#include <vector>

namespace geodata::gdal {

/// Adds each feature to `pieces.land`, and the views that its fields hold (Natural Earth's ADM0_A3_XX) to
/// `pieces.views`. What is not `prepared` is mistrusted: rings that cross are repaired and reported, features of one
/// country that lie on each other are united, and countries that no code and no name tells are reported. Adds nothing
/// when the layer is of no use; the problems say why.
void read_land(OGRLayer& layer, const BoundarySource& source, const CodeFromName& code_from_name, bool prepared,
               BoundaryPieces& pieces, std::vector<Problem>& problems);

/// The position of the view with this id; a new one is added.
[[nodiscard]] std::size_t view_position(std::vector<Worldview>& views, const std::string& id);

}  // namespace geodata::gdal
