// Icons and the kinds' glyphs as strokes in a box of 16 x 16 points.
#pragma once

#include "render/theme.h"

#include <cstdint>
#include <span>
#include <vector>

namespace app {

enum class Icon : std::uint8_t {
    Play,
    Pause,
    PreviousEvent,
    NextEvent,
    StepBack,
    StepForward,
    Minus,
    Plus,
    Reverse,
    ByEvent,
    Loop,
    SkipQuiet,
    Close,
    Chevron,
    Theme,
    Fit,
    Legend,
    Names,
    Help,
    Link,
    Warning,
    Target,
    Globe,
    Layers,
    Widths,
    Clock,
    Search,
    Sort,
    Ranking,
    Shades,
    Open,
    Quote,
    Turn,
    Filter,
    Table,
    Person,
    Pin,
    Tick,
    Copy,
};

/// A stroke or a filled shape. Coordinates are points in the 16 x 16 box, y down.
struct IconStroke {
    enum class How : std::uint8_t { Open, Closed, Filled, Circle, Disc };
    How how = How::Open;
    std::vector<float> xy;  ///< x, y, x, y, ...; of Circle and Disc: centre and radius
    float width = 1.5F;
    float opacity = 1.0F;
};

[[nodiscard]] std::span<const IconStroke> strokes_of(Icon icon);
/// The glyph of a kind of link.
[[nodiscard]] std::span<const IconStroke> strokes_of(render::LinkHue kind);

}  // namespace app
