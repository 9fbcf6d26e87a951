#include "geodata/gdal/open_raster.h"

#include "geodata/gdal/error_capture.h"
#include "geodata/gdal/open_dataset.h"
#include "geodata/gdal/transformation.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <gdalwarper.h>
#include <ogr_spatialref.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace geodata::gdal {
namespace {

using Affine = std::array<double, 6>;

// What becomes 0 and what becomes 255.
struct Stretch {
    double low = 0.0;
    double high = 255.0;
};

enum class Colors { Grey, Palette, Rgb };

// Everything about the raster but its pixels.
struct Layout {
    Affine pixel_from_place{};
    Transformation place_from_lonlat;  // null: places are degrees
    double period_px = 0.0;
    Colors colors = Colors::Grey;
    std::array<Stretch, 3> stretch;
    bool plain_bytes = true;
    bool masked = false;
};

// The limits between which 96 of a hundred values lie, from a sample. GDAL's own histogram leaves a file behind.
Stretch stretch_of(GDALRasterBand& band) {
    constexpr int most_px = 512;
    const int width = std::min(band.GetXSize(), most_px);
    const int height = std::min(band.GetYSize(), most_px);
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<std::uint8_t> mask(values.size());
    const auto read = [&](GDALRasterBand& from, void* to, GDALDataType type) {
        return from.RasterIO(GF_Read, 0, 0, band.GetXSize(), band.GetYSize(), to, width, height, type, 0, 0, nullptr) ==
               CE_None;
    };
    if (!read(band, values.data(), GDT_Float32) || !read(*band.GetMaskBand(), mask.data(), GDT_Byte)) {
        return {};
    }
    std::vector<double> known;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (mask[i] != 0 && std::isfinite(values[i])) {
            known.push_back(static_cast<double>(values[i]));
        }
    }
    if (known.empty()) {
        return {};
    }
    std::sort(known.begin(), known.end());
    const auto value_at = [&](double part) {
        return known[static_cast<std::size_t>(std::lround(part * static_cast<double>(known.size() - 1)))];
    };
    const Stretch most{value_at(0.02), value_at(0.98)};
    return most.low < most.high ? most : Stretch{known.front(), std::max(known.back(), known.front() + 1.0)};
}

std::uint8_t byte_from(double value, const Stretch& stretch) {
    const double part = (value - stretch.low) / (stretch.high - stretch.low);
    return static_cast<std::uint8_t>(std::lround(std::clamp(std::isfinite(part) ? part : 0.0, 0.0, 1.0) * 255.0));
}

class GdalRaster final : public Raster {
public:
    GdalRaster(GDALDatasetUniquePtr source, GDALDatasetUniquePtr dataset, Layout layout)
        : source_(std::move(source)), dataset_(std::move(dataset)), layout_(std::move(layout)) {}

    [[nodiscard]] int width_px() const override { return dataset_->GetRasterXSize(); }
    [[nodiscard]] int height_px() const override { return dataset_->GetRasterYSize(); }
    [[nodiscard]] bool is_grey() const override { return layout_.colors == Colors::Grey; }
    [[nodiscard]] double period_px() const override { return layout_.period_px; }

    void locate(std::span<const LonLat> positions, std::span<RasterXY> out) const override {
        std::vector<double> x(positions.size());
        std::vector<double> y(positions.size());
        std::vector<int> ok(positions.size(), 1);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            x[i] = positions[i].lon;
            y[i] = positions[i].lat;
        }
        if (layout_.place_from_lonlat != nullptr && !x.empty()) {
            const ErrorCapture what_proj_says_of_single_points;
            layout_.place_from_lonlat->Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, ok.data());
        }
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        const Affine& a = layout_.pixel_from_place;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const bool good = ok[i] != 0 && std::isfinite(x[i]) && std::isfinite(y[i]);
            out[i] = good ? RasterXY{a[0] + a[1] * x[i] + a[2] * y[i], a[3] + a[4] * x[i] + a[5] * y[i]}
                          : RasterXY{nan, nan};
        }
    }

    [[nodiscard]] RasterPixels read(const RasterWindow& window, int width, int height) const override {
        const ErrorCapture errors;
        RasterPixels pixels{window, width, height, {}, {}};
        pixels.rgba.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 255);
        const bool good = layout_.colors == Colors::Palette ? read_palette(pixels)
                          : layout_.plain_bytes             ? read_bytes(pixels)
                                                            : read_numbers(pixels);
        if (!good) {
            std::fill(pixels.rgba.begin(), pixels.rgba.end(), std::uint8_t{0});
            pixels.why_not = "its pixels cannot be read" + (errors.text().empty() ? "" : " (" + errors.text() + ")");
        } else if (layout_.masked) {
            read_mask(pixels);
        }
        return pixels;
    }

private:
    // Reads one band into every `step`-th value from `to` on.
    template <class Value>
    bool read_band(GDALRasterBand& band, const RasterPixels& pixels, Value* to, GDALDataType type, int step,
                   GDALRIOResampleAlg resampling) const {
        GDALRasterIOExtraArg how;
        INIT_RASTERIO_EXTRA_ARG(how);
        how.eResampleAlg = resampling;
        const auto size = static_cast<GSpacing>(sizeof(Value));
        const RasterWindow& w = pixels.window;
        return band.RasterIO(GF_Read, w.left, w.top, w.width, w.height, to, pixels.width, pixels.height, type,
                             size * step, size * step * pixels.width, &how) == CE_None;
    }

    [[nodiscard]] GDALRasterBand& band(std::size_t channel) const {
        return *dataset_->GetRasterBand(layout_.colors == Colors::Rgb ? static_cast<int>(channel) + 1 : 1);
    }

    [[nodiscard]] std::size_t channels() const { return layout_.colors == Colors::Rgb ? 3 : 1; }

    bool read_bytes(RasterPixels& pixels) const {
        for (std::size_t c = 0; c < channels(); ++c) {
            if (!read_band(band(c), pixels, pixels.rgba.data() + c, GDT_Byte, 4, GRIORA_Average)) {
                return false;
            }
        }
        spread_grey(pixels);
        return true;
    }

    bool read_numbers(RasterPixels& pixels) const {
        std::vector<float> values(pixels.rgba.size() / 4);
        for (std::size_t c = 0; c < channels(); ++c) {
            if (!read_band(band(c), pixels, values.data(), GDT_Float32, 1, GRIORA_Average)) {
                return false;
            }
            for (std::size_t i = 0; i < values.size(); ++i) {
                pixels.rgba[4 * i + c] = byte_from(static_cast<double>(values[i]), layout_.stretch[c]);
            }
        }
        spread_grey(pixels);
        return true;
    }

    bool read_palette(RasterPixels& pixels) const {
        std::vector<std::uint8_t> indices(pixels.rgba.size() / 4);
        if (!read_band(band(0), pixels, indices.data(), GDT_Byte, 1, GRIORA_NearestNeighbour)) {
            return false;
        }
        const GDALColorTable& table = *band(0).GetColorTable();
        for (std::size_t i = 0; i < indices.size(); ++i) {
            GDALColorEntry color{};
            const auto alpha = table.GetColorEntryAsRGB(indices[i], &color) != 0 ? color.c4 : short{0};
            const std::array<short, 4> channels{color.c1, color.c2, color.c3, alpha};
            for (std::size_t c = 0; c < 4; ++c) {
                const int value = c < 3 ? channels[c] * alpha / 255 : alpha;
                pixels.rgba[4 * i + c] = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
            }
        }
        return true;
    }

    void spread_grey(RasterPixels& pixels) const {
        for (std::size_t i = 0; layout_.colors == Colors::Grey && i < pixels.rgba.size(); i += 4) {
            pixels.rgba[i + 1] = pixels.rgba[i + 2] = pixels.rgba[i];
        }
    }

    void read_mask(RasterPixels& pixels) const {
        std::vector<std::uint8_t> mask(pixels.rgba.size() / 4);
        if (!read_band(*band(0).GetMaskBand(), pixels, mask.data(), GDT_Byte, 1, GRIORA_NearestNeighbour)) {
            return;
        }
        for (std::size_t i = 0; i < mask.size(); ++i) {
            for (std::size_t c = 0; c < 4; ++c) {
                pixels.rgba[4 * i + c] = static_cast<std::uint8_t>(pixels.rgba[4 * i + c] * mask[i] / 255);
            }
        }
    }

    GDALDatasetUniquePtr source_;  // what a warped dataset reads from; may be null
    GDALDatasetUniquePtr dataset_;
    Layout layout_;
};

bool lies_somewhere(GDALDataset& dataset, Affine& place_from_pixel) {
    constexpr Affine by_default{0.0, 1.0, 0.0, 0.0, 0.0, 1.0};
    return dataset.GetGeoTransform(place_from_pixel.data()) == CE_None && place_from_pixel != by_default;
}

bool fits_degrees(GDALDataset& dataset, const Affine& a) {
    bool fits = true;
    for (const double x : {0.0, static_cast<double>(dataset.GetRasterXSize())}) {
        for (const double y : {0.0, static_cast<double>(dataset.GetRasterYSize())}) {
            fits =
                fits && std::abs(a[0] + a[1] * x + a[2] * y) <= 540.0 && std::abs(a[3] + a[4] * x + a[5] * y) <= 91.0;
        }
    }
    return fits;
}

// Whether any of a few places in it has a longitude and a latitude. What PROJ cannot do shows only there.
bool has_place_on_earth(GDALDataset& dataset, const Affine& a, const OGRSpatialReference& own,
                        const OGRSpatialReference& wgs84) {
    const Transformation lonlat_from_place(OGRCreateCoordinateTransformation(&own, &wgs84));
    if (lonlat_from_place == nullptr) {
        return false;
    }
    std::array<double, 9> x{};
    std::array<double, 9> y{};
    std::array<int, 9> ok{};
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double column = dataset.GetRasterXSize() * static_cast<double>(i % 3) / 2.0;
        const double row = dataset.GetRasterYSize() * static_cast<double>(i / 3) / 2.0;
        x[i] = a[0] + a[1] * column + a[2] * row;
        y[i] = a[3] + a[4] * column + a[5] * row;
    }
    lonlat_from_place->Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, ok.data());
    bool any = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        any = any || (ok[i] != 0 && std::isfinite(x[i]) && std::isfinite(y[i]));
    }
    return any;
}

class Opener {
public:
    explicit Opener(const std::string& path) : path_(path) {}

    Loaded<std::shared_ptr<const Raster>> open() {
        if (names_a_missing_file(path_)) {
            return failed("no such file");
        }
        GDALAllRegister();
        errors_.clear();
        GDALDatasetUniquePtr source;
        GDALDatasetUniquePtr dataset(GDALDataset::Open(path_.c_str(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR));
        if (dataset == nullptr) {
            return failed(errors_.with_reason("GDAL finds no raster in it"));
        }
        if (dataset->GetRasterCount() == 0) {
            return failed(no_bands(*dataset));
        }
        Affine place_from_pixel{};
        if (!lies_somewhere(*dataset, place_from_pixel)) {
            if (dataset->GetGCPCount() == 0 && dataset->GetMetadata("RPC") == nullptr) {
                return failed(
                    "it does not say where it lies, neither by a geotransform nor by ground control points "
                    "(gdal_translate -a_srs EPSG:4326 -a_ullr WEST NORTH EAST SOUTH gives it one)");
            }
            source = std::move(dataset);
            dataset = warped(*source);
            if (dataset == nullptr || !lies_somewhere(*dataset, place_from_pixel)) {
                return failed(errors_.with_reason("its ground control points make no map"));
            }
        }
        Layout layout;
        if (std::string why_not = place(*dataset, place_from_pixel, layout); !why_not.empty()) {
            return failed(std::move(why_not));
        }
        look_at_bands(*dataset, layout);
        return {std::make_shared<const GdalRaster>(std::move(source), std::move(dataset), std::move(layout)), {}};
    }

private:
    [[nodiscard]] Loaded<std::shared_ptr<const Raster>> failed(std::string what) const {
        return {nullptr, {{Severity::Error, std::move(what), path_, 0, 0, {}}}};
    }

    static std::string no_bands(GDALDataset& dataset) {
        const CPLStringList parts(dataset.GetMetadata("SUBDATASETS"), FALSE);
        const char* first = parts.FetchNameValue("SUBDATASET_1_NAME");
        return std::string("it has no bands") +
               (first == nullptr ? "" : std::string(", but parts that have; name one of them, such as ") + first);
    }

    static GDALDatasetUniquePtr warped(GDALDataset& source) {
        const char* from = source.GetGCPCount() > 0 ? source.GetGCPProjection() : "";
        return GDALDatasetUniquePtr(GDALDataset::FromHandle(GDALAutoCreateWarpedVRT(
            GDALDataset::ToHandle(&source), from == nullptr || *from == '\0' ? SRS_WKT_WGS84_LAT_LONG : from,
            SRS_WKT_WGS84_LAT_LONG, GRA_Bilinear, 0.0, nullptr)));
    }

    // Fills in where the raster lies; gives what is wrong, if anything.
    [[nodiscard]] std::string place(GDALDataset& dataset, const Affine& place_from_pixel, Layout& layout) {
        Affine forward = place_from_pixel;
        if (GDALInvGeoTransform(forward.data(), layout.pixel_from_place.data()) == 0) {
            return "its geotransform has no inverse";
        }
        const OGRSpatialReference* crs = dataset.GetSpatialRef();
        const bool known = is_on_earth(crs);
        bool degrees = !known;
        if (known) {
            OGRSpatialReference wgs84;
            wgs84.SetWellKnownGeogCS("WGS84");
            wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            OGRSpatialReference own(*crs);
            own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            degrees = own.IsGeographic() != 0 && std::abs(own.GetAngularUnits() * 57.29577951308232 - 1.0) < 1e-9;
            errors_.clear();
            layout.place_from_lonlat.reset(OGRCreateCoordinateTransformation(&wgs84, &own));
            if (layout.place_from_lonlat == nullptr || !has_place_on_earth(dataset, place_from_pixel, own, wgs84)) {
                return errors_.with_reason("PROJ rejects its coordinate reference system");
            }
        } else if (!fits_degrees(dataset, place_from_pixel)) {
            return "it has no coordinate reference system, and its coordinates are not degrees; give it one "
                   "(gdal_translate "
                   "-a_srs EPSG:n)";
        }
        if (degrees && place_from_pixel[2] == 0.0) {
            layout.period_px = 360.0 / std::abs(place_from_pixel[1]);
        }
        return {};
    }

    static void look_at_bands(GDALDataset& dataset, Layout& layout) {
        GDALRasterBand& first = *dataset.GetRasterBand(1);
        const int count = dataset.GetRasterCount();
        if (first.GetColorTable() != nullptr && first.GetRasterDataType() == GDT_Byte) {
            layout.colors = Colors::Palette;
        } else if (count >= 3) {
            layout.colors = Colors::Rgb;
        }
        layout.masked = (first.GetMaskFlags() & GMF_ALL_VALID) == 0;
        for (int c = 0; c < (layout.colors == Colors::Rgb ? 3 : 1); ++c) {
            GDALRasterBand& band = *dataset.GetRasterBand(c + 1);
            if (band.GetRasterDataType() != GDT_Byte) {
                layout.plain_bytes = false;
                layout.stretch[static_cast<std::size_t>(c)] = stretch_of(band);
            }
        }
    }

    const std::string& path_;
    ErrorCapture errors_;
};

}  // namespace

Loaded<std::shared_ptr<const Raster>> open_raster(const std::string& path) {
    return Opener(path).open();
}

}  // namespace geodata::gdal
