#include "geodata/passages.h"

#include "geodata/fold.h"

#include <algorithm>
#include <cmath>

namespace geodata {

namespace {

/// Twice the area of the triangle a, b, c: positive when c lies to the left of the way from a to b.
double side(LonLat a, LonLat b, LonLat c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool cross(LonLat a, LonLat b, LonLat c, LonLat d) {
    return (side(a, b, c) > 0.0) != (side(a, b, d) > 0.0) && (side(c, d, a) > 0.0) != (side(c, d, b) > 0.0);
}

/// Whether the way from a to b, straight in degrees and the short way round, crosses a gate.
bool crosses(LonLat a, LonLat b, const std::vector<LonLat>& gate) {
    const double round = std::remainder(b.lon - a.lon, 360.0);
    for (std::size_t i = 0; i + 1 < gate.size(); ++i) {
        const double shift = std::remainder(gate[i].lon - a.lon, 360.0) - (gate[i].lon - a.lon);
        if (cross(a, {a.lon + round, b.lat}, {gate[i].lon + shift, gate[i].lat},
                  {gate[i + 1].lon + shift, gate[i + 1].lat})) {
            return true;
        }
    }
    return false;
}

}  // namespace

Passages::Passages(std::vector<Passage> all) : all_{std::move(all)} {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const PassageId id{static_cast<std::uint32_t>(i)};
        by_name_.emplace_back(folded(all_[i].id), id);
        by_name_.emplace_back(folded(all_[i].name), id);
        for (const std::string& alias : all_[i].aliases) {
            by_name_.emplace_back(folded(alias), id);
        }
    }
    std::sort(by_name_.begin(), by_name_.end());
}

std::vector<PassageId> Passages::crossed_by(std::span<const LonLat> line) const {
    std::vector<PassageId> crossed;
    for (std::size_t leg = 0; leg + 1 < line.size(); ++leg) {
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            if (crosses(line[leg], line[leg + 1], all_[i].gate) &&
                std::find(crossed.begin(), crossed.end(), PassageId{i}) == crossed.end()) {
                crossed.push_back(PassageId{i});
            }
        }
    }
    return crossed;
}

std::optional<PassageId> Passages::find(std::string_view text) const {
    const std::string key = folded(text);
    const auto found = std::lower_bound(by_name_.begin(), by_name_.end(), key,
                                        [](const auto& entry, const std::string& name) { return entry.first < name; });
    return !key.empty() && found != by_name_.end() && found->first == key ? std::optional{found->second} : std::nullopt;
}

}  // namespace geodata
