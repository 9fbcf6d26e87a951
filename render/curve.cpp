#include "render/curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace render {

namespace {

ScreenPt lerp(ScreenPt a, ScreenPt b, float t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

float distance_to_segment(ScreenPt a, ScreenPt b, ScreenPt p) {
    const float ex = b.x - a.x;
    const float ey = b.y - a.y;
    const float squared = ex * ex + ey * ey;
    const float t = squared > 0.0F ? std::clamp(((p.x - a.x) * ex + (p.y - a.y) * ey) / squared, 0.0F, 1.0F) : 0.0F;
    return std::hypot(p.x - a.x - ex * t, p.y - a.y - ey * t);
}

/// Index of the segment that holds arc length s: points[i] to points[i + 1].
std::size_t segment_at(const Path& path, float s) {
    const auto above = std::upper_bound(path.lengths.begin() + 1, path.lengths.end() - 1, s);
    return static_cast<std::size_t>(above - path.lengths.begin()) - 1;
}

}  // namespace

float distance(ScreenPt a, ScreenPt b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

Path path_from_points(std::vector<ScreenPt> points) {
    constexpr float same_pt = 1e-3F;
    points.erase(
        std::unique(points.begin(), points.end(), [](ScreenPt a, ScreenPt b) { return distance(a, b) < same_pt; }),
        points.end());
    Path path{std::move(points), {}};
    path.lengths.reserve(path.points.size());
    float s = 0.0F;
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        s += i > 0 ? distance(path.points[i - 1], path.points[i]) : 0.0F;
        path.lengths.push_back(s);
    }
    return path;
}

Path arc(ScreenPt a, ScreenPt b, float f, float tolerance_pt) {
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const ScreenPt control{(a.x + b.x) / 2.0F + 2.0F * f * dy, (a.y + b.y) / 2.0F - 2.0F * f * dx};
    // A quadratic split into n chords strays from them by |a - 2c + b| / (4 n^2).
    const float bend = std::hypot(a.x - 2.0F * control.x + b.x, a.y - 2.0F * control.y + b.y);
    const int n = std::clamp(static_cast<int>(std::ceil(std::sqrt(bend / (4.0F * tolerance_pt)))), 1, 96);
    std::vector<ScreenPt> points;
    points.reserve(static_cast<std::size_t>(n) + 1);
    for (int i = 0; i <= n; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(n);
        points.push_back(lerp(lerp(a, control, t), lerp(control, b, t), t));
    }
    return path_from_points(std::move(points));
}

Path spline(std::span<const ScreenPt> points, float step_pt) {
    std::vector<ScreenPt> p(points.begin(), points.end());
    p.erase(std::unique(p.begin(), p.end(), [](ScreenPt a, ScreenPt b) { return distance(a, b) < 0.01F; }), p.end());
    if (p.size() < 3) {
        return path_from_points(std::move(p));
    }
    std::vector<ScreenPt> out;
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
        const ScreenPt p1 = p[i];
        const ScreenPt p2 = p[i + 1];
        const ScreenPt p0 = i > 0 ? p[i - 1] : lerp(p1, p2, -1.0F);
        const ScreenPt p3 = i + 2 < p.size() ? p[i + 2] : lerp(p2, p1, -1.0F);
        const float t1 = std::sqrt(distance(p0, p1));
        const float t2 = t1 + std::sqrt(distance(p1, p2));
        const float t3 = t2 + std::sqrt(distance(p2, p3));
        const int steps = std::clamp(static_cast<int>(distance(p1, p2) / step_pt), 2, 64);
        for (int j = 0; j < steps; ++j) {
            const float t = t1 + (t2 - t1) * static_cast<float>(j) / static_cast<float>(steps);
            const ScreenPt a1 = lerp(p0, p1, t / t1);
            const ScreenPt a2 = lerp(p1, p2, (t - t1) / (t2 - t1));
            const ScreenPt a3 = lerp(p2, p3, (t - t2) / (t3 - t2));
            const ScreenPt b1 = lerp(a1, a2, t / t2);
            const ScreenPt b2 = lerp(a2, a3, (t - t1) / (t3 - t1));
            out.push_back(lerp(b1, b2, (t - t1) / (t2 - t1)));
        }
    }
    out.push_back(p.back());
    return path_from_points(std::move(out));
}

PathPoint at(const Path& path, float s) {
    if (path.empty()) {
        return {path.points.empty() ? ScreenPt{} : path.points.front(), 0.0F};
    }
    const std::size_t i = segment_at(path, s);
    const ScreenPt a = path.points[i];
    const ScreenPt b = path.points[i + 1];
    const float t = std::clamp((s - path.lengths[i]) / (path.lengths[i + 1] - path.lengths[i]), 0.0F, 1.0F);
    return {lerp(a, b, t), std::atan2(b.y - a.y, b.x - a.x)};
}

Path piece(const Path& path, float from, float to) {
    from = std::max(from, 0.0F);
    to = std::min(to, path.length());
    if (path.empty() || from >= to) {
        return {};
    }
    std::vector<ScreenPt> points{at(path, from).at};
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        if (path.lengths[i] > from && path.lengths[i] < to) {
            points.push_back(path.points[i]);
        }
    }
    points.push_back(at(path, to).at);
    return path_from_points(std::move(points));
}

Path reversed(const Path& path) {
    return path_from_points({path.points.rbegin(), path.points.rend()});
}

float distance(const Path& path, ScreenPt p) {
    float nearest = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        nearest = std::min(nearest, distance_to_segment(path.points[i], path.points[i + 1], p));
    }
    return nearest;
}

}  // namespace render
