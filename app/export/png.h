// Pictures as PNG files.
#pragma once

#include "render/image.h"

#include <filesystem>
#include <optional>
#include <string>

namespace app {

/// Writes an image of at least 1x1 pixels as 8-bit RGBA, sRGB. The file appears whole or not at all: it is written
/// under another name in the same folder, brought to the disk, and renamed. A link is followed; what is no file (a
/// pipe, /dev/stdout) is written to directly. Nothing when done, else one line that says what failed.
[[nodiscard]] std::optional<std::string> write_png(const render::Image& image, const std::filesystem::path& path);

/// Reads any PNG as 8-bit straight RGBA. Nothing on failure; `why`, if given, then gets one line.
[[nodiscard]] std::optional<render::Image> read_png(const std::filesystem::path& path, std::string* why = nullptr);

}  // namespace app
