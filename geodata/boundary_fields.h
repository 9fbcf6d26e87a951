// Which fields of somebody's boundary file say what. Names are compared folded (geodata/fold.h): ISO_A3 is iso_a3.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geodata {

/// Positions in the list of field names that they were made from, the best first; -1 and empty lists where there is
/// none.
struct BoundaryFields {
    std::vector<int> codes;  ///< fields that may hold a country's code
    std::vector<int> names;
    std::vector<int> country_names;  ///< the country's own name in a file whose features are parts of countries
    int disputed_area = -1;          ///< the name of the disputed area that the feature is
    int in_region = -1;
    int label_lon = -1;
    int label_lat = -1;
};

/// Fields that hold one value for each point of view: `beginning` (folded) and an alpha-2 code, as Natural Earth's
/// ADM0_A3_IN and FCLASS_IN. The code in capitals, and the position.
[[nodiscard]] std::vector<std::pair<std::string, int>> view_fields(std::span<const std::string> field_names,
                                                                   std::string_view beginning);

/// Natural Earth, GADM, geoBoundaries, geo-countries, Eurostat's GISCO, world-atlas and their kin. ISO's own codes go
/// before Natural Earth's ADM0_A3, which is its own for some (SDS for South Sudan) but is there where ISO_A3 is -99
/// (France).
[[nodiscard]] BoundaryFields boundary_fields(std::span<const std::string> field_names);

/// The value without spaces around it; empty for what files write for "none": nothing, -99, -1, "-", "N/A", "NULL".
[[nodiscard]] std::string value_or_empty(std::string_view text);

/// What the code fields of one feature say; empty where they say nothing.
struct FoundCode {
    std::string iso;  ///< ISO 3166-1 alpha-3
    std::string
        own;  ///< the first three letters that stand in a code field, in capitals: the dataset's own, without iso
};

/// Codes of all features. `rows` holds, for each feature, the texts of its code fields, the best first; all are equally
/// long. The first that is a code of ISO's counts, whether of three letters, of two or a number; numbers count where
/// nearly all of their column are codes, so that numbers of features are not taken for them.
[[nodiscard]] std::vector<FoundCode> codes_from_rows(std::span<const std::vector<std::string>> rows);

}  // namespace geodata
