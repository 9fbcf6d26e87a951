// The raster under the map: reads what a view needs on a worker, and keeps it.
#pragma once

#include "geodata/projection.h"
#include "geodata/raster.h"
#include "render/underlay.h"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace app {

class RasterGround {
public:
    RasterGround(std::shared_ptr<const geodata::Raster> raster, std::shared_ptr<const geodata::Projection> projection);

    /// The raster over a grid, from what has been read. What is missing is read at once with `wait`; otherwise a worker
    /// begins to, and a coarser picture stands in or nothing.
    [[nodiscard]] render::Underlay over(const render::PixelGrid& grid, std::span<const std::uint16_t> land, bool wait);

    /// Shows the same raster in another projection from now on; what has been read stays.
    void set_projection(std::shared_ptr<const geodata::Projection> projection);
    [[nodiscard]] bool shows(const std::shared_ptr<const geodata::Raster>& raster) const { return raster_ == raster; }

    /// Why the raster could not be read, once.
    [[nodiscard]] std::optional<std::string> take_problem() { return std::exchange(problem_, std::nullopt); }

    /// A worker reads: draw again soon.
    [[nodiscard]] bool is_reading() const { return reading_.valid(); }
    /// A worker has finished reading, and nobody has taken what it read.
    [[nodiscard]] bool has_finished() const;
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
    std::optional<std::string> problem_;
    bool has_failed_ = false;
};

}  // namespace app
