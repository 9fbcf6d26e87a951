#include "render/scanline_fill.h"

#include <doctest/doctest.h>

#include <random>
#include <utility>
#include <vector>

using render::FillRing;
using render::PixelGrid;
using render::RingPoint;
using render::RingSet;

namespace {

void add(RingSet& set, std::vector<RingPoint> points, std::uint16_t value) {
    FillRing ring{static_cast<std::uint32_t>(set.points.size()), static_cast<std::uint32_t>(points.size()), value, {}};
    for (const RingPoint p : points) {
        ring.box.extend(geodata::WorldXY{static_cast<double>(p.x), static_cast<double>(p.y)});
        set.points.push_back(p);
    }
    set.rings.push_back(std::move(ring));
}

std::vector<RingPoint> square(float left, float bottom, float side) {
    return {{left, bottom}, {left + side, bottom}, {left + side, bottom + side}, {left, bottom + side}};
}

std::uint16_t value_at(const RingSet& set, double x, double y) {
    std::uint16_t found = render::nothing_filled;
    for (std::size_t i = 0; i < set.rings.size();) {
        const std::uint16_t value = set.rings[i].value;
        bool inside = false;
        for (; i < set.rings.size() && set.rings[i].value == value; ++i) {
            const FillRing& ring = set.rings[i];
            for (std::uint32_t k = 0; k < ring.count; ++k) {
                const RingPoint a = set.points[ring.first + k];
                const RingPoint b = set.points[ring.first + (k + 1) % ring.count];
                const auto ax = static_cast<double>(a.x);
                const auto ay = static_cast<double>(a.y);
                const auto bx = static_cast<double>(b.x);
                const auto by = static_cast<double>(b.y);
                if ((ay <= y) != (by <= y) && x < ax + (y - ay) * (bx - ax) / (by - ay)) {
                    inside = !inside;
                }
            }
        }
        found = inside ? value : found;
    }
    return found;
}

}  // namespace

TEST_CASE("pixels whose centre lies in a ring get its value") {
    RingSet set;
    add(set, square(100.0F, 200.0F, 300.0F), 7);
    const auto pixels = render::fill_rings(set.rings, set.points, {6, 6, 0.0, 0.0, 0.01});
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 6; ++x) {
            const bool inside = x >= 1 && x < 4 && y >= 2 && y < 5;
            CHECK(pixels[static_cast<std::size_t>(y * 6 + x)] == (inside ? 7 : render::nothing_filled));
        }
    }
}

TEST_CASE("a hole is left out and the later of two values stands") {
    RingSet set;
    add(set, square(0.0F, 0.0F, 8.0F), 1);
    add(set, square(2.0F, 2.0F, 4.0F), 1);
    add(set, square(3.0F, 3.0F, 2.0F), 2);
    add(set, square(6.0F, 0.0F, 2.0F), 3);
    const auto pixels = render::fill_rings(set.rings, set.points, {8, 8, 0.0, 0.0, 1.0});
    CHECK(pixels[1 * 8 + 1] == 1);
    CHECK(pixels[2 * 8 + 2] == render::nothing_filled);
    CHECK(pixels[3 * 8 + 3] == 2);
    CHECK(pixels[0 * 8 + 7] == 3);
}

TEST_CASE("random rings are filled as a test of every pixel says") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 dice{seed};
        const auto number = [&](float from, float to) { return std::uniform_real_distribution<float>{from, to}(dice); };
        RingSet set;
        for (std::uint16_t value = 0; value < 4; ++value) {
            for (int ring = 0; ring < 2; ++ring) {
                std::vector<RingPoint> points;
                for (int i = 0; i < 5; ++i) {
                    points.push_back({number(-400.0F, 1400.0F), number(-400.0F, 1400.0F)});
                }
                add(set, std::move(points), value);
            }
        }
        const PixelGrid grid{37, 29, 0.0, 0.0, 0.03};
        const auto pixels = render::fill_rings(set.rings, set.points, grid);
        int wrong = 0;
        for (int y = 0; y < grid.height; ++y) {
            for (int x = 0; x < grid.width; ++x) {
                const std::uint16_t expected = value_at(set, (x + 0.5) / grid.px_per_m, (y + 0.5) / grid.px_per_m);
                wrong += pixels[static_cast<std::size_t>(y * grid.width + x)] == expected ? 0 : 1;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("neighbours that share an edge leave no pixel between them and share none") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::mt19937 dice{seed};
        const auto number = [&](float from, float to) { return std::uniform_real_distribution<float>{from, to}(dice); };
        const RingPoint low{number(0.0F, 1000.0F), -500.0F};
        const RingPoint bend{number(0.0F, 1000.0F), number(0.0F, 1000.0F)};
        const RingPoint high{number(0.0F, 1000.0F), 1500.0F};
        RingSet set;
        add(set, {{-500.0F, -500.0F}, low, bend, high, {-500.0F, 1500.0F}}, 0);
        add(set, {low, {1500.0F, -500.0F}, {1500.0F, 1500.0F}, high, bend}, 1);
        const PixelGrid grid{50, 50, 0.0, 0.0, 0.05};
        const auto both = render::fill_rings(set.rings, set.points, grid);
        const auto left = render::fill_rings({set.rings.data(), 1}, set.points, grid);
        const auto right = render::fill_rings({set.rings.data() + 1, 1}, set.points, grid);
        for (std::size_t i = 0; i < both.size(); ++i) {
            const bool in_left = left[i] != render::nothing_filled;
            const bool in_right = right[i] != render::nothing_filled;
            CHECK(in_left != in_right);
        }
    }
}

TEST_CASE("nothing to fill leaves nothing filled") {
    for (const std::uint16_t pixel : render::fill_rings({}, {}, {3, 2, 0.0, 0.0, 1.0})) {
        CHECK(pixel == render::nothing_filled);
    }
}
