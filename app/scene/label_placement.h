// Which names stand where. Pure: the same candidates give the same places, and a label keeps the place it had where it
// can.
#pragma once

#include "app/scene/label.h"
#include "app/scene/link_layout.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace app {

/// Remembers the slot that each label had.
using LabelMemory = std::unordered_map<std::uint64_t, std::uint16_t>;

/// Places labels by priority: none overlaps another, none lies under `covered`, all lie inside `screen`. A label that
/// crosses a link moves to a free place or, where it may not stand on links, goes.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const LabelCandidate> candidates,
                                                    const render::RectPt& screen,
                                                    std::span<const render::RectPt> covered, const LinkScene& links,
                                                    LabelMemory& memory);

/// The label in one of its places, whatever lies there.
[[nodiscard]] PlacedLabel placed_at(const LabelCandidate& label, const LabelSpot& spot);

}  // namespace app
