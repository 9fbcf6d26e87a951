// Speeds of playback that a person types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace app {

/// Days a second, from "3", "3 days/s", "1 month/s", "2 weeks per second", "6 h" or "0.5 years/s". A month has 30 days
/// and a year 365. Nothing for any other text, and for what is not from 0.01 to 10000 days a second; `why`, if given,
/// then gets the reason.
[[nodiscard]] std::optional<double> speed_from_text(std::string_view text, std::string* why = nullptr);

}  // namespace app
