#include "app/scene/raster_ground.h"

#include "app/scene/raster_mesh.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr int most_px = 4096;        // a side of what is kept
constexpr double whole_px = 1024.0;  // the wider side of the coarse picture of all of it
constexpr double most_blur = 1.5;    // picture pixels for one that was read, before finer ones are fetched

using geodata::RasterWindow;

bool holds(const RasterWindow& outer, const RasterWindow& inner) {
    return outer.left <= inner.left && outer.top <= inner.top && outer.left + outer.width >= inner.left + inner.width &&
           outer.top + outer.height >= inner.top + inner.height;
}

/// A quarter more on every side, so that a little panning needs no reading.
RasterWindow with_room(const RasterWindow& w, int width, int height) {
    const int left = std::max(0, w.left - w.width / 4);
    const int top = std::max(0, w.top - w.height / 4);
    return {left, top, std::min(width, w.left + w.width + w.width / 4) - left,
            std::min(height, w.top + w.height + w.height / 4) - top};
}

}  // namespace

RasterGround::RasterGround(std::shared_ptr<const geodata::Raster> raster,
                           std::shared_ptr<const geodata::Projection> projection)
    : raster_{std::move(raster)}, projection_{std::move(projection)} {}

RasterGround::Wanted RasterGround::wanted_for(const RasterWindow& window, double raster_px_per_px) const {
    const RasterWindow all = with_room(window, raster_->width_px(), raster_->height_px());
    const double per_px = std::max(1.0, raster_px_per_px);
    const auto size = [&](int raster_px) {
        return std::clamp(static_cast<int>(std::ceil(raster_px / per_px)), 1, std::min(most_px, raster_px));
    };
    return {all, size(all.width), size(all.height), false};
}

bool RasterGround::suffices(const RasterWindow& window, double raster_px_per_px) const {
    if (!near_ || !holds(near_->window, window)) {
        return false;
    }
    const Wanted best = wanted_for(window, raster_px_per_px);
    const double have = static_cast<double>(near_->width) / near_->window.width;
    const double want = static_cast<double>(best.width) / best.window.width;
    return have * most_blur >= want;
}

void RasterGround::start(const Wanted& wanted) {
    reading_ = std::async(std::launch::async, [raster = raster_, wanted] {
        return Read{raster->read(wanted.window, wanted.width, wanted.height), wanted.whole};
    });
}

void RasterGround::finish() {
    Read read = reading_.get();
    if (!read.pixels.why_not.empty() && !std::exchange(has_failed_, true)) {
        problem_ = read.pixels.why_not;
    }
    (read.whole ? whole_ : near_) = std::move(read.pixels);
}

void RasterGround::set_projection(std::shared_ptr<const geodata::Projection> projection) {
    projection_ = std::move(projection);
}

bool RasterGround::has_finished() const {
    return reading_.valid() && reading_.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

bool RasterGround::take_finished() {
    if (!has_finished()) {
        return false;
    }
    finish();
    return true;
}

render::Underlay RasterGround::over(const render::PixelGrid& grid, std::span<const std::uint16_t> land, bool wait) {
    const RasterMesh mesh{*raster_, *projection_, grid};
    const auto need = mesh.need();
    if (!need) {
        return {};
    }
    if (wait && reading_.valid()) {
        finish();
    }
    if (!suffices(need->window, need->raster_px_per_px)) {
        if (!reading_.valid()) {
            start(wanted_for(need->window, need->raster_px_per_px));
        }
        if (wait) {
            finish();
        }
    } else if (!whole_ && !wait && !reading_.valid()) {
        const int width = raster_->width_px();
        const int height = raster_->height_px();
        const double per_px = std::max(1.0, std::max(width, height) / whole_px);
        start({{0, 0, width, height},
               std::max(1, static_cast<int>(width / per_px)),
               std::max(1, static_cast<int>(height / per_px)),
               true});
    }
    std::vector<const geodata::RasterPixels*> patches;
    for (const auto* patch : {&near_, &whole_}) {
        if (*patch) {
            patches.push_back(&**patch);
        }
    }
    return {mesh.picture(patches, land), raster_->is_grey()};
}

}  // namespace app
