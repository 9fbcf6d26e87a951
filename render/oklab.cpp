#include "render/oklab.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

double linear_from_srgb(float component) {
    const auto v = static_cast<double>(component);
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

float srgb_from_linear(double light) {
    const double v = std::clamp(light, 0.0, 1.0);
    return static_cast<float>(v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1.0 / 2.4) - 0.055);
}

Linear linear_from_oklch(Oklch c) {
    const double a = c.chroma * std::cos(c.hue);
    const double b = c.chroma * std::sin(c.hue);
    const auto cube = [](double v) { return v * v * v; };
    const double l = cube(c.lightness + 0.3963377774 * a + 0.2158037573 * b);
    const double m = cube(c.lightness - 0.1055613458 * a - 0.0638541728 * b);
    const double s = cube(c.lightness - 0.0894841775 * a - 1.2914855480 * b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool is_in_srgb(const Linear& light) {
    constexpr double rounding = 1e-6;
    return std::all_of(light.begin(), light.end(), [](double v) { return v >= -rounding && v <= 1.0 + rounding; });
}

}  // namespace

Linear linear_from_rgba(Rgba color) {
    return {linear_from_srgb(color.r), linear_from_srgb(color.g), linear_from_srgb(color.b)};
}

std::array<double, 3> oklab_from_linear(const Linear& light) {
    const auto [r, g, b] = light;
    const double l = std::cbrt(std::max(0.0, 0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b));
    const double m = std::cbrt(std::max(0.0, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b));
    const double s = std::cbrt(std::max(0.0, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b));
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double luminance(Rgba color) {
    const auto [r, g, b] = linear_from_rgba(color);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

Oklch oklch_from_rgba(Rgba color) {
    const auto [lightness, a, b] = oklab_from_linear(linear_from_rgba(color));
    return {lightness, std::hypot(a, b), std::atan2(b, a)};
}

Rgba rgba_from_oklch(Oklch color) {
    Linear light = linear_from_oklch(color);
    if (!is_in_srgb(light)) {
        constexpr int halvings = 12;
        double inside = 0.0;
        double outside = color.chroma;
        for (int i = 0; i < halvings; ++i) {
            color.chroma = (inside + outside) / 2.0;
            (is_in_srgb(linear_from_oklch(color)) ? inside : outside) = color.chroma;
        }
        light = linear_from_oklch({color.lightness, inside, color.hue});
    }
    return {srgb_from_linear(light[0]), srgb_from_linear(light[1]), srgb_from_linear(light[2]), 1.0F};
}

}  // namespace render
