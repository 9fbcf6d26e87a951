// Event files for measuring: made-up events between countries and towns of the region and of the world, the same for
// the same number.
#pragma once

#include "app/platform/file_descriptor.h"

#include <filesystem>
#include <string>

namespace app {

/// A file without a name: it goes when its owner goes, also where that is killed.
class TemporaryFile {
public:
    /// Throws std::runtime_error when there is no room for one.
    TemporaryFile();
    /// By which this process can open it.
    [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(fd_.get()); }

private:
    FileDescriptor fd_;
};

/// Writes `count` events of eight kinds between 36 countries, great ones more often than small ones, a third of the
/// parties in towns beside the capitals, one in twenty-five a meeting or agreement of many, over so many years that
/// `percent_in_window` of them lie in a trail of 30 days. Seeded; throws std::runtime_error when the file cannot be
/// written.
[[nodiscard]] TemporaryFile generated_events_file(int count, double percent_in_window);

}  // namespace app
