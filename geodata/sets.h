// Numbers joined into sets: union-find with path halving.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace geodata {

/// Of 0 .. count - 1, each at first in a set of its own.
class Sets {
public:
    explicit Sets(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }

    /// The number that stands for the whole set.
    std::uint32_t root(std::uint32_t n) {
        while (parents_[n] != n) {
            parents_[n] = parents_[parents_[n]];
            n = parents_[n];
        }
        return n;
    }
    void join(std::uint32_t a, std::uint32_t b) { parents_[root(a)] = root(b); }

private:
    std::vector<std::uint32_t> parents_;
};

}  // namespace geodata
