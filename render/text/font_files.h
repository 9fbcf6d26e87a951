// Finding font files on this machine.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace render::text {

/// The folders where Debian and its relatives install Inter, Noto and DejaVu, and where a user adds fonts by hand.
[[nodiscard]] std::vector<std::filesystem::path> system_font_folders();

/// The font files (.otf, .ttf, .ttc) below a list of folders, by file name. Folders that are missing or unreadable are
/// skipped; of two files with one name the folder named first wins.
class FontFiles {
public:
    explicit FontFiles(std::span<const std::filesystem::path> folders);

    [[nodiscard]] std::optional<std::filesystem::path> find(const std::string& file_name) const;
    /// The file with this name and any of the extensions.
    [[nodiscard]] std::optional<std::filesystem::path> find_any_extension(std::string_view base_name) const;
    /// Every file, sorted by path.
    [[nodiscard]] std::vector<std::filesystem::path> all() const;

private:
    void add_folder(const std::filesystem::path& folder);

    std::unordered_map<std::string, std::filesystem::path> path_of_name_;
};

}  // namespace render::text
