// The projecting half of app/scene/pack_base_map.h.
#include "app/scene/pack_base_map.h"

#include "geodata/domain.h"
#include "geodata/outlines.h"

#include <algorithm>
#include <functional>
#include <future>
#include <optional>
#include <utility>

namespace app {

namespace {

using geodata::LonLat;
using render::LineRole;

/// Takes shapes through a projection, cut where it ends.
class Projector {
public:
    explicit Projector(const geodata::Projection& projection) : projection_{projection} {}

    [[nodiscard]] WorldRing points(const std::vector<LonLat>& points) const {
        WorldRing out(points.size());
        projection_.project(points, out);
        return out;
    }

    [[nodiscard]] std::vector<WorldRing> line(const std::vector<LonLat>& line) const {
        if (shows_all_of(line)) {
            return {points(line)};
        }
        std::vector<WorldRing> out;
        for (const std::vector<LonLat>& part : geodata::clip(line, projection_.domain())) {
            out.push_back(points(part));
        }
        return out;
    }

    /// Adds what is shown of a polygon. Where that is all of it, tells at which index it came to lie, point for point.
    std::optional<std::size_t> add(const geodata::Polygon& polygon, std::vector<WorldPolygon>& out) const {
        if (!polygon.rings.empty() && shows_all_of(polygon.rings.front())) {
            out.push_back(rings(polygon));
            return out.size() - 1;
        }
        for (const geodata::Polygon& part : geodata::clip(polygon, projection_.domain())) {
            out.push_back(rings(part));
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] bool shows_all_of(const std::vector<LonLat>& points) const {
        return surely_contains(projection_.domain(), points);
    }

    [[nodiscard]] WorldPolygon rings(const geodata::Polygon& polygon) const {
        WorldPolygon out;
        for (const geodata::Ring& ring : polygon.rings) {
            out.push_back(points(ring));
        }
        return out;
    }

    const geodata::Projection& projection_;
};

void add_line(ProjectedMap& map, const Projector& projector, LineRole role, std::uint32_t country,
              const std::vector<LonLat>& points) {
    for (WorldRing& part : projector.line(points)) {
        map.lines.push_back({role, country, std::move(part)});
    }
}

void add_graticule(ProjectedMap& map, const Projector& projector) {
    constexpr int every_deg = 10;
    constexpr int step_deg = 1;
    constexpr double pole_deg = 89.9999;  // some projections have no place for the pole itself
    for (int lon = -180; lon < 180; lon += every_deg) {
        std::vector<LonLat> meridian;
        for (int lat = -90; lat <= 90; lat += step_deg) {
            meridian.push_back({static_cast<double>(lon), std::clamp<double>(lat, -pole_deg, pole_deg)});
        }
        add_line(map, projector, LineRole::Graticule, 0, meridian);
    }
    for (int lat = -80; lat <= 80; lat += every_deg) {
        std::vector<LonLat> parallel;
        for (int lon = -180; lon <= 180; lon += step_deg) {
            parallel.push_back({static_cast<double>(lon), static_cast<double>(lat)});
        }
        add_line(map, projector, LineRole::Graticule, 0, parallel);
    }
}

LineRole role_of_river(int rank) {
    return rank <= 2 ? LineRole::RiverGreat : rank <= 3 ? LineRole::RiverMiddle : LineRole::RiverSmall;
}

/// For each polygon of a country, where it lies in the projected map if that shows all of it.
using WholePolygons = std::vector<std::optional<std::size_t>>;

void add_outlines(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries,
                  const std::vector<WholePolygons>& whole, const std::vector<geodata::Outline>& outlines) {
    for (const geodata::Outline& outline : outlines) {
        const geodata::Country& country = boundaries.countries()[outline.country];
        LineRole role = LineRole::Coast;
        if (outline.neighbour) {
            const bool near = country.in_region || boundaries.countries()[*outline.neighbour].in_region;
            role = near ? LineRole::Border : LineRole::BorderWorld;
        }
        if (const auto index = whole[outline.country][outline.polygon]) {  // most are: nothing is projected twice
            const WorldRing& ring = map.countries[outline.country][*index][outline.ring];
            map.lines.push_back({role, outline.country, geodata::points_along(outline, ring)});
        } else {
            const geodata::Ring& ring = country.polygons[outline.polygon].rings[outline.ring];
            add_line(map, projector, role, outline.country, geodata::points_along(outline, ring));
        }
    }
}

void add_lakes(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries) {
    for (const geodata::Lake& lake : boundaries.lakes()) {
        for (const geodata::Polygon& polygon : lake.polygons) {
            const auto whole = projector.add(polygon, map.lakes);
            for (std::size_t ring = 0; ring < polygon.rings.size(); ++ring) {
                if (whole) {
                    map.lines.push_back({LineRole::LakeEdge, 0, map.lakes[*whole][ring]});
                } else {
                    add_line(map, projector, LineRole::LakeEdge, 0, polygon.rings[ring]);
                }
            }
        }
    }
}

/// Nothing for agreed borders: they are drawn as outlines of countries.
std::optional<LineRole> role_of_line(geodata::LineClass line_class) {
    switch (line_class) {
        case geodata::LineClass::International:
            return std::nullopt;
        case geodata::LineClass::Indefinite:
            return LineRole::BorderIndefinite;
        case geodata::LineClass::Division:
            return LineRole::Division;
        case geodata::LineClass::Disputed:
        case geodata::LineClass::Claim:
            break;
    }
    return LineRole::BorderDisputed;
}

void add_lines(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries) {
    for (const geodata::BoundaryLine& line : boundaries.lines()) {
        if (const auto role = role_of_line(line.line_class)) {
            add_line(map, projector, *role, 0, line.points);
        }
    }
    for (const geodata::River& river : boundaries.rivers()) {
        add_line(map, projector, role_of_river(river.rank), 0, river.points);
    }
}

}  // namespace

ProjectedMap project_map(const geodata::BoundarySet& boundaries, const geodata::Projection& projection) {
    // To tell coasts from borders takes as long as a third of the projecting, and neither needs the other.
    auto outlines = std::async(std::launch::async, geodata::outlines, std::cref(boundaries));
    ProjectedMap map;
    const Projector projector{projection};
    std::vector<WholePolygons> whole;
    for (const geodata::Country& country : boundaries.countries()) {
        map.countries.emplace_back();
        whole.emplace_back();
        for (const geodata::Polygon& polygon : country.polygons) {
            whole.back().push_back(projector.add(polygon, map.countries.back()));
        }
    }
    for (const geodata::DisputedArea& area : boundaries.disputed_areas()) {
        for (const geodata::Polygon& polygon : area.polygons) {
            projector.add(polygon, map.disputed);
        }
    }
    map.rim = projector.points(geodata::edge_of(projection.domain()));
    map.lines.push_back({LineRole::Rim, 0, map.rim});
    add_graticule(map, projector);
    add_lakes(map, projector, boundaries);
    add_lines(map, projector, boundaries);
    add_outlines(map, projector, boundaries, whole, outlines.get());
    return map;
}

}  // namespace app
