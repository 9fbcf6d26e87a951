// Which names stand where. Pure: the same candidates, memory and time give the same places.
#pragma once

#include "app/scene/label.h"
#include "app/scene/label_memory.h"
#include "app/scene/link_layout.h"

#include <span>
#include <vector>

namespace app {

/// Places labels by priority: none overlaps another, none lies under `covered`, all lie inside `screen`. A label that
/// crosses a link moves to a free place or, where it may not stand on links, goes.
///
/// A label that is shown keeps its place until something has been in its way for `label_patience`: only then it moves
/// or goes, and one that has gone stays away as long. Until it does, the two overlap if they were shown before; one
/// that is new waits, unseen, until its room is clear. Without a memory of earlier frames nothing overlaps.
/// `now` runs on from call to call.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const LabelCandidate> candidates,
                                                    const render::RectPt& screen,
                                                    std::span<const render::RectPt> covered, const LinkScene& links,
                                                    LabelMemory& memory, LabelTime now);

/// The label in one of its places, whatever lies there.
[[nodiscard]] PlacedLabel placed_at(const LabelCandidate& label, const LabelSpot& spot);

}  // namespace app
