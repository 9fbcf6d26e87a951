#include "geodata/ring.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace geodata {

void tidy(Ring& ring) {
    std::erase_if(ring, [](LonLat p) { return !std::isfinite(p.lon) || !std::isfinite(p.lat); });
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
    }
}

double signed_area_deg2(const Ring& ring) {
    double twice = 0.0;
    // Relative to the first point: far from the origin the products would lose the digits that matter.
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
                 (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    }
    return twice / 2.0;
}

double area_deg2(const Polygon& polygon) {
    double area = 0.0;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        const double ring = std::abs(signed_area_deg2(polygon.rings[i]));
        area += i == 0 ? ring : -ring;
    }
    return std::max(area, 0.0);
}

bool ring_contains(const Ring& ring, LonLat at) {
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const LonLat& a = ring[i - 1];
        const LonLat& b = ring[i];
        inside ^= a.lat < b.lat ? ray_crosses(at, a, b) : ray_crosses(at, b, a);
    }
    return inside;
}

}  // namespace geodata
