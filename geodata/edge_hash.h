// One number for an edge, the same for both directions of travel: how shapes that share their vertices find each other.
#pragma once

#include "geodata/coords.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace geodata {

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
[[nodiscard]] constexpr std::uint64_t mixed_bits(std::uint64_t h) {
    h = (h ^ (h >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 27U)) * 0x94D049BB133111EBULL;
    return h ^ (h >> 31U);
}

/// Equal points have equal hashes: adding zero turns -0.0 into 0.0, which compares equal but has other bits.
[[nodiscard]] inline std::uint64_t point_hash(LonLat p) {
    return mixed_bits(std::bit_cast<std::uint64_t>(p.lon + 0.0) * 31U +
                      mixed_bits(std::bit_cast<std::uint64_t>(p.lat + 0.0)));
}

[[nodiscard]] inline std::uint64_t edge_hash(LonLat a, LonLat b) {
    const std::uint64_t ha = point_hash(a);
    const std::uint64_t hb = point_hash(b);
    return mixed_bits(std::min(ha, hb) + 0x9E3779B97F4A7C15ULL * std::max(ha, hb));
}

}  // namespace geodata
