#include "app/data_folder.h"

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <vector>

#ifndef CARAVAN_DATA_FROM_BIN  // cmake/install.cmake
#define CARAVAN_DATA_FROM_BIN "../share/caravan"
#endif

namespace app {

std::filesystem::path first_data_folder(std::span<const std::filesystem::path> folders) {
    std::string looked_into;
    for (const std::filesystem::path& folder : folders) {
        std::error_code error;
        if (std::filesystem::is_regular_file(folder / "places.json", error)) {
            return folder;
        }
        looked_into += (looked_into.empty() ? "" : ", ") + folder.string();
    }
    throw std::runtime_error("there is no data: no places.json in " + looked_into +
                             "; set CARAVAN_DATA to the folder that holds it");
}

std::filesystem::path find_data_folder() {
    if (const char* named = std::getenv("CARAVAN_DATA"); named != nullptr && *named != '\0') {
        return first_data_folder(std::array<std::filesystem::path, 1>{named});
    }
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        folders.push_back((executable.parent_path() / CARAVAN_DATA_FROM_BIN).lexically_normal());
    }
#ifdef CARAVAN_SOURCE_DATA
    folders.emplace_back(CARAVAN_SOURCE_DATA);
#endif
    return first_data_folder(folders);
}

}  // namespace app
