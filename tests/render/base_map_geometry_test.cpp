#include "render/layers/base_map_geometry.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using geodata::WorldXY;
using render::LineSet;
using render::LineVertex;

namespace {

LineSet line_of(const std::vector<WorldXY>& points, float tone = 0.0F) {
    LineSet set;
    render::append_line(set, points, tone);
    return set;
}

double stretch(const LineVertex& v) {
    return std::hypot(static_cast<double>(v.nx), static_cast<double>(v.ny));
}

}  // namespace

TEST_CASE("a straight line is a ribbon of two vertices a point and six indices a stretch") {
    const LineSet set = line_of({{0, 0}, {1000, 0}, {3000, 0}}, 7.0F);
    REQUIRE(set.vertices.size() == 6);
    REQUIRE(set.indices.size() == 12);
    for (std::size_t i = 0; i < 6; i += 2) {
        CHECK(set.vertices[i + 1].nx == doctest::Approx(0.0));
        CHECK(set.vertices[i + 1].ny == doctest::Approx(1.0));
        CHECK(set.vertices[i].ny == -set.vertices[i + 1].ny);
        CHECK(set.vertices[i].tone == 7.0F);
    }
    CHECK(set.vertices[0].s == 0.0F);
    CHECK(set.vertices[2].s == 1000.0F);
    CHECK(set.vertices[4].s == 3000.0F);
}

TEST_CASE("a corner is mitred so that both of its sides keep their width") {
    const LineSet set = line_of({{0, 0}, {1000, 0}, {1000, 1000}});
    const LineVertex corner = set.vertices[3];
    CHECK(corner.nx == doctest::Approx(-1.0));
    CHECK(corner.ny == doctest::Approx(1.0));
}

TEST_CASE("a closed ring is mitred where it starts") {
    const LineSet set = line_of({{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}});
    REQUIRE(set.vertices.size() == 10);
    const LineVertex first = set.vertices[1];
    const LineVertex last = set.vertices[9];
    CHECK(first.nx == doctest::Approx(1.0));
    CHECK(first.ny == doctest::Approx(1.0));
    CHECK(last.nx == doctest::Approx(static_cast<double>(first.nx)));
    CHECK(last.ny == doctest::Approx(static_cast<double>(first.ny)));
}

TEST_CASE("an open line that is not closed ends at right angles") {
    const LineSet set = line_of({{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}});
    CHECK(set.vertices[1].nx == doctest::Approx(0.0));
    CHECK(set.vertices[1].ny == doctest::Approx(1.0));
    CHECK(set.vertices[7].nx == doctest::Approx(0.0));
    CHECK(set.vertices[7].ny == doctest::Approx(-1.0));
}

TEST_CASE("a sharp corner is stretched at most twofold and a spike stays finite") {
    const LineSet sharp = line_of({{0, 0}, {1000, 0}, {0, 100}});
    CHECK(stretch(sharp.vertices[3]) == doctest::Approx(2.0));
    const LineSet spike = line_of({{0, 0}, {1000, 0}, {0, 0}, {0, 500}});
    for (const LineVertex& v : spike.vertices) {
        CHECK(std::isfinite(v.nx));
        CHECK(std::isfinite(v.ny));
        CHECK(stretch(v) <= 2.0 + 1e-5);
        CHECK(stretch(v) >= 1.0 - 1e-5);
    }
}

TEST_CASE("repeated points are skipped and what is left of one point is nothing") {
    CHECK(line_of({{0, 0}, {0, 0}, {10, 0}, {10, 0.0005}, {20, 0}}).vertices.size() == 6);
    CHECK(line_of({{5, 5}, {5, 5}, {5, 5}}).chunks.empty());
    CHECK(line_of({{5, 5}}).vertices.empty());
    CHECK(line_of({}).vertices.empty());
}

TEST_CASE("lines that follow each other have a chunk each, with their own range and box") {
    LineSet set = line_of({{0, 0}, {100, 50}});
    render::append_line(set, {{1000, 1000}, {900, 1200}, {1100, 1300}});
    REQUIRE(set.chunks.size() == 2);
    CHECK(set.chunks[0].range.first == 0);
    CHECK(set.chunks[0].range.count == 6);
    CHECK(set.chunks[1].range.first == 6);
    CHECK(set.chunks[1].range.count == 12);
    CHECK(set.chunks[1].box.min_x == 900.0);
    CHECK(set.chunks[1].box.max_y == 1300.0);
    for (std::size_t i = 6; i < set.indices.size(); ++i) {
        CHECK(set.indices[i] >= 4);
        CHECK(set.indices[i] < set.vertices.size());
    }
}
