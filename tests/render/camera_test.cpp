#include "render/camera.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using geodata::WorldXY;
using render::Camera;
using render::RectPt;
using render::ScreenPt;

TEST_CASE("the camera's centre stands in the middle of the viewport") {
    const Camera camera{{1.2e6, -3.4e5}, 5000.0, {1920.0F, 1080.0F}};
    CHECK(camera.screen_from_world(camera.center) == ScreenPt{960.0F, 540.0F});
    CHECK(camera.world_from_screen({960.0F, 540.0F}) == camera.center);
}

TEST_CASE("east is to the right and north is up") {
    const Camera camera{{0.0, 0.0}, 1000.0, {200.0F, 100.0F}};
    CHECK(camera.screen_from_world({10000.0, 0.0}) == ScreenPt{110.0F, 50.0F});
    CHECK(camera.screen_from_world({0.0, 10000.0}) == ScreenPt{100.0F, 40.0F});
    CHECK(camera.world_from_screen({100.0F, 0.0F}) == WorldXY{0.0, 50000.0});
}

TEST_CASE("from the screen to the plane and back is the same point") {
    std::mt19937 dice{11};
    const auto number = [&](double from, double to) { return std::uniform_real_distribution<double>{from, to}(dice); };
    for (int i = 0; i < 500; ++i) {
        const Camera camera{{number(-9e6, 9e6), number(-9e6, 9e6)}, number(60.0, 24000.0), {1920.0F, 1080.0F}};
        const ScreenPt p{static_cast<float>(number(-100.0, 2000.0)), static_cast<float>(number(-100.0, 1200.0))};
        const ScreenPt back = camera.screen_from_world(camera.world_from_screen(p));
        CHECK(std::hypot(back.x - p.x, back.y - p.y) < 1e-2F);
    }
}

TEST_CASE("what is visible is the viewport and its margin") {
    const Camera camera{{500.0, 700.0}, 10.0, {200.0F, 100.0F}};
    const geodata::WorldBox box = camera.visible(5.0F);
    CHECK(box.min_x == 500.0 - 1050.0);
    CHECK(box.max_x == 500.0 + 1050.0);
    CHECK(box.min_y == 700.0 - 550.0);
    CHECK(box.max_y == 700.0 + 550.0);
}

TEST_CASE("a rectangle holds its left and top edge and not the right and bottom one") {
    const RectPt rect{10.0F, 20.0F, 30.0F, 40.0F};
    CHECK(rect.contains({10.0F, 20.0F}));
    CHECK_FALSE(rect.contains({30.0F, 25.0F}));
    CHECK_FALSE(rect.contains({15.0F, 40.0F}));
    CHECK_FALSE(rect.intersects({30.0F, 20.0F, 50.0F, 40.0F}));
    CHECK(rect.intersects({29.0F, 39.0F, 50.0F, 60.0F}));
    CHECK(rect.grown(2.0F) == RectPt{8.0F, 18.0F, 32.0F, 42.0F});
}
