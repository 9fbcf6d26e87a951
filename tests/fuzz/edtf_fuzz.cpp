// Any text as a date: what is accepted has sane bounds and words, and what is refused has a reason.
#include "events/edtf.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<char> bytes(data, data + size);
    const std::string text{bytes.begin(), bytes.end()};
    std::string why;
    const auto date = events::edtf_from_text(text, &why);
    if (!date) {
        require(!why.empty());
        return 0;
    }
    require(date->text == text);
    require(date->strict.start < date->strict.end);
    require(date->fuzzy.start <= date->strict.start && date->fuzzy.end >= date->strict.end);
    require(!events::words_from_date(*date).empty());
    require(date->open_start == (date->strict.start == -std::numeric_limits<double>::infinity()));
    require((date->open_end || date->unknown_end) == (date->strict.end == std::numeric_limits<double>::infinity()));
    return 0;
}
