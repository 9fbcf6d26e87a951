#include "app/panels/row_motion.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr double way_s = 0.24;

}  // namespace

/// The design's way out, cubic-bezier(.16, 1, .3, 1), within a hundredth of it: one less 2 to the power of -10 t.
float RowMotion::place_on(const Way& way) {
    const double t = std::clamp(way.elapsed_s / way_s, 0.0, 1.0);
    const double eased = t >= 1.0 ? 1.0 : 1.0 - std::exp2(-10.0 * t);
    return way.from + (way.to - way.from) * static_cast<float>(eased);
}

std::vector<float> RowMotion::advanced(std::span<const RowKey> keys, double seconds, bool still) {
    const auto before = std::exchange(ways_, {});
    std::vector<float> places;
    moves_ = false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto place = static_cast<float>(i);
        const auto had = before.find(keys[i]);
        Way way{place, place, way_s};
        if (had != before.end() && !still) {
            way = had->second;
            if (way.to != place) {
                way = {place_on(way), place, 0.0};
            }
            way.elapsed_s = std::min(way_s, way.elapsed_s + seconds);
        }
        moves_ = moves_ || way.elapsed_s < way_s;
        places.push_back(place_on(way));
        ways_.emplace(keys[i], way);
    }
    return places;
}

void RowMotion::forget() {
    ways_.clear();
    moves_ = false;
}

}  // namespace app
