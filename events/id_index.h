// Events by their ids: a hash table of numbers, which keeps no copy of any id.
#pragma once

#include "events/event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace events {

/// Every call gets the events that the numbers count; only new ones may have come behind since the last call.
class IdIndex {
public:
    /// Adds events[index], unless there is one with its id, which is then returned. The index must be less than 2^32
    /// - 1.
    std::optional<std::uint32_t> insert(std::span<const Event> events, std::uint32_t index);
    [[nodiscard]] std::optional<std::uint32_t> find(std::span<const Event> events, std::string_view id) const;
    void clear() { slots_.clear(), used_ = 0; }

private:
    /// Half of the id's hash stands beside the number, so that a slot seldom asks the event, which is far away.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number_plus_1 = 0;  // 0 where free
    };
    [[nodiscard]] std::size_t slot_for(std::span<const Event> events, std::string_view id, std::uint32_t hash) const;
    void grow();

    std::vector<Slot> slots_;  // as many as a power of two
    std::size_t used_ = 0;
};

}  // namespace events
