#include "app/scene/rung.h"

#include "app/scene/link_fans.h"
#include "app/scene/motions/motions.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace app {

namespace {

using events::Motion;
using events::Role;

constexpr float off_rail_pt = 7.0F;  // rungs stop so short of their rails
constexpr float near_rail = 0.19F;   // where marks stand, beside their rail
constexpr float pin_foot_pt = 7.0F;  // a pin stands about the middle of its rung

std::optional<std::size_t> rail_of(std::string_view code, std::span<const std::string> countries) {
    const auto found = std::find(countries.begin(), countries.end(), code);
    return found == countries.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - countries.begin())};
}

std::optional<std::size_t> rail_with(const events::Event& event, std::span<const std::string> countries, auto has_role,
                                     std::optional<std::size_t> but = {}) {
    for (const events::Party& party : event.parties) {
        const auto rail = has_role(party.role) ? rail_of(party.code, countries) : std::nullopt;
        if (rail && rail != but) {
            return rail;
        }
    }
    return std::nullopt;
}

bool is_goal(Role role) {
    return role == Role::To || role == Role::Host;
}

/// Both ends of what has a direction.
void direct(Rung& rung, const events::Event& event, std::span<const std::string> countries) {
    std::optional<std::size_t> from;
    std::optional<std::size_t> to;
    if (!event.path.empty()) {
        from =
            event.path.front().directed ? rail_of(event.path.front().points.front().country, countries) : std::nullopt;
        to = rail_of(event.path.back().points.back().country, countries);
    } else {
        from = rail_with(event, countries, [](Role role) { return role == Role::From; });
        to = rail_with(event, countries, is_goal, from);
    }
    if (from && to && from != to) {
        rung.from = *from;
        rung.to = *to;
        rung.directed = true;
    }
}

bool stands_at_venue(const events::Event& event, const events::Kind& kind) {
    const bool may = kind.motion == Motion::Strike || kind.style == "security";
    return may && event.venue && event.venue->at &&
           std::none_of(event.parties.begin(), event.parties.end(), [&](const events::Party& party) {
               return party.place.at && key_of(*party.place.at) == key_of(*event.venue->at);
           });
}

double distance_to(std::string_view code, const events::Event& event, geodata::LonLat at) {
    for (const events::Party& party : event.parties) {
        if (party.code == code && party.place.at) {
            return std::hypot(std::remainder(party.place.at->lon - at.lon, 360.0), party.place.at->lat - at.lat);
        }
    }
    return 180.0;
}

/// Beside the rail whose country is clearly nearer to the venue, or whose country is host; else half way.
float hub_place(const Rung& rung, const events::Event& event, std::span<const std::string> countries) {
    const std::size_t first = rung.touched.front();
    const std::size_t last = rung.touched.back();
    if (event.venue && event.venue->at) {
        const double to_first = distance_to(countries[first], event, *event.venue->at);
        const double to_last = distance_to(countries[last], event, *event.venue->at);
        constexpr double clearly = 0.4;
        const double share = to_first / std::max(1e-6, to_first + to_last);
        return share < clearly ? near_rail : share > 1.0 - clearly ? 1.0F - near_rail : 0.5F;
    }
    const auto host = rail_with(event, countries, is_goal);
    return host == first ? near_rail : host == last ? 1.0F - near_rail : 0.5F;
}

Rung::Form form_of(const Rung& rung, const events::Event& event, const events::Kind& kind) {
    const bool sets_out = std::any_of(event.parties.begin(), event.parties.end(),
                                      [](const events::Party& party) { return party.role == Role::From; });
    switch (kind.motion) {
        case Motion::Mark:
            return Rung::Form::Place;
        case Motion::Gather:
            return Rung::Form::Spokes;
        case Motion::Travel:
        case Motion::Flow:
        case Motion::Ripple:
            return sets_out && !rung.directed ? Rung::Form::Place : Rung::Form::Link;
        default:
            return stands_at_venue(event, kind) ? Rung::Form::Place : Rung::Form::Link;
    }
}

/// As it stands when it is over, or in force.
motions::Brush brush_at_rest(const LinkLayout& link, const events::Event& event, float opacity, const AppState& state,
                             const KindColors& colors, render::LinkBatch& out) {
    const events::Status status = status_of(event, state.time);
    Phase phase;
    phase.over = true;
    phase.since_start_s = 1e6;
    motions::Brush brush{link, event, *state.theme, out, state.time, phase, colors[event.kind]};
    brush.ghost = events::is_ghost(status);
    brush.cancelled = status == events::Status::Cancelled;
    brush.suspended = status == events::Status::Suspended;
    brush.doubtful = event.date && event.date->is_doubtful();
    brush.still = true;
    brush.extra = motions::value_extra_pt(link.value_share);
    brush.hue.a = opacity * (brush.cancelled ? 0.42F : brush.ghost ? 0.62F : brush.doubtful ? 0.90F : 1.0F);
    return brush;
}

LinkLayout layout_at(const Rung& rung, events::EventIndex index, std::span<const float> rails_x, float y,
                     const World& world) {
    const events::Event event = (*world.events)[index];
    const events::Kind& kind = world.events->kinds()[event.kind];
    LinkLayout link;
    link.event = index;
    link.motion = kind.motion == Motion::Path && event.path.empty() ? Motion::Bond : kind.motion;
    link.route_mode = event.path.empty() ? events::RouteMode::Corridor : event.path.front().mode;
    link.glyph = glyph_of(kind);
    link.directed = rung.directed;
    link.value_share = event.value ? world.values.share(*event.value) : 0.0F;
    const auto path = [&](float from, float to) {
        const float off = from < to ? off_rail_pt : -off_rail_pt;
        link.paths.push_back(render::path_from_points({{from + off, y}, {to - off, y}}));
    };
    const float first = rails_x[rung.touched.front()];
    const float hub_x = first + (rails_x[rung.touched.back()] - first) * rung.hub;
    if (rung.form == Rung::Form::Link) {
        path(rails_x[rung.from], rails_x[rung.to]);
        return link;
    }
    link.hub = render::ScreenPt{hub_x, y + (kind.motion == Motion::Mark ? pin_foot_pt : 0.0F)};
    for (const std::size_t rail : rung.touched) {
        if (rung.form == Rung::Form::Spokes) {
            path(rails_x[rail], hub_x);
        }
    }
    return link;
}

}  // namespace

Rung rung_of(const events::Event& event, const events::KindTable& kinds, std::span<const std::string> countries) {
    Rung rung;
    for (std::size_t i = 0; i < countries.size(); ++i) {
        if (event.touches(countries[i])) {
            rung.touched.push_back(i);
        }
    }
    rung.from = rung.touched.front();
    rung.to = rung.touched.back();
    direct(rung, event, countries);
    rung.form = form_of(rung, event, kinds[event.kind]);
    rung.hub = rung.form == Rung::Form::Link ? 0.5F : hub_place(rung, event, countries);
    return rung;
}

void pack_rung(const Rung& rung, events::EventIndex index, std::span<const float> rails_x, float y, float opacity,
               const AppState& state, const World& world, const KindColors& colors, render::LinkBatch& out) {
    const events::Event event = (*world.events)[index];
    const LinkLayout link = layout_at(rung, index, rails_x, y, world);
    const motions::Brush brush = brush_at_rest(link, event, opacity, state, colors, out);
    if (rung.form == Rung::Form::Place) {
        const float foot = link.hub->y;
        brush.stroke(render::path_from_points({{rails_x[rung.touched.front()] + off_rail_pt, foot},
                                               {rails_x[rung.touched.back()] - off_rail_pt, foot}}),
                     brush.doubted({.hue = brush.faded(0.5F), .half_width = 0.6F}), false);
        brush.knock_out(*link.hub, 8.0F);
    }
    motions::draw(brush);
}

}  // namespace app
