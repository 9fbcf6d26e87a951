#include "tests/support/image_diff.h"

#include "app/export/png.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace support {

namespace {

using Pixel = std::array<std::uint8_t, 4>;

Pixel pixel_at(const render::Image& image, std::size_t index) {
    Pixel pixel{};
    std::copy_n(image.rgba.begin() + static_cast<std::ptrdiff_t>(index * 4), 4, pixel.begin());
    return pixel;
}

int worst_channel(const Pixel& a, const Pixel& b) {
    if (a[3] == 0 && b[3] == 0) {
        return 0;
    }
    int worst = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        worst = std::max(worst, std::abs(int{a[i]} - int{b[i]}));
    }
    return worst;
}

/// Expected, pale enough for the red and the yellow to stand out.
Pixel pale(const Pixel& pixel) {
    const int grey = (int{pixel[0]} + int{pixel[1]} + int{pixel[2]}) / 3;
    const auto light = static_cast<std::uint8_t>(180 + grey * 70 / 255);
    return {light, light, light, 255};
}

}  // namespace

ImageDifference compare(const render::Image& actual, const render::Image& expected, int tolerance) {
    ImageDifference result;
    result.same_size = actual.width_px == expected.width_px && actual.height_px == expected.height_px;
    result.picture = expected;
    const std::size_t pixels = expected.rgba.size() / 4;
    if (!result.same_size) {
        result.failed_pixels = std::max(pixels, actual.rgba.size() / 4);
        result.worst = 255;
        return result;
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < pixels; ++i) {
        const Pixel a = pixel_at(actual, i);
        const Pixel b = pixel_at(expected, i);
        const int difference = worst_channel(a, b);
        result.worst = std::max(result.worst, difference);
        result.failed_pixels += difference > tolerance ? 1 : 0;
        for (std::size_t k = 0; k < 4 && difference > 0; ++k) {
            sum += std::abs(int{a[k]} - int{b[k]});
        }
        constexpr Pixel red{220, 0, 0, 255};
        constexpr Pixel yellow{230, 190, 0, 255};
        const Pixel shown = difference > tolerance ? red : difference > 0 ? yellow : pale(b);
        std::copy(shown.begin(), shown.end(), result.picture.rgba.begin() + static_cast<std::ptrdiff_t>(i * 4));
    }
    result.mean = pixels > 0 ? sum / static_cast<double>(pixels * 4) : 0.0;
    return result;
}

std::string words_from_difference(const ImageDifference& difference, int tolerance, std::size_t allowed) {
    if (!difference.same_size) {
        return "the pictures differ in size";
    }
    std::array<char, 32> mean{};
    std::snprintf(mean.data(), mean.size(), "%.3f", difference.mean);
    return std::to_string(difference.failed_pixels) + " of " + std::to_string(difference.picture.rgba.size() / 4) +
           " pixels differ by more than " + std::to_string(tolerance) + " (" + std::to_string(allowed) +
           " may), worst " + std::to_string(difference.worst) + ", mean " + mean.data();
}

std::string mismatch_with_file(const render::Image& actual, const std::filesystem::path& expected, int tolerance,
                               std::size_t allowed, const std::filesystem::path& folder) {
    std::error_code error;
    const std::string name = expected.stem().string();
    std::string why;
    const auto wanted = app::read_png(expected, &why);
    ImageDifference difference;
    if (wanted) {
        difference = compare(actual, *wanted, tolerance);
        if (difference.same_size && difference.failed_pixels <= allowed) {
            return {};
        }
        why = words_from_difference(difference, tolerance, allowed);
    }
    std::filesystem::create_directories(folder, error);
    why += "; see " + (folder / name).string() + ".*.png";
    if (const auto failure = app::write_png(actual, folder / (name + ".actual.png"))) {
        why += "; " + *failure;
    }
    if (difference.same_size) {
        if (const auto failure = app::write_png(difference.picture, folder / (name + ".diff.png"))) {
            why += "; " + *failure;
        }
    }
    return expected.string() + ": " + why;
}

}  // namespace support
