// How many there are of something, in words that agree.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace events {

/// "1 event", "2 events", "0 events": `noun` in the singular, of the kind that takes an s.
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string{noun} + (count == 1 ? "" : "s");
}

}  // namespace events
