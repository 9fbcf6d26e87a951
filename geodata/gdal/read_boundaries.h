// Boundaries from any vector dataset that GDAL reads. The only door to OGR.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/places.h"
#include "geodata/problem.h"
#include "geodata/worldview.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace geodata::gdal {

/// What to read: `PATH[,layer=NAME][,code=FIELD][,name=FIELD]`.
struct BoundarySource {
    std::string path;
    std::string layer;
    std::string code_field;
    std::string name_field;
};
[[nodiscard]] BoundarySource boundary_source_from_text(std::string_view text);

/// The alpha-3 code of a country that is called so in English; empty for any other text.
using CodeFromName = std::function<std::string(std::string_view name)>;
/// Asks the gazetteer, which must outlive it.
[[nodiscard]] CodeFromName code_from_name_in(const Places& places);

/// Reads polygons as land, and, where the dataset has them, the layers `disputed_areas`, `boundary_lines`, `lakes`
/// and `rivers` and the table `worldviews` (data/boundaries/README.md describes their fields). The lines may also be
/// Natural Earth's (a layer named `...admin_0_boundary_lines...`).
///
/// The views are those of the table and those of Natural Earth's fields: ADM0_A3_XX of the land, FCLASS_XX of the
/// lines. A field that holds nothing at all (-99) makes no view.
///
/// A folder or a .zip archive stands for the files inside. Where there are several layers, `countries` is taken, or
/// else the one whose name and fields look most like it, with a warning that says which. Codes and names come from the
/// usual field names (ADM0_A3, ISO_A3, ISO3166-1-Alpha-3, GID_0, iso_3166_1, NAME_EN, ...); -99 and empty codes count
/// as absent. Alpha-2 and numeric codes, Natural Earth's own and names become alpha-3; three other letters are kept as
/// they are; what is left gets its name for a code and is reported. `code_from_name` is asked only about features that
/// no code tells, and may be empty. Texts that are not UTF-8 and whose file does not say what they are count as
/// Windows-1252.
/// Any CRS is brought to WGS 84 with longitude first; a layer without one is taken as WGS 84 when its extent fits
/// degrees. Rings that cross the antimeridian are cut there. Invalid rings are repaired where GEOS can, and reported.
/// Features of one code are parts of one country.
/// A dataset whose metadata item CARAVAN_PREPARED is YES was checked when it was made; it is not checked for invalid
/// rings again, and a country without a code has none on purpose (`ogr2ogr -mo CARAVAN_PREPARED=YES`).
/// On failure (cannot be opened, no polygons) the value is null and the problems say why and what to do.
[[nodiscard]] Loaded<std::shared_ptr<const BoundaryPieces>> read_boundary_pieces(
    const BoundarySource& source, const CodeFromName& code_from_name = {});

/// The same in the neutral view.
[[nodiscard]] Loaded<std::shared_ptr<const BoundarySet>> read_boundaries(const BoundarySource& source,
                                                                         const CodeFromName& code_from_name = {});

}  // namespace geodata::gdal
