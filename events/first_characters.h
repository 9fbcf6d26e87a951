// The beginning of a text that is too long.
#pragma once

#include <cstddef>
#include <string_view>

namespace events {

/// Code points of valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// The first `most` characters (code points), or a few less so that the cut does not go through what a reader takes for
/// one character, such as a letter with its marks or an emoji of several parts: it is made before a character that
/// never joins the one before it. Where there is none among the last hundred, it is made between code points.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t most);

}  // namespace events
