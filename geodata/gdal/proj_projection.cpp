#include "geodata/gdal/proj_projection.h"

#include "geodata/gdal/error_capture.h"

#include <ogr_spatialref.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace geodata::gdal {
namespace {

struct TransformationDeleter {
    void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
};
using Transformation = std::unique_ptr<OGRCoordinateTransformation, TransformationDeleter>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// What PROJ says about each point that it cannot project is of no interest: the result tells.
class Silence {
public:
    Silence() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~Silence() { CPLPopErrorHandler(); }
    Silence(const Silence&) = delete;
    Silence(Silence&&) = delete;
    Silence& operator=(const Silence&) = delete;
    Silence& operator=(Silence&&) = delete;
};

class ProjProjection final : public Projection {
public:
    ProjProjection(std::string definition, Transformation forward, Transformation inverse, double metres_per_unit)
        : definition_(std::move(definition)),
          forward_(std::move(forward)),
          inverse_(std::move(inverse)),
          metres_per_unit_(metres_per_unit) {}

    [[nodiscard]] std::optional<WorldXY> world_from_lonlat(LonLat p) const override {
        WorldXY out;
        project({&p, 1}, {&out, 1});
        return std::isnan(out.x) ? std::nullopt : std::optional(out);
    }

    [[nodiscard]] std::optional<LonLat> lonlat_from_world(WorldXY p) const override {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
            return std::nullopt;
        }
        double x = p.x / metres_per_unit_;
        double y = p.y / metres_per_unit_;
        int ok = 0;
        const Silence silence;
        inverse_->Transform(1, &x, &y, nullptr, &ok);
        return ok != 0 && std::isfinite(x) && std::isfinite(y) ? std::optional(LonLat{x, y}) : std::nullopt;
    }

    void project(std::span<const LonLat> in, std::span<WorldXY> out) const override {
        const Silence silence;
        // In blocks, so that the copies that OGR's separate arrays need stay in the cache.
        for (std::size_t i = 0; i < in.size(); i += block) {
            const std::size_t count = std::min(block, in.size() - i);
            project_block(in.subspan(i, count), out.subspan(i, count));
        }
    }

    [[nodiscard]] const std::string& definition() const override { return definition_; }

private:
    static constexpr std::size_t block = 1024;

    void project_block(std::span<const LonLat> in, std::span<WorldXY> out) const {
        std::array<double, block> x;
        std::array<double, block> y;
        std::array<int, block> ok{};
        for (std::size_t i = 0; i < in.size(); ++i) {
            x[i] = in[i].lon;
            y[i] = in[i].lat;
        }
        forward_->Transform(static_cast<int>(in.size()), x.data(), y.data(), nullptr, ok.data());
        for (std::size_t i = 0; i < in.size(); ++i) {
            const bool good = ok[i] != 0 && std::isfinite(x[i]) && std::isfinite(y[i]);
            out[i] = good ? WorldXY{x[i] * metres_per_unit_, y[i] * metres_per_unit_} : WorldXY{nan, nan};
        }
    }

    std::string definition_;
    Transformation forward_;
    Transformation inverse_;
    double metres_per_unit_;
};

Problem error(const std::string& what) {
    return {.severity = Severity::Error, .what = what, .file = {}, .line = 0, .column = 0, .pointer = {}};
}

std::string with_reason(const std::string& what, const ErrorCapture& errors) {
    return errors.text().empty() ? what : what + " (" + errors.text() + ")";
}

// Some definitions are understood but project nothing, or have no way back, which pointing at the map needs.
bool works_somewhere(const Projection& projection) {
    for (int lat = -80; lat <= 80; lat += 20) {
        for (int lon = -180; lon < 180; lon += 20) {
            const auto there = projection.world_from_lonlat({static_cast<double>(lon), static_cast<double>(lat)});
            if (there && projection.lonlat_from_world(*there)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

Loaded<std::shared_ptr<const Projection>> make_projection(const std::string& definition) {
    const ErrorCapture errors;
    OGRSpatialReference plane;
    OGRSpatialReference wgs84;
    plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (wgs84.SetWellKnownGeogCS("WGS84") != OGRERR_NONE) {
        return {nullptr,
                {error(with_reason("PROJ does not know WGS 84; is its database (proj.db) installed?", errors))}};
    }
    // OGR would fetch a definition that is an address; Caravan never uses the network.
    const char* const offline[] = {"ALLOW_NETWORK_ACCESS=NO", nullptr};
    if (definition.empty() || plane.SetFromUserInput(definition.c_str(), offline) != OGRERR_NONE) {
        return {nullptr, {error(with_reason("PROJ does not know the projection '" + definition + "'", errors))}};
    }
    if (plane.IsProjected() == 0) {
        return {nullptr,
                {error("'" + definition + "' is no projection onto a plane; try EPSG:3857 or " + default_projection)}};
    }
    Transformation forward(OGRCreateCoordinateTransformation(&wgs84, &plane));
    Transformation inverse(OGRCreateCoordinateTransformation(&plane, &wgs84));
    if (!forward || !inverse) {
        return {nullptr, {error(with_reason("PROJ cannot project with '" + definition + "'", errors))}};
    }
    const double metres_per_unit = plane.GetLinearUnits();
    auto projection =
        std::make_shared<const ProjProjection>(definition, std::move(forward), std::move(inverse), metres_per_unit);
    if (!(metres_per_unit > 0.0) || !works_somewhere(*projection)) {
        return {nullptr, {error("'" + definition + "' projects no place both ways; a map needs the inverse, too")}};
    }
    return {std::move(projection), {}};
}

}  // namespace geodata::gdal
