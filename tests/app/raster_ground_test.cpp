#include "app/scene/raster_ground.h"

#include "tests/support/flat_projection.h"
#include "tests/support/grid_raster.h"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <thread>
#include <tuple>
#include <vector>

using app::RasterGround;
using support::GridRaster;

namespace {

struct Fixture {
    std::shared_ptr<GridRaster> raster = std::make_shared<GridRaster>(60.0, 40.0, 2500, 2500, 0.01);
    RasterGround ground{raster, std::make_shared<const support::FlatProjection>()};

    static render::PixelGrid grid(double west, double px_per_degree) {
        return {64, 64, west * 1e5, 2.5e6, px_per_degree / 1e5};
    }
    render::Underlay over(const render::PixelGrid& grid, bool wait) {
        return ground.over(grid, std::vector<std::uint16_t>(64 * 64, 0), wait);
    }
    void wait_for_worker() {
        while (!ground.take_finished()) {
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
    }
};

bool shows_something(const render::Underlay& underlay) {
    return !underlay.pixels.empty() && underlay.pixels[0] != 0;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "who waits gets the picture at once") {
    const auto underlay = over(grid(65.0, 10.0), true);
    CHECK(shows_something(underlay));
    CHECK_FALSE(underlay.is_grey);
    CHECK_FALSE(ground.is_reading());
    CHECK(raster->reads == 1);
}

TEST_CASE_FIXTURE(Fixture, "a window draws what there is while a worker reads, and then again") {
    CHECK_FALSE(shows_something(over(grid(65.0, 10.0), false)));
    CHECK(ground.is_reading());
    wait_for_worker();
    CHECK(shows_something(over(grid(65.0, 10.0), false)));
}

TEST_CASE_FIXTURE(Fixture, "a little panning needs no reading, and far panning shows the coarse whole meanwhile") {
    CHECK(shows_something(over(grid(65.0, 10.0), true)));
    CHECK(shows_something(over(grid(65.5, 10.0), true)));
    CHECK(raster->reads == 1);
    CHECK(shows_something(over(grid(65.5, 10.0), false)));  // now the whole is read for later
    wait_for_worker();
    CHECK(raster->reads == 2);
    CHECK(shows_something(over(grid(75.0, 40.0), false)));
    CHECK(ground.is_reading());
    wait_for_worker();
    CHECK(raster->reads == 3);
}

TEST_CASE_FIXTURE(Fixture, "a closer view is read more finely") {
    CHECK(shows_something(over(grid(65.0, 10.0), true)));
    CHECK(shows_something(over(grid(65.0, 40.0), true)));
    CHECK(raster->reads == 2);
}

TEST_CASE_FIXTURE(Fixture, "where the raster is not, nothing is read") {
    CHECK_FALSE(shows_something(over(grid(-60.0, 10.0), true)));
    CHECK(raster->reads == 0);
}

TEST_CASE_FIXTURE(Fixture, "in another projection the raster that was read is shown at once") {
    CHECK(shows_something(over(grid(65.0, 10.0), true)));
    ground.set_projection(std::make_shared<const support::FlatProjection>());
    CHECK(ground.shows(raster));
    CHECK(shows_something(over(grid(65.0, 10.0), false)));
    wait_for_worker();
    CHECK(raster->reads == 2);  // the whole, for later
    CHECK_FALSE(ground.shows(std::make_shared<GridRaster>(60.0, 40.0, 2500, 2500, 0.01)));
}

TEST_CASE_FIXTURE(Fixture, "that a raster cannot be read is told once") {
    CHECK(shows_something(over(grid(65.0, 10.0), true)));
    CHECK_FALSE(ground.take_problem().has_value());
    raster->why_not = "its pixels cannot be read";
    std::ignore = over(grid(75.0, 40.0), true);
    CHECK(ground.take_problem() == "its pixels cannot be read");
    std::ignore = over(grid(65.0, 80.0), true);
    CHECK(raster->reads == 3);
    CHECK_FALSE(ground.take_problem().has_value());
}

TEST_CASE_FIXTURE(Fixture, "a worker has finished until what it read is taken") {
    CHECK_FALSE(ground.has_finished());
    std::ignore = over(grid(65.0, 10.0), false);
    while (!ground.has_finished()) {
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    CHECK(ground.is_reading());
    CHECK(ground.take_finished());
    CHECK_FALSE(ground.has_finished());
}
