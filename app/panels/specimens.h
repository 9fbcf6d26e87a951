// Samples of links for the legend: what each motion looks like, small and at rest.
#pragma once

#include "app/panels/icons.h"
#include "events/event_kind.h"

#include <span>

namespace app {

/// Strokes in a box of 44 x 16 points. With a security's glyph a bond is sealed with a hexagon.
[[nodiscard]] std::span<const IconStroke> specimen_of(events::Motion motion, render::LinkHue glyph);

}  // namespace app
