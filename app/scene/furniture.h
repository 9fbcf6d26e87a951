// What stands on the map itself: scale bar, boundary statement, whose data it is and, in exports, the date and the
// sources.
#pragma once

#include "app/scene/label.h"
#include "app/scene/map_view.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A line of text, or (without text) a filled box.
struct FurnitureLine {
    std::string text;
    render::text::TextStyle style;
    render::ScreenPt baseline;
    render::RectPt box;
    render::Rgba color;
};

/// A length for the scale bar: 1, 2 or 5 times a power of ten kilometres, at this scale at most `widest_pt` long and at
/// least two fifths of that.
struct ScaleBar {
    double metres = 0.0;
    float width_pt = 0.0F;
    std::string label;  ///< "500 km"
};
[[nodiscard]] ScaleBar scale_bar(double metres_per_pt, float widest_pt = 160.0F);

/// The lines for this state, from the free map's lower left corner upwards, and the credit for the map's data in its
/// lower right corner or, where there is no room for it beside them, among them. The statement is never cut: it takes
/// as many lines as it needs. All stand above whatever of `covered` is in their way. No credit where the boundary
/// statement names the data already. `shades` says what tones of countries stand for, where no legend does.
[[nodiscard]] std::vector<FurnitureLine> furniture_lines(const AppState& state, const World& world,
                                                         std::span<const events::EventIndex> visible,
                                                         std::span<const render::RectPt> covered, Furniture furniture,
                                                         const MeasureText& measure, std::string_view shades = {});

/// Where the part of the window that furniture may stand in ends below.
[[nodiscard]] float furniture_edge(const AppState& state, const World& world);

/// What names keep out of: the lines, and the strips between them and below them (down to `lower_edge`) that have room
/// for a squeezed name only.
[[nodiscard]] std::vector<render::RectPt> furniture_obstacles(std::span<const FurnitureLine> lines, float lower_edge);

}  // namespace app
