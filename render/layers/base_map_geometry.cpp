#include "render/layers/base_map_geometry.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

/// Long lines are cut into chunks, so that a coast that runs round a continent is drawn where it is seen and not
/// elsewhere.
constexpr std::uint32_t most_segments = 96;

struct Direction {
    double x = 0.0;
    double y = 0.0;
};

Direction direction(geodata::WorldXY a, geodata::WorldXY b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

/// The normal at a corner between two directions, stretched to keep the ribbon's width, at most twofold.
Direction mitre(Direction in, Direction out) {
    const Direction n{-(in.y + out.y), in.x + out.x};
    const double squared = n.x * n.x + n.y * n.y;
    if (squared < 1e-6) {
        return {-out.y, out.x};  // the line turns back on itself
    }
    const double stretch = std::min(2.0 / squared, 2.0 / std::sqrt(squared));
    return {n.x * stretch, n.y * stretch};
}

}  // namespace

void append_line(LineSet& set, const std::vector<geodata::WorldXY>& points, float tone) {
    std::vector<geodata::WorldXY> p;
    p.reserve(points.size());
    for (const geodata::WorldXY& point : points) {
        if (p.empty() || std::hypot(point.x - p.back().x, point.y - p.back().y) > 1e-3) {
            p.push_back(point);
        }
    }
    if (p.size() < 2) {
        return;
    }
    const bool closed = std::hypot(p.front().x - p.back().x, p.front().y - p.back().y) < 1e-3 && p.size() > 3;
    Chunk chunk{{static_cast<std::uint32_t>(set.indices.size()), 0}, {}};
    const auto base = static_cast<std::uint32_t>(set.vertices.size());
    double s = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        s += i > 0 ? std::hypot(p[i].x - p[i - 1].x, p[i].y - p[i - 1].y) : 0.0;
        const bool first = i == 0;
        const bool last = i + 1 == p.size();
        const Direction out = !last    ? direction(p[i], p[i + 1])
                              : closed ? direction(p[0], p[1])
                                       : direction(p[i - 1], p[i]);
        const Direction in = !first ? direction(p[i - 1], p[i]) : closed ? direction(p[p.size() - 2], p[0]) : out;
        const Direction n = mitre(in, out);
        for (const float side : {-1.0F, 1.0F}) {
            set.vertices.push_back({static_cast<float>(p[i].x), static_cast<float>(p[i].y),
                                    static_cast<float>(n.x) * side, static_cast<float>(n.y) * side,
                                    static_cast<float>(s), tone});
        }
        chunk.box.extend(p[i]);
        const auto so_far = static_cast<std::uint32_t>(set.indices.size()) - chunk.range.first;
        if (so_far >= 6 * most_segments && !last) {
            chunk.range.count = so_far;
            set.chunks.push_back(chunk);
            chunk = {{chunk.range.first + so_far, 0}, {}};
            chunk.box.extend(p[i]);
        }
        if (!last) {
            const std::uint32_t v = base + 2 * static_cast<std::uint32_t>(i);
            set.indices.insert(set.indices.end(), {v, v + 1, v + 2, v + 2, v + 1, v + 3});
        }
    }
    chunk.range.count = static_cast<std::uint32_t>(set.indices.size()) - chunk.range.first;
    set.chunks.push_back(chunk);
}

}  // namespace render
