#include "geodata/overlap.h"

#include "geodata/bounds.h"
#include "geodata/ring.h"

#include <algorithm>

namespace geodata {
namespace {

LonLatBox bounds_of(const Polygon& polygon) {
    LonLatBox box;
    if (!polygon.rings.empty()) {
        for (const LonLat& p : polygon.rings.front()) {
            box.extend(p);
        }
    }
    return box;
}

bool contains(const Polygon& polygon, LonLat at) {
    bool inside = false;
    for (const Ring& ring : polygon.rings) {
        inside ^= ring_contains(ring, at);
    }
    return inside;
}

bool holds(const LonLatBox& box, LonLat at) {
    return box.west <= at.lon && at.lon <= box.east && box.south <= at.lat && at.lat <= box.north;
}

}  // namespace

std::optional<LonLat> point_inside(const Polygon& polygon) {
    const LonLatBox box = bounds_of(polygon);
    const double lat = (box.south + box.north) / 2.0;
    std::vector<double> crossings;
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const LonLat& a = ring[i - 1];
            const LonLat& b = ring[i];
            if ((a.lat <= lat) != (b.lat <= lat)) {
                crossings.push_back(a.lon + (lat - a.lat) * (b.lon - a.lon) / (b.lat - a.lat));
            }
        }
    }
    std::sort(crossings.begin(), crossings.end());
    std::optional<LonLat> middle;
    double widest = 0.0;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const double width = crossings[i + 1] - crossings[i];
        if (width > widest) {
            widest = width;
            middle = LonLat{crossings[i] + width / 2.0, lat};
        }
    }
    return middle;
}

bool parts_overlap(std::span<const Polygon> polygons, std::span<const std::size_t> starts) {
    std::vector<LonLatBox> boxes;
    std::vector<std::size_t> part_of;
    std::size_t part = 0;
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        part += part + 1 < starts.size() && i >= starts[part + 1] ? 1U : 0U;
        part_of.push_back(part);
        boxes.push_back(bounds_of(polygons[i]));
    }
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        const auto at = point_inside(polygons[i]);
        for (std::size_t k = 0; at && k < polygons.size(); ++k) {
            if (part_of[k] != part_of[i] && holds(boxes[k], *at) && contains(polygons[k], *at)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace geodata
