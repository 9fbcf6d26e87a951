// The mask of the seas with some passages closed, and where a ship can be on it.
#pragma once

#include "geodata/water_mask.h"

#include <cmath>
#include <map>
#include <optional>
#include <span>

namespace geodata {

/// A place among the cells: x in columns, and past the last one where a way has gone round the world.
struct GridPoint {
    double x = 0.0;
    double y = 0.0;
};
[[nodiscard]] GridPoint grid_from_lonlat(LonLat at);
[[nodiscard]] LonLat lonlat_from_grid(GridPoint p);
/// The short way round the world.
[[nodiscard]] double column_step(double from, double to);

/// Where a search may stand: an open block as a whole (bit 0), or one cell of a mixed one.
struct Spot {
    std::uint32_t block = 0;
    std::uint32_t bit = 0;
    friend bool operator==(const Spot&, const Spot&) = default;
};

/// Keeps a reference to the mask.
class SeaChart {
public:
    SeaChart(const WaterMask& mask, std::span<const PassageId> closed);

    [[nodiscard]] const WaterMask& mask() const { return mask_; }
    /// The water of a block that is not shut.
    [[nodiscard]] std::uint64_t water_in(std::uint32_t block) const {
        const std::uint64_t water = mask_.water_in(block);
        return mask_.has_gate(block) ? water & ~shut_in(shut_, block) : water;
    }
    [[nodiscard]] bool is_open(std::uint32_t block) const { return mask_.kind_of(block) == WaterMask::Block::Open; }
    [[nodiscard]] bool is_water(Cell cell) const {
        return cell.y >= 0 && cell.y < cell_rows && (water_in(block_of(cell)) >> bit_of(cell) & 1U) != 0;
    }
    [[nodiscard]] std::uint32_t node(Spot spot) const { return mask_.node(spot.block, spot.bit); }
    [[nodiscard]] Spot spot_of(Cell cell) const {
        const std::uint32_t block = block_of(cell);
        return {block, is_open(block) ? 0 : bit_of(cell)};
    }
    [[nodiscard]] GridPoint middle_of(Spot spot) const;
    /// There is a way between two spots of water. Known without a search.
    [[nodiscard]] bool joins(Spot a, Spot b) const {
        return seas_[mask_.part_of(node(a))] == seas_[mask_.part_of(node(b))];
    }

    /// Metres of a straight line, each stretch times the toil of its cell; nothing where it leaves the water.
    [[nodiscard]] std::optional<double> toil_along(GridPoint a, GridPoint b) const;

private:
    const WaterMask& mask_;
    ShutCells shut_;
    std::vector<std::uint16_t> seas_;  // for each part of the mask, the one that stands for all it is joined to
};

/// Where a ship lies that is at a place: the nearest cell of a sea.
struct Berth {
    double away_m = 0.0;
    Cell cell;
};
/// One on each sea of the mask within 150 km, by the sea's number. A strait that is shut divides no sea here: else a
/// port beside it would lie on both of its sides.
[[nodiscard]] std::map<std::uint16_t, Berth> berths_at(const SeaChart& chart, LonLat at);

/// Of those on one sea the two that are nearest to their places.
struct BerthPair {
    Cell from;
    Cell to;
};
[[nodiscard]] std::optional<BerthPair> common_berths(const std::map<std::uint16_t, Berth>& at_from,
                                                     const std::map<std::uint16_t, Berth>& at_to);

}  // namespace geodata
