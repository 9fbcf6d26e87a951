// Events by their ids: a hash table of numbers, which keeps no copy of any id.
#pragma once

#include "events/event_tables.h"

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
    std::optional<std::uint32_t> insert(std::span<const EventRecord> events, std::uint32_t index);
    [[nodiscard]] std::optional<std::uint32_t> find(std::span<const EventRecord> events, std::string_view id) const;
    /// Makes room for so many more, so that none of them has to wait for it.
    void reserve(std::size_t more);
    /// Asks memory for where this event would stand, for an insert a little later.
    void prefetch(const EventRecord& event) const;
    /// The events have moved: what was events[i] is now at new_index[i].
    void renumber(std::span<const std::uint32_t> new_index);
    [[nodiscard]] bool empty() const { return used_ == 0; }
    [[nodiscard]] std::size_t bytes() const { return slots_.capacity() * sizeof(Slot); }

private:
    /// Half of the id's hash stands beside the number, so that a slot seldom asks the event, which is far away.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number_plus_1 = 0;  // 0 where free
    };
    [[nodiscard]] std::size_t slot_for(std::span<const EventRecord> events, std::string_view id,
                                       std::uint32_t hash) const;
    void grow(std::size_t slots);

    std::vector<Slot> slots_;  // as many as a power of two
    std::size_t used_ = 0;
};

}  // namespace events
