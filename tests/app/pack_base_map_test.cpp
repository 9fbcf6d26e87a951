#include "app/scene/pack_base_map.h"

#include "tests/support/bundled_world.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using app::ProjectedMap;
using geodata::WorldXY;
using render::BaseMapGeometry;
using render::FillRing;
using render::LineRole;
using support::bundled;

namespace {

WorldXY snapped(WorldXY p, double grid_m) {
    return {std::round(p.x / grid_m) * grid_m, std::round(p.y / grid_m) * grid_m};
}

/// What is left of all rings' directed edges after those that run both ways have cancelled: the coasts. Each edge's
/// smaller end stands first; the count is how often it is run that way less how often the other way.
using Point = std::pair<double, double>;
class Chain {
public:
    void add(WorldXY a, WorldXY b) {
        const Point p{a.x, a.y};
        const Point q{b.x, b.y};
        if (p != q) {
            edges_.push_back(p < q ? Edge{p, q, 1} : Edge{q, p, -1});
        }
    }
    /// Sorted, without what has cancelled.
    [[nodiscard]] std::vector<std::array<double, 5>> left() {
        std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) {
            return std::pair{a.from, a.to} < std::pair{b.from, b.to};
        });
        std::vector<std::array<double, 5>> out;
        for (std::size_t i = 0; i < edges_.size();) {
            const Edge& first = edges_[i];
            int count = 0;
            for (; i < edges_.size() && edges_[i].from == first.from && edges_[i].to == first.to; ++i) {
                count += edges_[i].count;
            }
            if (count != 0) {
                out.push_back(
                    {first.from.first, first.from.second, first.to.first, first.to.second, static_cast<double>(count)});
            }
        }
        return out;
    }

private:
    struct Edge {
        Point from;
        Point to;
        int count = 0;
    };
    std::vector<Edge> edges_;
};

double area_of(const BaseMapGeometry& geometry) {
    double twice = 0.0;
    for (const FillRing& ring : geometry.countries.rings) {
        for (std::uint32_t k = 0; k < ring.count; ++k) {
            const render::RingPoint a = geometry.countries.points[ring.first + k];
            const render::RingPoint b = geometry.countries.points[ring.first + (k + 1) % ring.count];
            twice += static_cast<double>(a.x) * static_cast<double>(b.y) -
                     static_cast<double>(b.x) * static_cast<double>(a.y);
        }
    }
    return twice / 2.0;
}

double area_of(const render::FillSet& set) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 2 < set.indices.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            const render::FillVertex& v = set.vertices[set.indices[k]];
            return WorldXY{static_cast<double>(v.x), static_cast<double>(v.y)};
        };
        const WorldXY a = at(i);
        const WorldXY b = at(i + 1);
        const WorldXY c = at(i + 2);
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2.0;
    }
    return sum;
}

geodata::BoundarySet two_squares() {
    geodata::BoundaryData data;
    for (const double west : {0.0, 10.0}) {
        geodata::Country country;
        country.code = west == 0.0 ? "AAA" : "BBB";
        country.in_region = west == 0.0;
        country.polygons = {{{{{west, 0}, {west + 10, 0}, {west + 10, 10}, {west, 10}, {west, 0}}}}};
        data.countries.push_back(country);
    }
    geodata::Lake lake;
    lake.polygons = {{{{{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}}}}};
    data.lakes = {lake};
    geodata::River river;
    river.rank = 1;
    river.points = {{5, 1}, {5, 9}};
    data.rivers = {river};
    return geodata::BoundarySet{std::move(data)};
}

std::size_t chunks(const BaseMapGeometry& geometry, LineRole role) {
    return geometry.lines[static_cast<std::size_t>(role)].chunks.size();
}

}  // namespace

TEST_CASE("two squares become two rings, one border, two coasts, a lake with its edge and a river") {
    const ProjectedMap map = app::project_map(two_squares(), support::FlatProjection{});
    const BaseMapGeometry geometry = app::pack_base_map(map, 0.0);
    REQUIRE(geometry.countries.rings.size() == 2);
    CHECK(geometry.countries.rings[0].value == 0);
    CHECK(geometry.countries.rings[1].value == 1);
    CHECK(geometry.countries.rings[1].box.min_x == 1e6);
    CHECK(geometry.countries.rings[1].box.max_y == 1e6);
    CHECK(area_of(geometry) == doctest::Approx(2e12));
    CHECK(chunks(geometry, LineRole::Border) == 1);
    CHECK(chunks(geometry, LineRole::BorderWorld) == 0);
    CHECK(chunks(geometry, LineRole::Coast) == 2);
    CHECK(chunks(geometry, LineRole::LakeEdge) == 1);
    CHECK(chunks(geometry, LineRole::RiverGreat) == 1);
    CHECK(chunks(geometry, LineRole::Graticule) > 0);
    CHECK(geometry.lakes.chunks.size() == 1);
    CHECK(area_of(geometry.lakes) == doctest::Approx(4e10));
}

TEST_CASE("islands and spikes thinner than the grid go") {
    ProjectedMap map;
    const app::WorldRing island{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}};
    const app::WorldRing spiked{{10000, 0},    {20000, 0},     {20000, 5000},  {30000, 5010},
                                {20000, 5020}, {20000, 10000}, {10000, 10000}, {10000, 0}};
    map.countries = {{{island}, {spiked}}};
    CHECK(app::pack_base_map(map, 0.0).countries.rings.size() == 2);
    const BaseMapGeometry coarse = app::pack_base_map(map, 1000.0);
    REQUIRE(coarse.countries.rings.size() == 1);
    CHECK(coarse.countries.rings[0].box.max_x == 20000.0);
    CHECK(coarse.grid_m == 1000.0);
}

TEST_CASE("points that the projection cannot show are left out") {
    ProjectedMap map;
    const double nan = std::nan("");
    map.countries = {{{{{0, 0}, {9000, 0}, {nan, nan}, {9000, 9000}, {0, 9000}, {0, 0}}}}};
    map.lines = {{LineRole::Coast, 0, {{nan, nan}, {0, 0}, {9000, 0}, {nan, nan}}}};
    const BaseMapGeometry geometry = app::pack_base_map(map, 0.0);
    for (const render::RingPoint p : geometry.countries.points) {
        CHECK(std::isfinite(p.x));
    }
    CHECK(area_of(geometry) == doctest::Approx(81e6));
    for (const auto& v : geometry.lines[static_cast<std::size_t>(LineRole::Coast)].vertices) {
        CHECK(std::isfinite(v.x));
        CHECK(std::isfinite(v.nx));
    }
}

TEST_CASE("no gap opens between the bundled countries at any level: only coasts have land on one side") {
    // Snapping is linear on chains of edges: what does not cancel afterwards is what did not cancel before, snapped.
    Chain whole;
    for (const auto& country : bundled().map.countries) {
        for (const auto& polygon : country) {
            for (const app::WorldRing& ring : polygon) {
                for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
                    whole.add(ring[k], ring[k + 1]);
                }
            }
        }
    }
    const auto coasts = whole.left();
    REQUIRE(coasts.size() > 10000);
    for (const double grid_m : {1000.0, 4000.0, 16000.0}) {
        Chain expected;
        for (const auto& [ax, ay, bx, by, count] : coasts) {
            const WorldXY a = snapped({ax, ay}, grid_m);
            const WorldXY b = snapped({bx, by}, grid_m);
            for (int i = 0; i < static_cast<int>(std::abs(count)); ++i) {
                count > 0.0 ? expected.add(a, b) : expected.add(b, a);
            }
        }
        const BaseMapGeometry geometry = app::pack_base_map(bundled().map, grid_m);
        Chain packed;
        for (const FillRing& ring : geometry.countries.rings) {
            for (std::uint32_t k = 0; k < ring.count; ++k) {
                const render::RingPoint a = geometry.countries.points[ring.first + k];
                const render::RingPoint b = geometry.countries.points[ring.first + (k + 1) % ring.count];
                packed.add({static_cast<double>(a.x), static_cast<double>(a.y)},
                           {static_cast<double>(b.x), static_cast<double>(b.y)});
            }
        }
        const auto left = packed.left();
        CAPTURE(grid_m);
        CHECK(left.size() > 1000);
        CHECK(left == expected.left());
    }
}

TEST_CASE("every level has the land's area, within one per cent") {
    const double whole = area_of(app::pack_base_map(bundled().map, 0.0));
    CHECK(whole > 1.2e14);
    CHECK(whole < 1.5e14);
    for (const double grid_m : {250.0, 1000.0, 4000.0, 16000.0}) {
        CAPTURE(grid_m);
        CHECK(area_of(app::pack_base_map(bundled().map, grid_m)) == doctest::Approx(whole).epsilon(0.01));
    }
}

TEST_CASE("every vertex of a level lies on its grid, but for the smooth lines of graticule and rim") {
    constexpr double grid_m = 4000.0;
    const BaseMapGeometry geometry = app::pack_base_map(bundled().map, grid_m);
    const auto off_grid = [](float v) { return std::remainder(static_cast<double>(v), grid_m) != 0.0; };
    std::size_t off = 0;
    for (const render::RingPoint p : geometry.countries.points) {
        off += off_grid(p.x) || off_grid(p.y) ? 1 : 0;
    }
    for (std::size_t role = 0; role < geometry.lines.size(); ++role) {
        if (role == static_cast<std::size_t>(LineRole::Graticule) || role == static_cast<std::size_t>(LineRole::Rim)) {
            continue;
        }
        for (const render::LineVertex& v : geometry.lines[role].vertices) {
            off += off_grid(v.x) || off_grid(v.y) ? 1 : 0;
        }
    }
    CHECK(off == 0);
    CHECK(geometry.countries.points.size() < app::pack_base_map(bundled().map, 0.0).countries.points.size());
}

TEST_CASE("each class of line gets its own look, and agreed borders come from the countries alone") {
    geodata::BoundaryData data;
    for (const auto line_class :
         {geodata::LineClass::International, geodata::LineClass::Disputed, geodata::LineClass::Indefinite,
          geodata::LineClass::Claim, geodata::LineClass::Division}) {
        data.lines.push_back({line_class, {}, {{60.0, 30.0}, {61.0, 31.0}}, {}});
    }
    const ProjectedMap map = app::project_map(geodata::BoundarySet{std::move(data)}, support::FlatProjection{});
    const auto count = [&](LineRole role) {
        return std::count_if(map.lines.begin(), map.lines.end(),
                             [&](const app::WorldLine& line) { return line.role == role; });
    };
    CHECK(count(LineRole::Border) + count(LineRole::BorderWorld) == 0);
    CHECK(count(LineRole::BorderDisputed) == 2);
    CHECK(count(LineRole::BorderIndefinite) == 1);
    CHECK(count(LineRole::Division) == 1);
    CHECK_FALSE(app::pack_base_map(map, 0.0).lines[static_cast<std::size_t>(LineRole::Division)].vertices.empty());
}

TEST_CASE("rings, chunks and their boxes hold together") {
    const BaseMapGeometry geometry = app::pack_base_map(bundled().map, 1000.0);
    std::uint32_t next = 0;
    std::uint16_t country = 0;
    std::set<std::uint16_t> seen;
    for (const FillRing& ring : geometry.countries.rings) {
        CHECK(ring.first == next);
        CHECK(ring.count >= 4);
        next += ring.count;
        CHECK(ring.value >= country);
        country = ring.value;
        seen.insert(ring.value);
    }
    CHECK(next == geometry.countries.points.size());
    CHECK(country < bundled().world.boundaries->countries().size());
    CHECK(seen.size() > 200);
    for (std::size_t role = 0; role < geometry.lines.size(); ++role) {
        const render::LineSet& lines = geometry.lines[role];
        CHECK(lines.chunks.empty() == (role == static_cast<std::size_t>(LineRole::Division)));  // those are a person's
        std::uint32_t first = 0;
        for (const render::Chunk& chunk : lines.chunks) {
            CHECK(chunk.range.first == first);
            first += chunk.range.count;
            CHECK_FALSE(chunk.box.empty());
        }
        CHECK(first == lines.indices.size());
        CHECK(std::all_of(lines.indices.begin(), lines.indices.end(),
                          [&](std::uint32_t i) { return i < lines.vertices.size(); }));
    }
    for (const render::FillSet* set : {&geometry.disputed, &geometry.lakes}) {
        std::uint32_t first = 0;
        for (const render::Chunk& chunk : set->chunks) {
            CHECK(chunk.range.first == first);
            CHECK(chunk.range.count % 3 == 0);
            first += chunk.range.count;
            for (std::uint32_t i = chunk.range.first; i < first; ++i) {
                const render::FillVertex& v = set->vertices[set->indices[i]];
                CHECK(static_cast<double>(v.x) >= chunk.box.min_x - 1.0);
                CHECK(static_cast<double>(v.y) <= chunk.box.max_y + 1.0);
            }
        }
        CHECK(first == set->indices.size());
    }
}
