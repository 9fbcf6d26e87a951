#include "app/scene/label_memory.h"

#include <algorithm>

namespace app {

std::optional<std::uint16_t> LabelMemory::slot_of(std::uint64_t label) const {
    const LabelEntry* const entry = find(label);
    return entry != nullptr && entry->is == LabelEntry::Is::Shown ? entry->slot : std::nullopt;
}

const LabelEntry* LabelMemory::find(std::uint64_t label) const {
    const auto found = entries_.find(label);
    return found == entries_.end() ? nullptr : &found->second;
}

void LabelMemory::put(std::uint64_t label, const LabelEntry& entry) {
    entries_.insert_or_assign(label, entry);
}

void LabelMemory::release() {
    for (auto& [label, entry] : entries_) {
        if (entry.is == LabelEntry::Is::Shown) {
            entry.slot.reset();
            entry.since.reset();
        }
    }
}

LabelMemory LabelMemory::settled() const {
    constexpr LabelTime long_ago = LabelTime::min() / 4;
    LabelMemory out;
    for (const auto& [label, entry] : entries_) {
        if (entry.is == LabelEntry::Is::Shown) {
            out.put(label, {entry.is, entry.slot, long_ago});
        }
    }
    return out;
}

std::unordered_map<std::uint64_t, std::uint16_t> LabelMemory::take_waiting() {
    std::unordered_map<std::uint64_t, std::uint16_t> slots;
    for (const auto& [label, entry] : entries_) {
        if (entry.is == LabelEntry::Is::Waiting && entry.slot) {
            slots.emplace(label, *entry.slot);
        }
    }
    std::erase_if(entries_, [](const auto& item) { return item.second.is == LabelEntry::Is::Waiting; });
    return slots;
}

void LabelMemory::keep_only(const std::unordered_set<std::uint64_t>& labels, LabelTime now) {
    for (auto& [label, entry] : entries_) {
        if (entry.is == LabelEntry::Is::Shown && !labels.contains(label)) {
            entry = {LabelEntry::Is::Gone, {}, now};
        }
    }
    std::erase_if(entries_, [now](const auto& item) {
        return item.second.is == LabelEntry::Is::Gone && item.second.is_over(now);
    });
}

bool LabelMemory::is_settling(LabelTime now) const {
    return std::any_of(entries_.begin(), entries_.end(), [now](const auto& item) {
        const LabelEntry& entry = item.second;
        return entry.is == LabelEntry::Is::Waiting || (entry.since && !entry.is_over(now));
    });
}

}  // namespace app
