// Widths of text without fonts, for the tests of layouts: every character is a little wider than Inter's mean.
#pragma once

#include "render/text/text.h"

#include <string_view>

namespace support {

inline float text_width(std::string_view text, const render::text::TextStyle& style) {
    float characters = 0.0F;
    for (const char c : text) {
        characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1.0F : 0.0F;
    }
    return characters * style.size_pt * 0.56F;
}

}  // namespace support
