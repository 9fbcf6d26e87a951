// A picture of the Earth: a relief, a satellite image, a scanned map. geodata/gdal/open_raster.h opens one.
#pragma once

#include "geodata/coords.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace geodata {

/// A position in a raster in its own pixels; (0, 0) is the outer corner of the first pixel, y runs down. NaN: nowhere.
struct RasterXY {
    double x = 0.0;
    double y = 0.0;
};

/// Whole pixels of a raster.
struct RasterWindow {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const RasterWindow&, const RasterWindow&) = default;
};

/// A part of a raster, at its own resolution or a coarser one.
struct RasterPixels {
    RasterWindow window;
    int width = 0;  ///< at most that of the window
    int height = 0;
    std::vector<std::uint8_t> rgba;  ///< alpha premultiplied, four bytes a pixel, the top row first
    std::string why_not;             ///< why it could not be read; empty where it was
};

/// Frozen. One thread may read while another locates, but not two the same.
class Raster {
public:
    Raster() = default;
    virtual ~Raster() = default;
    Raster(const Raster&) = delete;
    Raster(Raster&&) = delete;
    Raster& operator=(const Raster&) = delete;
    Raster& operator=(Raster&&) = delete;

    [[nodiscard]] virtual int width_px() const = 0;
    [[nodiscard]] virtual int height_px() const = 0;
    /// Nothing but shades of grey: a relief.
    [[nodiscard]] virtual bool is_grey() const = 0;
    /// How many of its pixels go round the Earth, where longitude runs along x; 0 where it does not.
    [[nodiscard]] virtual double period_px() const = 0;
    /// Where positions lie, also outside of the raster; `out` has the same length. NaN where its CRS has no place.
    virtual void locate(std::span<const LonLat> positions, std::span<RasterXY> out) const = 0;
    /// Reads a window, which lies within the raster, as width x height pixels, from the nearest finer overview. What
    /// the file has no data for is transparent; what cannot be read, too, and says why in one line.
    [[nodiscard]] virtual RasterPixels read(const RasterWindow& window, int width, int height) const = 0;
};

}  // namespace geodata
