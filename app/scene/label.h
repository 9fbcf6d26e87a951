// A name that would like to stand on the map, and one that does. Lengths are points; positions are on screen.
#pragma once

#include "render/camera.h"
#include "render/color.h"
#include "render/text/text.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct LabelLine {
    std::string text;
    render::text::TextStyle style;
    render::Rgba color;
    render::text::TextExtent extent{};
    float down_pt = 0.0F;  ///< its baseline below the first line's
};

enum class LabelAlign : std::uint8_t { Left, Center, Right };

/// A place that a label may take, relative to its anchor.
struct LabelSpot {
    /// Left end of the block on the first baseline; of a slanted one the middle of its baseline.
    render::ScreenPt at;
    std::uint16_t slot = 0;  ///< the same place has the same number in every frame
    LabelAlign align = LabelAlign::Center;
    float slant = 0.0F;         ///< of the baseline, radians, clockwise as y points down
    float bend = 0.0F;          ///< the baseline is y = bend x^2 about its middle, before it is turned: per point
    std::uint8_t lines = 0xFF;  ///< so many of the label's lines, the others for want of room left out
    bool fits = true;           ///< false: no good any more, but the label has stood there and may stay a moment
};

/// What some lines of a label take.
struct LabelBlock {
    float width_pt = 0.0F;  ///< of the widest line
    float above_pt = 0.0F;  ///< above the first baseline
    float below_pt = 0.0F;  ///< below it, all lines together
};

/// What stands at the anchor itself.
enum class LabelMark : std::uint8_t { None, Dot, PortRing };

/// One or more lines, with the places it would like, best first.
struct LabelCandidate {
    std::uint64_t id = 0;  ///< the same thing has the same id in every frame
    std::vector<LabelLine> lines;
    int priority = 0;  ///< greater first
    render::ScreenPt anchor;
    LabelMark mark = LabelMark::None;
    float mark_radius_pt = 0.0F;
    bool over_links = false;  ///< may stand on a link when nothing else is free
    std::vector<LabelSpot> spots;
};

struct PlacedLabel {
    const LabelCandidate* label = nullptr;
    LabelSpot spot;
    /// On screen: left end of the block on the first baseline, whole points; of a slanted one the middle of its
    /// baseline.
    render::ScreenPt baseline;
    render::RectPt box;                  ///< around all of it
    std::vector<render::RectPt> pieces;  ///< boxes that cover it closely: one, but for a slanted label
};

/// Width of a text in points.
using MeasureText = std::function<float(std::string_view, const render::text::TextStyle&)>;
/// The room that a text needs.
using MeasureExtent = std::function<render::text::TextExtent(std::string_view, const render::text::TextStyle&)>;

/// Of the first lines of a label, which are measured and stacked.
[[nodiscard]] LabelBlock block_of(const LabelCandidate& label, std::size_t lines = 0xFF);
/// The lines that are shown.
[[nodiscard]] std::span<const LabelLine> lines_of(const PlacedLabel& placed);
/// Where the baseline of a line begins on screen. For labels that are not slanted.
[[nodiscard]] render::ScreenPt start_of(const PlacedLabel& placed, const LabelLine& line);

}  // namespace app
