#include "geodata/triangulate.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace geodata;

namespace {

using WorldRing = std::vector<WorldXY>;

double area(const Triangles& t) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 2 < t.indices.size(); i += 3) {
        const WorldXY a = t.vertices[t.indices[i]];
        const WorldXY b = t.vertices[t.indices[i + 1]];
        const WorldXY c = t.vertices[t.indices[i + 2]];
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2.0;
    }
    return sum;
}

WorldRing square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

Triangles filled(const std::vector<WorldRing>& rings) {
    return triangulate(rings);
}

}  // namespace

TEST_CASE("a square is two triangles") {
    const Triangles t = filled({square(0, 0, 10)});
    CHECK(t.indices.size() == 6);
    CHECK(area(t) == doctest::Approx(100.0));
}

TEST_CASE("an open ring is filled as a closed one") {
    WorldRing open = square(0, 0, 10);
    open.pop_back();
    CHECK(area(filled({open})) == doctest::Approx(100.0));
}

TEST_CASE("a hole is left out whichever way it runs") {
    WorldRing hole = square(2, 2, 4);
    CHECK(area(filled({square(0, 0, 10), hole})) == doctest::Approx(84.0));
    std::reverse(hole.begin(), hole.end());
    CHECK(area(filled({square(0, 0, 10), hole})) == doctest::Approx(84.0));
}

TEST_CASE("an island in a hole is filled") {
    CHECK(area(filled({square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)})) == doctest::Approx(68.0));
}

TEST_CASE("a ring that crosses itself gets a vertex where it does") {
    const Triangles t = filled({{{0, 0}, {4, 4}, {4, 0}, {0, 4}}});
    CHECK(t.vertices.size() == 5);
    CHECK(t.vertices.back().x == doctest::Approx(2.0));
    CHECK(area(t) == doctest::Approx(8.0));
}

TEST_CASE("what two rings share is out by the even-odd rule") {
    CHECK(area(filled({square(0, 0, 4), square(2, 2, 4)})) == doctest::Approx(16.0 + 16.0 - 2.0 * 4.0));
}

TEST_CASE("degenerate rings give no triangles") {
    CHECK(filled({}).indices.empty());
    CHECK(filled({{}}).indices.empty());
    CHECK(filled({{{0, 0}, {1, 1}}}).indices.empty());
    CHECK(filled({{{0, 0}, {1, 1}, {0, 0}}}).indices.empty());
    CHECK(area(filled({{{1, 1}, {1, 1}, {1, 1}, {1, 1}}})) == 0.0);
    CHECK(area(filled({{{0, 0}, {5, 5}, {9, 9}, {0, 0}}})) == 0.0);
}

TEST_CASE("points that are not numbers are passed over") {
    WorldRing ring = square(0, 0, 10);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    ring.insert(ring.begin() + 2, {nan, nan});
    CHECK(area(filled({ring})) == doctest::Approx(100.0));
}

TEST_CASE("a star of a thousand points in metres of a continent is filled whole") {
    WorldRing star;
    double expected = 0.0;
    std::mt19937 random(7);
    std::uniform_real_distribution<double> radius(1e6, 3e6);
    for (int i = 0; i < 1000; ++i) {
        const double angle = i * 2.0 * 3.14159265358979323846 / 1000.0;
        const double r = radius(random);
        star.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    for (std::size_t i = 0; i < star.size(); ++i) {
        const WorldXY a = star[i];
        const WorldXY b = star[(i + 1) % star.size()];
        expected += (a.x * b.y - b.x * a.y) / 2.0;
    }
    const Triangles t = filled({star});
    CHECK(t.indices.size() == 3 * 998);
    CHECK(area(t) == doctest::Approx(expected).epsilon(1e-9));
}
