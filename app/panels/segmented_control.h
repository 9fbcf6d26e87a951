// Choices side by side, of which one is on.
#pragma once

#include "app/panels/canvas.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace app {

struct Segment {
    std::string_view words;
    bool enabled = true;
    std::string_view help{};  ///< may be empty
};

/// Cells of equal width in `place`, 2 points inside of it. Gives the one that was clicked; a disabled one never is.
std::optional<std::size_t> segmented_control(Canvas& canvas, const render::RectPt& place,
                                             std::span<const Segment> segments, std::size_t chosen);

}  // namespace app
