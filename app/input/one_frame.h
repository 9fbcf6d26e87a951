// How much of what hands did fits into one frame of panels that look at the pointer once a frame.
#pragma once

#include "app/platform/input.h"

#include <utility>

namespace app {

/// The events of the next frame, and the rest. In one frame the pointer stands where it is when a button changes: a
/// motion or a turn of the wheel behind that, and the second change of one button, wait for the next frame. The first
/// is empty only where there are none.
[[nodiscard]] std::pair<InputEvents, InputEvents> one_frame_of(const InputEvents& events);

}  // namespace app
