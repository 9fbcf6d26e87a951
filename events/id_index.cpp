#include "events/id_index.h"

#include <algorithm>
#include <bit>

namespace events {

/// The slot that holds this id, or the free one where it would go.
std::size_t IdIndex::slot_for(std::span<const EventRecord> events, std::string_view id, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot].number_plus_1 != 0 &&
           (slots_[slot].hash != hash || events[slots_[slot].number_plus_1 - 1].id() != id)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void IdIndex::grow(std::size_t slots) {
    std::vector<Slot> old(slots);
    std::swap(old, slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& entry : old) {
        if (entry.number_plus_1 != 0) {
            std::size_t slot = entry.hash & mask;
            while (slots_[slot].number_plus_1 != 0) {
                slot = (slot + 1) & mask;
            }
            slots_[slot] = entry;
        }
    }
}

void IdIndex::reserve(std::size_t more) {
    if ((used_ + more) * 2 > slots_.size()) {
        grow(std::bit_ceil(std::max<std::size_t>((used_ + more) * 2, 16)));
    }
}

void IdIndex::prefetch(const EventRecord& event) const {
    if (!slots_.empty()) {
        __builtin_prefetch(&slots_[event.id_hash & (slots_.size() - 1)]);
    }
}

void IdIndex::renumber(std::span<const std::uint32_t> new_index) {
    for (Slot& slot : slots_) {
        if (slot.number_plus_1 != 0) {
            slot.number_plus_1 = new_index[slot.number_plus_1 - 1] + 1;
        }
    }
}

std::optional<std::uint32_t> IdIndex::insert(std::span<const EventRecord> events, std::uint32_t index) {
    reserve(1);
    const std::uint32_t hash = events[index].id_hash;
    Slot& slot = slots_[slot_for(events, events[index].id(), hash)];
    if (slot.number_plus_1 != 0) {
        return slot.number_plus_1 - 1;
    }
    slot = {hash, index + 1};
    ++used_;
    return std::nullopt;
}

std::optional<std::uint32_t> IdIndex::find(std::span<const EventRecord> events, std::string_view id) const {
    if (slots_.empty()) {
        return std::nullopt;
    }
    const std::uint32_t entry = slots_[slot_for(events, id, hash_of_id(id))].number_plus_1;
    return entry == 0 ? std::nullopt : std::optional{entry - 1};
}

}  // namespace events
