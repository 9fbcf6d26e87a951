// What a search over the sea has still to look at.
#pragma once

#include "geodata/sea_chart.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace geodata {

/// The number of a step among block_steps or the steps from a cell, or none.
inline constexpr std::uint32_t no_heading = 16;

/// A spot and the heading of the step that led there, in 30 bits.
using SpotKey = std::uint32_t;
[[nodiscard]] constexpr SpotKey key_of(Spot spot, std::uint32_t heading) {
    return heading << 25U | spot.block << 6U | spot.bit;
}
[[nodiscard]] constexpr Spot spot_of(SpotKey key) {
    return {key >> 6U & 0x7FFFFU, key & 63U};
}
[[nodiscard]] constexpr std::uint32_t heading_of(SpotKey key) {
    return key >> 25U;
}

/// Entries by estimate in buckets of a kilometre, the cheapest first and within one in no order (Dial, "Algorithm 360",
/// 1969).
class LaneBuckets {
public:
    struct Entry {
        float cost = 0.0F;
        SpotKey spot = 0;
    };
    explicit LaneBuckets(float least_m) : least_m_{least_m} {}

    void push(float estimate_m, Entry entry) {
        const auto wanted = static_cast<std::size_t>(std::max(0.0F, estimate_m - least_m_) / width_m);
        const std::size_t bucket = std::max(wanted, now_);
        if (bucket >= heads_.size()) {
            heads_.resize(bucket + 1024, none);
        }
        std::uint32_t at = free_;
        if (at == none) {
            at = static_cast<std::uint32_t>(links_.size());
            links_.emplace_back();
        } else {
            free_ = links_[at].next;
        }
        links_[at] = {entry, heads_[bucket]};
        heads_[bucket] = at;
    }
    /// False when nothing is left, or only what is estimated at `enough_m` or more.
    [[nodiscard]] bool pop(float enough_m, Entry& entry) {
        while (now_ < heads_.size() && heads_[now_] == none) {
            ++now_;
        }
        if (now_ >= heads_.size() || static_cast<float>(now_) * width_m + least_m_ >= enough_m) {
            return false;
        }
        const std::uint32_t at = heads_[now_];
        entry = links_[at].entry;
        heads_[now_] = links_[at].next;
        links_[at].next = free_;
        free_ = at;
        return true;
    }

private:
    static constexpr float width_m = 1000.0F;
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Link {
        Entry entry;
        std::uint32_t next = none;
    };
    float least_m_;
    std::size_t now_ = 0;
    std::vector<std::uint32_t> heads_;
    std::vector<Link> links_;
    std::uint32_t free_ = none;
};

}  // namespace geodata
