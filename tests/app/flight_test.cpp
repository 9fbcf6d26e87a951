#include "app/state/flight.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using app::Flight;
using app::ZoomPath;
using render::Camera;

namespace {

constexpr render::SizePt size{1600.0F, 900.0F};

Camera camera(double x, double y, double metres_per_pt) {
    return {{x, y}, metres_per_pt, size};
}

Camera at(Flight flight, double part) {
    flight.elapsed_s = part * flight.duration_s;
    return app::camera_of(flight);
}

/// Widths and distances over six orders of magnitude.
struct Random {
    std::mt19937 engine{7};
    double operator()() { return std::exp(std::uniform_real_distribution{std::log(1e2), std::log(1e8)}(engine)); }
};

}  // namespace

TEST_CASE("a zoom path begins and ends exactly at its views") {
    Random random;
    for (int i = 0; i < 2000; ++i) {
        const double w0 = random();
        const double w1 = random();
        const double distance = i % 7 == 0 ? 0.0 : random();
        const ZoomPath path{w0, w1, distance};
        CAPTURE(w0);
        CAPTURE(w1);
        CAPTURE(distance);
        REQUIRE(std::isfinite(path.length()));
        CHECK(path.length() >= 0.0);
        CHECK(path.at(0.0).w == doctest::Approx(w0).epsilon(1e-9));
        CHECK(std::abs(path.at(0.0).u) <= 1e-6 * std::max(distance, w0));
        CHECK(path.at(path.length()).w == doctest::Approx(w1).epsilon(1e-6));
        CHECK(std::abs(path.at(path.length()).u - distance) <= 1e-6 * std::max({distance, w0, w1}));
    }
}

TEST_CASE("the way back is the same way") {
    Random random;
    for (int i = 0; i < 500; ++i) {
        const double w0 = random();
        const double w1 = random();
        const double distance = std::max(w0, w1) * 5.0;
        const ZoomPath there{w0, w1, distance};
        const ZoomPath back{w1, w0, distance};
        CHECK(back.length() == doctest::Approx(there.length()).epsilon(1e-9));
        for (const double part : {0.1, 0.35, 0.5, 0.8}) {
            const auto a = there.at(there.length() * part);
            const auto b = back.at(back.length() * (1.0 - part));
            CHECK(a.w == doctest::Approx(b.w).epsilon(1e-6));
            CHECK(a.u == doctest::Approx(distance - b.u).epsilon(1e-6));
        }
    }
}

TEST_CASE("a path goes forward all the way, and never higher than the top that the formula gives") {
    Random random;
    for (int i = 0; i < 500; ++i) {
        const double w0 = random();
        const double w1 = random();
        const double distance = random();
        const ZoomPath path{w0, w1, distance};
        double before = -1e-6 * std::max(distance, w0);
        for (int step = 0; step <= 100; ++step) {
            const auto now = path.at(path.length() * step / 100.0);
            CHECK(now.w <= path.widest() * (1.0 + 1e-6));
            CHECK(now.w >= std::min(w0, w1) * (1.0 - 1e-6));
            CHECK(now.u >= before - 1e-9 * std::max(distance, w0));
            before = now.u;
        }
    }
}

TEST_CASE("between two equal views far apart the middle of the way is the top, and both ends are in sight") {
    const ZoomPath path{100.0, 100.0, 2000.0};
    const auto top = path.at(path.length() / 2.0);
    CHECK(top.u == doctest::Approx(1000.0));
    CHECK(top.w == doctest::Approx(path.widest()));
    CHECK(top.w > 1800.0);

    CHECK(path.length() == doctest::Approx(2.0 / 1.4 * std::asinh(1.4 * 1.4 * 2000.0 / (2.0 * 100.0))));
}

TEST_CASE("a zoom in place changes the scale evenly and takes the logarithm of its factor") {
    const ZoomPath path{1000.0, 125.0, 0.0};
    CHECK(path.length() == doctest::Approx(std::log(8.0) / 1.4));
    CHECK(path.at(path.length() / 3.0).w == doctest::Approx(500.0));
    CHECK(path.at(path.length() / 3.0).u == 0.0);
    CHECK(path.widest() == 1000.0);
    const ZoomPath nowhere{10.0, 10.0, 0.0};
    CHECK(nowhere.length() == 0.0);
    CHECK(nowhere.at(0.0).w == 10.0);
}

TEST_CASE("where a view lies inside the other nothing rises above the wider one") {
    CHECK(ZoomPath{1000.0, 50.0, 100.0}.widest() == 1000.0);
    CHECK(ZoomPath{50.0, 1000.0, 100.0}.widest() == 1000.0);
}

TEST_CASE("a flight stands exactly at its ends, and stays at its goal") {
    const Flight flight = app::arc_flight(camera(0, 0, 6700), camera(2e6, -1e6, 900));
    CHECK(at(flight, 0.0) == flight.from);
    CHECK(at(flight, 1.0) == flight.to);
    CHECK(at(flight, 3.0) == flight.to);
    CHECK(at(flight, 1e-9).center.x == doctest::Approx(0.0).epsilon(1.0));
    CHECK(at(flight, 1.0 - 1e-9).metres_per_pt == doctest::Approx(900.0));
}

TEST_CASE("a flight takes half a second at least and 1.4 at most, longer ways longer") {
    const Camera start = camera(0, 0, 2000);
    CHECK(app::arc_flight(start, start).duration_s == 0.5);
    CHECK(app::arc_flight(start, camera(1e5, 0, 2000)).duration_s == 0.5);
    CHECK(app::arc_flight(start, camera(5e8, 0, 2000)).duration_s == 1.4);
    double before = 0.0;
    for (const double screens : {0.5, 1.0, 2.0, 3.0, 5.0}) {
        const double now = app::arc_flight(start, camera(screens * 3.2e6, 0, 2000)).duration_s;
        CHECK(now >= before);
        before = now;
    }
    CHECK(before > 0.9);
}

TEST_CASE("a flight keeps to the straight line between its ends") {
    const Flight flight = app::arc_flight(camera(1e6, 2e6, 3000), camera(4e6, -1e6, 500));
    for (double part = 0.05; part < 1.0; part += 0.05) {
        const Camera now = at(flight, part);
        CHECK(now.center.x - 1e6 == doctest::Approx(2e6 - now.center.y));
        CHECK(now.size == size);
    }
}

TEST_CASE("a flight goes on in the window's new size") {
    Flight flight = app::arc_flight(camera(0, 0, 3000), camera(3e6, 0, 3000));
    flight.to.size = {800.0F, 600.0F};
    for (const double part : {0.0, 0.3, 1.0}) {
        CHECK(at(flight, part).size == render::SizePt{800.0F, 600.0F});
    }
    CHECK(at(flight, 0.0).metres_per_pt == 3000.0);
    CHECK(at(flight, 0.01).metres_per_pt == doctest::Approx(3000.0).epsilon(0.01));
}

TEST_CASE("a glide is quick at first and comes to rest") {
    const Flight glide = app::straight_flight(camera(0, 0, 1000), camera(100, -50, 1000));
    CHECK(glide.duration_s == doctest::Approx(0.3));
    CHECK(at(glide, 0.0) == glide.from);
    CHECK(at(glide, 1.0) == glide.to);
    CHECK(at(glide, 0.5).center.x == doctest::Approx(75.0));
    CHECK(at(glide, 0.5).center.y == doctest::Approx(-37.5));
    CHECK(at(glide, 0.5).metres_per_pt == doctest::Approx(1000.0));
}

TEST_CASE("while a glide zooms, the point that stays does not move") {
    const Camera from = camera(1e6, 1e6, 4000);
    Camera to = from;
    const render::ScreenPt fixed{300.0F, 200.0F};
    const auto there = from.world_from_screen(fixed);
    to.metres_per_pt = 1000.0;
    const auto moved = to.world_from_screen(fixed);
    to.center.x += there.x - moved.x;
    to.center.y += there.y - moved.y;
    for (double part = 0.0; part <= 1.0; part += 0.1) {
        const render::ScreenPt now = at(app::straight_flight(from, to), part).screen_from_world(there);
        CHECK(now.x == doctest::Approx(300.0).epsilon(1e-4));
        CHECK(now.y == doctest::Approx(200.0).epsilon(1e-4));
    }
}
