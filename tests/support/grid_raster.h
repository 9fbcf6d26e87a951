// A raster that anybody can reckon with: red is 10 for each degree of longitude east of `west`, green 10 for each
// degree of latitude south of `north`, at the middle of a pixel.
#pragma once

#include "geodata/raster.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>

namespace support {

class GridRaster final : public geodata::Raster {
public:
    GridRaster(double west, double north, int width, int height, double degrees_per_px = 1.0)
        : west_(west), north_(north), width_(width), height_(height), size_(degrees_per_px) {}

    [[nodiscard]] int width_px() const override { return width_; }
    [[nodiscard]] int height_px() const override { return height_; }
    [[nodiscard]] bool is_grey() const override { return false; }
    [[nodiscard]] double period_px() const override { return 360.0 / size_; }
    void locate(std::span<const geodata::LonLat> positions, std::span<geodata::RasterXY> out) const override {
        std::transform(positions.begin(), positions.end(), out.begin(), [&](geodata::LonLat p) {
            return geodata::RasterXY{(p.lon - west_) / size_, (north_ - p.lat) / size_};
        });
    }
    [[nodiscard]] geodata::RasterPixels read(const geodata::RasterWindow& window, int width,
                                             int height) const override {
        ++reads;
        geodata::RasterPixels pixels{window, width, height, {}, why_not};
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const double x = window.left + (column + 0.5) * window.width / width;
                const double y = window.top + (row + 0.5) * window.height / height;
                for (const double value : {x * size_ * 10.0, y * size_ * 10.0, 0.0, 255.0}) {
                    pixels.rgba.push_back(static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L)));
                }
            }
        }
        return pixels;
    }

    mutable std::atomic<int> reads = 0;
    std::string why_not;  ///< what reading says; set before anybody reads

private:
    double west_, north_;
    int width_, height_;
    double size_;
};

}  // namespace support
