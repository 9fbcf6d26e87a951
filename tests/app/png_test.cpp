#include "app/export/png.h"

#include "tests/support/image_diff.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

render::Image gradient(int width, int height) {
    render::Image image{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (const int value : {x * 5, y * 7, x + y, 255 - x}) {
                image.rgba.push_back(static_cast<std::uint8_t>(value & 255));
            }
        }
    }
    return image;
}

}  // namespace

TEST_CASE("a picture comes back as it was written, alpha and all") {
    const support::ScratchFolder folder;
    for (const auto& [width, height] : {std::pair{1, 1}, {37, 19}, {1, 300}, {640, 2}}) {
        const render::Image image = gradient(width, height);
        REQUIRE_FALSE(app::write_png(image, folder.path / "a.png"));
        const auto read = app::read_png(folder.path / "a.png");
        REQUIRE(read);
        CHECK(read->width_px == width);
        CHECK(read->height_px == height);
        CHECK(read->rgba == image.rgba);
    }
    CHECK(files_in(folder.path) == 1);
}

TEST_CASE("writing over a file replaces it whole, and a new file gets the usual permissions") {
    const support::ScratchFolder folder;
    std::ofstream{folder.path / "a.png"} << std::string(100000, 'x');
    REQUIRE_FALSE(app::write_png(gradient(4, 4), folder.path / "a.png"));
    CHECK(app::read_png(folder.path / "a.png"));
    CHECK(fs::file_size(folder.path / "a.png") < 1000);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    struct stat made {};
    REQUIRE(::stat((folder.path / "a.png").c_str(), &made) == 0);
    CHECK((made.st_mode & 0777U) == (0666U & ~mask));
}

TEST_CASE("a link keeps pointing where it does") {
    const support::ScratchFolder folder;
    fs::create_directory(folder.path / "real");
    std::ofstream{folder.path / "real" / "a.png"} << "old";
    fs::create_symlink(folder.path / "real" / "a.png", folder.path / "link.png");
    REQUIRE_FALSE(app::write_png(gradient(4, 4), folder.path / "link.png"));
    CHECK(fs::is_symlink(folder.path / "link.png"));
    CHECK(app::read_png(folder.path / "real" / "a.png"));
}

TEST_CASE("a failure is one line that names the file, and leaves nothing behind") {
    const support::ScratchFolder folder;
    const auto missing = app::write_png(gradient(4, 4), folder.path / "no" / "a.png");
    REQUIRE(missing);
    CHECK(missing->find("a.png: ") != std::string::npos);
    CHECK(missing->find('\n') == std::string::npos);
    CHECK(app::write_png(gradient(4, 4), folder.path));
    CHECK(app::write_png(gradient(4, 4), ""));
    CHECK(app::write_png(render::Image{}, folder.path / "a.png"));
    CHECK(app::write_png(render::Image{2, 2, {1, 2, 3}}, folder.path / "a.png"));
    CHECK(files_in(folder.path) == 0);
}

TEST_CASE("a full disk keeps the old picture") {
    if (!fs::exists("/dev/full")) {
        return;
    }
    const auto failure = app::write_png(gradient(64, 64), "/dev/full");
    REQUIRE(failure);
    CHECK(failure->find("/dev/full") != std::string::npos);
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("what is no picture is refused with a reason") {
    const support::ScratchFolder folder;
    std::ofstream{folder.path / "a.png"} << "not a picture at all";
    std::string why;
    CHECK_FALSE(app::read_png(folder.path / "a.png", &why));
    CHECK(why.find("cannot read") != std::string::npos);
    CHECK_FALSE(app::read_png(folder.path / "none.png", &why));
    REQUIRE_FALSE(app::write_png(gradient(64, 64), folder.path / "b.png"));
    fs::resize_file(folder.path / "b.png", fs::file_size(folder.path / "b.png") / 2);
    CHECK_FALSE(app::read_png(folder.path / "b.png", &why));
}

TEST_CASE("pictures are compared with a tolerance for each pixel and an allowance for all") {
    const render::Image expected = gradient(10, 10);
    render::Image actual = expected;
    CHECK(support::compare(actual, expected, 0).failed_pixels == 0);
    actual.rgba[0] = static_cast<std::uint8_t>(actual.rgba[0] + 12);
    actual.rgba[41] = static_cast<std::uint8_t>(actual.rgba[41] + 13);
    const auto difference = support::compare(actual, expected, 12);
    CHECK(difference.failed_pixels == 1);
    CHECK(difference.worst == 13);
    CHECK(difference.mean == doctest::Approx(25.0 / 400.0));
    const auto other = support::compare(gradient(10, 9), expected, 255);
    CHECK_FALSE(other.same_size);
    CHECK(other.failed_pixels == 100);
}

TEST_CASE("two transparent pixels are equal whatever colour they hide") {
    const render::Image a{1, 1, {255, 0, 0, 0}};
    const render::Image b{1, 1, {0, 255, 0, 0}};
    CHECK(support::compare(a, b, 0).failed_pixels == 0);
}

TEST_CASE("a failed comparison leaves the picture and the difference, a good one nothing") {
    const support::ScratchFolder folder;
    const render::Image expected = gradient(10, 10);
    REQUIRE_FALSE(app::write_png(expected, folder.path / "map.png"));
    CHECK(support::mismatch_with_file(expected, folder.path / "map.png", 0, 0, folder.path / "out").empty());
    CHECK_FALSE(fs::exists(folder.path / "out"));
    render::Image actual = expected;
    actual.rgba[0] = static_cast<std::uint8_t>(actual.rgba[0] + 100);
    CHECK(support::mismatch_with_file(actual, folder.path / "map.png", 12, 1, folder.path / "out").empty());
    CHECK_FALSE(support::mismatch_with_file(actual, folder.path / "map.png", 12, 0, folder.path / "out").empty());
    CHECK(fs::exists(folder.path / "out" / "map.actual.png"));
    CHECK(fs::exists(folder.path / "out" / "map.diff.png"));
    CHECK_FALSE(support::mismatch_with_file(actual, folder.path / "new.png", 12, 0, folder.path / "out").empty());
    CHECK(fs::exists(folder.path / "out" / "new.actual.png"));
}
