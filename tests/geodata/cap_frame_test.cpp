#include "geodata/cap_frame.h"

#include "geodata/great_circle.h"

#include <doctest/doctest.h>

#include <cmath>

using geodata::CapFrame;
using geodata::LonLat;

TEST_CASE("the pole lies due north, and a quarter of the way round the Earth from the equator") {
    const CapFrame frame{{20.0, 0.0}};
    CHECK(frame.bearing({-130.0, 90.0}).distance_deg == doctest::Approx(90.0));
    CHECK(frame.bearing({-130.0, 90.0}).azimuth_deg == doctest::Approx(0.0));
    CHECK(frame.bearing({50.0, 0.0}).distance_deg == doctest::Approx(30.0));
    CHECK(frame.bearing({50.0, 0.0}).azimuth_deg == doctest::Approx(90.0));
    CHECK(frame.bearing({-10.0, 0.0}).azimuth_deg == doctest::Approx(-90.0));
    CHECK(frame.bearing({20.0, 0.0}).distance_deg == doctest::Approx(0.0));
    CHECK(frame.bearing({-160.0, 0.0}).distance_deg == doctest::Approx(180.0));
}

TEST_CASE("distances are those of the great circle") {
    const LonLat karachi{67.0, 24.9};
    const CapFrame frame{karachi};
    for (const LonLat at : {LonLat{74.3, 31.5}, LonLat{-74.0, 40.7}, LonLat{174.8, -41.3}, LonLat{-113.0, -24.8}}) {
        const double metres_per_degree = geodata::great_circle_distance_m({0.0, 0.0}, {1.0, 0.0});
        CHECK(frame.bearing(at).distance_deg ==
              doctest::Approx(geodata::great_circle_distance_m(karachi, at) / metres_per_degree));
    }
}

TEST_CASE("a bearing leads to the place that it was taken of") {
    for (const LonLat centre : {LonLat{74.0, 34.0}, LonLat{-179.5, -10.0}, LonLat{0.0, 90.0}, LonLat{30.0, -90.0}}) {
        const CapFrame frame{centre};
        for (int lat = -80; lat <= 80; lat += 20) {
            for (int lon = -175; lon < 180; lon += 25) {
                const LonLat place{static_cast<double>(lon), static_cast<double>(lat)};
                const LonLat there = frame.at(frame.bearing(place));
                CAPTURE(lon);
                CAPTURE(lat);
                CHECK(there.lat == doctest::Approx(place.lat));
                CHECK(std::abs(std::remainder(there.lon - place.lon, 360.0)) < 1e-9);
            }
        }
    }
}
