// A row of words with a switch at its right end.
#pragma once

#include "app/panels/canvas.h"

#include <string_view>

namespace app {

/// The words stand at the left edge of `row`, the switch, 28 x 16, at its right one; all of the row can be clicked.
Touch toggle_switch(Canvas& canvas, std::string_view id, const render::RectPt& row, std::string_view words, bool on);

}  // namespace app
