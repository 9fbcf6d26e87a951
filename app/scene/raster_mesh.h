// From the pixels of a picture to those of a raster: exact at the nodes of a mesh, straight in between.
#pragma once

#include "geodata/projection.h"
#include "geodata/raster.h"
#include "render/scanline_fill.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// Cells of `cell_px` pixels of the picture, from its lower left corner on; the last ones reach over its edge. Where
/// the way to the raster is not smooth (the rim of a globe, the antimeridian of a projection), cells are divided once
/// more.
class RasterMesh {
public:
    static constexpr int cell_px = 32;
    static constexpr int fine_px = 4;

    RasterMesh() = default;
    /// The cost is a projection for each node, about one for a thousand pixels.
    RasterMesh(const geodata::Raster& raster, const geodata::Projection& projection, const render::PixelGrid& grid);

    /// The pixels of the raster that the picture needs, and how many of them lie under a pixel of the picture where
    /// they are the fewest: more than 1 where the raster is finer. Nothing where the picture shows none of it.
    struct Need {
        geodata::RasterWindow window;
        double raster_px_per_px = 1.0;
    };
    [[nodiscard]] std::optional<Need> need() const;

    /// Fills `picture` (premultiplied RGBA with red in the lowest byte, row 0 the lowest, as many as the grid has) from
    /// the first of the patches that holds a place. Where there is no `land` (render::nothing_filled), and where no
    /// patch holds the place, it stays transparent. Bilinear. Uses the machine's cores.
    [[nodiscard]] std::vector<std::uint32_t> picture(std::span<const geodata::RasterPixels* const> patches,
                                                     std::span<const std::uint16_t> land) const;

private:
    using Corners = std::array<geodata::RasterXY, 4>;  // lower left, lower right, upper left, upper right

    void divide(const geodata::Raster& raster, const geodata::Projection& projection);
    [[nodiscard]] Corners corners(int column, int row) const;
    [[nodiscard]] std::optional<Corners> unwrapped(Corners corners, bool fine) const;
    [[nodiscard]] std::optional<Corners> cell_at(int x, int y, int& cell_size) const;
    void add_need(const Corners& corners, double size_px, Need& need, bool& any) const;
    void fill_row(int y, std::span<const geodata::RasterPixels* const> patches, std::span<const std::uint16_t> land,
                  std::span<std::uint32_t> picture) const;

    render::PixelGrid grid_;
    int raster_width_ = 0;
    int raster_height_ = 0;
    double period_px_ = 0.0;
    int columns_ = 0;  // of cells
    int rows_ = 0;
    std::vector<geodata::RasterXY> nodes_;  // (columns + 1) x (rows + 1)
    std::vector<int> fine_of_;              // for each cell the first of its finer nodes, or -1
    std::vector<geodata::RasterXY> fine_nodes_;
};

}  // namespace app
