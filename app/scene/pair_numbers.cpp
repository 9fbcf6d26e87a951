#include "app/scene/pair_numbers.h"

#include "app/state/between.h"

#include <algorithm>
#include <array>
#include <map>

namespace app {

namespace {

using render::ScreenPt;

constexpr float apart_pt = 2.0F * number_disc_pt + 2.0F;
constexpr float beside_hub_pt = 20.0F;

/// From the middle outwards; a seal or a pair of bars has the middle for itself.
std::vector<ScreenPt> places_along(const render::Path& path, bool middle_taken) {
    std::vector<ScreenPt> places;
    constexpr std::array<float, 6> steps{0.0F, 0.09F, 0.18F, 0.26F, 0.34F, 0.40F};
    for (const float step : steps) {
        const float off = middle_taken ? 0.12F + 0.7F * step : step;
        for (const float u : {0.5F + off, 0.5F - off}) {
            places.push_back(render::at(path, path.length() * u).at);
        }
    }
    return places;
}

std::vector<ScreenPt> places_of(const LinkLayout& link) {
    using events::Motion;
    const bool spokes = link.motion == Motion::Gather || link.paths.size() > 1;
    if (!link.paths.empty() && !(spokes && link.hub)) {
        return places_along(link.paths.front(), link.motion == Motion::Bond || link.motion == Motion::Seal);
    }
    if (!link.hub) {
        return {};
    }
    const ScreenPt hub = *link.hub;
    const float aslant = 0.75F * beside_hub_pt;
    return {{hub.x + beside_hub_pt, hub.y},        {hub.x - beside_hub_pt, hub.y},
            {hub.x, hub.y + beside_hub_pt},        {hub.x, hub.y - beside_hub_pt - 8.0F},
            {hub.x + aslant, hub.y + aslant},      {hub.x - aslant, hub.y + aslant},
            {hub.x + 2.0F * beside_hub_pt, hub.y}, {hub.x - 2.0F * beside_hub_pt, hub.y}};
}

}  // namespace

std::vector<NumberDisc> pair_numbers(const AppState& state, const World& world, const LinkScene& scene,
                                     std::span<const render::RectPt> covered) {
    if (!has_pair(state) || !state.panels_shown) {
        return {};
    }
    std::map<events::EventIndex, std::size_t> numbers;
    for (const events::EventIndex index : events_between(*world.events, state.selection.countries)) {
        numbers.emplace(index, numbers.size() + 1);
    }
    const render::RectPt screen =
        render::RectPt{0.0F, 0.0F, state.camera.size.width, state.camera.size.height}.grown(-number_disc_pt);
    std::vector<NumberDisc> discs;
    const auto is_free = [&](ScreenPt at) {
        return screen.contains(at) &&
               std::none_of(covered.begin(), covered.end(),
                            [at](const render::RectPt& panel) { return panel.grown(number_disc_pt).contains(at); }) &&
               std::none_of(discs.begin(), discs.end(),
                            [at](const NumberDisc& disc) { return render::distance(disc.at, at) < apart_pt; });
    };
    for (const LinkLayout& link : scene.links) {
        const auto found = numbers.find(link.event);
        if (found == numbers.end()) {
            continue;
        }
        const std::vector<ScreenPt> places = places_of(link);
        if (const auto place = std::find_if(places.begin(), places.end(), is_free); place != places.end()) {
            discs.push_back({link.event, found->second, *place});
            numbers.erase(found);
        }
    }
    return discs;
}

}  // namespace app
