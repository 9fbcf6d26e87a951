// From a layer's coordinates to WGS 84 degrees, longitude first.
#pragma once

#include "geodata/boundary_set.h"
#include "geodata/coords.h"
#include "geodata/gdal/transformation.h"

#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace geodata::gdal {

class ToWgs84 {
public:
    /// For what is in WGS 84 already.
    ToWgs84() = default;
    /// For a layer. A layer without a CRS, or with one that has no place on Earth, is taken as WGS 84 when its extent
    /// fits degrees; otherwise `why_not` is set, and the object is of no use.
    ToWgs84(OGRLayer& layer, std::string& why_not);

    /// Whether coordinates are degrees from the start, so that planar rules fail at the antimeridian.
    [[nodiscard]] bool from_degrees() const { return from_degrees_; }

    /// The points of an OGR line or ring. Z and M are dropped, and so are points that have no place on Earth: they are
    /// counted in lost_points().
    [[nodiscard]] std::vector<LonLat> points(const OGRSimpleCurve& curve);
    [[nodiscard]] std::size_t lost_points() const { return lost_points_; }

private:
    Transformation transformation_;  // null where nothing is to be done
    bool from_degrees_ = true;
    std::size_t lost_points_ = 0;
    std::vector<double> x_, y_;  // kept between calls
    std::vector<int> ok_;
};

}  // namespace geodata::gdal
