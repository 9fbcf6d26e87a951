// Bytes that are not UTF-8, made so: text from old systems still loads, and what was changed is said.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace events::json {

struct Utf8Repairs {
    struct Place {
        std::size_t line = 0;
        std::size_t column = 0;  ///< 1-based, in bytes of the text as it was
        unsigned char byte = 0;
    };
    std::vector<std::size_t> offsets;  ///< in the repaired text
    std::vector<Place> places;
};

/// Replaces each byte that is no part of valid UTF-8 (RFC 3629: no surrogates, no overlong forms) by U+FFFD.
/// Valid text is left alone and costs one fast pass.
[[nodiscard]] Utf8Repairs repair_utf8(std::string& text);

}  // namespace events::json
