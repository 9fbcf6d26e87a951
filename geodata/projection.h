// From the globe to the plane and back. The default is a Lambert azimuthal equal-area centred on the region; the maths
// is PROJ's (geodata/gdal/proj_projection.h makes one).
#pragma once

#include "geodata/coords.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace geodata {

class Projection {
public:
    virtual ~Projection() = default;

    /// Projects one position. Nothing where the projection is not defined (the far side of the globe).
    [[nodiscard]] virtual std::optional<WorldXY> world_from_lonlat(LonLat p) const = 0;
    /// The inverse. Nothing outside the projected world.
    [[nodiscard]] virtual std::optional<LonLat> lonlat_from_world(WorldXY p) const = 0;
    /// Projects many positions at once; `out` has the same length. What cannot be projected becomes NaN.
    virtual void project(std::span<const LonLat> in, std::span<WorldXY> out) const = 0;
    /// What it was made from: a PROJ string, an EPSG code or a name.
    [[nodiscard]] virtual const std::string& definition() const = 0;
};

}  // namespace geodata
