#include "app/scene/raster_mesh.h"

#include "geodata/parallel.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using geodata::RasterPixels;
using geodata::RasterXY;

constexpr int fine_cells = RasterMesh::cell_px / RasterMesh::fine_px;
constexpr int fine_nodes = fine_cells + 1;

/// The places of pixel corners (x, y) of the grid in the raster.
std::vector<RasterXY> located(const geodata::Raster& raster, const geodata::Projection& projection,
                              const render::PixelGrid& grid, std::span<const std::array<int, 2>> corners) {
    std::vector<geodata::LonLat> positions;
    positions.reserve(corners.size());
    constexpr geodata::LonLat nowhere{NAN, NAN};
    for (const auto& [x, y] : corners) {
        positions.push_back(
            projection.lonlat_from_world({grid.left_m + x / grid.px_per_m, grid.bottom_m + y / grid.px_per_m})
                .value_or(nowhere));
    }
    std::vector<RasterXY> places(positions.size());
    raster.locate(positions, places);
    return places;
}

RasterXY between(const std::array<RasterXY, 4>& c, double u, double v) {
    const auto mix = [&](double a, double b, double d, double e) {
        return (a * (1.0 - u) + b * u) * (1.0 - v) + (d * (1.0 - u) + e * u) * v;
    };
    return {mix(c[0].x, c[1].x, c[2].x, c[3].x), mix(c[0].y, c[1].y, c[2].y, c[3].y)};
}

/// Whether a place of the raster lies in the part that was read.
bool holds(const RasterPixels& patch, RasterXY at) {
    const double x = at.x - patch.window.left;
    const double y = at.y - patch.window.top;
    return x >= 0.0 && y >= 0.0 && x <= patch.window.width && y <= patch.window.height;
}

/// A position among the pixels that were read, from the middle of the first, in 65536ths.
struct FixedXY {
    int x = 0;
    int y = 0;
};

FixedXY fixed(const RasterPixels& patch, RasterXY at) {
    constexpr double one = 65536.0;
    const double x = (at.x - patch.window.left) * patch.width / patch.window.width - 0.5;
    const double y = (at.y - patch.window.top) * patch.height / patch.window.height - 0.5;
    return {static_cast<int>(std::lround(x * one)), static_cast<int>(std::lround(y * one))};
}

/// Between two packed colours, two channels at a time; `part` of 256 is the second's.
std::uint32_t blend(std::uint32_t a, std::uint32_t b, std::uint32_t part) {
    constexpr std::uint32_t even = 0x00FF00FF;
    const std::uint32_t low = ((a & even) * (256 - part) + (b & even) * part) >> 8U & even;
    const std::uint32_t high = ((a >> 8U & even) * (256 - part) + (b >> 8U & even) * part) & ~even;
    return low | high;
}

/// Bilinear, packed as in RasterMesh::picture.
std::uint32_t sampled(const RasterPixels& patch, FixedXY at) {
    const auto texel = [&](int column, int row) {
        const std::uint8_t* p =
            patch.rgba.data() + 4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(patch.width) +
                                     static_cast<std::size_t>(column));
        return std::uint32_t{p[0]} | std::uint32_t{p[1]} << 8U | std::uint32_t{p[2]} << 16U |
               std::uint32_t{p[3]} << 24U;
    };
    const int x = std::clamp(at.x, 0, (patch.width - 1) << 16);
    const int y = std::clamp(at.y, 0, (patch.height - 1) << 16);
    const int x0 = x >> 16;
    const int y0 = y >> 16;
    const int x1 = std::min(x0 + 1, patch.width - 1);
    const int y1 = std::min(y0 + 1, patch.height - 1);
    const auto u = static_cast<std::uint32_t>(x >> 8 & 255);
    const auto v = static_cast<std::uint32_t>(y >> 8 & 255);
    return blend(blend(texel(x0, y0), texel(x1, y0), u), blend(texel(x0, y1), texel(x1, y1), u), v);
}

/// Pixels beside each other, over which the place in the raster moves evenly.
struct Run {
    RasterXY first;
    RasterXY step;
    int count = 0;
    [[nodiscard]] RasterXY at(int i) const { return {first.x + step.x * i, first.y + step.y * i}; }
};

using Patches = std::span<const RasterPixels* const>;

const RasterPixels* patch_at(Patches patches, RasterXY at) {
    const auto found =
        std::find_if(patches.begin(), patches.end(), [&](const RasterPixels* patch) { return holds(*patch, at); });
    return found == patches.end() ? nullptr : *found;
}

/// The patch that all of the run is taken from; nothing where it takes more than one, or partly none.
const RasterPixels* patch_of(const Run& run, Patches patches) {
    const RasterXY a = run.at(0);
    const RasterXY b = run.at(run.count - 1);
    for (const RasterPixels* patch : patches) {
        const geodata::RasterWindow& w = patch->window;
        if (holds(*patch, a) && holds(*patch, b)) {
            return patch;
        }
        const bool apart = std::max(a.x, b.x) < w.left || std::min(a.x, b.x) > w.left + w.width ||
                           std::max(a.y, b.y) < w.top || std::min(a.y, b.y) > w.top + w.height;
        if (!apart) {
            return nullptr;
        }
    }
    return nullptr;
}

void fill_run(const Run& run, Patches patches, const std::uint16_t* land, std::uint32_t* picture) {
    if (const RasterPixels* patch = patch_of(run, patches)) {
        const FixedXY first = fixed(*patch, run.at(0));
        const FixedXY last = fixed(*patch, run.at(run.count - 1));
        const int steps = std::max(run.count - 1, 1);
        const FixedXY step{(last.x - first.x) / steps, (last.y - first.y) / steps};
        for (int i = 0; i < run.count; ++i) {
            if (land[i] != render::nothing_filled) {
                picture[i] = sampled(*patch, {first.x + step.x * i, first.y + step.y * i});
            }
        }
        return;
    }
    for (int i = 0; i < run.count; ++i) {
        const RasterPixels* patch = land[i] != render::nothing_filled ? patch_at(patches, run.at(i)) : nullptr;
        if (patch != nullptr) {
            picture[i] = sampled(*patch, fixed(*patch, run.at(i)));
        }
    }
}

/// Where the run comes back to the beginning of a raster that goes round the Earth, it is filled pixel by pixel.
void fill(Run run, double period_px, Patches patches, const std::uint16_t* land, std::uint32_t* picture) {
    const auto turns = [&](RasterXY at) { return period_px > 0.0 ? std::floor(at.x / period_px) : 0.0; };
    const double first = turns(run.at(0));
    if (first == turns(run.at(run.count - 1))) {
        run.first.x -= first * period_px;
        fill_run(run, patches, land, picture);
        return;
    }
    for (int i = 0; i < run.count; ++i) {
        RasterXY at = run.at(i);
        at.x -= turns(at) * period_px;
        fill_run({at, {}, 1}, patches, land + i, picture + i);
    }
}

}  // namespace

RasterMesh::RasterMesh(const geodata::Raster& raster, const geodata::Projection& projection,
                       const render::PixelGrid& grid)
    : grid_{grid},
      raster_width_{raster.width_px()},
      raster_height_{raster.height_px()},
      period_px_{raster.period_px()},
      columns_{(grid.width + cell_px - 1) / cell_px},
      rows_{(grid.height + cell_px - 1) / cell_px} {
    std::vector<std::array<int, 2>> at;
    for (int row = 0; row <= rows_; ++row) {
        for (int column = 0; column <= columns_; ++column) {
            at.push_back({column * cell_px, row * cell_px});
        }
    }
    nodes_ = located(raster, projection, grid_, at);
    divide(raster, projection);
}

void RasterMesh::divide(const geodata::Raster& raster, const geodata::Projection& projection) {
    std::vector<std::array<int, 2>> at;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const Corners cell = corners(column, row);
            const bool nowhere =
                std::all_of(cell.begin(), cell.end(), [](const RasterXY& p) { return !std::isfinite(p.x); });
            if (nowhere || unwrapped(cell, false)) {
                fine_of_.push_back(-1);
                continue;
            }
            fine_of_.push_back(static_cast<int>(at.size()));
            for (int i = 0; i < fine_nodes * fine_nodes; ++i) {
                at.push_back({column * cell_px + i % fine_nodes * fine_px, row * cell_px + i / fine_nodes * fine_px});
            }
        }
    }
    fine_nodes_ = located(raster, projection, grid_, at);
}

RasterMesh::Corners RasterMesh::corners(int column, int row) const {
    const auto node = [&](int c, int r) { return nodes_[static_cast<std::size_t>(r * (columns_ + 1) + c)]; };
    return {node(column, row), node(column + 1, row), node(column, row + 1), node(column + 1, row + 1)};
}

/// Corners beside each other and not a turn round the Earth away; nothing where they do not belong to one smooth piece.
/// A tear through the cell makes some of its sides much longer than others; a coarse one may not be bent much, either.
std::optional<RasterMesh::Corners> RasterMesh::unwrapped(Corners corners, bool fine) const {
    const RasterXY first = corners[0];
    for (RasterXY& p : corners) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
            return std::nullopt;
        }
        if (period_px_ > 0.0) {
            p.x -= period_px_ * std::round((p.x - first.x) / period_px_);
        }
    }
    const auto side = [&](std::size_t i, std::size_t k) {
        return std::hypot(corners[k].x - corners[i].x, corners[k].y - corners[i].y);
    };
    const std::array<double, 4> sides{side(0, 1), side(0, 2), side(1, 3), side(2, 3)};
    const double longest = *std::max_element(sides.begin(), sides.end());
    const double shortest = *std::min_element(sides.begin(), sides.end());
    const double bend = std::hypot(corners[3].x - corners[1].x - corners[2].x + first.x,
                                   corners[3].y - corners[1].y - corners[2].y + first.y);
    const bool smooth = fine ? longest <= 100.0 * shortest : longest <= 12.0 * shortest && bend <= 0.5 * longest;
    return smooth ? std::optional{corners} : std::nullopt;
}

void RasterMesh::add_need(const Corners& corners, double size_px, Need& need, bool& any) const {
    double left = corners[0].x;
    double right = left;
    double top = corners[0].y;
    double bottom = top;
    for (const RasterXY& p : corners) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    if (period_px_ > 0.0) {
        const double turn = period_px_ * std::floor(right / period_px_);
        left -= turn;
        right -= turn;
    }
    // A cell that lies over the seam of a raster that goes round the Earth needs both of its ends.
    if (period_px_ > 0.0 && left < 0.0 && left + period_px_ < raster_width_) {
        left = 0.0;
        right = raster_width_;
    }
    if (right <= 0.0 || left >= raster_width_ || bottom <= 0.0 || top >= raster_height_) {
        return;
    }
    const double area = std::abs((corners[1].x - corners[0].x) * (corners[2].y - corners[0].y) -
                                 (corners[2].x - corners[0].x) * (corners[1].y - corners[0].y));
    const double density = std::sqrt(area) / size_px;
    need.raster_px_per_px = any ? std::min(need.raster_px_per_px, density) : density;
    const auto x0 = static_cast<int>(std::clamp(std::floor(left) - 1.0, 0.0, raster_width_ - 1.0));
    const auto y0 = static_cast<int>(std::clamp(std::floor(top) - 1.0, 0.0, raster_height_ - 1.0));
    const auto x1 = static_cast<int>(std::clamp(std::ceil(right) + 1.0, 1.0, static_cast<double>(raster_width_)));
    const auto y1 = static_cast<int>(std::clamp(std::ceil(bottom) + 1.0, 1.0, static_cast<double>(raster_height_)));
    geodata::RasterWindow& w = need.window;
    const int all_x0 = any ? std::min(w.left, x0) : x0;
    const int all_y0 = any ? std::min(w.top, y0) : y0;
    const int all_x1 = any ? std::max(w.left + w.width, x1) : x1;
    const int all_y1 = any ? std::max(w.top + w.height, y1) : y1;
    w = {all_x0, all_y0, all_x1 - all_x0, all_y1 - all_y0};
    any = true;
}

std::optional<RasterMesh::Need> RasterMesh::need() const {
    Need need;
    bool any = false;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            int size = 0;
            if (fine_of_[static_cast<std::size_t>(row * columns_ + column)] < 0) {
                if (const auto cell = cell_at(column * cell_px, row * cell_px, size)) {
                    add_need(*cell, size, need, any);
                }
                continue;
            }
            for (int i = 0; i < fine_cells * fine_cells; ++i) {
                if (const auto cell = cell_at(column * cell_px + i % fine_cells * fine_px,
                                              row * cell_px + i / fine_cells * fine_px, size)) {
                    add_need(*cell, size, need, any);
                }
            }
        }
    }
    return any ? std::optional{need} : std::nullopt;
}

/// The smooth cell that holds a pixel, and its size.
std::optional<RasterMesh::Corners> RasterMesh::cell_at(int x, int y, int& cell_size) const {
    const int column = x / cell_px;
    const int row = y / cell_px;
    const int fine = fine_of_[static_cast<std::size_t>(row * columns_ + column)];
    cell_size = fine < 0 ? cell_px : fine_px;
    if (fine < 0) {
        return unwrapped(corners(column, row), false);
    }
    const int i = (y % cell_px / fine_px) * fine_nodes + x % cell_px / fine_px;
    const auto node = [&](int more) { return fine_nodes_[static_cast<std::size_t>(fine + i + more)]; };
    return unwrapped({node(0), node(1), node(fine_nodes), node(fine_nodes + 1)}, true);
}

void RasterMesh::fill_row(int y, std::span<const RasterPixels* const> patches, std::span<const std::uint16_t> land,
                          std::span<std::uint32_t> picture) const {
    for (int x = 0; x < grid_.width;) {
        int size = 0;
        const auto cell = cell_at(x, y, size);
        const int end = std::min((x / size + 1) * size, grid_.width);
        const std::span<const std::uint16_t> here =
            land.subspan(static_cast<std::size_t>(x), static_cast<std::size_t>(end - x));
        if (cell && std::any_of(here.begin(), here.end(),
                                [](std::uint16_t value) { return value != render::nothing_filled; })) {
            const double v = (y % size + 0.5) / size;
            const RasterXY left = between(*cell, 0.0, v);
            const RasterXY right = between(*cell, 1.0, v);
            const RasterXY step{(right.x - left.x) / size, (right.y - left.y) / size};
            const Run run{{left.x + step.x / 2.0, left.y + step.y / 2.0}, step, end - x};
            fill(run, period_px_, patches, here.data(), picture.data() + x);
        }
        x = end;
    }
}

std::vector<std::uint32_t> RasterMesh::picture(std::span<const RasterPixels* const> patches,
                                               std::span<const std::uint16_t> land) const {
    const auto width = static_cast<std::size_t>(grid_.width);
    std::vector<std::uint32_t> pixels(width * static_cast<std::size_t>(grid_.height));
    geodata::in_parallel(grid_.height, [&](int from, int to) {
        for (int y = from; y < to; ++y) {
            const std::size_t first = static_cast<std::size_t>(y) * width;
            fill_row(y, patches, land.subspan(first, width), std::span{pixels}.subspan(first, width));
        }
    });
    return pixels;
}

}  // namespace app
