// From the globe to the plane and back. The default is a Lambert azimuthal equal-area centred on the region; the maths
// is PROJ's (geodata/gdal/proj_projection.h makes one).
#pragma once

#include "geodata/coords.h"
#include "geodata/domain.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace geodata {

class Projection {
public:
    virtual ~Projection() = default;

    /// The part of the Earth that the map shows.
    [[nodiscard]] virtual const Domain& domain() const = 0;
    /// Projects one position. Nothing outside the domain (the far side of the globe).
    [[nodiscard]] virtual std::optional<WorldXY> world_from_lonlat(LonLat p) const = 0;
    /// The inverse. Nothing outside the projected domain.
    [[nodiscard]] virtual std::optional<LonLat> lonlat_from_world(WorldXY p) const = 0;
    /// Projects many positions at once; `out` has the same length. They lie in the domain, or what comes out is of no
    /// use; what cannot be projected becomes NaN.
    virtual void project(std::span<const LonLat> in, std::span<WorldXY> out) const = 0;
    /// What it was made from: a PROJ string, an EPSG code or a name.
    [[nodiscard]] virtual const std::string& definition() const = 0;
};

}  // namespace geodata
