#include "geodata/domain.h"

#include "geodata/cap_frame.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

using namespace geodata;

namespace {

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

Ring reversed(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}

bool in_ring(const std::vector<LonLat>& ring, LonLat at) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[i + 1];
        if ((a.lat > at.lat) != (b.lat > at.lat) &&
            at.lon < a.lon + (at.lat - a.lat) * (b.lon - a.lon) / (b.lat - a.lat)) {
            inside = !inside;
        }
    }
    return inside;
}

bool in_rings(const Polygon& polygon, LonLat at) {
    bool inside = false;
    for (const Ring& ring : polygon.rings) {
        inside = in_ring(ring, at) ? !inside : inside;
    }
    return inside;
}

/// A plane in which the domain is in one piece, as a projection would show it.
LonLat on_plane(const Domain& domain, LonLat at) {
    if (const auto* window = std::get_if<LonLatWindow>(&domain)) {
        return {std::remainder(at.lon - window->middle_lon, 360.0), at.lat};
    }
    const Bearing seen = CapFrame{std::get<Cap>(domain).centre}.bearing(at);
    const double azimuth = seen.azimuth_deg * std::numbers::pi / 180.0;
    return {seen.distance_deg * std::sin(azimuth), seen.distance_deg * std::cos(azimuth)};
}

std::vector<Polygon> on_plane(const Domain& domain, std::vector<Polygon> parts) {
    for (Polygon& part : parts) {
        for (Ring& ring : part.rings) {
            std::transform(ring.begin(), ring.end(), ring.begin(), [&](LonLat p) { return on_plane(domain, p); });
        }
    }
    return parts;
}

bool in_parts(const std::vector<Polygon>& parts, LonLat at) {
    return std::count_if(parts.begin(), parts.end(), [&](const Polygon& part) { return in_rings(part, at); }) % 2 != 0;
}

/// Whether a question has one answer all around a place: edges are straight in one plane and bent in the other.
bool settled(LonLat at, const std::function<bool(LonLat)>& question) {
    constexpr double apart_deg = 0.7;
    const bool here = question(at);
    for (const auto& [dx, dy] :
         {std::pair{-1.0, -1.0}, std::pair{-1.0, 1.0}, std::pair{1.0, -1.0}, std::pair{1.0, 1.0}}) {
        if (question({at.lon + dx * apart_deg, at.lat + dy * apart_deg}) != here) {
            return false;
        }
    }
    return true;
}

struct Shape {
    std::string name;
    Polygon polygon;
};

std::vector<Shape> shapes() {
    Ring comb{{20.0, -40.0}, {160.0, -40.0}};
    for (double lon = 160.0; lon > 20.0; lon -= 20.0) {
        comb.insert(comb.end(), {{lon, 70.0}, {lon - 10.0, 70.0}, {lon - 10.0, -30.0}, {lon - 20.0, -30.0}});
    }
    comb.push_back(comb.front());
    return {{"a small one", {{box(70.0, 30.0, 80.0, 40.0)}}},
            {"one that spans half the Earth", {{box(0.0, -90.0, 180.0, 90.0)}}},
            {"the whole Earth", {{box(-180.0, -90.0, 180.0, 90.0)}}},
            {"the southern cap", {{box(-180.0, -90.0, 180.0, -60.0)}}},
            {"the northern half", {{box(-180.0, 0.0, 180.0, 90.0)}}},
            {"one in the far west", {{box(-179.0, -50.0, -95.0, 65.0)}}},
            {"one with a hole", {{box(-20.0, -60.0, 150.0, 80.0), reversed(box(40.0, -10.0, 100.0, 50.0))}}},
            {"all but the region", {{box(-180.0, -90.0, 180.0, 90.0), reversed(box(-40.0, -80.0, 170.0, 85.0))}}},
            {"a comb", {{comb}}}};
}

std::vector<Domain> domains() {
    return {LonLatWindow{0.0, whole_half_width_deg, -85.0, 85.0},
            LonLatWindow{74.0, whole_half_width_deg, -90.0, 90.0},
            LonLatWindow{75.0, 75.0, -90.0, 90.0},
            LonLatWindow{-170.0, 60.0, -30.0, 70.0},
            Cap{{74.0, 30.0}, 89.9},
            Cap{{74.0, 34.0}, 175.0},
            Cap{{0.0, 90.0}, 130.0},
            Cap{{0.0, -90.0}, 60.0},
            Cap{{179.0, -10.0}, 89.9},
            Cap{{65.0, 20.0}, 12.0}};
}

}  // namespace

TEST_CASE("a polygon is shown where it was, within the domain, and nowhere else") {
    for (const Shape& shape : shapes()) {
        for (const Domain& domain : domains()) {
            CAPTURE(shape.name);
            const std::vector<Polygon> parts = on_plane(domain, clip(shape.polygon, domain));
            std::size_t asked = 0;
            std::size_t wrong = 0;
            for (double lat = -87.3; lat < 89.0; lat += 5.1) {
                for (double lon = -178.7; lon < 179.0; lon += 5.7) {
                    const LonLat at{lon, lat};
                    const auto in_domain = [&](LonLat p) { return contains(domain, p); };
                    const auto in_shape = [&](LonLat p) { return in_rings(shape.polygon, p); };
                    if (in_domain(at) && settled(at, in_domain) && settled(at, in_shape)) {
                        ++asked;
                        wrong += in_parts(parts, on_plane(domain, at)) != in_shape(at) ? 1 : 0;
                    }
                }
            }
            CHECK(asked > 5);
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("what is left of a polygon has closed rings, lies in the domain and has no long edges") {
    for (const Shape& shape : shapes()) {
        for (const Domain& domain : domains()) {
            CAPTURE(shape.name);
            for (const Polygon& part : clip(shape.polygon, domain)) {
                REQUIRE_FALSE(part.rings.empty());
                for (const Ring& ring : part.rings) {
                    CHECK(ring.size() >= 4);
                    CHECK(ring.front() == ring.back());
                    CHECK(std::all_of(ring.begin(), ring.end(), [&](LonLat p) { return contains(domain, p); }));
                    double longest_deg = 0.0;
                    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                        longest_deg = std::max(longest_deg, CapFrame{ring[i]}.bearing(ring[i + 1]).distance_deg);
                    }
                    CHECK(longest_deg < 1.5 * dense_step_deg);
                }
            }
        }
    }
}

TEST_CASE("a polygon beyond the domain leaves nothing, also as a hole") {
    const Cap cap{{74.0, 30.0}, 40.0};
    CHECK(clip(Polygon{{box(-100.0, -20.0, -60.0, 20.0)}}, Domain{cap}).empty());
    CHECK(clip(Polygon{{box(-100.0, -20.0, -60.0, 20.0)}}, Domain{LonLatWindow{75.0, 60.0}}).empty());
    // The cap lies in the hole.
    CHECK(clip(Polygon{{box(-60.0, -89.0, 179.0, 89.0), reversed(box(0.0, -60.0, 150.0, 85.0))}}, Domain{cap}).empty());
    CHECK(clip(Polygon{}, Domain{cap}).empty());
    CHECK(clip(Polygon{}, Domain{LonLatWindow{}}).empty());
}

TEST_CASE("neighbours that are cut keep the border that they share") {
    const Ring west{{40.0, 10.0}, {70.3, 11.0}, {71.1, 60.0}, {40.0, 60.0}, {40.0, 10.0}};
    const Ring east{{70.3, 11.0}, {120.0, 10.0}, {120.0, 60.0}, {71.1, 60.0}, {70.3, 11.0}};
    for (const Domain& domain : {Domain{Cap{{74.0, 34.0}, 15.0}}, Domain{LonLatWindow{74.0, 20.0, 20.0, 45.0}}}) {
        const auto a = clip(Polygon{{west}}, domain);
        const auto b = clip(Polygon{{east}}, domain);
        REQUIRE(a.size() == 1);
        REQUIRE(b.size() == 1);
        std::size_t shared = 0;
        std::size_t on_border = 0;
        for (const LonLat p : a[0].rings[0]) {
            const bool inside = CapFrame{{74.0, 34.0}}.bearing(p).distance_deg < 14.0 && p.lat > 21.0 && p.lat < 44.0;
            const double border_lon = 70.3 + (p.lat - 11.0) / 49.0 * 0.8;
            if (inside && std::abs(p.lon - border_lon) < 1e-9) {
                ++on_border;
                shared += std::count(b[0].rings[0].begin(), b[0].rings[0].end(), p) == 1 ? 1 : 0;
            }
        }
        CHECK(on_border > 20);
        CHECK(shared == on_border);
    }
}

TEST_CASE("a line is cut where it leaves the domain, and goes on where it comes back") {
    const std::vector<LonLat> parallel{{-170.0, 30.0}, {170.0, 30.0}};
    const Domain cap = Cap{{74.0, 30.0}, 20.0};
    const auto in_cap = clip(parallel, cap);
    REQUIRE(in_cap.size() == 1);
    for (const LonLat end : {in_cap[0].front(), in_cap[0].back()}) {
        CHECK(CapFrame{{74.0, 30.0}}.bearing(end).distance_deg == doctest::Approx(20.0).epsilon(1e-3));
    }
    CHECK(in_cap[0].front().lon < in_cap[0].back().lon);

    const auto around = clip(parallel, Domain{LonLatWindow{74.0, whole_half_width_deg}});
    REQUIRE(around.size() == 2);  // it runs over the seam at 106 W
    double length_deg = 0.0;
    for (const auto& part : around) {
        length_deg += part.back().lon - part.front().lon;
    }
    CHECK(length_deg == doctest::Approx(340.0));

    const std::vector<LonLat> out_and_back{{74.0, 30.0}, {74.0, 70.0}, {75.0, 70.0}, {75.0, 30.0}};
    CHECK(clip(out_and_back, cap).size() == 2);
    CHECK(clip(out_and_back, Domain{LonLatWindow{74.0, 60.0, 0.0, 50.0}}).size() == 2);
    CHECK(clip(std::vector<LonLat>{{-100.0, 0.0}, {-90.0, 0.0}}, cap).empty());
    CHECK(clip(std::vector<LonLat>{}, cap).empty());
    CHECK(clip(std::vector<LonLat>{{74.0, 30.0}}, cap).empty());
}

TEST_CASE("long edges get points, the same ones whichever way they are walked, and keep their ends") {
    const std::vector<LonLat> there{{60.1, 20.2}, {63.7, 21.9}, {63.8, 22.0}, {61.0, 30.3}};
    const auto dense = densify(there);
    CHECK(dense.front() == there.front());
    CHECK(dense.back() == there.back());
    CHECK(dense.size() > 20);
    for (std::size_t i = 0; i + 1 < dense.size(); ++i) {
        CHECK(std::abs(dense[i].lon - dense[i + 1].lon) <= dense_step_deg);
        CHECK(std::abs(dense[i].lat - dense[i + 1].lat) <= dense_step_deg);
    }
    auto back = densify(std::vector<LonLat>(there.rbegin(), there.rend()));
    std::reverse(back.begin(), back.end());
    CHECK(back == dense);
    CHECK(densify(dense) == dense);
    CHECK(densify({{1.0, 2.0}, {1.3, 2.4}}).size() == 2);
    CHECK(densify(std::vector<LonLat>{}).empty());
}

TEST_CASE("edges that overlap on one parallel get the same points") {
    const auto longer = densify({{10.2, 49.0}, {20.2, 49.0}});
    const auto shorter = densify({{17.9, 49.0}, {12.1, 49.0}});
    for (const LonLat p : shorter) {
        const bool own_end = p.lon == 17.9 || p.lon == 12.1;
        CHECK((own_end || std::find(longer.begin(), longer.end(), p) != longer.end()));
    }
}

TEST_CASE("all that a map is made of gets its points") {
    BoundaryData data;
    data.countries.push_back(
        {.code = "PAK", .name = {}, .polygons = {{{box(60.0, 20.0, 70.0, 30.0)}}}, .bounds = {}, .label_at = {}});
    data.disputed_areas.push_back({"somewhere", {{{box(60.0, 20.0, 70.0, 30.0)}}}, {}});
    data.lakes.push_back({"lake", {{{box(60.0, 20.0, 70.0, 30.0)}}}, {}});
    data.lines.push_back({LineClass::Disputed, {}, {{60.0, 20.0}, {70.0, 20.0}}, {}});
    data.rivers.push_back({"river", 3, {{60.0, 20.0}, {70.0, 20.0}}, {}});
    densify(data);
    for (const auto* polygons :
         {&data.countries[0].polygons, &data.disputed_areas[0].polygons, &data.lakes[0].polygons}) {
        CHECK(polygons->front().rings.front().size() == 81);
    }
    CHECK(data.lines[0].points.size() == 21);
    CHECK(data.rivers[0].points.size() == 21);
}

TEST_CASE("the edge of a domain is a closed line, inside of which the domain ends") {
    for (const Domain& domain : domains()) {
        const Ring edge = edge_of(domain);
        REQUIRE(edge.size() > 4);
        CHECK(edge.front() == edge.back());
        CHECK(std::all_of(edge.begin(), edge.end(), [&](LonLat p) { return contains(domain, p); }));
    }
    const Cap cap{{74.0, 30.0}, 40.0};
    const CapFrame frame{cap.centre};
    CHECK_FALSE(contains(Domain{cap}, frame.at({40.01, 77.0})));
    CHECK_FALSE(contains(Domain{LonLatWindow{75.0, 60.0, -10.0, 50.0}}, {135.01, 0.0}));
    CHECK_FALSE(contains(Domain{LonLatWindow{75.0, 60.0, -10.0, 50.0}}, {100.0, 50.01}));
    CHECK(contains(Domain{LonLatWindow{-170.0, 60.0}}, {179.0, 0.0}));
}

TEST_CASE("a box that is surely inside is inside") {
    std::size_t sure = 0;
    for (const Domain& domain : domains()) {
        for (double west = -180.0; west < 180.0; west += 17.0) {
            for (double south = -90.0; south < 80.0; south += 13.0) {
                LonLatBox some;
                some.extend({west, south});
                some.extend({std::min(180.0, west + 8.0), std::min(90.0, south + 9.0)});
                if (!surely_contains(domain, some)) {
                    continue;
                }
                ++sure;
                for (double lon = some.west; lon <= some.east; lon += 2.0) {
                    for (double lat = some.south; lat <= some.north; lat += 3.0) {
                        CHECK(contains(domain, {lon, lat}));
                    }
                }
            }
        }
    }
    CHECK(sure > 500);
}
