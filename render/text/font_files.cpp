#include "render/text/font_files.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

namespace render::text {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> extensions{".otf", ".ttf", ".ttc"};

bool is_font_file(const fs::path& path) {
    const std::string extension = path.extension().string();
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace

std::vector<fs::path> system_font_folders() {
    std::vector<fs::path> folders{
        "/usr/share/fonts/opentype/inter",
        "/usr/share/fonts/truetype/inter",
        "/usr/share/fonts/truetype/inter-variable",
        "/usr/share/fonts/truetype/noto",
        "/usr/share/fonts/opentype/noto",
        "/usr/share/fonts/truetype/wqy",
        "/usr/local/share/fonts",
    };
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        folders.push_back(fs::path(home) / ".local/share/fonts");
    }
    folders.emplace_back("/usr/share/fonts/truetype/dejavu");
    return folders;
}

FontFiles::FontFiles(std::span<const fs::path> folders) {
    for (const fs::path& folder : folders) {
        add_folder(folder);
    }
}

void FontFiles::add_folder(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code unreadable;
        if (is_font_file(entry->path()) && entry->is_regular_file(unreadable)) {
            path_of_name_.emplace(entry->path().filename().string(), entry->path());
        }
    }
}

std::optional<fs::path> FontFiles::find(const std::string& file_name) const {
    const auto found = path_of_name_.find(file_name);
    return found == path_of_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<fs::path> FontFiles::find_any_extension(std::string_view base_name) const {
    for (const std::string_view extension : extensions) {
        if (auto path = find(std::string(base_name).append(extension))) {
            return path;
        }
    }
    return std::nullopt;
}

std::vector<fs::path> FontFiles::all() const {
    std::vector<fs::path> paths;
    for (const auto& [name, path] : path_of_name_) {
        paths.push_back(path);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace render::text
