// `caravan check`: every problem in the files, then one line that counts.
#pragma once

#include "app/options.h"

#include <filesystem>
#include <iosfwd>

namespace app {

/// Loads the gazetteer from `data_folder`, then --boundaries, --lines, --raster and --theme, if given, and the files.
/// Problems go to `out`, one a line, as text_from_problem writes them; then "N events, N warnings, N errors" ("1 event"
/// where there is one), followed by ", N not on the map" and ", N undated" where there are any. What is wrong with the
/// gazetteer itself goes to `err`. Gives the status of the program: 0, 1 where there are errors, 3 where the gazetteer
/// cannot be read.
[[nodiscard]] int run_check(const Options& options, const std::filesystem::path& data_folder, std::ostream& out,
                            std::ostream& err);

}  // namespace app
