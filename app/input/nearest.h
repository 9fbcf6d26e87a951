// The end of messages about a misspelt word.
#pragma once

#include "events/nearest_word.h"

#include <span>
#include <string>
#include <string_view>

namespace app {

/// "; did you mean render?" with the nearest of these, or nothing when none is near.
[[nodiscard]] inline std::string did_you_mean(std::string_view text, std::span<const std::string_view> candidates) {
    return events::did_you_mean(events::nearest_word(text, candidates));
}

}  // namespace app
