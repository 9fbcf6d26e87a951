// A projection that anybody can reckon with: one degree is 100 km, everywhere that it shows.
#pragma once

#include "geodata/projection.h"

#include <algorithm>
#include <string>

namespace support {

class FlatProjection final : public geodata::Projection {
public:
    FlatProjection() = default;
    explicit FlatProjection(const geodata::Domain& domain) : domain_{domain} {}

    [[nodiscard]] const geodata::Domain& domain() const override { return domain_; }
    [[nodiscard]] std::optional<geodata::WorldXY> world_from_lonlat(geodata::LonLat p) const override {
        return contains(domain_, p) ? std::optional(geodata::WorldXY{p.lon * 1e5, p.lat * 1e5}) : std::nullopt;
    }
    [[nodiscard]] std::optional<geodata::LonLat> lonlat_from_world(geodata::WorldXY p) const override {
        return geodata::LonLat{p.x / 1e5, p.y / 1e5};
    }
    void project(std::span<const geodata::LonLat> in, std::span<geodata::WorldXY> out) const override {
        std::transform(in.begin(), in.end(), out.begin(), [](geodata::LonLat p) {
            return geodata::WorldXY{p.lon * 1e5, p.lat * 1e5};
        });
    }
    [[nodiscard]] const std::string& definition() const override { return definition_; }

private:
    geodata::Domain domain_;
    std::string definition_ = "flat";
};

}  // namespace support
