// The shapes of links on screen, in logical points. What is drawn and what the pointer hits is one and the same
// polyline, so that a click lands where the eye sees the line.
#pragma once

#include "render/camera.h"

#include <span>
#include <vector>

namespace render {

/// A polyline with the arc length at each of its points, starting at 0. Made by `path_from_points`.
struct Path {
    std::vector<ScreenPt> points;
    std::vector<float> lengths;
    [[nodiscard]] float length() const { return lengths.empty() ? 0.0F : lengths.back(); }
    [[nodiscard]] bool empty() const { return points.size() < 2; }
};

/// A point on a path and the direction of travel there, in radians (0 = to the right, positive = downwards).
struct PathPoint {
    ScreenPt at;
    float angle = 0.0F;
};

/// Drops repeated points and sums up lengths.
[[nodiscard]] Path path_from_points(std::vector<ScreenPt> points);

/// Quadratic curve from a to b with its control point at the middle + 2 f |ab| n, n the left normal when travelling
/// from a to b (upwards on screen for a link that goes east). Flattened to within `tolerance_pt`, so that short and
/// flat curves have few points.
[[nodiscard]] Path arc(ScreenPt a, ScreenPt b, float f, float tolerance_pt = 0.05F);

/// Centripetal Catmull-Rom spline through the points (Barry and Goldman's pyramid, alpha = 1/2), about one vertex every
/// `step_pt`.
[[nodiscard]] Path spline(std::span<const ScreenPt> points, float step_pt = 6.0F);

/// The point at arc length s, clamped to the path.
[[nodiscard]] PathPoint at(const Path& path, float s);

/// The piece between two arc lengths, from < to, both clamped. Empty when nothing is left.
[[nodiscard]] Path piece(const Path& path, float from, float to);

[[nodiscard]] Path reversed(const Path& path);

/// Between two points, in points.
[[nodiscard]] float distance(ScreenPt a, ScreenPt b);

/// Distance from a point to the path, in points; infinite for an empty path.
[[nodiscard]] float distance(const Path& path, ScreenPt p);

}  // namespace render
