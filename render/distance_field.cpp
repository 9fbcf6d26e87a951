#include "render/distance_field.h"

#include "geodata/parallel.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

/// Distance along its column to the nearest set pixel, capped.
std::vector<std::uint16_t> column_distances(std::span<const std::uint8_t> mask, int width, int height,
                                            std::uint16_t cap) {
    const auto w = static_cast<std::size_t>(width);
    std::vector<std::uint16_t> column(mask.size());
    geodata::in_parallel(width, [&](int from, int to) {
        const auto x0 = static_cast<std::size_t>(from);
        const auto x1 = static_cast<std::size_t>(to);
        const auto relax = [&](std::size_t row, const std::uint16_t* before) {
            std::uint16_t* line = column.data() + row * w;
            for (std::size_t x = x0; x < x1; ++x) {
                const auto next = static_cast<std::uint16_t>(std::min<int>(before[x] + 1, cap));
                line[x] = std::min(line[x], next);
            }
        };
        for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
            for (std::size_t x = x0; x < x1; ++x) {
                column[y * w + x] = mask[y * w + x] > 127 ? std::uint16_t{0} : cap;
            }
            if (y > 0) {
                relax(y, column.data() + (y - 1) * w);
            }
        }
        for (std::size_t y = static_cast<std::size_t>(height); y-- > 1;) {
            relax(y - 1, column.data() + y * w);
        }
    });
    return column;
}

/// Scratch for the lower envelope of one row.
struct Envelope {
    std::vector<int> site;
    std::vector<float> start;
};

/// Calls store(x, distance) for each pixel of the row.
template <class Store>
void row_distances(const std::uint16_t* column, int width, float max_px, Envelope& envelope, const Store& store) {
    const auto squared = [&](int x) {
        const auto d = static_cast<float>(column[x]);
        return d * d;
    };
    int last = -1;
    for (int x = 0; x < width; ++x) {
        if (static_cast<float>(column[x]) >= max_px) {
            continue;  // nothing set in reach of this column
        }
        float from = -1.0F;
        while (last >= 0) {
            const int v = envelope.site[static_cast<std::size_t>(last)];
            // Squares of columns leave float's whole numbers beyond 4096 pixels, so they are not formed.
            from = (squared(x) - squared(v)) / (2.0F * static_cast<float>(x - v)) + static_cast<float>(x + v) / 2.0F;
            if (from > envelope.start[static_cast<std::size_t>(last)]) {
                break;
            }
            --last;
        }
        ++last;
        envelope.site[static_cast<std::size_t>(last)] = x;
        envelope.start[static_cast<std::size_t>(last)] = last == 0 ? -1e9F : from;
    }
    if (last < 0) {
        for (int x = 0; x < width; ++x) {
            store(x, max_px);
        }
        return;
    }
    int k = 0;
    for (int x = 0; x < width; ++x) {
        while (k < last && envelope.start[static_cast<std::size_t>(k) + 1] < static_cast<float>(x)) {
            ++k;
        }
        const int v = envelope.site[static_cast<std::size_t>(k)];
        const auto dx = static_cast<float>(x - v);
        store(x, std::min(std::sqrt(dx * dx + squared(v)), max_px));
    }
}

/// The distance of every pixel, each in the form that `from_px` gives it.
template <class Texel, class FromPx>
std::vector<Texel> distances(std::span<const std::uint8_t> mask, int width, int height, float max_px,
                             const FromPx& from_px) {
    std::vector<Texel> distance(mask.size());
    if (mask.empty()) {
        return distance;
    }
    const auto cap = static_cast<std::uint16_t>(std::clamp(std::ceil(max_px), 1.0F, 60000.0F));
    const auto column = column_distances(mask, width, height, cap);
    geodata::in_parallel(height, [&](int from, int to) {
        Envelope envelope{std::vector<int>(static_cast<std::size_t>(width)),
                          std::vector<float>(static_cast<std::size_t>(width))};
        for (int y = from; y < to; ++y) {
            const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
            Texel* const out = distance.data() + row;
            row_distances(column.data() + row, width, max_px, envelope, [&](int x, float px) { out[x] = from_px(px); });
        }
    });
    return distance;
}

}  // namespace

std::vector<float> distance_to_shape(std::span<const std::uint8_t> mask, int width, int height, float max_px) {
    return distances<float>(mask, width, height, max_px, [](float px) { return px; });
}

std::vector<std::uint16_t> distance_steps_to_shape(std::span<const std::uint8_t> mask, int width, int height,
                                                   float max_px, float steps_per_px) {
    return distances<std::uint16_t>(mask, width, height, max_px, [&](float px) {
        return static_cast<std::uint16_t>(std::min(px * steps_per_px, 65535.0F));
    });
}

std::vector<float> signed_distance_closed(std::span<const std::uint8_t> mask, int width, int height, float closing_px,
                                          float max_px) {
    const float reach = closing_px + max_px;
    const std::vector<float> outside = distance_to_shape(mask, width, height, reach);
    std::vector<std::uint8_t> beyond(mask.size());
    std::transform(outside.begin(), outside.end(), beyond.begin(),
                   [&](float d) { return static_cast<std::uint8_t>(d > closing_px ? 255 : 0); });
    std::vector<float> inside = distance_to_shape(beyond, width, height, reach);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        // Beyond the grown shape only the first transform knows how far away it is.
        inside[i] =
            beyond[i] != 0 ? std::max(-outside[i], -max_px) : std::clamp(inside[i] - closing_px, -max_px, max_px);
    }
    return inside;
}

}  // namespace render
