// Compares pictures: each pixel with a tolerance, all pixels with an allowance of failures.
#pragma once

#include "render/image.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace support {

struct ImageDifference {
    bool same_size = false;
    std::size_t failed_pixels = 0;  ///< some channel differs by more than the tolerance; all of them when sizes differ
    int worst = 0;                  ///< greatest difference of a channel, 0 to 255
    double mean = 0.0;              ///< mean difference of all channels
    render::Image picture;          ///< expected in pale grey, failed pixels in red, others that differ in yellow
};

/// `tolerance` is the greatest difference of a channel (0 to 255) that does not count. Two transparent pixels are
/// equal.
[[nodiscard]] ImageDifference compare(const render::Image& actual, const render::Image& expected, int tolerance);

/// "12 of 2073600 pixels differ by more than 12 (400 may), worst 87, mean 0.01"
[[nodiscard]] std::string words_from_difference(const ImageDifference& difference, int tolerance, std::size_t allowed);

/// Compares a picture with the PNG file `expected`. On failure, writes `NAME.actual.png` and `NAME.diff.png` into
/// `folder` (made when missing), NAME being that of the file. Empty text when at most `allowed` pixels failed, else
/// what is wrong, in one line.
[[nodiscard]] std::string mismatch_with_file(const render::Image& actual, const std::filesystem::path& expected,
                                             int tolerance, std::size_t allowed, const std::filesystem::path& folder);

}  // namespace support
