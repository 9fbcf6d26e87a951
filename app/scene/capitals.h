// Capital letters, for the names of countries. A small part of Unicode's case mapping: the scripts with capitals that
// local names are written in.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// The text (UTF-8) in capitals: Latin with the letters of Turkish and Vietnamese, Greek (which loses its accents),
/// Cyrillic with the letters of Central Asia, Armenian. What has no capital stays as it is, and so does the German ß.
/// In Turkish and Azerbaijani i becomes İ.
[[nodiscard]] std::string capitals(std::string_view utf8, std::string_view language = {});

}  // namespace app
