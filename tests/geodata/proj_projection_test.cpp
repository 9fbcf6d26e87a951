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

// EPSG (IOGP) Guidance Note 7-2, "Coordinate Conversions and Transformations including Formulas": the worked example of
// each method, with the easting and northing printed there.
TEST_CASE("methods give the figures that EPSG's guidance note prints") {
    struct Example {
        const char* method;
        const char* definition;
        LonLat at;
        WorldXY printed;  // metres
    };
    constexpr double us_ft = 1200.0 / 3937.0;
    const std::array<Example, 9> examples{{
        {"Lambert conic conformal (2SP)",
         "+proj=lcc +lat_0=27.8333333333333 +lon_0=-99 +lat_1=28.3833333333333 +lat_2=30.2833333333333 "
         "+x_0=609601.2192 "
         "+ellps=clrk66 +units=us-ft",
         {-96.0, 28.5},
         {2963503.91 * us_ft, 254759.80 * us_ft}},
        {"Mercator (variant A)",
         "+proj=merc +lon_0=110 +k_0=0.997 +x_0=3900000 +y_0=900000 +ellps=bessel",
         {120.0, -3.0},
         {5009726.58, 569150.82}},
        {"Mercator (variant B)", "+proj=merc +lat_ts=42 +lon_0=51 +ellps=krass", {53.0, 53.0}, {165704.29, 5171848.07}},
        {"Popular visualisation pseudo-Mercator",
         "EPSG:3857",
         {-100.33333333333333, 24.381786944444443},
         {-11169055.58, 2800000.00}},
        {"Transverse Mercator",
         "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy",
         {0.5, 50.5},
         {577274.99, 69740.50}},
        {"Lambert azimuthal equal area", "EPSG:3035", {5.0, 50.0}, {3962799.45, 2999718.85}},
        {"Polar stereographic (variant A)", "EPSG:32661", {44.0, 73.0}, {3320416.75, 632668.43}},
        {"Polar stereographic (variant B)", "EPSG:3032", {120.0, -75.0}, {7255380.79, 7053389.56}},
        {"Oblique stereographic",
         "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 "
         "+ellps=bessel",
         {6.0, 53.0},
         {196105.283, 557057.739}},
    }};
    for (const Example& example : examples) {
        CAPTURE(example.method);
        const auto p = projection(example.definition);
        const auto there = p->world_from_lonlat(example.at);
        REQUIRE(there.has_value());
        CHECK(std::abs(there->x - example.printed.x) < 0.01);
        CHECK(std::abs(there->y - example.printed.y) < 0.01);
        const auto back = p->lonlat_from_world(example.printed);
        REQUIRE(back.has_value());
        CHECK(std::abs(back->lon - example.at.lon) < 2e-7);
        CHECK(std::abs(back->lat - example.at.lat) < 2e-7);
    }
}

namespace {

const std::array many_projections{
    default_projection,
    "EPSG:3857",
    "EPSG:3395",
    "EPSG:4087",
    "EPSG:32643",
    "EPSG:3413",
    "+proj=merc +lon_0=74",
    "+proj=eqearth +lon_0=74",
    "+proj=ortho +lat_0=30 +lon_0=74",
    "+proj=lcc +lat_1=20 +lat_2=48 +lat_0=34 +lon_0=74",
    "+proj=aea +lat_1=20 +lat_2=48 +lat_0=34 +lon_0=74",
    "+proj=tmerc +lon_0=74",
    "+proj=stere +lat_0=34 +lon_0=74",
    "+proj=moll +lon_0=74",
};

/// Even-odd, of a closed line in the plane.
bool encloses(const std::vector<WorldXY>& rim, WorldXY at) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < rim.size(); ++i) {
        const WorldXY a = rim[i];
        const WorldXY b = rim[i + 1];
        inside =
            (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) * (b.x - a.x) / (b.y - a.y) ? !inside : inside;
    }
    return inside;
}

/// The same answer in the middle and at four places around it.
template <class Question>
bool settled(WorldXY at, double apart_m, Question question) {
    const bool here = question(at);
    return question(WorldXY{at.x - apart_m, at.y}) == here && question(WorldXY{at.x + apart_m, at.y}) == here &&
           question(WorldXY{at.x, at.y - apart_m}) == here && question(WorldXY{at.x, at.y + apart_m}) == here;
}

}  // namespace

TEST_CASE("every place that a projection shows leads there and back") {
    for (const char* definition : many_projections) {
        CAPTURE(definition);
        const auto p = projection(definition);
        std::size_t shown = 0;
        for (double lat = -88.0; lat <= 88.0; lat += 8.0) {
            for (double lon = -179.0; lon < 180.0; lon += 7.3) {
                const auto there = p->world_from_lonlat({lon, lat});
                CHECK(there.has_value() == contains(p->domain(), {lon, lat}));
                if (!there) {
                    continue;
                }
                ++shown;
                const auto back = p->lonlat_from_world(*there);
                REQUIRE(back.has_value());
                CHECK(std::abs(back->lat - lat) < 1e-6);
                CHECK(std::abs(std::remainder(back->lon - lon, 360.0)) < 1e-5);
            }
        }
        CHECK(shown > 300);
    }
}

TEST_CASE("wherever the map is drawn there is a place under the pointer, and nowhere beside it") {
    for (const char* definition : many_projections) {
        CAPTURE(definition);
        const auto p = projection(definition);
        const Ring edge = edge_of(p->domain());
        std::vector<WorldXY> rim(edge.size());
        p->project(edge, rim);
        WorldBox box;
        for (const WorldXY& at : rim) {
            REQUIRE(std::isfinite(at.x));
            box.extend(at);
        }
        const double step_x = (box.max_x - box.min_x) / 43.0;
        const double step_y = (box.max_y - box.min_y) / 43.0;
        const auto drawn = [&](WorldXY at) { return encloses(rim, at); };
        std::size_t wrong = 0;
        std::size_t places = 0;
        for (int row = -4; row < 48; ++row) {
            for (int column = -4; column < 48; ++column) {
                const WorldXY at{box.min_x + step_x * (column + 0.37), box.min_y + step_y * (row + 0.41)};
                if (settled(at, 30e3, drawn)) {
                    const auto place = p->lonlat_from_world(at);
                    wrong += place.has_value() != drawn(at) ? 1 : 0;
                    places += place ? 1 : 0;
                }
            }
        }
        CHECK(wrong == 0);
        CHECK(places > 900);
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
