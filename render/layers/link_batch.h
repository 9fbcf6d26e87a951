// Links as strokes and marks, in logical points: a list that says what to draw, in order. Building it is pure;
// LinkLayer uploads and draws it.
#pragma once

#include "render/color.h"
#include "render/curve.h"
#include "render/gl/mesh.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace render {

enum class Pattern : std::uint8_t { Solid, Dashes, Dots, Beads, Zigzag, Ripple, Mark, Ribbon };
inline constexpr std::size_t pattern_count = 8;

/// How far a zigzag or a ripple is from being certain.
enum class Certainty : std::uint8_t { Whole, Dotted, Broken };

/// A line along a path. Lengths are points; u runs from 0 at its start to 1 at its end.
struct Stroke {
    Rgba hue;  ///< its opacity is that of the whole
    Pattern pattern = Pattern::Solid;
    float half_width = 1.0F;       ///< at the start
    float half_width_end = -1.0F;  ///< below 0: the same
    float width_power = 1.0F;      ///< width = mix(start, end, u^power)
    float opacity = 1.0F;          ///< at the start
    float opacity_end = -1.0F;     ///< below 0: the same
    float opacity_power = 1.0F;    ///< opacity = mix(end, start, (1 - u)^power)
    float rails = 0.0F;            ///< > 0: two lines at this distance from the path
    float white = 0.0F;            ///< white-hot at the start, fading over the part `white_over` of the length
    float white_over = 1.0F;
    float glow = 0.0F;
    float sigma = 5.0F;
    float dash = 8.0F;   ///< Dashes: length. Dots, Beads, Ripple: period. Zigzag: half wave
    float gap = 6.0F;    ///< Dashes: gap. Dots, Beads: radius. Zigzag: amplitude. Ripple: half width of the beam
    float phase = 0.0F;  ///< shifts the pattern towards the end
    float tail = 0.0F;   ///< Dashes: opacity at the back of each, 0 for even ones. Beads: length of the hairline
    Certainty certainty = Certainty::Whole;
    float ripple_radius = 19.0F;
    float ripple_end = 0.35F;   ///< opacity at the addressed
    float ripple_front = 1.0F;  ///< how far the first front has come, 0 to 1; above 1: all the way
};

/// A plain line at one point of its path. Its width and colour may change from point to point, and there is nothing
/// else to it: no pattern, no glow, no round ends. It costs a third of a stroke, so that there can be hundreds.
struct RibbonPoint {
    float half_width = 1.0F;  ///< points
    Rgba hue;
};

enum class Shape : std::uint8_t { Disc, Hexagon, Diamond, Arrow, Chevron, Bar, Star, Ellipse };

/// A figure at a place. Lengths are points.
struct Mark {
    Shape shape = Shape::Disc;
    ScreenPt at;
    Rgba hue;
    float radius = 3.0F;      ///< Arrow, Chevron: their length. Bar: half its length
    float ring = 0.0F;        ///< half width of the outline; 0: filled
    float half_width = 0.0F;  ///< Chevron, Bar: of their strokes
    float angle = 0.0F;       ///< radians, 0 = pointing right
    float glow = 0.0F;
    float sigma = 6.0F;
    float white = 0.0F;
    int dashes = 0;  ///< the ring in so many dashes
    int dots = 0;    ///< the ring in so many dots
};

struct LinkVertex {
    float x = 0.0F;
    float y = 0.0F;
    float along = 0.0F;
    float across = 0.0F;
    float style = 0.0F;
};

struct RibbonVertex {
    float x = 0.0F;
    float y = 0.0F;
    float across = 0.0F;
    float half_width = 0.0F;
    std::array<std::uint8_t, 4> rgba{};
};

/// One style: six texels of the style texture (see link.vert).
using StyleRow = std::array<Rgba, 6>;

class LinkBatch {
public:
    struct Run {
        Pattern pattern = Pattern::Solid;
        gl::IndexRange range;  ///< of `ribbon_indices` for ribbons, else of `indices`
    };

    /// Strokes and marks are drawn in the order in which they are added. Empty paths and transparent ones are skipped.
    void add(const Path& path, const Stroke& stroke);
    void add(const Mark& mark);
    /// One profile point for each point of the path.
    void add_ribbon(const Path& path, std::span<const RibbonPoint> profile);
    /// All of one pattern together, ribbons below and marks on top, each in the order of adding: with hundreds of
    /// links thousands of short runs would cost more than what is in them.
    void sort_by_pattern();
    void clear();
    /// Something in it looks different a moment later, though nothing else changes.
    void set_moving() { moving_ = true; }
    [[nodiscard]] bool is_moving() const { return moving_; }

    [[nodiscard]] const std::vector<LinkVertex>& vertices() const { return vertices_; }
    [[nodiscard]] const std::vector<std::uint32_t>& indices() const { return indices_; }
    [[nodiscard]] const std::vector<RibbonVertex>& ribbon_vertices() const { return ribbon_vertices_; }
    [[nodiscard]] const std::vector<std::uint32_t>& ribbon_indices() const { return ribbon_indices_; }
    [[nodiscard]] const std::vector<StyleRow>& styles() const { return styles_; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

private:
    void close_run(Pattern pattern, std::size_t first_index, std::size_t end_index);
    std::vector<LinkVertex> vertices_;
    std::vector<std::uint32_t> indices_;
    std::vector<RibbonVertex> ribbon_vertices_;
    std::vector<std::uint32_t> ribbon_indices_;
    std::vector<StyleRow> styles_;
    std::vector<Run> runs_;
    bool moving_ = false;
};

}  // namespace render
