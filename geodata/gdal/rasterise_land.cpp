#include "geodata/gdal/rasterise_land.h"

#include "geodata/gdal/error_capture.h"
#include "geodata/gdal/ogr_shapes.h"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_geometry.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>

namespace geodata::gdal {

namespace {

[[noreturn]] void fail(const ErrorCapture& errors) {
    throw std::runtime_error("the land cannot be made into cells: " + errors.text());
}

}  // namespace

LandRaster rasterised_land(const BoundarySet& boundaries) {
    const ErrorCapture errors;
    LandRaster land{std::vector<std::uint8_t>(static_cast<std::size_t>(cell_columns) * cell_rows, 0)};
    GDALAllRegister();
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    if (memory == nullptr) {
        fail(errors);
    }
    const std::unique_ptr<GDALDataset> raster{memory->Create("", cell_columns, cell_rows, 1, GDT_Byte, nullptr)};
    if (raster == nullptr) {
        fail(errors);
    }
    constexpr double step = 1.0 / cells_per_degree;
    std::array<double, 6> place{-180.0, step, 0.0, -90.0, 0.0, step};  // rows from the south
    raster->SetGeoTransform(place.data());
    std::vector<std::unique_ptr<OGRMultiPolygon>> owned;
    std::vector<OGRGeometryH> shapes;
    for (const Country& country : boundaries.countries()) {
        owned.push_back(ogr_from_polygons(country.polygons));
        shapes.push_back(OGRGeometry::ToHandle(owned.back().get()));
    }
    std::array<int, 1> bands{1};
    const std::vector<double> values(shapes.size(), 1.0);
    CPLStringList options;
    options.SetNameValue("ALL_TOUCHED", "TRUE");
    if (!shapes.empty() && GDALRasterizeGeometries(GDALDataset::ToHandle(raster.get()), 1, bands.data(),
                                                   static_cast<int>(shapes.size()), shapes.data(), nullptr, nullptr,
                                                   values.data(), options.List(), nullptr, nullptr) != CE_None) {
        fail(errors);
    }
    if (raster->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, cell_columns, cell_rows, land.cells.data(), cell_columns,
                                           cell_rows, GDT_Byte, 0, 0, nullptr) != CE_None) {
        fail(errors);
    }
    return land;
}

}  // namespace geodata::gdal
