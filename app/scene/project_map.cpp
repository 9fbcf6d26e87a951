// The projecting half of app/scene/pack_base_map.h.
#include "app/scene/pack_base_map.h"

#include "geodata/domain.h"
#include "geodata/outlines.h"

#include <optional>
#include <utility>

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

    /// Adds what is shown of a polygon. Where that is all of it, tells at which index it came to lie.
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

/// For each polygon of a country, where it lies in the projected map if that shows all of it.
using WholePolygons = std::vector<std::optional<std::size_t>>;

/// The projected points of a ring, one for each of its own; null where some were cut off or put in between.
const WorldRing* same_points(const geodata::Outline& outline, const geodata::Ring& ring,
                             const std::vector<WorldPolygon>& polygons, const WholePolygons& whole) {
    const auto& index = whole[outline.polygon];
    const WorldRing* projected = index ? &polygons[*index][outline.ring] : nullptr;
    return projected != nullptr && projected->size() == ring.size() ? projected : nullptr;
}

void add_outlines(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries,
                  const std::vector<WholePolygons>& whole) {
    for (const geodata::Outline& outline : geodata::outlines(boundaries)) {
        const geodata::Country& country = boundaries.countries()[outline.country];
        LineRole role = LineRole::Coast;
        if (outline.neighbour) {
            const bool near = country.in_region || boundaries.countries()[*outline.neighbour].in_region;
            role = near ? LineRole::Border : LineRole::BorderWorld;
        }
        const geodata::Ring& ring = country.polygons[outline.polygon].rings[outline.ring];
        const WorldRing* projected = same_points(outline, ring, map.countries[outline.country], whole[outline.country]);
        if (projected != nullptr) {  // most are: nothing is projected twice
            map.lines.push_back({role, outline.country, geodata::points_along(outline, *projected)});
        } else {
            add_line(map, projector, role, outline.country, geodata::points_along(outline, ring));
        }
    }
}

void add_lines(ProjectedMap& map, const Projector& projector, const geodata::BoundarySet& boundaries) {
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
    for (const geodata::Lake& lake : boundaries.lakes()) {
        for (const geodata::Polygon& polygon : lake.polygons) {
            projector.add(polygon, map.lakes);
        }
    }
    map.rim = projector.points(geodata::edge_of(projection.domain()));
    map.lines.push_back({LineRole::Rim, 0, map.rim});
    add_graticule(map, projector);
    add_outlines(map, projector, boundaries, whole);
    add_lines(map, projector, boundaries);
    return map;
}

}  // namespace app
