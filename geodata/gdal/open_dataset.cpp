#include "geodata/gdal/open_dataset.h"

#include "geodata/gdal/error_capture.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>
#include <algorithm>
#include <array>

namespace geodata::gdal {
namespace {

struct QuickDriver {
    const char* ending;
    const char* name;
    void (*add)();
    const char* option = nullptr;
};
constexpr std::array<QuickDriver, 6> quick_drivers{
    {{"gpkg", "GPKG", &RegisterOGRGeoPackage},
     {"fgb", "FlatGeobuf", &RegisterOGRFlatGeobuf},
     {"shp", "ESRI Shapefile", &RegisterOGRShape},
     {"geojson", "GeoJSON", &RegisterOGRGeoJSON},
     {"json", "GeoJSON", &RegisterOGRGeoJSON},
     {"gml", "GML", &RegisterOGRGML, "WRITE_GFS=NO"}}};  // what it would leave beside the file is its schema

// What a folder or an archive is searched for.
constexpr std::array endings{"shp", "gpkg", "fgb", "geojson", "json", "topojson",
                             "kml", "kmz",  "gml", "gdb",     "tab",  "mif"};

GDALDatasetUniquePtr open(const std::string& path, const QuickDriver& driver) {
    const char* const drivers[] = {driver.name, nullptr};
    const char* const options[] = {driver.option, nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(),
                                                  GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                                  driver.name == nullptr ? nullptr : drivers, options));
}

bool has_ending(const std::string& path, const char* ending) {
    const std::string own = CPLGetExtension(path.c_str());
    return EQUAL(own.c_str(), ending);
}

bool is_folder(const std::string& path) {
    VSIStatBufL status;
    return VSIStatL(path.c_str(), &status) == 0 && VSI_ISDIR(status.st_mode);
}

}  // namespace

bool names_a_missing_file(const std::string& path) {
    VSIStatBufL status;
    return path.find(':') == std::string::npos && path.rfind("/vsi", 0) != 0 && VSIStatL(path.c_str(), &status) != 0;
}

std::vector<std::string> dataset_paths(const std::string& path) {
    const bool zipped = has_ending(path, "zip");
    if (!zipped && (!is_folder(path) || has_ending(path, "gdb"))) {
        return {path};
    }
    const std::string folder = zipped && path.rfind("/vsi", 0) != 0 ? "/vsizip/" + path : path;
    const CPLStringList names(zipped ? VSIReadDirRecursive(folder.c_str()) : VSIReadDir(folder.c_str()));
    std::vector<std::string> paths;
    for (int i = 0; i < names.size(); ++i) {
        std::string name = names[i];
        while (!name.empty() && name.back() == '/') {
            name.pop_back();
        }
        // What macOS adds to archives has the names of the files themselves.
        if (name.rfind("__MACOSX", 0) != 0 &&
            std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return has_ending(name, ending); })) {
            paths.push_back(folder + '/' + name);
        }
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty() && !zipped) {
        paths.push_back(path);
    }
    return paths;
}

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
    for (const QuickDriver& driver : quick_drivers) {
        if (has_ending(path, driver.ending)) {
            driver.add();
            result.value = open(path, driver);
        }
    }
    std::string first_reason = errors.text();
    if (result.value == nullptr) {
        errors.clear();
        GDALAllRegister();
        errors.clear();  // drivers that do not load are not what went wrong with this file
        result.value = open(path, QuickDriver{});
    }
    if (result.value == nullptr) {
        const std::string& reason = first_reason.empty() ? errors.text() : first_reason;
        fail("GDAL cannot open it" + (reason.empty() ? std::string() : " (" + reason + ")"));
    }
    return result;
}

}  // namespace geodata::gdal
