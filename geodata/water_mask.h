// Where ships can go: the seas of the world in cells of a twentieth of a degree (at most 5.6 km).
//
// A cell is water when no land touches it, so that a line through cells of water crosses no land that the map shows.
// Cells are counted from the south-west corner of the world, row 0 at 90 S and column 0 at 180 W; columns go round.
// Eight by eight cells are a block, one word of bits:
//
//     bit 56 .. 63        north         A block that is all water is open: a ship in it needs no chart, and a search
//        .       .                      takes it in one step. One with any land in it, or with a gate, is looked at
//     bit  0 ..  7        south         cell by cell.
//
// The seas north of 73 N and south of 62 S are taken as ice.
#pragma once

#include "geodata/coords.h"
#include "geodata/passages.h"

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace geodata {

inline constexpr int cells_per_degree = 20;
inline constexpr int cell_columns = 360 * cells_per_degree;
inline constexpr int cell_rows = 180 * cells_per_degree;
inline constexpr int cells_per_block = 8;
inline constexpr int block_columns = cell_columns / cells_per_block;
inline constexpr int block_rows = cell_rows / cells_per_block;

/// A cell of the world: x in [0, cell_columns) eastwards, y in [0, cell_rows) northwards.
struct Cell {
    int x = 0;
    int y = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// The cell that holds a position; longitudes outside of [-180, 180) go round.
[[nodiscard]] Cell cell_from_lonlat(LonLat at);
/// The column of the world for one that may lie beyond its eastern or western end.
[[nodiscard]] constexpr int wrapped_column(int x) {
    return ((x % cell_columns) + cell_columns) % cell_columns;
}

/// Cells that a line of positions passes through, some of them more than once: two that follow each other are the same
/// or share a side. Between positions the line is straight in degrees, the short way round.
[[nodiscard]] std::vector<Cell> cells_along(std::span<const LonLat> line);

/// One byte a cell, row by row from the south-west: 0 is water, anything else is touched by land.
struct LandRaster {
    std::vector<std::uint8_t> cells;  ///< cell_columns * cell_rows
};

struct GridStep {
    int dx = 0;
    int dy = 0;
};
/// From an open block to those around it and those a knight's move away, from the east counterclockwise: every fourth
/// leads over a side.
inline constexpr std::array<GridStep, 16> block_steps{{{1, 0},
                                                       {2, 1},
                                                       {1, 1},
                                                       {1, 2},
                                                       {0, 1},
                                                       {-1, 2},
                                                       {-1, 1},
                                                       {-2, 1},
                                                       {-1, 0},
                                                       {-2, -1},
                                                       {-1, -1},
                                                       {-1, -2},
                                                       {0, -1},
                                                       {1, -2},
                                                       {1, -1},
                                                       {2, -1}}};

/// What is shut: cells of gates, by block.
using ShutCells = std::vector<std::pair<std::uint32_t, std::uint64_t>>;

class Sets;

class WaterMask {
public:
    /// Takes the land, opens the channels and lays the gates of the passages. Waters of fewer than 200 cells that no
    /// ship can leave are filled. A raster of another size is taken as all land. Takes about a third of a second.
    WaterMask(const LandRaster& land, const Passages& passages);

    enum class Block : std::uint8_t { Land, Open, Mixed };
    /// `block` counts row by row from the south-west, block_columns a row.
    [[nodiscard]] Block kind_of(std::uint32_t block) const { return kinds_[block]; }
    /// The water of a block, whatever is shut.
    [[nodiscard]] std::uint64_t water_in(std::uint32_t block) const { return water_[block]; }
    [[nodiscard]] bool has_gate(std::uint32_t block) const { return gated_[block]; }
    /// The ways out of an open block through open blocks alone: bit n is that by block_steps[n].
    [[nodiscard]] std::uint32_t exits_of(std::uint32_t block) const { return exits_[block]; }
    /// All blocks up to two columns and rows away are open, as this one is.
    [[nodiscard]] bool is_far_out(std::uint32_t block) const { return far_out_[block]; }
    /// No block beside this one is open, over corners neither.
    [[nodiscard]] bool is_inshore(std::uint32_t block) const { return inshore_[block]; }

    /// How much longer a way through this cell counts than one over the open sea: 1 from seven cells off the coast on,
    /// 3 beside it. The cell is water.
    [[nodiscard]] float toil(Cell cell) const;

    /// The same for a node; 1 for an open block as a whole.
    [[nodiscard]] float toil_at(std::uint32_t node) const { return node_toils_[node]; }
    /// All of the block is open sea, far from any coast and gate: its cells are water and their toil is 1.
    [[nodiscard]] bool is_calm(std::uint32_t block) const {
        return kinds_[block] == Block::Open && ~clear_.back()[block] == 0;
    }

    /// Places where a search may stand: a block that is open has one, one that is mixed has 64. They are numbered
    /// without gaps. For an open block `bit` is 0.
    [[nodiscard]] std::uint32_t node(std::uint32_t block, std::uint32_t bit) const { return first_node_[block] + bit; }
    [[nodiscard]] std::uint32_t node_count() const { return node_count_; }
    /// Gates cut the seas into parts, and are parts themselves. Nodes of one part reach each other whatever is closed,
    /// unless it is a part of a gate that is shut. 0 is no water.
    [[nodiscard]] std::uint16_t part_of(std::uint32_t node) const { return parts_[node]; }
    /// Nodes with equal numbers can reach each other while all passages are open that ever are; 0 is no water.
    [[nodiscard]] std::uint16_t sea_of(std::uint32_t node) const { return open_seas_[parts_[node]]; }
    /// For each part the number of the sea that it belongs to while these passages are closed.
    [[nodiscard]] std::vector<std::uint16_t> seas_while(std::span<const PassageId> closed) const;

    /// The cells that are shut while these passages are closed, besides those that never open; sorted by block.
    [[nodiscard]] ShutCells shut_by(std::span<const PassageId> closed) const;

private:
    void pack(const LandRaster& land);
    void open_channel(std::span<const LonLat> line);
    void lay_gate(PassageId id, const Passage& passage);
    void classify();
    void find_exits();
    void tell_seas_apart();
    void number_parts(Sets& parts, Sets& seas);
    [[nodiscard]] std::uint32_t node_at(Cell cell) const;
    [[nodiscard]] bool is_water(Cell cell) const;
    void measure_clearance();

    static constexpr std::size_t clearances = 4;
    std::vector<std::uint64_t> water_;
    std::array<std::vector<std::uint64_t>, clearances> clear_;  // cells so far off the coast, from near to far
    std::vector<float> node_toils_;
    std::vector<Block> kinds_;
    std::vector<bool> gated_;
    struct GateCells {
        PassageId passage{};
        bool always_shut = false;
        ShutCells cells;
    };
    std::vector<GateCells> gates_;
    std::vector<std::uint32_t> first_node_;
    std::uint32_t node_count_ = 0;
    std::vector<std::uint16_t> exits_;
    std::vector<bool> far_out_;
    std::vector<bool> inshore_;
    std::vector<std::uint16_t> parts_;
    std::vector<std::vector<PassageId>> gates_of_part_;
    std::vector<std::pair<std::uint16_t, std::uint16_t>> joints_;  // parts that touch each other
    std::vector<std::uint16_t> open_seas_;
};

[[nodiscard]] constexpr std::uint32_t block_of(Cell cell) {
    return static_cast<std::uint32_t>(cell.y / cells_per_block * block_columns + cell.x / cells_per_block);
}
[[nodiscard]] constexpr std::uint32_t bit_of(Cell cell) {
    return static_cast<std::uint32_t>(cell.y % cells_per_block * cells_per_block + cell.x % cells_per_block);
}
[[nodiscard]] constexpr Cell cell_of(std::uint32_t block, std::uint32_t bit) {
    return {static_cast<int>(block % block_columns) * cells_per_block + static_cast<int>(bit % cells_per_block),
            static_cast<int>(block / block_columns) * cells_per_block + static_cast<int>(bit / cells_per_block)};
}
/// The bits of `cells` that lie in this block; the list is sorted by block.
[[nodiscard]] std::uint64_t shut_in(const ShutCells& cells, std::uint32_t block);

}  // namespace geodata
