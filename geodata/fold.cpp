#include "geodata/fold.h"

namespace geodata {

std::string folded(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            key += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
            key += c;
        }
    }
    return key;
}

}  // namespace geodata
