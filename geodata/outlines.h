// Coasts and borders, told apart by who shares them: an edge of one country alone is a coast, an edge of two is a
// border. Works for any boundary set whose neighbours share their vertices, so a person's own file needs no separate
// lines.
#pragma once

#include "geodata/boundary_set.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace geodata {

struct Outline {
    std::uint32_t country = 0;               ///< index in BoundarySet::countries()
    std::uint32_t polygon = 0;               ///< of that country
    std::uint32_t ring = 0;                  ///< of that polygon
    std::uint32_t first = 0;                 ///< point of the ring at which it begins
    std::uint32_t edges = 0;                 ///< how many it follows, at least one; it may run over the ring's end
    std::optional<std::uint32_t> neighbour;  ///< missing for a coast; otherwise the greater of the two indices
};

/// The points of an outline along its ring, or along anything else that has a value for each of the ring's points.
template <class Point>
[[nodiscard]] std::vector<Point> points_along(const Outline& outline, const std::vector<Point>& ring) {
    std::vector<Point> points;
    const std::size_t around = ring.size() - 1;  // the last point is the first again
    for (std::size_t k = 0; k <= outline.edges; ++k) {
        points.push_back(ring[(outline.first + k) % around]);
    }
    return points;
}

/// Every stretch of outline once, as long as it goes. Edges that a `Disputed` or `Indefinite` boundary line runs along
/// are left out (they are drawn as such), and so are the cuts at the antimeridian. Linear but for one sort.
[[nodiscard]] std::vector<Outline> outlines(const BoundarySet& boundaries);

}  // namespace geodata
