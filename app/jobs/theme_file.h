// A theme as one small file of named colours, read and written. docs/themes.md describes it for its readers.
//
// The JSON is read by events/json, whose reader of members and their places fits any object: no second parser, and the
// same words for the same mistakes.
#pragma once

#include "geodata/problem.h"
#include "render/theme.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace app {

/// Never changes; null where there is none.
using ThemePtr = std::shared_ptr<const render::Theme>;

/// The theme that a file says: its "based_on" (dark where it has none) with the colours that it names. A name that is
/// not known is a warning with the nearest that is; a colour that is none is an error, and the one of the base stays;
/// text that is hard to read and links that look alike are warnings. Null, and an error, when there is no such file,
/// when it is not JSON, and when it names no colour at all. Problems have line and column.
[[nodiscard]] geodata::Loaded<ThemePtr> theme_from_file(const std::filesystem::path& path);
/// The same from memory; `name` stands for the file in problems, and its stem is the theme's name where the file has
/// none.
[[nodiscard]] geodata::Loaded<ThemePtr> theme_from_text(std::string text, const std::string& name);

/// The whole theme as such a file, to be changed by a person: every colour on a line of its own. Reading it again gives
/// the same colours.
[[nodiscard]] std::string text_from_theme(const render::Theme& theme);

}  // namespace app
