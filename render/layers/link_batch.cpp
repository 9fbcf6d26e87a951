#include "render/layers/link_batch.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace render {

namespace {

float or_same(float value, float same) {
    return value < 0.0F ? same : value;
}

/// Half the width of the strip that holds the stroke with its glow.
float reach_of(const Stroke& s) {
    float core = std::max(s.half_width, or_same(s.half_width_end, s.half_width));
    if (s.pattern == Pattern::Dots || s.pattern == Pattern::Beads) {
        core = std::max(core, s.gap);
    } else if (s.pattern == Pattern::Zigzag) {
        core += s.gap;
    } else if (s.pattern == Pattern::Ripple) {
        core = s.gap;
    }
    return core + s.rails + 1.5F + (s.glow > 0.0F ? 2.2F * s.sigma : 0.0F);
}

StyleRow style_of(const Stroke& s, float length) {
    const auto certainty = static_cast<float>(s.certainty);
    const bool curly = s.pattern == Pattern::Zigzag || s.pattern == Pattern::Ripple;
    return {Rgba{s.hue},
            Rgba{s.half_width, or_same(s.half_width_end, s.half_width), s.width_power, s.rails},
            Rgba{s.opacity, or_same(s.opacity_end, s.opacity), s.opacity_power, length},
            Rgba{s.white, s.white_over, s.glow, s.sigma},
            Rgba{s.dash, s.gap, s.phase, curly ? certainty : s.tail},
            Rgba{s.ripple_radius, s.ripple_end, s.ripple_front, 0.0F}};
}

/// The corner's normal (left of travel), stretched at bends so that the strip keeps its width, at most by half again.
ScreenPt normal_at(const Path& path, std::size_t i) {
    const auto along = [&](std::size_t k) {
        const ScreenPt a = path.points[k];
        const ScreenPt b = path.points[k + 1];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        return ScreenPt{(b.x - a.x) / length, (b.y - a.y) / length};
    };
    const ScreenPt in = along(i > 0 ? i - 1 : 0);
    const ScreenPt out = along(std::min(i, path.points.size() - 2));
    const ScreenPt n{in.y + out.y, -(in.x + out.x)};
    const float squared = n.x * n.x + n.y * n.y;
    if (squared < 1e-4F) {
        return {out.y, -out.x};
    }
    const float stretch = std::min(2.0F / squared, 1.5F / std::sqrt(squared));
    return {n.x * stretch, n.y * stretch};
}

std::array<std::uint8_t, 4> bytes_of(Rgba color) {
    const auto byte = [](float x) { return static_cast<std::uint8_t>(std::clamp(x, 0.0F, 1.0F) * 255.0F + 0.5F); };
    return {byte(color.r), byte(color.g), byte(color.b), byte(color.a)};
}

}  // namespace

void LinkBatch::close_run(Pattern pattern, std::size_t first_index, std::size_t end_index) {
    const auto first = static_cast<std::uint32_t>(first_index);
    const auto count = static_cast<std::uint32_t>(end_index - first_index);
    if (!runs_.empty() && runs_.back().pattern == pattern) {
        runs_.back().range.count += count;
    } else {
        runs_.push_back({pattern, {first, count}});
    }
}

void LinkBatch::add(const Path& path, const Stroke& stroke) {
    if (path.empty() || stroke.hue.a <= 0.004F) {
        return;
    }
    const float reach = reach_of(stroke);
    const auto style = static_cast<float>(styles_.size());
    styles_.push_back(style_of(stroke, path.length()));
    const std::size_t first_index = indices_.size();
    const auto base = static_cast<std::uint32_t>(vertices_.size());
    const auto add_pair = [&](ScreenPt at, ScreenPt n, float s) {
        vertices_.push_back({at.x + n.x * reach, at.y + n.y * reach, s, reach, style});
        vertices_.push_back({at.x - n.x * reach, at.y - n.y * reach, s, -reach, style});
    };
    // The strip begins before the path and ends behind it, so that round ends and their glow have room.
    const auto beyond = [&](std::size_t i, float by) {
        const ScreenPt n = normal_at(path, i);
        return ScreenPt{path.points[i].x - n.y * by, path.points[i].y + n.x * by};
    };
    const std::size_t count = path.points.size();
    add_pair(beyond(0, -reach), normal_at(path, 0), -reach);
    for (std::size_t i = 0; i < count; ++i) {
        add_pair(path.points[i], normal_at(path, i), path.lengths[i]);
    }
    add_pair(beyond(count - 1, reach), normal_at(path, count - 1), path.length() + reach);
    for (std::uint32_t i = 0; i <= count; ++i) {
        const std::uint32_t v = base + 2 * i;
        indices_.insert(indices_.end(), {v, v + 1, v + 2, v + 2, v + 1, v + 3});
    }
    close_run(stroke.pattern, first_index, indices_.size());
}

void LinkBatch::add(const Mark& mark) {
    if (mark.hue.a <= 0.004F) {
        return;
    }
    const auto style = static_cast<float>(styles_.size());
    styles_.push_back(
        {mark.hue, Rgba{static_cast<float>(mark.shape), mark.radius, mark.ring, mark.half_width},
         Rgba{static_cast<float>(std::max(mark.dashes, mark.dots)), mark.dots > 0 ? 1.0F : 0.0F, 0.0F, 0.0F},
         Rgba{mark.white, 0.0F, mark.glow, mark.sigma}, Rgba{}, Rgba{}});
    const float reach =
        mark.radius * 1.4F + mark.half_width + mark.ring + 1.5F + (mark.glow > 0.0F ? 2.2F * mark.sigma : 0.0F);
    const std::size_t first_index = indices_.size();
    const auto base = static_cast<std::uint32_t>(vertices_.size());
    const float c = std::cos(mark.angle);
    const float s = std::sin(mark.angle);
    for (const auto& [u, v] : {std::pair{-reach, -reach}, {reach, -reach}, {-reach, reach}, {reach, reach}}) {
        vertices_.push_back({mark.at.x + c * u - s * v, mark.at.y + s * u + c * v, u, v, style});
    }
    indices_.insert(indices_.end(), {base, base + 1, base + 2, base + 2, base + 1, base + 3});
    close_run(Pattern::Mark, first_index, indices_.size());
}

void LinkBatch::add_ribbon(const Path& path, std::span<const RibbonPoint> profile) {
    assert(path.empty() || profile.size() == path.points.size());
    constexpr float edge_pt = 0.5F;      // room for the antialiased edge: half a pixel
    constexpr float thinnest_pt = 0.5F;  // thinner lines pale and stay as wide as this
    const bool visible =
        std::any_of(profile.begin(), profile.end(), [](const RibbonPoint& p) { return p.hue.a > 0.004F; });
    if (path.empty() || !visible) {
        return;
    }
    const auto base = static_cast<std::uint32_t>(ribbon_vertices_.size());
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        const ScreenPt at = path.points[i];
        const ScreenPt n = normal_at(path, i);
        const float reach = std::max(profile[i].half_width, thinnest_pt) + edge_pt;
        const std::array<std::uint8_t, 4> rgba = bytes_of(profile[i].hue);
        ribbon_vertices_.push_back({at.x + n.x * reach, at.y + n.y * reach, reach, profile[i].half_width, rgba});
        ribbon_vertices_.push_back({at.x - n.x * reach, at.y - n.y * reach, -reach, profile[i].half_width, rgba});
    }
    const std::size_t first_index = ribbon_indices_.size();
    for (std::uint32_t i = 0; i + 1 < path.points.size(); ++i) {
        const std::uint32_t v = base + 2 * i;
        ribbon_indices_.insert(ribbon_indices_.end(), {v, v + 1, v + 2, v + 2, v + 1, v + 3});
    }
    close_run(Pattern::Ribbon, first_index, ribbon_indices_.size());
}

void LinkBatch::sort_by_pattern() {
    constexpr std::array order{Pattern::Ribbon, Pattern::Solid,  Pattern::Dashes, Pattern::Dots,
                               Pattern::Beads,  Pattern::Zigzag, Pattern::Ripple, Pattern::Mark};
    static_assert(order.size() == pattern_count);
    const std::vector<Run> runs = std::exchange(runs_, {});
    std::vector<std::uint32_t> sorted;
    sorted.reserve(indices_.size());
    for (const Pattern pattern : order) {
        const std::size_t first = sorted.size();
        for (const Run& run : runs) {
            if (run.pattern == pattern && pattern != Pattern::Ribbon) {
                const auto from = indices_.begin() + static_cast<std::ptrdiff_t>(run.range.first);
                sorted.insert(sorted.end(), from, from + static_cast<std::ptrdiff_t>(run.range.count));
            }
        }
        if (pattern == Pattern::Ribbon && !ribbon_indices_.empty()) {
            close_run(pattern, 0, ribbon_indices_.size());
        } else if (sorted.size() > first) {
            close_run(pattern, first, sorted.size());
        }
    }
    indices_ = std::move(sorted);
}

void LinkBatch::clear() {
    vertices_.clear();
    indices_.clear();
    ribbon_vertices_.clear();
    ribbon_indices_.clear();
    styles_.clear();
    runs_.clear();
    moving_ = false;
}

}  // namespace render
