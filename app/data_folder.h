// Where the bundled data lies: boundaries, places, organisations, events.
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace app {

/// The folder that holds places.json: what CARAVAN_DATA names; else `../share/caravan` seen from the executable's
/// folder (the build folder and an installation have the same shape); else the source tree's data/, where the build
/// knows it. A CARAVAN_DATA that holds no data is an error and not passed over. Throws std::runtime_error with one line
/// that names every folder looked into.
[[nodiscard]] std::filesystem::path find_data_folder();

/// The first of these folders that holds places.json; throws as above. The part of find_data_folder that has tests.
[[nodiscard]] std::filesystem::path first_data_folder(std::span<const std::filesystem::path> folders);

}  // namespace app
