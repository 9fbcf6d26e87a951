#include "app/state/carry_camera.h"

#include <cmath>

namespace app {

namespace {

using geodata::LonLat;

/// How large a small square of degrees is drawn, as the length of its side; only good for comparing at one place.
std::optional<double> metres_per_degree(const geodata::Projection& projection, LonLat at) {
    constexpr double step_deg = 0.01;
    const double towards_equator = at.lat > 0.0 ? -step_deg : step_deg;
    const double towards_greenwich = at.lon > 0.0 ? -step_deg : step_deg;
    const auto here = projection.world_from_lonlat(at);
    const auto beside = projection.world_from_lonlat({at.lon + towards_greenwich, at.lat});
    const auto above = projection.world_from_lonlat({at.lon, at.lat + towards_equator});
    if (!here || !beside || !above) {
        return std::nullopt;
    }
    const double area = (beside->x - here->x) * (above->y - here->y) - (beside->y - here->y) * (above->x - here->x);
    return std::abs(area) > 0.0 ? std::optional{std::sqrt(std::abs(area)) / step_deg} : std::nullopt;
}

}  // namespace

std::optional<render::Camera> carried_camera(const render::Camera& camera, const World& from, const World& to) {
    const auto middle = from.projection->lonlat_from_world(camera.center);
    const auto there = middle ? to.project(*middle) : std::nullopt;
    if (!there) {
        return std::nullopt;
    }
    const auto before = metres_per_degree(*from.projection, *middle);
    const auto after = metres_per_degree(*to.projection, *middle);
    if (!before || !after) {
        return std::nullopt;
    }
    render::Camera carried = camera;
    carried.center = *there;
    carried.metres_per_pt = camera.metres_per_pt * *after / *before;
    return carried;
}

}  // namespace app
