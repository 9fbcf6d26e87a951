// Files that appear whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace app {

/// Writes to an open file; nothing, or why that failed.
using WriteTo = std::function<std::optional<std::string>(std::FILE*)>;

/// Writes under another name in the same folder, brings it to the disk, and renames: until then what was there stays.
/// A link is followed. A program that is killed leaves nothing behind, where the file system can do that. Nothing when
/// done, or why it failed, in a few words ("No space left on device").
[[nodiscard]] std::optional<std::string> write_whole_file(const std::filesystem::path& path, const WriteTo& write);
[[nodiscard]] std::optional<std::string> write_whole_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace app
