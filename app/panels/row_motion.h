// Rows of a list that changes its order: each glides to its new place. Pure but for what it remembers of the frame
// before.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace app {

/// Names a row whatever its place; different rows have different ones.
using RowKey = std::uint64_t;

class RowMotion {
public:
    /// Where rows stand after so many seconds, in places from the top (0, 1, ...): one for each key, which is given in
    /// the order in which they are to stand. A row takes 240 ms to a new place, from where it is, fast at first; a
    /// row that was not there stands in its place at once, and so do all when `still`.
    [[nodiscard]] std::vector<float> advanced(std::span<const RowKey> keys, double seconds, bool still);
    /// Some row is on its way.
    [[nodiscard]] bool moves() const { return moves_; }
    /// Another list: nothing is remembered.
    void forget();

private:
    struct Way {
        float from = 0.0F;
        float to = 0.0F;
        double elapsed_s = 0.0;
    };
    [[nodiscard]] static float place_on(const Way& way);

    std::unordered_map<RowKey, Way> ways_;
    bool moves_ = false;
};

}  // namespace app
