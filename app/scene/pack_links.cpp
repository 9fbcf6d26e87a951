#include "app/scene/pack_links.h"

#include "app/scene/motions/motions.h"
#include "app/scene/pack_bundles.h"
#include "app/scene/palette.h"
#include "app/state/between.h"

#include <algorithm>

namespace app {

namespace {

using events::Motion;

/// What is left of a link once it is over: moments fade, meetings and statements also stand back.
float presence_of(const motions::Brush& b) {
    const bool stands_back = b.link.motion == Motion::Gather || b.link.motion == Motion::Strike;
    return b.phase.presence * (b.phase.over && stands_back ? 0.45F : 1.0F);
}

/// Something of it may show: the room round the screen is for what reaches beyond a path.
bool is_seen(const LinkLayout& link, render::SizePt size) {
    constexpr float room_pt = 60.0F;
    const render::RectPt screen = render::RectPt{0.0F, 0.0F, size.width, size.height}.grown(room_pt);
    auto box = render::RectPt::nothing();
    const auto extend = [&](render::ScreenPt p) { box.extend(p); };
    for (const render::Path& path : link.paths) {
        std::for_each(path.points.begin(), path.points.end(), extend);
    }
    std::for_each(link.stops.begin(), link.stops.end(), extend);
    if (link.hub) {
        extend(*link.hub);
    }
    return box.right >= screen.left && box.left <= screen.right && box.bottom >= screen.top && box.top <= screen.bottom;
}

motions::Brush brush_for(const LinkLayout& link, const LinkScene& scene, const AppState& state, const World& world,
                         const KindColors& colors, render::LinkBatch& out) {
    const events::Event& event = (*world.events)[link.event];
    const events::Status status = status_of(event, state.time);
    const Emphasis emphasis = emphasis_of(state, world, link.event);
    const Phase phase = phase_of(event, state.time, stays(event, state.time, world));
    motions::Brush brush{link, event, *state.theme, out, state.time, phase, colors[event.kind]};
    brush.tau = static_cast<float>(state.reduced_motion ? still_clock_s : state.clock_s + still_clock_s);
    brush.ghost = events::is_ghost(status) || link.shut;
    brush.cancelled = status == events::Status::Cancelled;
    brush.suspended = status == events::Status::Suspended;
    brush.doubtful = event.date && event.date->is_doubtful();
    brush.still = emphasis == Emphasis::Dimmed;
    brush.plain = scene.is_crowded() && emphasis != Emphasis::Strong;
    brush.width = emphasis == Emphasis::Strong ? 1.25F : 1.0F;
    brush.extra = motions::value_extra_pt(link.value_share);
    const float certainty = brush.cancelled ? 0.42F : brush.ghost ? 0.62F : brush.doubtful ? 0.90F : 1.0F;
    const float strength = emphasis == Emphasis::Strong ? 1.0F : presence_of(brush) * opacity_of(emphasis);
    brush.hue.a = certainty * strength;
    return brush;
}

}  // namespace

Emphasis emphasis_of(const AppState& state, const World& world, events::EventIndex index) {
    if (state.hover.pair) {
        return Emphasis::Aside;
    }
    if (state.hover.event) {
        return *state.hover.event == index ? Emphasis::Strong : Emphasis::Aside;
    }
    if (state.timeline_hover.event) {
        return *state.timeline_hover.event == index ? Emphasis::Strong : Emphasis::Aside;
    }
    if (state.timeline_hover.bar) {
        return holds(*state.timeline_hover.bar, world, index) ? Emphasis::Strong : Emphasis::Aside;
    }
    if (has_pair(state) && state.pair.pointed) {
        return *state.pair.pointed == index ? Emphasis::Strong : Emphasis::Aside;
    }
    if (state.selection.event) {
        return *state.selection.event == index ? Emphasis::Strong : Emphasis::Aside;
    }
    const auto& chosen = state.selection.countries;
    if (chosen.empty()) {
        return Emphasis::Normal;
    }
    const events::Event& event = (*world.events)[index];
    const bool touched = has_pair(state) ? is_between(event, chosen)
                                         : std::any_of(chosen.begin(), chosen.end(),
                                                       [&](const std::string& code) { return event.touches(code); });
    return touched ? Emphasis::Normal : Emphasis::Dimmed;
}

float opacity_of(Emphasis emphasis) {
    switch (emphasis) {
        case Emphasis::Dimmed:
            return 0.25F;
        case Emphasis::Aside:
            return 0.45F;
        default:
            return 1.0F;
    }
}

std::optional<render::ScreenPt> head_of(const LinkLayout& link, const Phase& phase) {
    if (link.motion != Motion::Travel || link.paths.empty() || phase.passed >= 1.0) {
        return std::nullopt;
    }
    const render::Path& path = link.paths.front();
    return render::at(path, path.length() * motions::smoothstep(static_cast<float>(phase.passed))).at;
}

render::LinkBatch pack_links(const LinkScene& scene, const AppState& state, const World& world) {
    render::LinkBatch out;
    const KindColors colors{world.events->kinds(), *state.theme};
    pack_bundles(scene.bundles, state, world, out);
    for (const Rosette& rosette : scene.rosettes) {
        out.add(render::Mark{
            .at = rosette.at, .hue = render::with_alpha(state.theme->text_2, 0.32F), .radius = 12.5F, .ring = 0.45F});
    }
    for (const LinkLayout& link : scene.links) {
        if (is_seen(link, state.camera.size)) {
            motions::draw(brush_for(link, scene, state, world, colors, out));
        }
    }
    if (scene.is_crowded()) {
        out.sort_by_pattern();
    }
    return out;
}

}  // namespace app
