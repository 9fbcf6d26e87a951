#include "app/scene/pack_base_map.h"

#include "geodata/domain.h"
#include "geodata/gdal/proj_projection.h"
#include "geodata/great_circle.h"
#include "tests/support/bundled_world.h"
#include "tests/support/flat_projection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using app::ProjectedMap;
using app::WorldPolygon;
using app::WorldRing;
using geodata::WorldXY;
using render::LineRole;
using support::bundled;

namespace {

std::shared_ptr<const geodata::Projection> projection(const std::string& definition) {
    auto loaded = geodata::gdal::make_projection(definition);
    REQUIRE(loaded.value != nullptr);
    return loaded.value;
}

ProjectedMap map_in(const std::string& definition) {
    return app::project_map(*bundled().world.boundaries, *projection(definition));
}

const std::array many_projections{
    geodata::gdal::default_projection,
    "+proj=ortho +lat_0=30 +lon_0=74",
    "+proj=ortho +lat_0=90 +lon_0=74",
    "+proj=merc +lon_0=74",
    "EPSG:3857",
    "EPSG:4087",
    "EPSG:32643",
    "EPSG:3413",
    "+proj=eqearth +lon_0=74",
    "+proj=lcc +lat_1=20 +lat_2=48 +lat_0=34 +lon_0=74",
    "+proj=aea +lat_1=20 +lat_2=48 +lat_0=34 +lon_0=74",
    "+proj=tmerc +lon_0=74",
    "+proj=bonne +lat_1=30 +lon_0=74",
    "+proj=robin +lon_0=0 +pm=60 +datum=WGS84",
    "+proj=eqc +lon_0=0 +pm=74",
    "EPSG:21100",
};

template <class Visit>
void for_each_ring(const ProjectedMap& map, Visit visit) {
    const auto visit_all = [&](const std::vector<WorldPolygon>& polygons) {
        for (const WorldPolygon& polygon : polygons) {
            std::for_each(polygon.begin(), polygon.end(), visit);
        }
    };
    std::for_each(map.countries.begin(), map.countries.end(), visit_all);
    visit_all(map.disputed);
    visit_all(map.lakes);
}

double length(WorldXY a, WorldXY b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

double area_km2(const std::vector<WorldPolygon>& polygons) {
    double twice = 0.0;
    for (const WorldPolygon& polygon : polygons) {
        for (const WorldRing& ring : polygon) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
            }
        }
    }
    return std::abs(twice) / 2.0 / 1e6;
}

double area_km2(const ProjectedMap& map, const char* code) {
    const auto id = bundled().world.boundaries->find(code);
    REQUIRE(id.has_value());
    return area_km2(map.countries[static_cast<std::size_t>(*id)]);
}

}  // namespace

TEST_CASE("in no projection does a line jump: none of its edges is stretched out of all proportion") {
    for (const char* definition : many_projections) {
        CAPTURE(definition);
        const auto p = projection(definition);
        const ProjectedMap map = app::project_map(*bundled().world.boundaries, *p);
        // An azimuthal equal-area map stretches most: 23 times around the edge, 5 degrees from the antipode.
        constexpr double largest_stretch = 24.0;
        constexpr double rounding_m = 10.0;
        std::size_t edges = 0;
        std::size_t jumps = 0;
        for (const app::WorldLine& line : map.lines) {
            if (line.role == LineRole::Rim) {
                continue;  // at a pole that is a line it has a length that the ground has not
            }
            for (std::size_t i = 0; i + 1 < line.points.size(); i += 1 + i % 7) {
                const auto a = p->lonlat_from_world(line.points[i]);
                const auto b = p->lonlat_from_world(line.points[i + 1]);
                if (a && b) {
                    ++edges;
                    const double ground_m = geodata::great_circle_distance_m(*a, *b);
                    jumps += length(line.points[i], line.points[i + 1]) > largest_stretch * ground_m + rounding_m;
                }
            }
        }
        CHECK(edges > 5000);
        CHECK(jumps == 0);
    }
}

TEST_CASE("in every projection rings are closed, made of numbers, and have no edge across the map") {
    for (const char* definition : many_projections) {
        CAPTURE(definition);
        const ProjectedMap map = map_in(definition);
        std::size_t rings = 0;
        std::size_t open = 0;
        double longest_m = 0.0;
        for_each_ring(map, [&](const WorldRing& ring) {
            ++rings;
            open += ring.size() < 4 || ring.front() != ring.back() ? 1 : 0;
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                longest_m = std::max(longest_m, length(ring[i], ring[i + 1]));
                open += std::isfinite(ring[i].x) && std::isfinite(ring[i].y) ? 0 : 1;
            }
        });
        CHECK(rings > 500);
        CHECK(open == 0);
        // Half a degree of arc in both directions, stretched at most.
        CHECK(longest_m < 1.5e6);
        REQUIRE(map.rim.size() > 4);
        CHECK(map.rim.front() == map.rim.back());
    }
}

TEST_CASE("no country is missing where the projection shows its place") {
    const auto& countries = bundled().world.boundaries->countries();
    for (const char* definition : many_projections) {
        CAPTURE(definition);
        const auto p = projection(definition);
        const ProjectedMap map = app::project_map(*bundled().world.boundaries, *p);
        for (std::size_t i = 0; i < countries.size(); ++i) {
            if (p->world_from_lonlat(countries[i].label_at)) {
                CAPTURE(countries[i].name);
                CHECK_FALSE(map.countries[i].empty());
            }
        }
    }
}

// Areas as the countries' statistical offices give them, in square kilometres.
TEST_CASE("on equal-area maps countries have their true areas") {
    struct Known {
        const char* code;
        double km2;
    };
    constexpr std::array known{Known{"KAZ", 2724902.0}, Known{"MNG", 1564116.0}, Known{"NPL", 147181.0},
                               Known{"LKA", 65610.0}};
    for (const char* definition :
         {geodata::gdal::default_projection, "+proj=eqearth +lon_0=74",
          "+proj=aea +lat_1=20 +lat_2=48 +lat_0=34 +lon_0=74", "+proj=cea", "+proj=laea +lat_0=-20 +lon_0=0"}) {
        CAPTURE(definition);
        const ProjectedMap map = map_in(definition);
        for (const Known& country : known) {
            CAPTURE(country.code);
            CHECK(area_km2(map, country.code) == doctest::Approx(country.km2).epsilon(0.02));
        }
    }
}

TEST_CASE("a country that is cut by the map's sides keeps its area") {
    const ProjectedMap whole = map_in("+proj=eqearth +lon_0=-100");
    const ProjectedMap cut = map_in("+proj=eqearth +lon_0=74");  // the sides meet at 106 W
    for (const char* code : {"USA", "CAN", "MEX", "RUS", "FJI"}) {
        CAPTURE(code);
        CHECK(area_km2(cut, code) == doctest::Approx(area_km2(whole, code)).epsilon(1e-4));
    }
    const auto usa = static_cast<std::size_t>(*bundled().world.boundaries->find("USA"));
    CHECK(cut.countries[usa].size() > bundled().world.boundaries->countries()[usa].polygons.size());
}

TEST_CASE("the globe's rim is a circle, and nothing lies beyond it") {
    const ProjectedMap map = map_in("+proj=ortho +lat_0=30 +lon_0=74 +ellps=sphere");
    constexpr double radius_m = 6370997.0;
    for (const WorldXY& p : map.rim) {
        CHECK(std::hypot(p.x, p.y) == doctest::Approx(radius_m).epsilon(1e-3));
    }
    std::size_t beyond = 0;
    for_each_ring(map, [&](const WorldRing& ring) {
        beyond += static_cast<std::size_t>(
            std::count_if(ring.begin(), ring.end(), [&](WorldXY p) { return std::hypot(p.x, p.y) > radius_m; }));
    });
    CHECK(beyond == 0);
    CHECK(map.countries[static_cast<std::size_t>(*bundled().world.boundaries->find("CHL"))].empty());
}

TEST_CASE("meridians run to the poles, or to where the map ends") {
    for (const auto& [definition, farthest] :
         {std::pair{geodata::gdal::default_projection, 89.9}, std::pair{"EPSG:3857", 84.9}}) {
        CAPTURE(definition);
        const auto p = projection(definition);
        double north = 0.0;
        for (const app::WorldLine& line : app::project_map({}, *p).lines) {
            for (std::size_t i = 0; line.role == LineRole::Graticule && i < line.points.size(); ++i) {
                CHECK(std::isfinite(line.points[i].x));
                const auto at = p->lonlat_from_world(line.points[i]);
                north = std::max(north, at ? at->lat : 0.0);
            }
        }
        CHECK(north > farthest);
    }
}

TEST_CASE("parallels bend: no line of the graticule is further than half a kilometre from its course") {
    const auto p = projection(geodata::gdal::default_projection);
    const ProjectedMap map = app::project_map({}, *p);
    std::size_t checked = 0;
    for (const app::WorldLine& line : map.lines) {
        for (std::size_t i = 0; line.role == LineRole::Graticule && i + 1 < line.points.size(); ++i) {
            const auto a = p->lonlat_from_world(line.points[i]);
            const auto b = p->lonlat_from_world(line.points[i + 1]);
            if (a && b && std::abs(a->lat - 34.0) < 40.0 && std::abs(a->lon - 74.0) < 60.0) {
                const auto middle = p->world_from_lonlat({(a->lon + b->lon) / 2.0, (a->lat + b->lat) / 2.0});
                const WorldXY chord{(line.points[i].x + line.points[i + 1].x) / 2.0,
                                    (line.points[i].y + line.points[i + 1].y) / 2.0};
                CHECK(length(*middle, chord) < 500.0);
                ++checked;
            }
        }
    }
    CHECK(checked > 500);
}

TEST_CASE("what lies wholly on the map keeps its points") {
    geodata::BoundaryData data;
    data.countries.push_back({.code = "PAK",
                              .name = {},
                              .polygons = {{{{{60, 20}, {70, 20}, {70, 30}, {60, 30}, {60, 20}}}}},
                              .bounds = {},
                              .label_at = {}});
    data.lakes.push_back({"lake", {{{{{61, 21}, {62, 21}, {62, 22}, {61, 21}}}}}, {}});
    const geodata::BoundarySet boundaries{std::move(data)};
    const ProjectedMap map = app::project_map(boundaries, support::FlatProjection{});
    REQUIRE(map.countries.size() == 1);
    CHECK(map.countries[0][0][0].size() == 5);
    const auto lake = std::find_if(map.lines.begin(), map.lines.end(),
                                   [](const app::WorldLine& line) { return line.role == LineRole::LakeEdge; });
    REQUIRE(lake != map.lines.end());
    CHECK(lake->points == map.lakes[0][0]);
    const auto coast = std::find_if(map.lines.begin(), map.lines.end(),
                                    [](const app::WorldLine& line) { return line.role == LineRole::Coast; });
    REQUIRE(coast != map.lines.end());
    CHECK(coast->points.size() == 5);
}
