#include "geodata/gdal/proj_projection.h"

#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace geodata;
using geodata::gdal::default_projection;
using geodata::gdal::make_projection;

namespace {

std::shared_ptr<const Projection> projection(const std::string& definition) {
    auto loaded = make_projection(definition);
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.value != nullptr);
    return loaded.value;
}

void check_fails(const std::string& definition, const std::string& says) {
    CAPTURE(definition);
    const auto loaded = make_projection(definition);
    CHECK(loaded.value == nullptr);
    REQUIRE(loaded.problems.size() == 1);
    CAPTURE(loaded.problems[0].what);
    CHECK(loaded.problems[0].severity == Severity::Error);
    CHECK(loaded.problems[0].what.find(says) != std::string::npos);
    CHECK(loaded.problems[0].what.find('\n') == std::string::npos);
}

}  // namespace

// The figures are those of `gdaltransform -s_srs EPSG:4326 -t_srs '...'` with longitude and latitude as input.
TEST_CASE("the default projection gives PROJ's figures") {
    const auto laea = projection(default_projection);
    CHECK(laea->definition() == default_projection);
    const std::array<std::pair<LonLat, WorldXY>, 5> known{{{{74.35, 31.55}, {33239.1334909986, -271636.008951054}},
                                                           {{69.2, 34.5}, {-440589.371955757, 65774.9041211313}},
                                                           {{90.4, 23.8}, {1667863.27313972, -1004262.45716667}},
                                                           {{-74.0, 40.7}, {-3989073.47729038, 8896474.67548402}},
                                                           {{25.0, -33.0}, {-5318190.63192315, -6349557.26439767}}}};
    for (const auto& [at, expected] : known) {
        const auto got = laea->world_from_lonlat(at);
        REQUIRE(got.has_value());
        CHECK(std::abs(got->x - expected.x) < 1e-4);
        CHECK(std::abs(got->y - expected.y) < 1e-4);
    }
    const auto centre = laea->world_from_lonlat({74, 34});
    CHECK(std::hypot(centre->x, centre->y) < 1e-6);
}

TEST_CASE("an EPSG code takes longitude first all the same") {
    const auto mercator = projection("EPSG:3857")->world_from_lonlat({74.35, 31.55});
    CHECK(mercator->x == doctest::Approx(8276604.14047989));
    CHECK(mercator->y == doctest::Approx(3704385.00635703));
    // EPSG:2393 says northing first; x points east here.
    const auto finland = projection("EPSG:2393")->world_from_lonlat({27.0, 65.0});
    CHECK(finland->x == doctest::Approx(3500000).epsilon(0.001));
    CHECK(finland->y == doctest::Approx(7211000).epsilon(0.001));
}

TEST_CASE("units other than metres are brought to metres") {
    const auto metres = projection(default_projection)->world_from_lonlat({90.4, 23.8});
    const auto in_km = projection("+proj=laea +lat_0=34 +lon_0=74 +datum=WGS84 +units=km");
    CHECK(in_km->world_from_lonlat({90.4, 23.8})->x == doctest::Approx(metres->x));
    CHECK(in_km->lonlat_from_world(*metres)->lon == doctest::Approx(90.4));
}

TEST_CASE("there and back is the same place, all over the globe") {
    for (const char* definition : {default_projection, "+proj=eqearth +lon_0=74 +datum=WGS84 +units=m", "EPSG:3857"}) {
        const auto p = projection(definition);
        for (int row = 0; row <= 20; ++row) {
            for (int column = 0; column < 38; ++column) {
                const double lat = -80.0 + 8.0 * row;
                const double lon = -105.5 + 7.5 * column;
                const auto there = p->world_from_lonlat({lon, lat});
                if (!contains(p->domain(), {lon, lat})) {
                    CHECK_FALSE(there.has_value());
                    continue;
                }
                REQUIRE(there.has_value());
                const auto back = p->lonlat_from_world(*there);
                REQUIRE(back.has_value());
                CHECK(std::abs(back->lon - lon) < 1e-7);
                CHECK(std::abs(back->lat - lat) < 1e-7);
            }
        }
    }
}

TEST_CASE("many at once are the same as one by one") {
    const auto p = projection(default_projection);
    std::vector<LonLat> in;
    in.reserve(5000);
    for (int i = 0; i < 5000; ++i) {
        in.push_back({-180.0 + 0.07 * i, -89.0 + 0.035 * i});
    }
    std::vector<WorldXY> out(in.size());
    p->project(in, out);
    for (std::size_t i = 0; i < in.size(); i += 13) {
        const auto one = p->world_from_lonlat(in[i]);
        REQUIRE(one.has_value());
        CHECK(out[i] == *one);
    }
    p->project({}, {});
}

TEST_CASE("what cannot be projected is not a number, and its neighbours are not harmed") {
    const auto globe = projection("+proj=ortho +lat_0=34 +lon_0=74 +datum=WGS84 +units=m");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<LonLat> in{{74, 34}, {-106, -34}, {70, 30}, {nan, 0}, {80, 30}};
    std::vector<WorldXY> out(in.size());
    globe->project(in, out);
    CHECK(std::isfinite(out[0].x));
    CHECK(std::isnan(out[1].x));
    CHECK(std::isnan(out[1].y));
    CHECK(std::isfinite(out[2].x));
    CHECK(std::isnan(out[3].x));
    CHECK(std::isfinite(out[4].x));
    CHECK_FALSE(globe->world_from_lonlat({-106, -34}).has_value());
}

TEST_CASE("outside the projected world there is no place") {
    const auto laea = projection(default_projection);
    CHECK_FALSE(laea->lonlat_from_world({2e7, 2e7}).has_value());
    CHECK_FALSE(laea->lonlat_from_world({std::numeric_limits<double>::quiet_NaN(), 0}).has_value());
    CHECK(laea->lonlat_from_world({0, 0}).has_value());
}

TEST_CASE("a definition that is none says so in one line") {
    check_fails("", "does not know the projection");
    check_fails("+proj=nonsense", "does not know the projection");
    check_fails("EPSG:999999", "does not know the projection");
    check_fails("http://localhost/crs", "does not know the projection");
    check_fails("EPSG:4326", "is no projection onto a plane");
    check_fails("WGS84", "is no projection onto a plane");
}
