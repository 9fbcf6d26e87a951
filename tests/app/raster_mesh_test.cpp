#include "app/scene/raster_mesh.h"

#include "geodata/gdal/proj_projection.h"
#include "tests/support/flat_projection.h"
#include "tests/support/grid_raster.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

using app::RasterMesh;
using geodata::RasterPixels;
using support::GridRaster;

namespace {

int red(std::uint32_t color) {
    return static_cast<int>(color & 255U);
}
int green(std::uint32_t color) {
    return static_cast<int>(color >> 8U & 255U);
}
int alpha(std::uint32_t color) {
    return static_cast<int>(color >> 24U);
}

RasterPixels all_of(const geodata::Raster& raster) {
    return raster.read({0, 0, raster.width_px(), raster.height_px()}, raster.width_px(), raster.height_px());
}

std::vector<std::uint32_t> picture(const RasterMesh& mesh, const render::PixelGrid& grid, const RasterPixels& pixels) {
    const std::array<const RasterPixels*, 1> patches{&pixels};
    return mesh.picture(patches, std::vector<std::uint16_t>(static_cast<std::size_t>(grid.width * grid.height), 0));
}

/// A window of 640 x 480 pixels about a place of the plane.
render::PixelGrid grid_about(geodata::WorldXY center, double metres_per_px) {
    return {640, 480, center.x - 320.0 * metres_per_px, center.y - 240.0 * metres_per_px, 1.0 / metres_per_px};
}

}  // namespace

TEST_CASE("each pixel of the picture has the colour of its place") {
    const GridRaster raster{60.0, 40.0, 25, 25};  // to 85 E, 15 N
    const RasterPixels pixels = all_of(raster);
    for (const std::string definition :
         {"+proj=laea +lat_0=30 +lon_0=74", "+proj=merc", "+proj=eqearth", "+proj=lcc +lat_1=20 +lat_2=40 +lon_0=74",
          "+proj=ortho +lat_0=30 +lon_0=74", "+proj=stere +lat_0=90 +lon_0=20"}) {
        CAPTURE(definition);
        const auto projection = geodata::gdal::make_projection(definition).value;
        REQUIRE(projection != nullptr);
        const auto center = projection->world_from_lonlat({72.0, 28.0});
        REQUIRE(center.has_value());
        for (const double metres_per_px : {500.0, 5'000.0, 20'000.0}) {
            const render::PixelGrid grid = grid_about(*center, metres_per_px);
            const auto colors = picture({raster, *projection, grid}, grid, pixels);
            int compared = 0;
            for (int i = 0; i < grid.width * grid.height; i += 97) {
                const double x = grid.left_m + (i % grid.width + 0.5) * metres_per_px;
                const double y = grid.bottom_m + (i / grid.width + 0.5) * metres_per_px;
                const auto at = projection->lonlat_from_world({x, y});
                const std::uint32_t color = colors[static_cast<std::size_t>(i)];
                // Half a pixel from the edge nothing is mixed; and a neighbouring pixel of the picture is as good.
                const double slack = 0.5 + 2.0 * metres_per_px / 111'000.0;
                if (!at || at->lon < 60.0 + slack || at->lon > 85.0 - slack || at->lat < 15.0 + slack ||
                    at->lat > 40.0 - slack) {
                    continue;
                }
                ++compared;
                REQUIRE(alpha(color) == 255);
                const double degrees_per_px = metres_per_px / 111'000.0 / std::cos(at->lat * 0.0174533);
                REQUIRE(std::abs(red(color) - (at->lon - 60.0) * 10.0) <= 1.5 + 10.0 * degrees_per_px);
                REQUIRE(std::abs(green(color) - (40.0 - at->lat) * 10.0) <= 1.5 + 10.0 * degrees_per_px);
            }
            CHECK(compared > 20);
        }
    }
}

TEST_CASE("beyond the raster, beyond the world and where there is no land the picture is clear") {
    const GridRaster raster{60.0, 40.0, 25, 25};
    const support::FlatProjection flat;
    const render::PixelGrid grid{64, 64, 5.0e6, 3.0e6, 1.0 / 5e4};  // 50 to 82 E, 30 to 62 N, two pixels a degree
    const auto colors = picture({raster, flat, grid}, grid, all_of(raster));
    const auto at = [&](int column, int row) { return colors[static_cast<std::size_t>(row * grid.width + column)]; };
    CHECK(at(30, 10) != 0);
    CHECK(at(10, 10) == 0);
    CHECK(at(30, 30) == 0);

    const RasterPixels pixels = all_of(raster);
    const std::array<const RasterPixels*, 1> patches{&pixels};
    std::vector<std::uint16_t> land(64 * 64, render::nothing_filled);
    land[10 * 64 + 30] = 7;
    const auto one = RasterMesh{raster, flat, grid}.picture(patches, land);
    CHECK(std::count_if(one.begin(), one.end(), [](std::uint32_t color) { return color != 0; }) == 1);

    const auto globe = geodata::gdal::make_projection("+proj=ortho +lat_0=30 +lon_0=74").value;
    REQUIRE(globe != nullptr);
    const render::PixelGrid wide = grid_about({0.0, 0.0}, 40'000.0);
    const GridRaster world{-180.0, 90.0, 360, 180};
    const auto sphere = picture({world, *globe, wide}, wide, all_of(world));
    CHECK(sphere[0] == 0);
    CHECK(alpha(sphere[240 * 640 + 320]) == 255);
}

TEST_CASE("a raster round the Earth has no seam, wherever it begins") {
    const support::FlatProjection flat;
    const render::PixelGrid grid{80, 16, 17.8e6, 0.0, 1.0 / 5e3};  // 178 to 182 E
    for (const double west : {-180.0, 0.0, -180.5}) {
        CAPTURE(west);
        const GridRaster raster{west, 8.0, 360, 16};
        const auto colors = picture({raster, flat, grid}, grid, all_of(raster));
        CHECK(std::count(colors.begin(), colors.end(), 0U) == 0);
    }
}

TEST_CASE("the need is the window that the picture shows, and how much finer the raster is") {
    const support::FlatProjection flat;
    const GridRaster raster{60.0, 40.0, 250, 250, 0.1};
    const render::PixelGrid grid{64, 64, 6.5e6, 2.5e6, 1.0 / 5e4};  // 65 to 97 E, 25 to 57 N
    const auto need = RasterMesh{raster, flat, grid}.need();
    REQUIRE(need.has_value());
    CHECK(need->window.left <= 50);
    CHECK(need->window.left >= 45);
    CHECK(need->window.left + need->window.width == 250);
    CHECK(need->window.top == 0);
    CHECK(need->window.height >= 150);
    CHECK(need->window.height <= 155);
    CHECK(need->raster_px_per_px == doctest::Approx(5.0));
    const render::PixelGrid elsewhere{64, 64, -6.5e6, 2.5e6, 1.0 / 5e4};
    CHECK_FALSE(RasterMesh(raster, flat, elsewhere).need().has_value());
}

TEST_CASE("the first patch that holds a place is taken") {
    const support::FlatProjection flat;
    const GridRaster raster{60.0, 40.0, 25, 25};
    RasterPixels near = raster.read({5, 5, 5, 5}, 5, 5);
    for (std::size_t i = 2; i < near.rgba.size(); i += 4) {
        near.rgba[i] = 200;
    }
    const RasterPixels whole = all_of(raster);
    const render::PixelGrid grid{50, 50, 6.0e6, 1.5e6, 1.0 / 5e4};
    const std::array<const RasterPixels*, 2> patches{&near, &whole};
    const auto colors = RasterMesh{raster, flat, grid}.picture(patches, std::vector<std::uint16_t>(50 * 50, 0));
    const auto blue_at = [&](double lon, double lat) {
        const auto column = static_cast<std::size_t>((lon - 60.0) * 2.0);
        const auto row = static_cast<std::size_t>((lat - 15.0) * 2.0);
        return colors[row * 50 + column] >> 16U & 255U;
    };
    CHECK(blue_at(67.2, 32.2) == 200);
    CHECK(blue_at(62.2, 32.2) == 0);
    CHECK(blue_at(72.2, 32.2) == 0);
}
