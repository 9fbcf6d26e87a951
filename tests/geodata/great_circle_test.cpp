#include "geodata/great_circle.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace geodata;

namespace {

constexpr double metres_per_deg = 6'371'008.8 * 3.14159265358979323846 / 180.0;

double longest_step_deg(const std::vector<LonLat>& points) {
    double longest = 0.0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        longest = std::max(longest, great_circle_distance_m(points[i - 1], points[i]) / metres_per_deg);
    }
    return longest;
}

}  // namespace

TEST_CASE("a quarter of the Earth is 10 007 km") {
    CHECK(great_circle_distance_m({0, 0}, {90, 0}) == doctest::Approx(10'007'557.221).epsilon(1e-9));
    CHECK(great_circle_distance_m({10, 0}, {-60, 90}) == doctest::Approx(10'007'557.221).epsilon(1e-9));
    CHECK(great_circle_distance_m({74, 31}, {74, 31}) == 0.0);
}

TEST_CASE("Karachi lies about 2 370 km from Dhaka") {
    CHECK(great_circle_distance_m({67.01, 24.86}, {90.41, 23.81}) / 1000.0 == doctest::Approx(2370).epsilon(0.005));
}

TEST_CASE("distance is the short way over the antimeridian") {
    CHECK(great_circle_distance_m({179, 0}, {-179, 0}) == doctest::Approx(2 * metres_per_deg));
}

TEST_CASE("a great circle keeps its ends and its step") {
    const LonLat a{67.0, 24.9};
    const LonLat b{-74.0, 40.7};
    for (const double step : {0.5, 1.0, 7.0, 500.0}) {
        const auto points = great_circle(a, b, step);
        CHECK(points.front() == a);
        CHECK(points.back() == b);
        CHECK(longest_step_deg(points) <= step + 1e-9);
    }
}

TEST_CASE("an arc of exactly n steps has n + 1 points") {
    CHECK(great_circle({0, 0}, {10, 0}, 1.0).size() == 11);
    CHECK(great_circle({0, 0}, {10, 0}, 3.0).size() == 5);
    CHECK(great_circle({0, 0}, {10, 0}, 10.0).size() == 2);
}

TEST_CASE("the points of a great circle are as far apart as the ends in all") {
    const LonLat a{69.2, 34.5};
    const LonLat b{116.4, 39.9};
    const auto points = great_circle(a, b, 2.0);
    double sum = 0.0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        sum += great_circle_distance_m(points[i - 1], points[i]);
    }
    CHECK(sum == doctest::Approx(great_circle_distance_m(a, b)).epsilon(1e-9));
}

TEST_CASE("a great circle between two places of one latitude bends to the pole") {
    const auto points = great_circle({60, 40}, {100, 40}, 1.0);
    CHECK(points[points.size() / 2].lat > 41.0);
}

TEST_CASE("antipodal ends are joined over the north pole") {
    const auto points = great_circle({70, 30}, {-110, -30}, 10.0);
    const auto highest = std::max_element(points.begin(), points.end(), [](auto p, auto q) { return p.lat < q.lat; });
    CHECK(highest->lat == doctest::Approx(90.0).epsilon(0.001));
    CHECK(longest_step_deg(points) <= 10.0 + 1e-6);
}

TEST_CASE("pole to pole is a meridian") {
    const auto points = great_circle({0, 90}, {45, -90}, 10.0);
    REQUIRE(points.size() == 19);
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        CHECK(points[i].lon == doctest::Approx(45.0));
    }
}

TEST_CASE("a place and itself are two points") {
    const auto points = great_circle({74, 31}, {74, 31});
    REQUIRE(points.size() == 2);
    CHECK(points[0] == points[1]);
}
