#include "render/scanline_fill.h"

#include "geodata/parallel.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

/// Where an edge crosses the middle of a row.
struct Crossing {
    int row = 0;
    float x = 0.0F;  // pixels
    friend bool operator<(const Crossing& a, const Crossing& b) { return a.row != b.row ? a.row < b.row : a.x < b.x; }
};

struct Band {
    int from = 0;  // rows
    int to = 0;
};

void add_crossings(RingPoint a, RingPoint b, const PixelGrid& grid, Band band, std::vector<Crossing>& out) {
    double ay = (static_cast<double>(a.y) - grid.bottom_m) * grid.px_per_m - 0.5;
    double by = (static_cast<double>(b.y) - grid.bottom_m) * grid.px_per_m - 0.5;
    double ax = (static_cast<double>(a.x) - grid.left_m) * grid.px_per_m;
    double bx = (static_cast<double>(b.x) - grid.left_m) * grid.px_per_m;
    if (ay > by) {
        std::swap(ay, by);
        std::swap(ax, bx);
    }
    // Rows r with ay <= r < by: half open, so that a vertex in the middle of a row counts once.
    const double first = std::max(std::ceil(ay), static_cast<double>(band.from));
    const double last = std::min(std::ceil(by), static_cast<double>(band.to));
    for (double row = first; row < last; row += 1.0) {
        const double x = ax + (bx - ax) * (row - ay) / (by - ay);
        out.push_back({static_cast<int>(row), static_cast<float>(std::clamp(x, -1.0, grid.width + 1.0))});
    }
}

void fill_spans(const std::vector<Crossing>& crossings, std::uint16_t value, const PixelGrid& grid,
                std::uint16_t* pixels) {
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        // Pixels whose centre lies between the two.
        const int from = std::max(0, static_cast<int>(std::ceil(crossings[i].x - 0.5F)));
        const int to = std::min(grid.width, static_cast<int>(std::ceil(crossings[i + 1].x - 0.5F)));
        if (from < to) {
            std::uint16_t* row =
                pixels + static_cast<std::size_t>(crossings[i].row) * static_cast<std::size_t>(grid.width);
            std::fill(row + from, row + to, value);
        }
    }
}

bool reaches(const FillRing& ring, const PixelGrid& grid, Band band) {
    // A closed ring crosses each row an even number of times, so one that stays outside changes nothing inside.
    const double top_m = grid.bottom_m + band.to / grid.px_per_m;
    const double low_m = grid.bottom_m + band.from / grid.px_per_m;
    const double right_m = grid.left_m + grid.width / grid.px_per_m;
    return ring.box.min_y <= top_m && ring.box.max_y >= low_m && ring.box.min_x <= right_m &&
           ring.box.max_x >= grid.left_m;
}

void fill_band(std::span<const FillRing> rings, std::span<const RingPoint> points, const PixelGrid& grid, Band band,
               std::uint16_t* pixels) {
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i < rings.size();) {
        const std::uint16_t value = rings[i].value;
        crossings.clear();
        for (; i < rings.size() && rings[i].value == value; ++i) {
            if (!reaches(rings[i], grid, band)) {
                continue;
            }
            const auto ring = points.subspan(rings[i].first, rings[i].count);
            for (std::size_t k = 0; k < ring.size(); ++k) {
                add_crossings(ring[k], ring[k + 1 < ring.size() ? k + 1 : 0], grid, band, crossings);
            }
        }
        std::sort(crossings.begin(), crossings.end());
        fill_spans(crossings, value, grid, pixels);
    }
}

}  // namespace

std::vector<std::uint16_t> fill_rings(std::span<const FillRing> rings, std::span<const RingPoint> points,
                                      const PixelGrid& grid) {
    std::vector<std::uint16_t> pixels(static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height),
                                      nothing_filled);
    geodata::in_parallel(grid.height, [&](int from, int to) {
        fill_band(rings, points, grid, {from, to}, pixels.data());
    });
    return pixels;
}

}  // namespace render
