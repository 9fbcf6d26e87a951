// The countries that Caravan is about.
#pragma once

#include "geodata/coords.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace geodata {

/// A map of nothing else is made about it.
inline constexpr LonLat heart_of_region{74.0, 34.0};

/// ISO 3166-1 alpha-3 codes of South and Central Asia with Iran and Myanmar, in alphabetical order.
inline constexpr std::array<std::string_view, 15> region_codes{"AFG", "BGD", "BTN", "IND", "IRN", "KAZ", "KGZ", "LKA",
                                                               "MDV", "MMR", "NPL", "PAK", "TJK", "TKM", "UZB"};

[[nodiscard]] constexpr bool in_region(std::string_view code) {
    return std::find(region_codes.begin(), region_codes.end(), code) != region_codes.end();
}

}  // namespace geodata
