#include "app/scene/name_ground.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace app {

namespace {

using geodata::WorldXY;
using render::RectPt;

constexpr float cell_width_pt = 16.0F;
constexpr float cell_height_pt = 4.0F;
constexpr double proportion = cell_width_pt / cell_height_pt;
constexpr std::uint16_t whole_map = 0xBFFF;       // what lies within the rim and under all else
constexpr std::uint16_t first_disputed = 0xC000;  // numbers of disputed areas, behind all countries
constexpr float margin_pt = 192.0F;  // known around the window, for names that come in while the map is dragged
constexpr double good_enough = 0.7;  // of the best depth: a name stays where it was
constexpr float steepest = 25.0F * std::numbers::pi_v<float> / 180.0F;

/// Sums over the cells of a shape, for its middle and its axes.
struct Moments {
    double n = 0.0;
    double x = 0.0, y = 0.0, xx = 0.0, xy = 0.0, yy = 0.0;

    void add(WorldXY p) {
        n += 1.0;
        x += p.x;
        y += p.y;
        xx += p.x * p.x;
        xy += p.x * p.y;
        yy += p.y * p.y;
    }
};

struct Axes {
    WorldXY middle;
    double angle = 0.0;   // of the long one, anticlockwise, -pi/2 to pi/2
    double long_m = 0.0;  // lengths of a bar with the same moments
    double short_m = 0.0;
};

Axes axes_of(const Moments& m) {
    Axes axes;
    axes.middle = {m.x / m.n, m.y / m.n};
    const double xx = m.xx / m.n - axes.middle.x * axes.middle.x;
    const double yy = m.yy / m.n - axes.middle.y * axes.middle.y;
    const double xy = m.xy / m.n - axes.middle.x * axes.middle.y;
    axes.angle = 0.5 * std::atan2(2.0 * xy, xx - yy);
    const double mean = (xx + yy) / 2.0;
    const double off = std::hypot((xx - yy) / 2.0, xy);
    // A bar of length l has the second moment l^2 / 12.
    axes.long_m = std::sqrt(12.0 * (mean + off));
    axes.short_m = std::sqrt(12.0 * std::max(0.0, mean - off));
    return axes;
}

/// The bend of the middle line y = a + c x^2 (least squares) of points about the axes.
double bend_of(const std::vector<WorldXY>& points, const Axes& axes) {
    double n = 0.0, s2 = 0.0, s4 = 0.0, sy = 0.0, s2y = 0.0;
    for (const WorldXY& p : points) {
        const double dx = p.x - axes.middle.x;
        const double dy = p.y - axes.middle.y;
        const double x = dx * std::cos(axes.angle) + dy * std::sin(axes.angle);
        const double y = -dx * std::sin(axes.angle) + dy * std::cos(axes.angle);
        n += 1.0;
        s2 += x * x;
        s4 += x * x * x * x;
        sy += y;
        s2y += x * x * y;
    }
    const double divisor = n * s4 - s2 * s2;
    return divisor > 0.0 ? (n * s2y - s2 * sy) / divisor : 0.0;
}

}  // namespace

render::RingSet rings_for_names(const ProjectedMap& map, double grid_m) {
    render::RingSet rings;
    pack_rim(map, whole_map, rings);
    pack_countries(map, grid_m, rings);
    pack_disputed(map, grid_m, first_disputed, rings);
    // Squeezed, so that cells of a name's proportions become square.
    for (render::RingPoint& point : rings.points) {
        point.x = static_cast<float>(point.x / proportion);
    }
    for (render::FillRing& ring : rings.rings) {
        ring.box.min_x /= proportion;
        ring.box.max_x /= proportion;
    }
    return rings;
}

WorldXY NameGround::Cells::center(int column, int row) const {
    return {left_m + (column + 0.5) * width_m, bottom_m + (row + 0.5) * height_m};
}

std::size_t NameGround::Cells::index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

std::optional<std::size_t> NameGround::Cells::find(WorldXY at) const {
    const double column = std::floor((at.x - left_m) / width_m);
    const double row = std::floor((at.y - bottom_m) / height_m);
    if (!(column >= 0.0 && column < columns && row >= 0.0 && row < rows)) {
        return std::nullopt;
    }
    return index(static_cast<int>(column), static_cast<int>(row));
}

NameGround NameGround::survey(const render::RingSet& rings, std::size_t country_count, const render::Camera& camera,
                              std::span<const RectPt> covered, const NameGround* before) {
    NameGround ground;
    Cells& cells = ground.cells_;
    cells.columns = static_cast<int>(std::ceil((camera.size.width + 2.0F * margin_pt) / cell_width_pt));
    cells.rows = static_cast<int>(std::ceil((camera.size.height + 2.0F * margin_pt) / cell_height_pt));
    cells.width_m = static_cast<double>(cell_width_pt) * camera.metres_per_pt;
    cells.height_m = static_cast<double>(cell_height_pt) * camera.metres_per_pt;
    const WorldXY corner = camera.world_from_screen({-margin_pt, camera.size.height + margin_pt});
    cells.left_m = corner.x;
    cells.bottom_m = corner.y;
    ground.land_ = render::fill_rings(
        rings.rings, rings.points,
        {cells.columns, cells.rows, cells.left_m / proportion, cells.bottom_m, 1.0 / cells.height_m});
    const bool ends = !rings.rings.empty() && rings.rings.front().value == whole_map;
    for (std::uint16_t& cell : ground.land_) {
        const std::uint32_t there = cell == render::nothing_filled ? (ends ? space : water)
                                    : cell == whole_map            ? water
                                    : cell >= first_disputed       ? disputed
                                                                   : cell;
        cell = static_cast<std::uint16_t>(there);
    }
    ground.find_rooms(ground.depths(camera, covered), country_count, before);
    return ground;
}

/// How far, in cells, each cell is from one that is not its country's or not free: the largest square about it that is.
/// Two passes of a chess king's distance, which is exact.
std::vector<std::uint16_t> NameGround::depths(const render::Camera& camera, std::span<const RectPt> covered) const {
    std::vector<std::uint16_t> depth(land_.size(), 0);
    const auto is_free = [&](int column, int row) {
        const render::ScreenPt at = camera.screen_from_world(cells_.center(column, row));
        return at.x >= 0.0F && at.y >= 0.0F && at.x < camera.size.width && at.y < camera.size.height &&
               std::none_of(covered.begin(), covered.end(), [&](const RectPt& rect) { return rect.contains(at); });
    };
    for (int row = 0; row < cells_.rows; ++row) {
        for (int column = 0; column < cells_.columns; ++column) {
            const std::size_t i = cells_.index(column, row);
            depth[i] = land_[i] < whole_map && is_free(column, row) ? 0xFFFE : 0;
        }
    }
    const auto lower = [&](int column, int row, int by) {
        const std::size_t i = cells_.index(column, row);
        if (depth[i] == 0) {
            return;
        }
        const auto look = [&](int other_column, int other_row) {
            const bool inside =
                other_column >= 0 && other_row >= 0 && other_column < cells_.columns && other_row < cells_.rows;
            const std::size_t k = inside ? cells_.index(other_column, other_row) : 0;
            const int there = inside && land_[k] == land_[i] ? depth[k] : 0;
            depth[i] = static_cast<std::uint16_t>(std::min<int>(depth[i], there + 1));
        };
        look(column + by, row);
        for (int d = -1; d <= 1; ++d) {
            look(column + d, row + by);
        }
    };
    for (int row = 0; row < cells_.rows; ++row) {
        for (int column = 0; column < cells_.columns; ++column) {
            lower(column, row, -1);
        }
    }
    for (int row = cells_.rows - 1; row >= 0; --row) {
        for (int column = cells_.columns - 1; column >= 0; --column) {
            lower(column, row, 1);
        }
    }
    return depth;
}

void NameGround::find_rooms(const std::vector<std::uint16_t>& depth, std::size_t country_count,
                            const NameGround* before) {
    struct Found {
        std::uint16_t deepest = 0;
        Moments deep;
        geodata::WorldBox box;
        double nearest = 0.0;
        std::size_t cell = 0;
    };
    std::vector<Found> found(country_count);
    const auto each_cell = [&](const auto& use) {
        for (int row = 0; row < cells_.rows; ++row) {
            for (int column = 0; column < cells_.columns; ++column) {
                const std::size_t i = cells_.index(column, row);
                if (depth[i] > 0 && land_[i] < country_count) {
                    use(found[land_[i]], i, cells_.center(column, row));
                }
            }
        }
    };
    each_cell([&](Found& f, std::size_t i, WorldXY at) {
        f.box.extend(WorldXY{at.x - cells_.width_m / 2.0, at.y - cells_.height_m / 2.0});
        f.box.extend(WorldXY{at.x + cells_.width_m / 2.0, at.y + cells_.height_m / 2.0});
        if (depth[i] > f.deepest) {
            f.deepest = depth[i];
            f.deep = {};
            f.nearest = std::numeric_limits<double>::infinity();
        }
        if (depth[i] == f.deepest) {
            f.deep.add(at);
        }
    });
    // Among equals the one in their midst, so that a name does not cling to one end of its room.
    each_cell([&](Found& f, std::size_t i, WorldXY at) {
        const double away = std::hypot((at.x - f.deep.x / f.deep.n) / proportion, at.y - f.deep.y / f.deep.n);
        if (depth[i] == f.deepest && away < f.nearest) {
            f.nearest = away;
            f.cell = i;
        }
    });
    rooms_.assign(country_count, std::nullopt);
    std::vector<bool> seen(depth.size(), false);  // parts of two countries never meet
    for (std::size_t country = 0; country < country_count; ++country) {
        const Found& f = found[country];
        if (f.deepest == 0) {
            continue;
        }
        std::size_t cell = f.cell;
        NameRoom room;
        const auto columns = static_cast<std::size_t>(cells_.columns);
        room.middle = cells_.center(static_cast<int>(cell % columns), static_cast<int>(cell / columns));
        const NameRoom* had = before != nullptr ? before->room_of(country) : nullptr;
        const auto old_cell = had != nullptr ? cells_.find(had->middle) : std::nullopt;
        if (old_cell && land_[*old_cell] == country && depth[*old_cell] >= good_enough * f.deepest) {
            cell = *old_cell;
            room.middle = had->middle;
        }
        room.half_width_m = (depth[cell] - 0.5) * cells_.width_m;
        room.half_height_m = (depth[cell] - 0.5) * cells_.height_m;
        room.across_m = f.box.max_x - f.box.min_x;
        room.high_m = f.box.max_y - f.box.min_y;
        room.slant = slanted_room(cell, depth, seen);
        rooms_[country] = room;
    }
}

/// Of the connected part of a country around a cell.
std::optional<SlantedRoom> NameGround::slanted_room(std::size_t seed, const std::vector<std::uint16_t>& depth,
                                                    std::vector<bool>& seen) const {
    constexpr double slender = 2.2;      // length to breadth from which a slant reads better
    constexpr double least_angle = 0.1;  // radians: below it a name may as well lie level
    const auto columns = static_cast<std::size_t>(cells_.columns);
    std::vector<WorldXY> part;
    std::vector<std::size_t> open{seed};
    seen[seed] = true;
    Moments moments;
    while (!open.empty()) {
        const std::size_t i = open.back();
        open.pop_back();
        const auto column = i % columns;
        part.push_back(cells_.center(static_cast<int>(column), static_cast<int>(i / columns)));
        moments.add(part.back());
        const auto visit = [&](bool exists, std::size_t k) {
            if (exists && !seen[k] && depth[k] > 0 && land_[k] == land_[seed]) {
                seen[k] = true;
                open.push_back(k);
            }
        };
        visit(column > 0, i - 1);
        visit(column + 1 < columns, i + 1);
        visit(i >= columns, i - columns);
        visit(i + columns < depth.size(), i + columns);
    }
    const Axes axes = axes_of(moments);
    const auto steep = static_cast<float>(-axes.angle);  // screen angles run clockwise
    if (part.size() < 6 || axes.long_m < slender * axes.short_m || std::abs(steep) > steepest) {
        return std::nullopt;
    }
    SlantedRoom room{axes.middle, steep, 0.0, axes.long_m, axes.short_m};
    const double bend = -bend_of(part, axes);
    // Letters at the ends lean by the slope there, 2 b x; gentle bends only.
    const double most = std::tan(15.0 * std::numbers::pi / 180.0) / axes.long_m;
    room.bend_per_m = std::clamp(bend, -most, most);
    const double sag = std::abs(room.bend_per_m) * axes.long_m * axes.long_m / 4.0;
    if (sag < 0.06 * axes.long_m) {
        room.bend_per_m = 0.0;
    }
    return std::abs(steep) < least_angle && room.bend_per_m == 0.0 ? std::nullopt : std::optional{room};
}

const NameRoom* NameGround::room_of(std::size_t country) const {
    return country < rooms_.size() && rooms_[country] ? &*rooms_[country] : nullptr;
}

std::uint32_t NameGround::country_at(WorldXY at) const {
    const auto cell = cells_.find(at);
    return cell ? land_[*cell] : outside;
}

}  // namespace app
