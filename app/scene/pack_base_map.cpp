#include "app/scene/pack_base_map.h"

#include "geodata/outlines.h"
#include "geodata/triangulate.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace app {

namespace {

using geodata::LonLat;
using geodata::WorldXY;
using render::LineRole;

WorldRing projected(const geodata::Projection& projection, const std::vector<LonLat>& points) {
    WorldRing out(points.size());
    projection.project(points, out);
    return out;
}

std::vector<WorldPolygon> projected(const geodata::Projection& projection,
                                    const std::vector<geodata::Polygon>& polygons) {
    std::vector<WorldPolygon> out;
    out.reserve(polygons.size());
    for (const geodata::Polygon& polygon : polygons) {
        WorldPolygon rings;
        for (const geodata::Ring& ring : polygon.rings) {
            rings.push_back(projected(projection, ring));
        }
        out.push_back(std::move(rings));
    }
    return out;
}

void add_graticule(ProjectedMap& map, const geodata::Projection& projection) {
    constexpr int every_deg = 10;
    constexpr int step_deg = 2;
    const auto add = [&](const std::vector<LonLat>& points) {
        map.lines.push_back({LineRole::Graticule, 0, projected(projection, points)});
    };
    for (int lon = -180; lon < 180; lon += every_deg) {
        std::vector<LonLat> meridian;
        for (int lat = -80; lat <= 80; lat += step_deg) {
            meridian.push_back({static_cast<double>(lon), static_cast<double>(lat)});
        }
        add(meridian);
    }
    for (int lat = -80; lat <= 80; lat += every_deg) {
        std::vector<LonLat> parallel;
        for (int lon = -180; lon <= 180; lon += step_deg) {
            parallel.push_back({static_cast<double>(lon), static_cast<double>(lat)});
        }
        add(parallel);
    }
}

LineRole role_of_river(int rank) {
    return rank <= 2 ? LineRole::RiverGreat : rank <= 3 ? LineRole::RiverMiddle : LineRole::RiverSmall;
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

void add_outlines(ProjectedMap& map, const geodata::BoundarySet& boundaries) {
    for (const geodata::Outline& outline : geodata::outlines(boundaries)) {
        LineRole role = LineRole::Coast;
        if (outline.neighbour) {
            const bool near = boundaries.countries()[outline.country].in_region ||
                              boundaries.countries()[*outline.neighbour].in_region;
            role = near ? LineRole::Border : LineRole::BorderWorld;
        }
        const WorldRing& ring = map.countries[outline.country][outline.polygon][outline.ring];
        map.lines.push_back({role, outline.country, geodata::points_along(outline, ring)});
    }
}

WorldXY snapped(WorldXY p, double grid_m) {
    return grid_m > 0.0 ? WorldXY{std::round(p.x / grid_m) * grid_m, std::round(p.y / grid_m) * grid_m} : p;
}

WorldRing snapped(const WorldRing& ring, double grid_m) {
    WorldRing out;
    out.reserve(ring.size());
    for (const WorldXY& point : ring) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            continue;  // beyond what the projection can show
        }
        const WorldXY p = snapped(point, grid_m);
        // A vertex that goes out and straight back is a spike thinner than the grid.
        if (out.size() > 1 && out[out.size() - 2] == p) {
            out.pop_back();
        } else if (out.empty() || out.back() != p) {
            out.push_back(p);
        }
    }
    return out;
}

render::FillSet packed_fill(const WorldPolygon& polygon, double grid_m) {
    render::FillSet set;
    std::vector<WorldRing> rings;
    geodata::WorldBox box;
    for (const WorldRing& ring : polygon) {
        WorldRing p = snapped(ring, grid_m);
        if (p.size() >= 4) {
            for (const WorldXY& point : p) {
                box.extend(point);
            }
            rings.push_back(std::move(p));
        } else if (&ring == &polygon.front()) {
            return set;  // the whole island is smaller than the grid
        }
    }
    const geodata::Triangles triangles = geodata::triangulate(rings);
    for (const WorldXY& p : triangles.vertices) {
        set.vertices.push_back({static_cast<float>(p.x), static_cast<float>(p.y)});
    }
    set.indices = triangles.indices;
    set.chunks.push_back({{0, static_cast<std::uint32_t>(set.indices.size())}, box});
    return set;
}

/// Appends `more` behind `set`; a polygon that vanished at this detail leaves an empty chunk.
void append(render::FillSet& set, const render::FillSet& more) {
    const auto first_vertex = static_cast<std::uint32_t>(set.vertices.size());
    const auto first_index = static_cast<std::uint32_t>(set.indices.size());
    set.vertices.insert(set.vertices.end(), more.vertices.begin(), more.vertices.end());
    for (const std::uint32_t index : more.indices) {
        set.indices.push_back(first_vertex + index);
    }
    render::Chunk chunk{{first_index, static_cast<std::uint32_t>(more.indices.size())}, {}};
    if (!more.chunks.empty()) {
        chunk.box = more.chunks.front().box;
    }
    set.chunks.push_back(chunk);
}

void add_ring(render::RingSet& set, const WorldRing& ring, std::uint16_t country) {
    if (ring.size() < 4) {
        return;  // smaller than the grid
    }
    render::FillRing fill{
        static_cast<std::uint32_t>(set.points.size()), static_cast<std::uint32_t>(ring.size()), country, {}};
    for (const WorldXY& p : ring) {
        set.points.push_back({static_cast<float>(p.x), static_cast<float>(p.y)});
        fill.box.extend(p);
    }
    set.rings.push_back(fill);
}

void pack_areas(const std::vector<WorldPolygon>& areas, double grid_m, render::FillSet& out) {
    for (const WorldPolygon& polygon : areas) {
        append(out, packed_fill(polygon, grid_m));
    }
}

}  // namespace

ProjectedMap project_map(const geodata::BoundarySet& boundaries, const geodata::Projection& projection) {
    ProjectedMap map;
    for (const geodata::Country& country : boundaries.countries()) {
        map.countries.push_back(projected(projection, country.polygons));
    }
    for (const geodata::DisputedArea& area : boundaries.disputed_areas()) {
        auto polygons = projected(projection, area.polygons);
        std::move(polygons.begin(), polygons.end(), std::back_inserter(map.disputed));
    }
    for (const geodata::Lake& lake : boundaries.lakes()) {
        auto polygons = projected(projection, lake.polygons);
        std::move(polygons.begin(), polygons.end(), std::back_inserter(map.lakes));
    }
    add_graticule(map, projection);
    add_outlines(map, boundaries);
    for (const geodata::BoundaryLine& line : boundaries.lines()) {
        if (const auto role = role_of_line(line.line_class)) {
            map.lines.push_back({*role, 0, projected(projection, line.points)});
        }
    }
    for (const geodata::River& river : boundaries.rivers()) {
        map.lines.push_back({role_of_river(river.rank), 0, projected(projection, river.points)});
    }
    for (const WorldPolygon& polygon : map.lakes) {
        for (const WorldRing& ring : polygon) {
            map.lines.push_back({LineRole::LakeEdge, 0, ring});
        }
    }
    return map;
}

render::RingSet pack_countries(const ProjectedMap& map, double grid_m) {
    render::RingSet set;
    for (std::size_t c = 0; c < map.countries.size(); ++c) {
        for (const WorldPolygon& polygon : map.countries[c]) {
            for (const WorldRing& ring : polygon) {
                add_ring(set, snapped(ring, grid_m), static_cast<std::uint16_t>(c));
            }
        }
    }
    return set;
}

void pack_disputed(const ProjectedMap& map, double grid_m, std::uint16_t first_value, render::RingSet& set) {
    for (std::size_t i = 0; i < map.disputed.size(); ++i) {
        for (const WorldRing& ring : map.disputed[i]) {
            add_ring(set, snapped(ring, grid_m), static_cast<std::uint16_t>(first_value + i));
        }
    }
}

render::BaseMapGeometry pack_base_map(const ProjectedMap& map, double grid_m) {
    render::BaseMapGeometry out;
    out.grid_m = grid_m;
    out.countries = pack_countries(map, grid_m);
    pack_areas(map.disputed, grid_m, out.disputed);
    pack_areas(map.lakes, grid_m, out.lakes);
    for (const WorldLine& line : map.lines) {
        render::append_line(out.lines[static_cast<std::size_t>(line.role)], snapped(line.points, grid_m),
                            static_cast<float>(line.country));
    }
    return out;
}

}  // namespace app
