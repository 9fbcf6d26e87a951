#include "app/scene/border_crossings.h"

#include <cmath>
#include <optional>

namespace app {

namespace {

using events::Event;
using events::Motion;

/// Where the straight line from a to b leaves the country that a is in, found by bisection; nothing when it does not.
std::optional<geodata::WorldXY> leaving_point(const World& world, geodata::WorldXY a, geodata::WorldXY b) {
    const auto home = world.country_at(a);
    if (!home) {
        return std::nullopt;
    }
    constexpr int steps = 64;
    const auto along = [&](double t) { return geodata::WorldXY{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; };
    double inside = 0.0;
    double outside = -1.0;
    for (int i = 1; i <= steps && outside < 0.0; ++i) {
        const double t = static_cast<double>(i) / steps;
        if (world.country_at(along(t)) == home) {
            inside = t;
        } else {
            outside = t;
        }
    }
    if (outside < 0.0) {
        return std::nullopt;
    }
    for (int i = 0; i < 16; ++i) {
        const double t = (inside + outside) / 2.0;
        (world.country_at(along(t)) == home ? inside : outside) = t;
    }
    return along(inside);
}

std::optional<BorderCrossing> crossing_between(const World& world, geodata::WorldXY a, geodata::WorldXY b) {
    const auto at = leaving_point(world, a, b);
    if (!at) {
        return std::nullopt;
    }
    // Two lines beside the first one cross the same border further along; the way from one crossing to the other is its
    // course.
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double beside = 0.06 * length;
    const double nx = -(b.y - a.y) / length * beside;
    const double ny = (b.x - a.x) / length * beside;
    const auto left = leaving_point(world, {a.x + nx, a.y + ny}, {b.x + nx, b.y + ny});
    const auto right = leaving_point(world, {a.x - nx, a.y - ny}, {b.x - nx, b.y - ny});
    double angle = std::atan2(-(b.x - a.x), -(b.y - a.y));  // across the line, on screen
    if (left && right && std::hypot(left->x - right->x, left->y - right->y) < 6.0 * beside) {
        angle = std::atan2(-(left->y - right->y), left->x - right->x);
    }
    return BorderCrossing{*at, angle};
}

}  // namespace

BorderCrossings border_crossings(const World& world) {
    BorderCrossings out;
    for (std::uint32_t i = 0; i < world.events->size(); ++i) {
        const Event& event = (*world.events)[events::EventIndex{i}];
        if (world.events->kinds()[event.kind].motion != Motion::Seal || event.parties.size() != 2 ||
            !event.parties[0].place.at || !event.parties[1].place.at) {
            continue;
        }
        const auto a = world.project(*event.parties[0].place.at);
        const auto b = world.project(*event.parties[1].place.at);
        if (!a || !b) {
            continue;
        }
        if (const auto crossing = crossing_between(world, *a, *b)) {
            out.emplace(i, *crossing);
        }
    }
    return out;
}

}  // namespace app
