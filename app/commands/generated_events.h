// Event files for measuring: made-up events between countries and towns of the region and of the world, the same for
// the same number.
#pragma once

#include <filesystem>
#include <utility>

namespace app {

/// A file that goes when its owner goes.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path) : path_{std::move(path)} {}
    TemporaryFile(TemporaryFile&& other) noexcept : path_{std::exchange(other.path_, {})} {}
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Writes `count` events of eight kinds between 36 countries, great ones more often than small ones, a third of the
/// parties in towns beside the capitals, one in twenty-five a meeting or agreement of many, over so many years that
/// `percent_in_window` of them lie in a trail of 30 days. Seeded; throws std::runtime_error when the file cannot be
/// written.
[[nodiscard]] TemporaryFile generated_events_file(int count, double percent_in_window);

}  // namespace app
