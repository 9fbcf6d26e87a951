// The parts that gates cut the seas into, so that nobody has to search in order to know that there is no way.
#include "geodata/water_mask.h"

#include "geodata/sets.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace geodata {

namespace {

constexpr std::uint32_t smallest_sea = 200;  // cells

/// Visits each two cells of water of which one lies east or north of the other, but for those within an open block.
template <class IsWater, class Visit>
void for_each_neighbours(const std::vector<WaterMask::Block>& kinds, IsWater is_water, Visit visit) {
    for (std::uint32_t block = 0; block < kinds.size(); ++block) {
        if (kinds[block] == WaterMask::Block::Land) {
            continue;
        }
        for (std::uint32_t n = 0; n < 64; ++n) {
            if (kinds[block] == WaterMask::Block::Open && n % 8 != 7 && n / 8 != 7) {
                continue;
            }
            const Cell cell = cell_of(block, n);
            if (is_water(cell)) {
                for (const Cell next : {Cell{wrapped_column(cell.x + 1), cell.y}, Cell{cell.x, cell.y + 1}}) {
                    if (is_water(next)) {
                        visit(cell, next);
                    }
                }
            }
        }
    }
}

}  // namespace

std::uint32_t WaterMask::node_at(Cell cell) const {
    const std::uint32_t block = block_of(cell);
    return node(block, kinds_[block] == Block::Open ? 0 : bit_of(cell));
}

bool WaterMask::is_water(Cell cell) const {
    return cell.y >= 0 && cell.y < cell_rows && (water_[block_of(cell)] >> bit_of(cell) & 1U) != 0;
}

void WaterMask::tell_seas_apart() {
    std::map<std::uint32_t, std::vector<PassageId>> gates_at;  // by node; where there is any
    std::vector<Cell> gate_cells;
    for (const GateCells& gate : gates_) {
        for (const auto& [block, bits] : gate.cells) {
            for (std::uint64_t left = bits & water_[block]; left != 0; left &= left - 1) {
                const auto n = static_cast<std::uint32_t>(std::countr_zero(left));
                gates_at[node(block, n)].push_back(gate.passage);
                gate_cells.push_back(cell_of(block, n));
            }
        }
    }
    const auto gates_of = [&](Cell cell) {
        const auto found = gated_[block_of(cell)] ? gates_at.find(node_at(cell)) : gates_at.end();
        return found != gates_at.end() ? std::span<const PassageId>{found->second} : std::span<const PassageId>{};
    };
    Sets parts{node_count_};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> joints;
    for_each_neighbours(
        kinds_, [&](Cell cell) { return is_water(cell); },
        [&](Cell a, Cell b) {
            if (std::ranges::equal(gates_of(a), gates_of(b))) {
                parts.join(node_at(a), node_at(b));
            } else {
                joints.emplace_back(node_at(a), node_at(b));
            }
        });
    Sets seas = parts;
    for (const auto& [a, b] : joints) {
        seas.join(a, b);
    }
    number_parts(parts, seas);
    for (const auto& [a, b] : joints) {
        joints_.emplace_back(parts_[a], parts_[b]);
    }
    std::sort(joints_.begin(), joints_.end());
    joints_.erase(std::unique(joints_.begin(), joints_.end()), joints_.end());
    for (const auto& [node, gates] : gates_at) {
        gates_of_part_[parts_[node]] = gates;
    }
    gates_of_part_.front().clear();  // ponds
    open_seas_ = seas_while({});
}

/// Fills what is too small to be a sea.
void WaterMask::number_parts(Sets& parts, Sets& seas) {
    const auto node_of = [&](std::uint32_t block, std::uint32_t n) {
        return node(block, kinds_[block] == Block::Open ? 0 : n);
    };
    std::vector<std::uint32_t> sizes(node_count_, 0);
    for (std::uint32_t block = 0; block < water_.size(); ++block) {
        for (std::uint64_t left = water_[block]; left != 0; left &= left - 1) {
            ++sizes[seas.root(node_of(block, static_cast<std::uint32_t>(std::countr_zero(left))))];
        }
    }
    parts_.assign(node_count_, 0);
    std::vector<std::uint16_t> numbers(node_count_, 0);
    std::uint16_t used = 0;
    for (std::uint32_t block = 0; block < water_.size(); ++block) {
        for (std::uint64_t left = water_[block]; left != 0; left &= left - 1) {
            const auto n = static_cast<std::uint32_t>(std::countr_zero(left));
            const std::uint32_t own = node_of(block, n);
            if (sizes[seas.root(own)] < smallest_sea) {
                water_[block] &= ~(std::uint64_t{1} << n);
                continue;
            }
            std::uint16_t& number = numbers[parts.root(own)];
            if (number == 0 && used < std::numeric_limits<std::uint16_t>::max()) {
                number = ++used;
            }
            parts_[own] = number;
        }
    }
    gates_of_part_.resize(used + std::size_t{1});
}

std::vector<std::uint16_t> WaterMask::seas_while(std::span<const PassageId> closed) const {
    const auto is_shut = [&](std::uint16_t part) {
        return std::ranges::any_of(gates_of_part_[part], [&](PassageId gate) {
            return std::find(closed.begin(), closed.end(), gate) != closed.end();
        });
    };
    Sets seas{gates_of_part_.size()};
    for (const auto& [a, b] : joints_) {
        if (!is_shut(a) && !is_shut(b)) {
            seas.join(a, b);
        }
    }
    std::vector<std::uint16_t> numbers(gates_of_part_.size());
    for (std::uint32_t part = 0; part < numbers.size(); ++part) {
        numbers[part] = static_cast<std::uint16_t>(seas.root(part));
    }
    return numbers;
}

}  // namespace geodata
