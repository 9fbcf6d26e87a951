// Coasts and borders, told apart by who shares them: an edge of one country alone is a coast, an edge of two is a border.
// Works for any boundary set whose neighbours share their vertices, so a person's own file needs no separate lines.
#pragma once

#include "geodata/boundary_set.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace geodata {

struct Outline {
    std::uint32_t country = 0;               ///< index in BoundarySet::countries()
    std::optional<std::uint32_t> neighbour;  ///< missing for a coast; otherwise the greater of the two indices
    std::vector<LonLat> points;              ///< at least two
};

/// Every stretch of outline once, as long as it goes. Edges that a `Disputed` or `Indefinite` boundary line runs along are
/// left out (they are drawn as such), and so are the cuts at the antimeridian. Linear but for one sort.
[[nodiscard]] std::vector<Outline> outlines(const BoundarySet& boundaries);

}  // namespace geodata
