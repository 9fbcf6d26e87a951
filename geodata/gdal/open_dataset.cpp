#include "geodata/gdal/open_dataset.h"

#include "geodata/gdal/error_capture.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>
#include <array>

namespace geodata::gdal {
namespace {

struct QuickDriver {
    const char* ending;
    const char* name;
    void (*add)();
};
constexpr std::array<QuickDriver, 5> quick_drivers{{{"gpkg", "GPKG", &RegisterOGRGeoPackage},
                                                    {"fgb", "FlatGeobuf", &RegisterOGRFlatGeobuf},
                                                    {"shp", "ESRI Shapefile", &RegisterOGRShape},
                                                    {"geojson", "GeoJSON", &RegisterOGRGeoJSON},
                                                    {"json", "GeoJSON", &RegisterOGRGeoJSON}}};

GDALDatasetUniquePtr open(const std::string& path, const char* only_driver) {
    const char* const drivers[] = {only_driver, nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(),
                                                  GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                                  only_driver == nullptr ? nullptr : drivers));
}

// Connection strings (`PG:dbname=...`) and GDAL's own file systems (`/vsizip/...`) are not looked for on the disk.
bool names_a_missing_file(const std::string& path) {
    VSIStatBufL status;
    return path.find(':') == std::string::npos && path.rfind("/vsi", 0) != 0 && VSIStatL(path.c_str(), &status) != 0;
}

}  // namespace

Loaded<GDALDatasetUniquePtr> open_dataset(const std::string& path) {
    Loaded<GDALDatasetUniquePtr> result;
    ErrorCapture errors;
    const auto fail = [&](std::string what) {
        result.problems.push_back({Severity::Error, std::move(what), path, 0, 0, {}});
    };
    if (names_a_missing_file(path)) {
        fail("no such file");
        return result;
    }
    const std::string ending = CPLGetExtension(path.c_str());
    for (const QuickDriver& driver : quick_drivers) {
        if (EQUAL(ending.c_str(), driver.ending)) {
            driver.add();
            result.value = open(path, driver.name);
        }
    }
    std::string first_reason = errors.text();
    if (result.value == nullptr) {
        errors.clear();
        GDALAllRegister();
        errors.clear();  // drivers that do not load are not what went wrong with this file
        result.value = open(path, nullptr);
    }
    if (result.value == nullptr) {
        const std::string& reason = first_reason.empty() ? errors.text() : first_reason;
        fail("GDAL cannot open it" + (reason.empty() ? std::string() : " (" + reason + ")"));
    }
    return result;
}

}  // namespace geodata::gdal
