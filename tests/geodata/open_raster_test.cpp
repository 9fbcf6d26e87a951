#include "geodata/gdal/open_raster.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace geodata;
using gdal::open_raster;

namespace {

const std::string folder = std::string(CARAVAN_SOURCE_DIR) + "/tests/fixtures/rasters/";

std::shared_ptr<const Raster> opened(const std::string& name) {
    const auto loaded = open_raster(folder + name);
    REQUIRE_MESSAGE(loaded.value != nullptr, name);
    CHECK(loaded.problems.empty());
    return loaded.value;
}

RasterXY place(const Raster& raster, LonLat at) {
    std::array<RasterXY, 1> out;
    raster.locate(std::array{at}, out);
    return out[0];
}

using Rgba = std::array<int, 4>;

std::vector<Rgba> colors(const Raster& raster) {
    const RasterPixels pixels =
        raster.read({0, 0, raster.width_px(), raster.height_px()}, raster.width_px(), raster.height_px());
    std::vector<Rgba> out;
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        out.push_back({pixels.rgba[i], pixels.rgba[i + 1], pixels.rgba[i + 2], pixels.rgba[i + 3]});
    }
    return out;
}

void check_refused(const std::string& path, const std::string& says) {
    CAPTURE(path);
    const auto loaded = open_raster(path);
    CHECK(loaded.value == nullptr);
    REQUIRE(loaded.problems.size() == 1);
    const Problem& problem = loaded.problems[0];
    CAPTURE(problem.what);
    CHECK(problem.severity == Severity::Error);
    CHECK(problem.file == path);
    CHECK(problem.what.find(says) != std::string::npos);
    CHECK(problem.what.find('\n') == std::string::npos);
}

}  // namespace

TEST_CASE("a raster without a CRS lies in degrees where it fits") {
    const auto raster = opened("grid.asc");
    CHECK(raster->width_px() == 4);
    CHECK(raster->height_px() == 2);
    CHECK(raster->period_px() == doctest::Approx(36.0));
    const RasterXY corner = place(*raster, {60.0, 40.0});
    CHECK(corner.x == doctest::Approx(0.0));
    CHECK(corner.y == doctest::Approx(0.0));
    const RasterXY inside = place(*raster, {85.0, 25.0});
    CHECK(inside.x == doctest::Approx(2.5));
    CHECK(inside.y == doctest::Approx(1.5));
}

TEST_CASE("numbers are stretched to shades, and what has no data is clear") {
    const auto raster = opened("grid.asc");
    CHECK(raster->is_grey());
    const auto found = colors(*raster);
    REQUIRE(found.size() == 8);
    CHECK(found[0] == Rgba{0, 0, 0, 255});
    CHECK(found[6] == Rgba{0, 0, 0, 0});
    CHECK(found[7] == Rgba{255, 255, 255, 255});
    CHECK(found[1][0] < found[2][0]);
    CHECK(found[2][0] < found[3][0]);
}

TEST_CASE("a part is read at a coarser size") {
    const RasterPixels pixels = opened("grid.asc")->read({0, 0, 2, 2}, 1, 1);
    CHECK(pixels.width == 1);
    CHECK(pixels.window == RasterWindow{0, 0, 2, 2});
    REQUIRE(pixels.rgba.size() == 4);
    CHECK(pixels.rgba[0] > 60);  // the mean of 0, 100, 400 and 500 between 0 and 700
    CHECK(pixels.rgba[0] < 120);
}

TEST_CASE("a palette is looked up, and its alpha is multiplied in") {
    const auto raster = opened("palette.vrt");
    CHECK_FALSE(raster->is_grey());
    const auto found = colors(*raster);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == Rgba{200, 100, 50, 255});
    CHECK(found[1] == Rgba{40, 20, 10, 51});
}

TEST_CASE("three bands are red, green and blue, and a fourth is alpha") {
    const auto raster = opened("colours.vrt");
    CHECK_FALSE(raster->is_grey());
    const auto found = colors(*raster);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == Rgba{10, 110, 210, 255});
    CHECK(found[1] == Rgba{0, 0, 0, 0});
}

TEST_CASE("a projected raster is found through its CRS") {
    const auto raster = opened("utm.vrt");
    CHECK(raster->period_px() == 0.0);
    // The middle meridian of zone 43 is 75 degrees east, where easting is 500 km; 27 degrees north is 2986 km or so.
    const RasterXY at = place(*raster, {75.0, 27.0});
    CHECK(at.x == doctest::Approx(0.0));
    CHECK(at.y > 1.0);
    CHECK(at.y < 2.0);
    CHECK(std::isnan(place(*raster, {0.0, 91.0}).x));
}

TEST_CASE("ground control points place a raster") {
    const auto raster = opened("points.vrt");
    const RasterXY middle = place(*raster, {70.0, 30.0});
    CHECK(middle.x == doctest::Approx(raster->width_px() / 2.0).epsilon(0.01));
    CHECK(middle.y == doctest::Approx(raster->height_px() / 2.0).epsilon(0.01));
}

TEST_CASE("what cannot be used is refused in one line") {
    check_refused(folder + "nothing.tif", "no such file");
    check_refused(folder + "README.md", "GDAL finds no raster in it");
    check_refused(folder + "empty.vrt", "GDAL finds no raster in it");
    check_refused(folder + "nowhere.vrt", "it does not say where it lies");
    check_refused(folder + "metres.asc", "it has no coordinate reference system, and its coordinates are not degrees");
    check_refused(folder + "bad_crs.vrt", "PROJ rejects its coordinate reference system");
}

TEST_CASE("pixels that cannot be read are clear and say why in one line") {
    const auto raster = opened("lost.vrt");
    const RasterPixels pixels = raster->read({0, 0, 4, 2}, 4, 2);
    CHECK(pixels.why_not.find("its pixels cannot be read (") == 0);
    CHECK(pixels.why_not.find("no_such_file.tif") != std::string::npos);
    CHECK(pixels.why_not.find('\n') == std::string::npos);
    CHECK(pixels.rgba == std::vector<std::uint8_t>(32, 0));
    CHECK(opened("grid.asc")->read({0, 0, 4, 2}, 4, 2).why_not.empty());
}

TEST_CASE("nothing is written beside a raster") {
    std::size_t before = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++before;
    }
    std::ignore = colors(*opened("grid.asc"));
    std::ignore = colors(*opened("colours.vrt"));
    std::size_t after = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        CAPTURE(entry.path().string());
        CHECK(entry.path().extension() != ".xml");
        ++after;
    }
    CHECK(after == before);
}
