#include "geodata/gdal/to_wgs84.h"

#include <cmath>

namespace geodata::gdal {
namespace {

// Data that runs on past 180 (as from 0 to 360) is cut and turned later.
constexpr double max_lon_deg = 540.0;
constexpr double max_lat_deg = 90.0 + 1e-6;

// Data cut at 180 degrees may stick out by a rounding error, which is no reason to cut it again.
double snapped_lon(double lon_deg) {
    constexpr double rounding_deg = 1e-6;
    const double beyond = std::abs(lon_deg) - 180.0;
    return beyond > 0.0 && beyond < rounding_deg ? std::copysign(180.0, lon_deg) : lon_deg;
}

bool fits_degrees(LonLat p) {
    return std::abs(p.lon) <= max_lon_deg && std::abs(p.lat) <= max_lat_deg;  // false for what is not a number
}

bool fits_degrees(OGRLayer& layer) {
    OGREnvelope extent;
    if (layer.GetExtent(&extent, TRUE) != OGRERR_NONE) {
        return true;  // an empty layer, which is somebody else's problem
    }
    return fits_degrees({extent.MinX, extent.MinY}) && fits_degrees({extent.MaxX, extent.MaxY});
}

// Comparing names first saves opening PROJ's database for the usual case.
bool is_wgs84_lon_lat(const OGRSpatialReference& crs, const OGRSpatialReference& wgs84) {
    const char* authority = crs.GetAuthorityName(nullptr);
    const char* code = crs.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr && EQUAL(authority, "EPSG") && EQUAL(code, "4326")) {
        return crs.GetDataAxisToSRSAxisMapping() == wgs84.GetDataAxisToSRSAxisMapping();
    }
    return crs.IsSame(&wgs84) != 0;
}

}  // namespace

ToWgs84::ToWgs84(OGRLayer& layer, std::string& why_not) {
    const OGRSpatialReference* crs = layer.GetSpatialRef();
    const bool known = is_on_earth(crs);
    if (known) {
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        from_degrees_ = crs->IsGeographic() != 0;
        if (!is_wgs84_lon_lat(*crs, wgs84)) {
            // The layer's own axis mapping describes how its coordinates come out of GDAL and must be left alone.
            transformation_.reset(OGRCreateCoordinateTransformation(crs, &wgs84));
        }
    }
    if (transformation_ == nullptr && !fits_degrees(layer)) {
        why_not = known ? "says that its coordinates are degrees, but they are not; correct its coordinate reference "
                          "system (ogr2ogr -a_srs EPSG:n)"
                        : "has no coordinate reference system, and its coordinates are not degrees; give it one "
                          "(ogr2ogr -a_srs EPSG:n, or a .prj file beside a shapefile)";
    }
}

std::vector<LonLat> ToWgs84::points(const OGRSimpleCurve& curve) {
    const auto count = static_cast<std::size_t>(curve.getNumPoints());
    x_.resize(count);
    y_.resize(count);
    if (count > 0) {
        curve.getPoints(x_.data(), sizeof(double), y_.data(), sizeof(double));
    }
    ok_.assign(count, 1);
    if (transformation_ != nullptr && count > 0) {
        transformation_->Transform(static_cast<int>(count), x_.data(), y_.data(), nullptr, ok_.data());
    }
    std::vector<LonLat> points;
    points.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const LonLat p{snapped_lon(x_[i]), y_[i]};
        if (ok_[i] != 0 && fits_degrees(p)) {
            points.push_back(p);
        }
    }
    lost_points_ += count - points.size();
    return points;
}

}  // namespace geodata::gdal
