#include "app/scene/ground_scale.h"

#include "geodata/gdal/proj_projection.h"
#include "tests/support/bundled_world.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using support::bundled;

namespace {

constexpr render::RectPt view{0.0F, 0.0F, 800.0F, 600.0F};

/// A view of a place at a scale of the plane.
struct View {
    app::World world = bundled().world;
    render::Camera camera;

    View(const std::string& projection, geodata::LonLat middle, double metres_per_pt) {
        world.projection = geodata::gdal::make_projection(projection).value;
        camera = {world.projection->world_from_lonlat(middle).value(), metres_per_pt, {800.0F, 600.0F}};
    }
    [[nodiscard]] std::optional<double> in_the_middle() const {
        return app::ground_metres_per_pt(world, camera, view.center());
    }
};

}  // namespace

TEST_CASE("a length on the ground is shorter than in Mercator's plane, by the cosine of the latitude") {
    for (const double latitude : {0.0, 30.0, 48.0, 60.0}) {
        CAPTURE(latitude);
        const View at{"+proj=merc", {65.0, latitude}, 2000.0};
        REQUIRE(at.in_the_middle().has_value());
        CHECK(*at.in_the_middle() ==
              doctest::Approx(2000.0 * std::cos(latitude * 0.017453292519943295)).epsilon(0.005));
    }
}

TEST_CASE("in the middle of an azimuthal map lengths are true") {
    const View at{"+proj=laea +lat_0=30 +lon_0=74", {74.0, 30.0}, 3000.0};
    REQUIRE(at.in_the_middle().has_value());
    CHECK(*at.in_the_middle() == doctest::Approx(3000.0).epsilon(0.005));
}

TEST_CASE("one bar speaks for a view of a region, and not for half the globe") {
    CHECK(app::ground_scale_of(bundled().world, View("+proj=laea +lat_0=30 +lon_0=74", {74, 30}, 6700).camera, view));
    const View region{"+proj=merc", {65.0, 40.0}, 3000.0};
    CHECK(app::ground_scale_of(region.world, region.camera, view).has_value());
    const View world{"+proj=merc", {65.0, 20.0}, 40000.0};
    CHECK_FALSE(app::ground_scale_of(world.world, world.camera, view).has_value());
    const View globe{"+proj=ortho +lat_0=30 +lon_0=74", {74.0, 30.0}, 14000.0};
    CHECK_FALSE(app::ground_scale_of(globe.world, globe.camera, view).has_value());
}

TEST_CASE("beside the map there is no scale") {
    const View globe{"+proj=ortho +lat_0=30 +lon_0=74", {74.0, 30.0}, 40000.0};
    CHECK_FALSE(app::ground_metres_per_pt(globe.world, globe.camera, {5.0F, 5.0F}).has_value());
}
