// What is remembered of labels from one frame to the next, so that none jumps or flickers: the places they have, since
// when something is in the way there, and which have gone lately. Section 8 of the visual design: a placed label keeps
// its place until it collides for 300 ms.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace app {

/// Of any clock that runs on.
using LabelTime = std::chrono::milliseconds;

/// So long a label stays where something is in its way, and stays away once it has gone.
inline constexpr LabelTime label_patience{300};

/// A label that is shown, that waits for its room to clear, or that has gone lately.
struct LabelEntry {
    enum class Is : std::uint8_t { Shown, Waiting, Gone };
    Is is = Is::Shown;
    std::optional<std::uint16_t> slot;  ///< nothing: free to choose the best place
    std::optional<LabelTime> since;     ///< something is in its way, or it is gone, since then
    [[nodiscard]] bool is_over(LabelTime now) const { return since && now - *since >= label_patience; }
};

class LabelMemory {
public:
    /// The place of a label that is shown.
    [[nodiscard]] std::optional<std::uint16_t> slot_of(std::uint64_t label) const;
    [[nodiscard]] const LabelEntry* find(std::uint64_t label) const;
    void put(std::uint64_t label, const LabelEntry& entry);

    /// The map rests: labels may take better places. What has gone lately still stays away.
    void release();
    /// As if every wait were over, for a picture that stands still.
    [[nodiscard]] LabelMemory settled() const;

    /// The slots that waiting labels were to take, which are forgotten.
    [[nodiscard]] std::unordered_map<std::uint64_t, std::uint16_t> take_waiting();
    /// What is shown and not among `labels` has gone; what went long enough ago is forgotten.
    void keep_only(const std::unordered_set<std::uint64_t>& labels, LabelTime now);
    /// Some label is about to move, to come or to come back: look again soon, even if nothing else changes.
    [[nodiscard]] bool is_settling(LabelTime now) const;

private:
    std::unordered_map<std::uint64_t, LabelEntry> entries_;
};

}  // namespace app
