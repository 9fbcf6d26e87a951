// The layers beside the countries: disputed areas, boundary lines, lakes and rivers. Only the bundled file and files
// made like it have them. What is wrong with one of them is a warning: the map does without.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/problem.h"
#include "geodata/worldview.h"

#include <ogrsf_frmts.h>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geodata::gdal {

[[nodiscard]] std::vector<DisputedArea> read_disputed_areas(OGRLayer& layer, const std::string& path,
                                                            std::vector<Problem>& problems);
/// Adds lines to `pieces.lines` and the views of their fields to `pieces.views`. `class` says what a line is:
/// international, disputed, indefinite or claim; otherwise FEATURECLA and, in the view of XX, FCLASS_XX do, as Natural
/// Earth has them. What is none of its classes is taken as international, with a warning.
void read_boundary_lines(OGRLayer& layer, const std::string& path, BoundaryPieces& pieces,
                         std::vector<Problem>& problems);
/// Adds the views of a table whose rows say: in this `view`, `area` is part of the country `code`. An area is one of
/// `pieces.land` or the code of a country. The last `name` and `statement` of a view count. A row that names nothing
/// known is a warning.
void read_worldviews(OGRLayer& layer, const std::string& path, BoundaryPieces& pieces, std::vector<Problem>& problems);
[[nodiscard]] std::vector<Lake> read_lakes(OGRLayer& layer, const std::string& path, std::vector<Problem>& problems);
[[nodiscard]] std::vector<River> read_rivers(OGRLayer& layer, const std::string& path, std::vector<Problem>& problems);

/// One thing that is wrong with several features: told once, with the count and the name of the first.
struct Complaint {
    std::size_t count = 0;
    std::vector<std::string> names;  ///< of the first few that have one
    void add(const std::string& feature_name);
    /// Adds a warning, unless the count is 0. `what` follows the count: `3 features` + what.
    void tell(std::string_view what, const std::string& path, std::vector<Problem>& problems) const;
    /// The count and the names of the first few: `5 lakes (Aral, Baikal, Chad, Dal, ...)`.
    [[nodiscard]] std::string listed(std::string_view one, std::string_view many) const;
};

[[nodiscard]] std::vector<std::string> field_names(OGRLayer& layer);

/// The text of a field in UTF-8; empty where it has none or `field` is -1. What is not UTF-8 counts as Windows-1252.
[[nodiscard]] std::string text_of(const OGRFeature& feature, int field);

}  // namespace geodata::gdal
