// Any text as a date in plain words: what is read is EDTF with sane bounds, and what is not has a reason of one line.
#include "events/plain_date.h"

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

void read(const std::string& text, const events::DayBase& base) {
    std::string why;
    const auto date = events::plain_date(text, base, &why);
    if (!date) {
        require(!why.empty() && why.find('\n') == std::string::npos);
        return;
    }
    require(date->strict.start < date->strict.end);
    require(date->strict.end - date->strict.start < 36600.0);
    require(events::edtf_from_text(date->text) == date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<char> bytes(data, data + size);
    const std::string text{bytes.begin(), bytes.end()};
    read(text, {});
    for (const events::CivilDate date : {events::CivilDate{1, 1, 1}, {2024, 2, 29}, {2025, 5, 20}, {9999, 12, 31}}) {
        const double day = events::days_from_civil(date);
        read(text, {day + 0.5, day});
    }
    return 0;
}
