#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "render/text/font_files.h"

namespace fs = std::filesystem;
using render::text::FontFiles;

namespace {

/// A folder of files that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder() : path_(fs::temp_directory_path() / ("caravan_fonts_" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }
    ~TemporaryFolder() { fs::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    fs::path touch(const std::string& name) const {
        fs::path file = path_ / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << "not a font";
        return file;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("Fonts are found by name in folders within folders") {
    const TemporaryFolder folder;
    const fs::path font = folder.touch("deep/within/Some-Regular.otf");
    const FontFiles files(std::vector{folder.path()});
    CHECK(files.find("Some-Regular.otf") == font);
    CHECK(files.find_any_extension("Some-Regular") == font);
    CHECK_FALSE(files.find("Some-Bold.otf"));
    CHECK_FALSE(files.find_any_extension("Some"));
}

TEST_CASE("Of two fonts with one name the folder named first wins") {
    const TemporaryFolder folder;
    const fs::path first = folder.touch("first/Same.ttf");
    const fs::path second = folder.touch("second/Same.ttf");
    CHECK(FontFiles(std::vector{folder.path() / "first", folder.path() / "second"}).find("Same.ttf") == first);
    CHECK(FontFiles(std::vector{folder.path() / "second", folder.path() / "first"}).find("Same.ttf") == second);
}

TEST_CASE("Files that are no fonts and folders that do not exist are passed over") {
    const TemporaryFolder folder;
    folder.touch("readme.txt");
    CHECK(FontFiles(std::vector{folder.path(), folder.path() / "nowhere"}).all().empty());
}
