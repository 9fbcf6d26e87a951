#include "app/state/go_to_event.h"

#include "app/panels/panel_places.h"
#include "app/state/command.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr double longest_jump_days = 31.0;

geodata::WorldBox box_of(const events::Event& event, const World& world) {
    geodata::WorldBox box;
    const auto add = [&](const events::EventPlace& place) {
        if (const auto at = place.at && world.projection ? world.project(*place.at) : std::nullopt) {
            box.extend(*at);
        }
    };
    for (const events::Party& party : event.parties) {
        add(party.place);
    }
    if (event.venue) {
        add(*event.venue);
    }
    for (const events::RouteLeg& leg : event.path) {
        std::for_each(leg.points.begin(), leg.points.end(), add);
    }
    return box;
}

bool is_seen(const geodata::WorldBox& box, const render::Camera& camera, const render::RectPt& area) {
    return area.contains(camera.screen_from_world({box.min_x, box.max_y})) &&
           area.contains(camera.screen_from_world({box.max_x, box.min_y}));
}

}  // namespace

double day_to_jump_to(const events::Event& event, double otherwise) {
    if (!event.date) {
        return otherwise;
    }
    const events::DaySpan& span = event.date->strict;
    if (std::isfinite(span.start)) {
        return std::max(std::min(span.end, span.start + longest_jump_days) - 0.5, span.start);
    }
    return std::isfinite(span.end) ? span.end - 0.5 : otherwise;
}

render::Camera go_to_event(AppState& state, events::EventIndex index, const World& world) {
    if (static_cast<std::size_t>(index) >= world.events->size()) {
        return state.camera;
    }
    const events::Event event = (*world.events)[index];
    state.selection.event = index;
    state.year_only_shown = state.year_only_shown || (state.time.mode == WindowMode::Moment && is_year_only(event));
    if (!is_in_window(state, world, event)) {
        state.time.playing = false;
        state.time.playhead = day_to_jump_to(event, state.time.playhead);
    }
    const geodata::WorldBox box = box_of(event, world);
    if (box.empty() || is_seen(box, state.camera, fit_area(state, world))) {
        return state.camera;
    }
    const render::Camera fitted = camera_to_fit(box, state, world);
    render::Camera to = fitted;
    to.metres_per_pt = std::max(state.camera.metres_per_pt, fitted.metres_per_pt);
    const render::ScreenPt middle = fit_area(state, world).center();
    const geodata::WorldXY there = box.center();
    to.center = {there.x - static_cast<double>(middle.x - to.size.width / 2.0F) * to.metres_per_pt,
                 there.y + static_cast<double>(middle.y - to.size.height / 2.0F) * to.metres_per_pt};
    return to;
}

}  // namespace app
