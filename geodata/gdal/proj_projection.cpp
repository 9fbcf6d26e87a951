#include "geodata/gdal/proj_projection.h"

#include "geodata/gdal/error_capture.h"
#include "geodata/gdal/find_domain.h"
#include "geodata/gdal/transformation.h"
#include "geodata/great_circle.h"

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

/// PROJ both ways, without any limits.
class Transforms {
public:
    Transforms(Transformation forward, Transformation inverse, double metres_per_unit)
        : forward_(std::move(forward)), inverse_(std::move(inverse)), metres_per_unit_(metres_per_unit) {}

    [[nodiscard]] std::optional<LonLat> back(WorldXY p) const {
        double x = p.x / metres_per_unit_;
        double y = p.y / metres_per_unit_;
        int ok = 0;
        const Silence silence;
        inverse_->Transform(1, &x, &y, nullptr, &ok);
        return ok != 0 && std::isfinite(x) && std::isfinite(y) ? std::optional(LonLat{x, y}) : std::nullopt;
    }

    void there(std::span<const LonLat> in, std::span<WorldXY> out) const {
        const Silence silence;
        // In blocks, so that the copies that OGR's separate arrays need stay in the cache.
        for (std::size_t i = 0; i < in.size(); i += block) {
            const std::size_t count = std::min(block, in.size() - i);
            project_block(in.subspan(i, count), out.subspan(i, count));
        }
    }

    void there_and_back(std::span<const LonLat> in, std::span<WorldXY> out) const {
        there(in, out);
        const Silence silence;
        std::vector<double> x(in.size());
        std::vector<double> y(in.size());
        std::vector<int> ok(in.size());
        for (std::size_t i = 0; i < in.size(); ++i) {
            x[i] = std::isnan(out[i].x) ? 0.0 : out[i].x / metres_per_unit_;
            y[i] = std::isnan(out[i].x) ? 0.0 : out[i].y / metres_per_unit_;
        }
        inverse_->Transform(static_cast<int>(in.size()), x.data(), y.data(), nullptr, ok.data());
        constexpr double same_place_m = 1000.0;  // Robinson's table is that coarse; what goes wrong goes further
        for (std::size_t i = 0; i < in.size(); ++i) {
            if (ok[i] == 0 || !(great_circle_distance_m(in[i], {x[i], y[i]}) <= same_place_m)) {
                out[i] = {nan, nan};
            }
        }
    }

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

    Transformation forward_;
    Transformation inverse_;
    double metres_per_unit_;
};

class ProjProjection final : public Projection {
public:
    ProjProjection(std::string definition, Transforms transforms, Domain domain)
        : definition_(std::move(definition)), transforms_(std::move(transforms)), domain_(domain) {}

    [[nodiscard]] const Domain& domain() const override { return domain_; }

    [[nodiscard]] std::optional<WorldXY> world_from_lonlat(LonLat p) const override {
        if (!contains(domain_, p)) {
            return std::nullopt;
        }
        WorldXY out;
        transforms_.there({&p, 1}, {&out, 1});
        return std::isnan(out.x) ? std::nullopt : std::optional(out);
    }

    [[nodiscard]] std::optional<LonLat> lonlat_from_world(WorldXY p) const override {
        const auto there = std::isfinite(p.x) && std::isfinite(p.y) ? transforms_.back(p) : std::nullopt;
        const auto back = there ? world_from_lonlat(*there) : std::nullopt;
        // Beside the map PROJ's formulas go on, round the world or into nowhere, and do not lead back.
        constexpr double same_place_m = 1000.0;
        return back && std::hypot(back->x - p.x, back->y - p.y) <= same_place_m ? there : std::nullopt;
    }

    void project(std::span<const LonLat> in, std::span<WorldXY> out) const override { transforms_.there(in, out); }

    [[nodiscard]] const std::string& definition() const override { return definition_; }

private:
    std::string definition_;
    Transforms transforms_;
    Domain domain_;
};

Problem error(const std::string& what) {
    return {.severity = Severity::Error, .what = what, .file = {}, .line = 0, .column = 0, .pointer = {}};
}

// As far as PROJ can say it; the parameters that matter here it always can.
std::string proj_text_of(const OGRSpatialReference& plane) {
    char* text = nullptr;
    const bool known = plane.exportToProj4(&text) == OGRERR_NONE && text != nullptr;
    std::string result = known ? text : "";
    CPLFree(text);
    return result;
}

bool is_empty(const Domain& domain) {
    const auto* window = std::get_if<LonLatWindow>(&domain);
    return window != nullptr && window->north <= window->south;
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
                {error(errors.with_reason("PROJ does not know WGS 84; is its database (proj.db) installed?"))}};
    }
    // OGR would fetch a definition that is an address; Caravan never uses the network.
    const char* const offline[] = {"ALLOW_NETWORK_ACCESS=NO", nullptr};
    if (definition.empty() || plane.SetFromUserInput(definition.c_str(), offline) != OGRERR_NONE) {
        return {nullptr, {error(errors.with_reason("PROJ does not know the projection '" + definition + "'"))}};
    }
    if (plane.IsProjected() == 0) {
        return {nullptr,
                {error("'" + definition + "' is no projection onto a plane; try EPSG:3857 or " + default_projection)}};
    }
    Transformation forward(OGRCreateCoordinateTransformation(&wgs84, &plane));
    Transformation inverse(OGRCreateCoordinateTransformation(&plane, &wgs84));
    if (!forward || !inverse) {
        return {nullptr, {error(errors.with_reason("PROJ cannot project with '" + definition + "'"))}};
    }
    const double metres_per_unit = plane.GetLinearUnits();
    Transforms transforms{std::move(forward), std::move(inverse), metres_per_unit};
    // Some definitions are understood but project nothing, or have no way back, which pointing at the map needs.
    const Domain domain =
        metres_per_unit > 0.0
            ? find_domain(
                  proj_text_of(plane),
                  [&](std::span<const LonLat> in, std::span<WorldXY> out) { transforms.there_and_back(in, out); },
                  plane.GetPrimeMeridian())
            : Domain{LonLatWindow{0.0, whole_half_width_deg, 0.0, 0.0}};
    if (is_empty(domain)) {
        return {nullptr, {error("'" + definition + "' projects no place both ways; a map needs the inverse, too")}};
    }
    return {std::make_shared<const ProjProjection>(definition, std::move(transforms), domain), {}};
}

}  // namespace geodata::gdal
