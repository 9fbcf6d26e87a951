// The projecting half of app/scene/pack_base_map.h.
#include "app/scene/pack_base_map.h"

#include "geodata/domain.h"
#include "geodata/outlines.h"

#include <algorithm>
#include <iterator>

namespace app {

namespace {

using geodata::LonLat;
using render::LineRole;

/// Takes shapes through a projection: cut where it ends, and bent where it bends.
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
            return {points(is_dense(line) ? line : geodata::densify(line))};
        }
        std::vector<WorldRing> out;
        for (const std::vector<LonLat>& part : geodata::clip(line, projection_.domain())) {
            out.push_back(points(part));
        }
        return out;
    }

    void add_polygons(const std::vector<geodata::Polygon>& polygons, std::vector<WorldPolygon>& out) const {
        for (const geodata::Polygon& polygon : polygons) {
            if (!polygon.rings.empty() && shows_all_of(polygon.rings.front())) {
                out.push_back(rings(polygon));
                continue;
            }
            for (const geodata::Polygon& part : geodata::clip(polygon, projection_.domain())) {
                out.push_back(rings(part));
            }
        }
    }

private:
    [[nodiscard]] bool shows_all_of(const std::vector<LonLat>& points) const {
        geodata::LonLatBox box;
        for (const LonLat& p : points) {
            box.extend(p);
        }
        return surely_contains(projection_.domain(), box);
    }

    [[nodiscard]] WorldPolygon rings(const geodata::Polygon& polygon) const {
        WorldPolygon out;
        for (const geodata::Ring& ring : polygon.rings) {
            out.push_back(points(is_dense(ring) ? ring : geodata::densify(ring)));
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
    constexpr int step_deg = 2;
    for (int lon = -180; lon < 180; lon += every_deg) {
        std::vector<LonLat> meridian;
        for (int lat = -80; lat <= 80; lat += step_deg) {
            meridian.push_back({static_cast<double>(lon), static_cast<double>(lat)});
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

void add_outlines(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries) {
    for (const geodata::Outline& outline : geodata::outlines(boundaries)) {
        const geodata::Country& country = boundaries.countries()[outline.country];
        LineRole role = LineRole::Coast;
        if (outline.neighbour) {
            const bool near = country.in_region || boundaries.countries()[*outline.neighbour].in_region;
            role = near ? LineRole::Border : LineRole::BorderWorld;
        }
        add_line(map, projector, role, outline.country,
                 geodata::points_along(outline, country.polygons[outline.polygon].rings[outline.ring]));
    }
}

void add_lines(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries) {
    add_outlines(map, projector, boundaries);
    for (const geodata::BoundaryLine& line : boundaries.lines()) {
        if (line.line_class != geodata::LineClass::International) {
            const bool dotted = line.line_class == geodata::LineClass::Indefinite;
            add_line(map, projector, dotted ? LineRole::BorderIndefinite : LineRole::BorderDisputed, 0, line.points);
        }
    }
    for (const geodata::River& river : boundaries.rivers()) {
        add_line(map, projector, role_of_river(river.rank), 0, river.points);
    }
    for (const geodata::Lake& lake : boundaries.lakes()) {
        for (const geodata::Polygon& polygon : lake.polygons) {
            for (const geodata::Ring& ring : polygon.rings) {
                add_line(map, projector, LineRole::LakeEdge, 0, ring);
            }
        }
    }
}

}  // namespace

ProjectedMap project_map(const geodata::BoundarySet& boundaries, const geodata::Projection& projection) {
    ProjectedMap map;
    const Projector projector{projection};
    for (const geodata::Country& country : boundaries.countries()) {
        projector.add_polygons(country.polygons, map.countries.emplace_back());
    }
    for (const geodata::DisputedArea& area : boundaries.disputed_areas()) {
        projector.add_polygons(area.polygons, map.disputed);
    }
    for (const geodata::Lake& lake : boundaries.lakes()) {
        projector.add_polygons(lake.polygons, map.lakes);
    }
    map.rim = projector.points(geodata::edge_of(projection.domain()));
    map.lines.push_back({LineRole::Rim, 0, map.rim});
    add_graticule(map, projector);
    add_lines(map, projector, boundaries);
    return map;
}

}  // namespace app
