// `caravan render`: a picture of the map without a window.
#pragma once

#include "app/options.h"

#include <filesystem>
#include <iosfwd>

namespace app {

/// Draws the opening state into options.output. Problems in the data go to `err`; so does one line when the picture
/// cannot be made. Gives the status of the program: 1 where the data has errors, though the good part is drawn; 2 where
/// the options name something unknown, 3 where there is no OpenGL or the file cannot be written.
[[nodiscard]] int run_render(const Options& options, const std::filesystem::path& data_folder, std::ostream& err);

}  // namespace app
