#include "app/scene/ground_scale.h"

#include "geodata/great_circle.h"

#include <algorithm>

namespace app {

std::optional<double> ground_metres_per_pt(const World& world, const render::Camera& camera, render::ScreenPt at) {
    constexpr float half_pt = 10.0F;
    const auto left = world.projection->lonlat_from_world(camera.world_from_screen({at.x - half_pt, at.y}));
    const auto right = world.projection->lonlat_from_world(camera.world_from_screen({at.x + half_pt, at.y}));
    if (!left || !right) {
        return std::nullopt;
    }
    const double metres = geodata::great_circle_distance_m(*left, *right);
    return metres > 0.0 ? std::optional{metres / static_cast<double>(2.0F * half_pt)} : std::nullopt;
}

std::optional<double> ground_scale_of(const World& world, const render::Camera& camera, const render::RectPt& view) {
    const auto middle = ground_metres_per_pt(world, camera, view.center());
    if (!middle) {
        return std::nullopt;
    }
    double least = *middle;
    double most = *middle;
    for (const render::ScreenPt corner : {render::ScreenPt{view.left, view.top},
                                          {view.right, view.top},
                                          {view.left, view.bottom},
                                          {view.right, view.bottom}}) {
        const auto scale = ground_metres_per_pt(world, camera, corner);
        if (!scale) {
            return std::nullopt;
        }
        least = std::min(least, *scale);
        most = std::max(most, *scale);
    }
    return most <= 2.0 * least ? middle : std::nullopt;
}

}  // namespace app
