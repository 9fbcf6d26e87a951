// UTF-8 to code points and back.
#pragma once

#include <string>
#include <string_view>

namespace render::text {

/// Decodes UTF-8. Each ill-formed sequence becomes one U+FFFD, cut as the Unicode Standard recommends (section 3.9,
/// "maximal subparts"): overlong forms, surrogates and values above U+10FFFF are ill-formed too.
[[nodiscard]] std::u32string utf32_from_utf8(std::string_view utf8);

/// Encodes code points; surrogates and values above U+10FFFF become U+FFFD.
[[nodiscard]] std::string utf8_from_utf32(std::u32string_view codepoints);

}  // namespace render::text
