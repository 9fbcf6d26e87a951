#include "geodata/water_mask.h"

#include "geodata/walk_cells.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace geodata {

namespace {

constexpr std::uint32_t block_count = static_cast<std::uint32_t>(block_columns * block_rows);
constexpr std::uint64_t full = ~std::uint64_t{0};
constexpr int northern_ice = (90 + 73) * cells_per_degree;
constexpr int southern_ice = (90 - 62) * cells_per_degree;
constexpr std::array<int, 4> clearance_cells{1, 2, 4, 7};
constexpr std::array<float, 5> toils{3.0F, 2.0F, 1.5F, 1.2F, 1.0F};  // nearer than each clearance, and beyond

/// -180 <= lon < 180 as columns.
double wrapped(double x) {
    const double round = std::fmod(x, static_cast<double>(cell_columns));
    return round < 0.0 ? round + cell_columns : round;
}

std::uint64_t bit(std::uint32_t n) {
    return std::uint64_t{1} << n;
}

/// Eight cells of a block's row and, on either side of them, the nearest cell of the neighbours: ten bits.
std::uint32_t wide_row(const std::vector<std::uint64_t>& words, int block_x, int row) {
    if (row < 0 || row >= cell_rows) {
        return 0;
    }
    const int block_y = row / cells_per_block;
    const int shift = row % cells_per_block * cells_per_block;
    const auto eight = [&](int x) {
        const int column = (x + block_columns) % block_columns;
        const auto word = words[static_cast<std::size_t>(block_y * block_columns + column)];
        return static_cast<std::uint32_t>((word >> shift) & 0xFFU);
    };
    return (eight(block_x - 1) >> 7U) | (eight(block_x) << 1U) | ((eight(block_x + 1) & 1U) << 9U);
}

/// What is left of the water when every cell beside land, corners too, is taken away.
std::vector<std::uint64_t> eroded(const std::vector<std::uint64_t>& words) {
    std::vector<std::uint64_t> out(words.size(), 0);
    for (int by = 0; by < block_rows; ++by) {
        for (int bx = 0; bx < block_columns; ++bx) {
            const auto index = static_cast<std::size_t>(by * block_columns + bx);
            if (words[index] == 0) {
                continue;
            }
            std::array<std::uint32_t, cells_per_block + 2> rows{};
            for (int r = 0; r < cells_per_block + 2; ++r) {
                const std::uint32_t row = wide_row(words, bx, by * cells_per_block + r - 1);
                rows[static_cast<std::size_t>(r)] = (row & (row << 1U) & (row >> 1U)) >> 1U & 0xFFU;
            }
            for (std::size_t r = 0; r < cells_per_block; ++r) {
                const std::uint64_t left = rows[r] & rows[r + 1] & rows[r + 2];
                out[index] |= left << (r * cells_per_block);
            }
        }
    }
    return out;
}

void add_cell(ShutCells& cells, Cell cell) {
    cells.emplace_back(block_of(cell), bit(bit_of(cell)));
}

/// Sorted, and each block once.
void tidy(ShutCells& cells) {
    std::sort(cells.begin(), cells.end());
    ShutCells merged;
    for (const auto& [block, bits] : cells) {
        if (!merged.empty() && merged.back().first == block) {
            merged.back().second |= bits;
        } else {
            merged.emplace_back(block, bits);
        }
    }
    cells = std::move(merged);
}

/// The block so many columns and rows away; nothing beyond the poles.
std::optional<std::uint32_t> block_beside(std::uint32_t block, int dx, int dy) {
    const int x = (static_cast<int>(block % block_columns) + dx + block_columns) % block_columns;
    const int y = static_cast<int>(block / block_columns) + dy;
    return y >= 0 && y < block_rows ? std::optional{static_cast<std::uint32_t>(y * block_columns + x)} : std::nullopt;
}

}  // namespace

Cell cell_from_lonlat(LonLat at) {
    const double x = wrapped((at.lon + 180.0) * cells_per_degree);
    const double y = std::floor((at.lat + 90.0) * cells_per_degree);
    return {wrapped_column(static_cast<int>(std::floor(x))), std::clamp(static_cast<int>(y), 0, cell_rows - 1)};
}

std::vector<Cell> cells_along(std::span<const LonLat> line) {
    std::vector<Cell> cells;
    const auto add = [&](Cell cell) {
        if (!cells.empty() && cells.back().x != cell.x && cells.back().y != cell.y) {
            cells.push_back({cell.x, cells.back().y});  // a position of the line lies on a corner
        }
        cells.push_back(cell);
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const LonLat a = line[i];
        const double lon_step = std::remainder(line[i + 1].lon - a.lon, 360.0);
        const double x = (a.lon + 180.0) * cells_per_degree;
        walk_cells(x, (a.lat + 90.0) * cells_per_degree, x + lon_step * cells_per_degree,
                   (line[i + 1].lat + 90.0) * cells_per_degree, [&](int cx, int cy, double) {
                       add({wrapped_column(cx), std::clamp(cy, 0, cell_rows - 1)});
                       return true;
                   });
    }
    return cells;
}

std::uint64_t shut_in(const ShutCells& cells, std::uint32_t block) {
    const auto found = std::lower_bound(cells.begin(), cells.end(), std::pair{block, std::uint64_t{0}});
    return found != cells.end() && found->first == block ? found->second : 0;
}

WaterMask::WaterMask(const LandRaster& land, const Passages& passages)
    : water_(block_count, 0), kinds_(block_count, Block::Land), gated_(block_count, false) {
    pack(land);
    for (const Passage& passage : passages.all()) {
        open_channel(passage.channel);
    }
    for (std::size_t i = 0; i < passages.all().size(); ++i) {
        lay_gate(PassageId{static_cast<std::uint32_t>(i)}, passages.all()[i]);
    }
    classify();
    find_exits();
    tell_seas_apart();
    measure_clearance();
}

void WaterMask::pack(const LandRaster& land) {
    if (land.cells.size() != static_cast<std::size_t>(cell_columns) * cell_rows) {
        return;
    }
    for (int y = southern_ice; y < northern_ice; ++y) {
        const std::uint8_t* row = land.cells.data() + static_cast<std::size_t>(y) * cell_columns;
        for (int x = 0; x < cell_columns; ++x) {
            if (row[x] == 0) {
                water_[block_of({x, y})] |= bit(bit_of({x, y}));
            }
        }
    }
}

void WaterMask::open_channel(std::span<const LonLat> line) {
    for (const Cell cell : cells_along(line)) {
        water_[block_of(cell)] |= bit(bit_of(cell));
    }
}

void WaterMask::lay_gate(PassageId id, const Passage& passage) {
    if (passage.gate.size() < 2) {
        return;
    }
    GateCells gate{id, !passage.navigable, {}};
    for (const Cell cell : cells_along(passage.gate)) {
        if ((water_[block_of(cell)] & bit(bit_of(cell))) != 0) {
            add_cell(gate.cells, cell);
        }
    }
    tidy(gate.cells);
    for (const auto& [block, bits] : gate.cells) {
        if (gate.always_shut) {
            water_[block] &= ~bits;
        } else {
            gated_[block] = true;
        }
    }
    gates_.push_back(std::move(gate));
}

void WaterMask::classify() {
    first_node_.assign(block_count, 0);
    for (std::uint32_t block = 0; block < block_count; ++block) {
        const std::uint64_t water = water_[block];
        kinds_[block] = water == 0 ? Block::Land : water == full && !gated_[block] ? Block::Open : Block::Mixed;
        first_node_[block] = node_count_;
        node_count_ += kinds_[block] == Block::Land ? 0 : kinds_[block] == Block::Open ? 1 : 64;
    }
}

void WaterMask::find_exits() {
    exits_.assign(block_count, 0);
    far_out_.assign(block_count, false);
    inshore_.assign(block_count, false);
    for (std::uint32_t block = 0; block < block_count; ++block) {
        const auto is_open = [&](int dx, int dy) {
            const auto other = block_beside(block, dx, dy);
            return other && kinds_[*other] == Block::Open;
        };
        if (kinds_[block] == Block::Mixed) {
            inshore_[block] = std::none_of(block_steps.begin(), block_steps.end(), [&](GridStep step) {
                return std::abs(step.dx * step.dy) < 2 && is_open(step.dx, step.dy);
            });
        }
        if (kinds_[block] != Block::Open) {
            continue;
        }
        for (std::size_t n = 0; n < block_steps.size(); ++n) {
            const auto [dx, dy] = block_steps[n];
            const bool clear = std::abs(dx) == 2   ? is_open(dx / 2, 0) && is_open(dx / 2, dy)
                               : std::abs(dy) == 2 ? is_open(0, dy / 2) && is_open(dx, dy / 2)
                                                   : is_open(dx, 0) && is_open(0, dy);
            if (is_open(dx, dy) && (n % 4 == 0 || clear)) {
                exits_[block] = static_cast<std::uint16_t>(exits_[block] | 1U << n);
            }
        }
        bool far_out = exits_[block] == 0xFFFF;
        for (const auto& [dx, dy] : {GridStep{2, 0}, {2, 2}, {0, 2}, {-2, 2}, {-2, 0}, {-2, -2}, {0, -2}, {2, -2}}) {
            far_out = far_out && is_open(dx, dy);
        }
        far_out_[block] = far_out;
    }
}

void WaterMask::measure_clearance() {
    std::vector<std::uint64_t> left = water_;
    int taken = 0;
    for (std::size_t i = 0; i < clearances; ++i) {
        for (; taken < clearance_cells[i]; ++taken) {
            left = eroded(left);
        }
        clear_[i] = left;
    }
    node_toils_.assign(node_count_, 1.0F);
    for (std::uint32_t block = 0; block < block_count; ++block) {
        for (std::uint32_t n = 0; kinds_[block] == Block::Mixed && n < 64; ++n) {
            node_toils_[node(block, n)] = toil(cell_of(block, n));
        }
    }
}

float WaterMask::toil(Cell cell) const {
    const std::uint32_t block = block_of(cell);
    const std::uint64_t mask = bit(bit_of(cell));
    std::size_t level = clearances;
    while (level > 0 && (clear_[level - 1][block] & mask) == 0) {
        --level;
    }
    return toils[level];
}

ShutCells WaterMask::shut_by(std::span<const PassageId> closed) const {
    ShutCells cells;
    for (const GateCells& gate : gates_) {
        if (std::find(closed.begin(), closed.end(), gate.passage) != closed.end()) {
            cells.insert(cells.end(), gate.cells.begin(), gate.cells.end());
        }
    }
    tidy(cells);
    return cells;
}

}  // namespace geodata
