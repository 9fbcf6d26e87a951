// The raster under the map: reads what a view needs on a worker, and keeps it.
#pragma once

#include "geodata/projection.h"
#include "geodata/raster.h"
#include "render/underlay.h"

#include <future>
#include <memory>
#include <optional>

namespace app {

class RasterGround {
public:
    RasterGround(std::shared_ptr<const geodata::Raster> raster, std::shared_ptr<const geodata::Projection> projection);

    /// The raster over a grid, from what has been read. What is missing is read at once with `wait`; otherwise a worker
    /// begins to, and a coarser picture stands in or nothing.
    [[nodiscard]] render::Underlay over(const render::PixelGrid& grid, std::span<const std::uint8_t> land, bool wait);

    /// A worker reads: draw again soon.
    [[nodiscard]] bool is_reading() const { return reading_.valid(); }
    /// True once after a worker has finished: the picture is better now.
    [[nodiscard]] bool take_finished();

private:
    struct Wanted {
        geodata::RasterWindow window;
        int width = 0;
        int height = 0;
        bool whole = false;
    };
    struct Read {
        geodata::RasterPixels pixels;
        bool whole = false;
    };
    [[nodiscard]] Wanted wanted_for(const geodata::RasterWindow& window, double raster_px_per_px) const;
    [[nodiscard]] bool suffices(const geodata::RasterWindow& window, double raster_px_per_px) const;
    void start(const Wanted& wanted);
    void finish();

    std::shared_ptr<const geodata::Raster> raster_;
    std::shared_ptr<const geodata::Projection> projection_;
    std::future<Read> reading_;
    std::optional<geodata::RasterPixels> near_;   // what the view needs, with room around
    std::optional<geodata::RasterPixels> whole_;  // all of it, coarsely
};

}  // namespace app
