#include "app/scene/small_states.h"

#include "geodata/great_circle.h"
#include "render/curve.h"

#include <cmath>
#include <numbers>

namespace app {

namespace {

constexpr double smallest_pt = 6.0;
constexpr double far_m_per_pt = 7500.0;

/// The side of a square of the country's area.
double side_m(const geodata::Country& country) {
    const double narrowing = std::cos(country.label_at.lat * std::numbers::pi / 180.0);
    return geodata::metres_per_degree * std::sqrt(std::max(0.0, country.area_deg2 * narrowing));
}

}  // namespace

bool is_small_state(const World& world, std::size_t index, const render::Camera& camera) {
    const geodata::Country& country = world.boundaries->countries()[index];
    return side_m(country) < smallest_pt * camera.metres_per_pt && !country.code.empty() &&
           (country.in_region || camera.metres_per_pt < far_m_per_pt) &&
           world.gazetteer.places.capital(country.code) != nullptr;
}

std::vector<SmallState> small_states(const World& world, const render::Camera& camera) {
    std::vector<SmallState> out;
    for (std::size_t i = 0; i < world.boundaries->countries().size(); ++i) {
        if (!is_small_state(world, i, camera)) {
            continue;
        }
        const auto there = world.project(world.boundaries->countries()[i].label_at);
        if (!there) {
            continue;
        }
        const render::ScreenPt at = camera.screen_from_world(*there);
        if (at.x >= 0.0F && at.y >= 0.0F && at.x < camera.size.width && at.y < camera.size.height) {
            out.push_back({static_cast<geodata::CountryId>(i), at});
        }
    }
    return out;
}

std::optional<geodata::CountryId> small_state_at(const World& world, const render::Camera& camera, render::ScreenPt at,
                                                 float reach_pt) {
    std::optional<geodata::CountryId> found;
    float nearest = reach_pt;
    for (const SmallState& state : small_states(world, camera)) {
        const float away = render::distance(state.at, at);
        if (away <= nearest) {
            nearest = away;
            found = state.country;
        }
    }
    return found;
}

}  // namespace app
