// From one coordinate reference system to another, by PROJ.
#pragma once

#include <ogr_spatialref.h>
#include <memory>

namespace geodata::gdal {

struct TransformationDeleter {
    void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
};
using Transformation = std::unique_ptr<OGRCoordinateTransformation, TransformationDeleter>;

/// A dataset's CRS says where on Earth it lies: there is one, and it is no local grid.
[[nodiscard]] inline bool is_on_earth(const OGRSpatialReference* crs) {
    return crs != nullptr && !crs->IsEmpty() && crs->IsLocal() == 0;
}

}  // namespace geodata::gdal
