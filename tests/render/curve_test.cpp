#include "render/curve.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using render::Path;
using render::PathPoint;
using render::ScreenPt;

namespace {

float gap(ScreenPt a, ScreenPt b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Positive to the left of travel from a to b, as seen on screen (y points down).
float left_of(ScreenPt a, ScreenPt b, ScreenPt p) {
    return (b.y - a.y) * (p.x - a.x) - (b.x - a.x) * (p.y - a.y);
}

ScreenPt middle(const Path& path) {
    return render::at(path, path.length() / 2.0F).at;
}

struct Dice {
    std::mt19937 engine;
    explicit Dice(unsigned seed) : engine{seed} {}
    float number(float from, float to) { return std::uniform_real_distribution<float>{from, to}(engine); }
    ScreenPt point() { return {number(-200.0F, 2200.0F), number(-200.0F, 1300.0F)}; }
    std::vector<ScreenPt> points(int count) {
        std::vector<ScreenPt> result;
        for (int i = 0; i < count; ++i) {
            result.push_back(point());
        }
        return result;
    }
};

}  // namespace

TEST_CASE("a path drops repeated points and sums up its length") {
    const Path path = render::path_from_points({{0, 0}, {0, 0}, {3, 4}, {3, 4}, {3, 14}});
    CHECK(path.points == std::vector<ScreenPt>{{0, 0}, {3, 4}, {3, 14}});
    CHECK(path.lengths == std::vector<float>{0.0F, 5.0F, 15.0F});
    CHECK(path.length() == 15.0F);
    CHECK_FALSE(path.empty());
    CHECK(render::path_from_points({{7, 7}, {7, 7}}).empty());
    CHECK(render::path_from_points({}).length() == 0.0F);
}

TEST_CASE("an arc begins and ends where it should, and its lengths ascend") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        const ScreenPt a = dice.point();
        const ScreenPt b = dice.point();
        const Path path = render::arc(a, b, dice.number(0.0F, 0.4F));
        REQUIRE(path.points.size() >= 2);
        CHECK(gap(path.points.front(), a) < 1e-3F);
        CHECK(gap(path.points.back(), b) < 1e-3F);
        CHECK(path.lengths.size() == path.points.size());
        CHECK(std::adjacent_find(path.lengths.begin(), path.lengths.end(), std::greater_equal<>{}) ==
              path.lengths.end());
        CHECK(path.length() >= gap(a, b) - 0.01F);
    }
}

TEST_CASE("an arc that goes east bends upwards") {
    CHECK(middle(render::arc({0, 100}, {400, 100}, 0.1F)).y == doctest::Approx(60.0).epsilon(0.005));
}

TEST_CASE("an arc and the one back lie on opposite sides of the straight line") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        Dice dice{seed};
        const ScreenPt a = dice.point();
        const ScreenPt b = dice.point();
        const ScreenPt there = middle(render::arc(a, b, 0.085F));
        const ScreenPt back = middle(render::arc(b, a, 0.085F));
        CHECK(left_of(a, b, there) > 0.0F);
        CHECK(left_of(a, b, back) < 0.0F);
        CHECK(gap(there, back) == doctest::Approx(2.0 * 0.085 * static_cast<double>(gap(a, b))).epsilon(0.01));
    }
}

TEST_CASE("an arc without bend is the straight line") {
    const Path path = render::arc({10, 20}, {310, 420}, 0.0F);
    CHECK(path.points.size() == 2);
    CHECK(path.length() == doctest::Approx(500.0));
}

TEST_CASE("a flattened arc strays from its curve by less than a quarter of a point") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        Dice dice{seed};
        const ScreenPt a = dice.point();
        const ScreenPt b = dice.point();
        const float f = dice.number(0.02F, 0.5F);
        const Path path = render::arc(a, b, f);
        const ScreenPt c{(a.x + b.x) / 2.0F + 2.0F * f * (b.y - a.y), (a.y + b.y) / 2.0F - 2.0F * f * (b.x - a.x)};
        float worst = 0.0F;
        for (int i = 0; i <= 1000; ++i) {
            const float t = static_cast<float>(i) / 1000.0F;
            const float u = 1.0F - t;
            const ScreenPt p{u * u * a.x + 2.0F * u * t * c.x + t * t * b.x,
                             u * u * a.y + 2.0F * u * t * c.y + t * t * b.y};
            worst = std::max(worst, render::distance(path, p));
        }
        CHECK(worst < 0.25F);
    }
}

TEST_CASE("an arc between one place and itself is empty") {
    CHECK(render::arc({5, 5}, {5, 5}, 0.1F).empty());
}

TEST_CASE("a spline passes through its points in their order") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        Dice dice{seed};
        const std::vector<ScreenPt> points = dice.points(3 + static_cast<int>(seed % 6));
        const Path path = render::spline(points);
        CHECK(gap(path.points.front(), points.front()) < 0.05F);
        CHECK(gap(path.points.back(), points.back()) < 0.05F);
        std::size_t reached = 0;
        for (const ScreenPt p : path.points) {
            if (reached < points.size() && gap(p, points[reached]) < 0.05F) {
                ++reached;
            }
        }
        CHECK(reached == points.size());
    }
}

TEST_CASE("a spline has about one point for every step and no corners") {
    const std::vector<ScreenPt> points{{0, 0}, {100, 0}, {170, 70}, {170, 170}, {300, 220}};
    const Path path = render::spline(points, 6.0F);
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        CHECK(gap(path.points[i], path.points[i + 1]) < 10.0F);
    }
    for (std::size_t i = 0; i + 2 < path.points.size(); ++i) {
        const ScreenPt a = path.points[i];
        const ScreenPt b = path.points[i + 1];
        const ScreenPt c = path.points[i + 2];
        const float turn =
            std::remainder(std::atan2(c.y - b.y, c.x - b.x) - std::atan2(b.y - a.y, b.x - a.x), 6.2831853F);
        CHECK(std::abs(turn) < 0.35F);
    }
}

TEST_CASE("a spline survives repeated points, two points and fewer") {
    const std::vector<ScreenPt> repeated{{0, 0}, {0, 0}, {50, 10}, {50, 10}, {90, 90}, {90, 90}};
    for (const ScreenPt p : render::spline(repeated).points) {
        CHECK(std::isfinite(p.x));
        CHECK(std::isfinite(p.y));
    }
    CHECK(render::spline(std::vector<ScreenPt>{{0, 0}, {30, 40}}).length() == doctest::Approx(50.0));
    CHECK(render::spline(std::vector<ScreenPt>{{1, 1}}).empty());
    CHECK(render::spline(std::vector<ScreenPt>{}).empty());
}

TEST_CASE("the point at a length lies that far along the path, clamped to its ends") {
    const Path path = render::path_from_points({{0, 0}, {10, 0}, {10, 10}});
    CHECK(render::at(path, 4.0F).at == ScreenPt{4, 0});
    CHECK(render::at(path, 4.0F).angle == 0.0F);
    CHECK(render::at(path, 13.0F).at == ScreenPt{10, 3});
    CHECK(render::at(path, 13.0F).angle == doctest::Approx(1.5707963));
    CHECK(render::at(path, -5.0F).at == ScreenPt{0, 0});
    CHECK(render::at(path, 99.0F).at == ScreenPt{10, 10});
    CHECK(render::at(Path{}, 3.0F).at == ScreenPt{});
}

TEST_CASE("a piece has the length that was asked for and lies on its path") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        const Path path = render::path_from_points(dice.points(2 + static_cast<int>(seed % 7)));
        const float from = dice.number(0.0F, path.length());
        const float to = dice.number(from, path.length());
        if (to - from < 0.1F) {
            continue;
        }
        const Path piece = render::piece(path, from, to);
        CHECK(piece.length() == doctest::Approx(static_cast<double>(to - from)).epsilon(1e-3));
        CHECK(gap(piece.points.front(), render::at(path, from).at) < 0.01F);
        CHECK(gap(piece.points.back(), render::at(path, to).at) < 0.01F);
        for (const ScreenPt p : piece.points) {
            CHECK(render::distance(path, p) < 0.01F);
        }
    }
}

TEST_CASE("a piece is clamped to its path and empty when nothing is left") {
    const Path path = render::path_from_points({{0, 0}, {10, 0}});
    CHECK(render::piece(path, -5.0F, 99.0F).length() == 10.0F);
    CHECK(render::piece(path, 6.0F, 6.0F).empty());
    CHECK(render::piece(path, 8.0F, 2.0F).empty());
    CHECK(render::piece(path, 11.0F, 12.0F).empty());
    CHECK(render::piece(Path{}, 0.0F, 1.0F).empty());
}

TEST_CASE("the reversed path has the same points from the other end") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        Dice dice{seed};
        const Path path = render::path_from_points(dice.points(5));
        const Path back = render::reversed(path);
        CHECK(back.length() == doctest::Approx(static_cast<double>(path.length())).epsilon(1e-4));
        CHECK(render::reversed(back).points == path.points);
        const float s = dice.number(0.0F, path.length());
        CHECK(gap(render::at(path, s).at, render::at(back, path.length() - s).at) < 0.05F);
    }
    CHECK(render::reversed(Path{}).empty());
}

TEST_CASE("the distance to a path is that to its nearest sample") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        Dice dice{seed};
        const Path path = render::path_from_points(dice.points(4));
        const ScreenPt p = dice.point();
        float nearest = std::numeric_limits<float>::infinity();
        for (float s = 0.0F; s <= path.length(); s += 0.25F) {
            nearest = std::min(nearest, gap(render::at(path, s).at, p));
        }
        CHECK(render::distance(path, p) <= nearest + 0.01F);
        CHECK(render::distance(path, p) >= nearest - 0.26F);
    }
    CHECK(std::isinf(render::distance(Path{}, {0, 0})));
}
