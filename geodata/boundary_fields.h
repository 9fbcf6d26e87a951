// Which fields of somebody's boundary file say what. Names are compared folded (geodata/fold.h): ISO_A3 is iso_a3.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geodata {

/// Positions in the list of field names that they were made from, the best first; -1 and empty lists where there is
/// none.
struct BoundaryFields {
    std::vector<int> codes;        ///< fields that may hold an alpha-3 code
    std::vector<int> other_codes;  ///< alpha-2 codes and numbers, used as they are where there is no alpha-3
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

/// Natural Earth, GADM, geoBoundaries, geo-countries, Eurostat's GISCO and their kin. ISO's own codes go before Natural
/// Earth's ADM0_A3, which is its own for some (SDS for South Sudan) but is there where ISO_A3 is -99 (France).
[[nodiscard]] BoundaryFields boundary_fields(std::span<const std::string> field_names);

/// The value without spaces around it; empty for what files write for "none": nothing, -99, -1, "-", "N/A", "NULL".
[[nodiscard]] std::string value_or_empty(std::string_view text);

/// The code of one feature: the first value of three letters among `codes` and `other_codes`, in capitals; else the
/// first of `other_codes` that has a value, else the first of `codes`. `value` gives a field's text.
[[nodiscard]] std::string code_from_fields(const BoundaryFields& fields, const std::function<std::string(int)>& value);

}  // namespace geodata
