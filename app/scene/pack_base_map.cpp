#include "app/scene/pack_base_map.h"

#include "geodata/triangulate.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using geodata::WorldXY;

constexpr double exact_m = 0.0;  // the grid of what is smooth, has few points and shares none with others

WorldXY snapped(WorldXY p, double grid_m) {
    return grid_m > 0.0 ? WorldXY{std::round(p.x / grid_m) * grid_m, std::round(p.y / grid_m) * grid_m} : p;
}

WorldRing snapped(const WorldRing& ring, double grid_m) {
    WorldRing out;
    out.reserve(ring.size());
    for (const WorldXY& point : ring) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            continue;  // PROJ found no answer for it
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

void pack_rim(const ProjectedMap& map, std::uint16_t value, render::RingSet& set) {
    add_ring(set, snapped(map.rim, exact_m), value);
}

void pack_countries(const ProjectedMap& map, double grid_m, render::RingSet& set) {
    for (std::size_t c = 0; c < map.countries.size(); ++c) {
        for (const WorldPolygon& polygon : map.countries[c]) {
            for (const WorldRing& ring : polygon) {
                add_ring(set, snapped(ring, grid_m), static_cast<std::uint16_t>(c));
            }
        }
    }
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
    pack_countries(map, grid_m, out.countries);
    pack_rim(map, 0, out.extent);
    pack_areas(map.disputed, grid_m, out.disputed);
    pack_areas(map.lakes, grid_m, out.lakes);
    for (const WorldLine& line : map.lines) {
        const bool smooth = line.role == render::LineRole::Graticule || line.role == render::LineRole::Rim;
        render::append_line(out.lines[static_cast<std::size_t>(line.role)],
                            snapped(line.points, smooth ? exact_m : grid_m), static_cast<float>(line.country));
    }
    return out;
}

}  // namespace app
