#include "render/distance_field.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace {

struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    Mask(int w, int h) : width{w}, height{h}, pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
    void fill(int left, int top, int right, int bottom, std::uint8_t value) {
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                at(x, y) = value;
            }
        }
    }
};

double naive(const Mask& mask, int x, int y, double max_px) {
    double nearest = max_px;
    for (int v = 0; v < mask.height; ++v) {
        for (int u = 0; u < mask.width; ++u) {
            if (mask.pixels[mask.index(u, v)] > 127) {
                nearest = std::min(nearest, std::hypot(u - x, v - y));
            }
        }
    }
    return nearest;
}

Mask random_mask(unsigned seed) {
    std::mt19937 dice{seed};
    const auto number = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(dice); };
    Mask mask{number(1, 41), number(1, 33)};
    const int set = number(0, 1 + mask.width * mask.height / 20);
    for (int i = 0; i < set; ++i) {
        mask.at(number(0, mask.width - 1), number(0, mask.height - 1)) = static_cast<std::uint8_t>(number(0, 255));
    }
    return mask;
}

}  // namespace

TEST_CASE("distances are those of a plain double loop, up to the cap") {
    for (unsigned seed = 0; seed < 120; ++seed) {
        const Mask mask = random_mask(seed);
        const float max_px = seed % 3 == 0 ? 100.0F : seed % 3 == 1 ? 6.0F : 4.3F;
        const auto field = render::distance_to_shape(mask.pixels, mask.width, mask.height, max_px);
        REQUIRE(field.size() == mask.pixels.size());
        double worst = 0.0;
        for (int y = 0; y < mask.height; ++y) {
            for (int x = 0; x < mask.width; ++x) {
                const auto got = static_cast<double>(field[mask.index(x, y)]);
                worst = std::max(worst, std::abs(got - naive(mask, x, y, static_cast<double>(max_px))));
            }
        }
        CAPTURE(seed);
        CHECK(worst < 1e-3);
    }
}

TEST_CASE("steps are the distances, rounded down") {
    const Mask mask = random_mask(7);
    const auto field = render::distance_to_shape(mask.pixels, mask.width, mask.height, 9000.0F);
    const auto steps = render::distance_steps_to_shape(mask.pixels, mask.width, mask.height, 9000.0F, 8.0F);
    REQUIRE(steps.size() == field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        CHECK(steps[i] == static_cast<std::uint16_t>(std::min(field[i] * 8.0F, 65535.0F)));
    }
    const std::vector<std::uint8_t> nothing(4, 0);
    CHECK(render::distance_steps_to_shape(nothing, 2, 2, 9000.0F, 8.0F) == std::vector<std::uint16_t>(4, 65535));
}

TEST_CASE("distances stay exact at the far end of the widest picture") {
    Mask mask{16384, 6};
    std::mt19937 dice{5};
    for (int x = 0; x < mask.width; x += std::uniform_int_distribution<int>{1, 9}(dice)) {
        mask.at(x, std::uniform_int_distribution<int>{0, 5}(dice)) = 255;
    }
    const auto field = render::distance_to_shape(mask.pixels, mask.width, mask.height, 50.0F);
    double worst = 0.0;
    for (int x = mask.width - 600; x < mask.width; ++x) {
        for (int y = 0; y < mask.height; ++y) {
            double nearest = 50.0;
            for (int u = std::max(0, x - 50); u < std::min(mask.width, x + 50); ++u) {
                for (int v = 0; v < mask.height; ++v) {
                    if (mask.at(u, v) > 127) {
                        nearest = std::min(nearest, std::hypot(u - x, v - y));
                    }
                }
            }
            worst = std::max(worst, std::abs(static_cast<double>(field[mask.index(x, y)]) - nearest));
        }
    }
    CHECK(worst < 1e-3);
}

TEST_CASE("where nothing is set every distance is the cap") {
    const Mask mask{7, 5};
    const auto field = render::distance_to_shape(mask.pixels, 7, 5, 12.5F);
    CHECK(std::all_of(field.begin(), field.end(), [](float d) { return d == 12.5F; }));
    CHECK(render::distance_to_shape({}, 0, 0, 10.0F).empty());
}

TEST_CASE("a pixel counts as set above 127") {
    Mask mask{3, 1};
    mask.at(0, 0) = 127;
    mask.at(2, 0) = 128;
    const auto field = render::distance_to_shape(mask.pixels, 3, 1, 10.0F);
    CHECK(field == std::vector<float>{2.0F, 1.0F, 0.0F});
}

TEST_CASE("the closed field is positive inside a square, negative outside, and grows with the distance to its edge") {
    Mask mask{60, 60};
    mask.fill(20, 20, 40, 40, 255);
    const auto field = render::signed_distance_closed(mask.pixels, 60, 60, 3.2F, 15.0F);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x) {
            const float d = field[mask.index(x, y)];
            if (mask.at(x, y) != 0) {
                CHECK(d > 0.0F);
            } else {
                CHECK(d <= 0.0F);
            }
        }
    }
    for (int x = 20; x < 29; ++x) {
        CHECK(field[mask.index(x + 1, 30)] > field[mask.index(x, 30)]);
    }
    for (int x = 19; x > 8; --x) {
        CHECK(field[mask.index(x - 1, 30)] < field[mask.index(x, 30)]);
    }
    CHECK(field[mask.index(24, 30)] == doctest::Approx(5.0).epsilon(0.2));
    CHECK(field[mask.index(12, 30)] == doctest::Approx(-8.0).epsilon(0.15));
    CHECK(field[mask.index(0, 0)] == -15.0F);
}

TEST_CASE("a hole narrower than twice the closing fills and a wider one stays") {
    Mask mask{80, 40};
    mask.fill(10, 5, 70, 35, 255);
    mask.fill(20, 18, 24, 22, 0);
    mask.fill(45, 12, 61, 28, 0);
    const auto field = render::signed_distance_closed(mask.pixels, 80, 40, 3.2F, 12.0F);
    CHECK(field[mask.index(21, 19)] > 0.0F);
    CHECK(field[mask.index(52, 20)] < 0.0F);
}

TEST_CASE("specks nearer than twice the closing join") {
    Mask mask{40, 20};
    mask.fill(10, 8, 14, 12, 255);
    mask.fill(18, 8, 22, 12, 255);
    CHECK(render::signed_distance_closed(mask.pixels, 40, 20, 3.2F, 10.0F)[mask.index(15, 10)] > 0.0F);
    CHECK(render::signed_distance_closed(mask.pixels, 40, 20, 1.0F, 10.0F)[mask.index(15, 10)] < 0.0F);
}

TEST_CASE("the closed field of nothing is outside everywhere and that of everything inside") {
    Mask mask{9, 9};
    for (const float d : render::signed_distance_closed(mask.pixels, 9, 9, 3.0F, 8.0F)) {
        CHECK(d == -8.0F);
    }
    mask.fill(0, 0, 9, 9, 255);
    for (const float d : render::signed_distance_closed(mask.pixels, 9, 9, 3.0F, 8.0F)) {
        CHECK(d == 8.0F);
    }
}
