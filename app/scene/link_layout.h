// Where links run on screen: one layout for drawing, for picking and for labels, so that all three agree.
#pragma once

#include "app/scene/bundle_layout.h"
#include "app/scene/sea_courses.h"
#include "app/state/world.h"
#include "events/event.h"
#include "render/camera.h"
#include "render/curve.h"
#include "render/theme.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace app {

/// One event's shape on screen, in points.
struct LinkLayout {
    events::EventIndex event{};
    events::Motion motion = events::Motion::Mark;
    events::RouteMode route_mode = events::RouteMode::Corridor;  ///< of Path
    render::LinkHue glyph = render::LinkHue::Neutral;            ///< of its kind; a security's seal is a hexagon
    std::vector<render::Path> paths;      ///< each from its beginning to its end; spokes end at the hub
    std::optional<render::ScreenPt> hub;  ///< venue of a meeting, seal of an agreement of many, place of a mark
    std::vector<render::ScreenPt> stops;  ///< towns and ports of a route
    float border_angle = 0.0F;            ///< of the border that a ceasefire's bars lie along, radians
    bool directed = true;
    float value_share = 0.0F;  ///< of its value, see ValueScales::share
    bool shut = false;         ///< of a sea leg: its usual course, on which a strait or canal is closed
};

/// Places where more than two links end: their ends stand off in a ring.
struct Rosette {
    render::ScreenPt at;
};

struct LinkScene {
    std::vector<LinkLayout> links;  ///< in drawing order: routes first, then what lasts, then what moves
    std::vector<Rosette> rosettes;
    BundleScene bundles;  ///< of the events that are not among the links
    /// So many links that each is drawn in its plain form: see pack_links.
    [[nodiscard]] bool is_crowded() const { return links.size() > most_readable_links; }
};

/// Where the line between two parties crosses their border, in the plane, and the border's direction there.
struct BorderCrossing {
    geodata::WorldXY at;
    double angle = 0.0;  ///< radians, on screen (y down)
};

/// Crossings of all ceasefires of a store; found once, as they do not depend on the camera.
using BorderCrossings = std::unordered_map<std::uint32_t, BorderCrossing>;
[[nodiscard]] BorderCrossings border_crossings(const World& world);

/// Lays out the events that can be seen from this camera. Links between the same two places fan out, A to B on the
/// other side than B to A; with more than two links at a place their ends keep 15 points off it. A fan opens evenly, no
/// wider than ten links need. Of more events than can be read, curves have fewer points. Sea legs follow their courses,
/// and those between two ports alone are left out while theirs are searched.
[[nodiscard]] LinkScene layout_links(std::span<const events::EventIndex> shown, const World& world,
                                     const BorderCrossings& crossings, const render::Camera& camera,
                                     const SeaCourses& courses = {});

/// Events under the pointer, nearest first, within `reach_pt`. Marks count by their figure's size.
[[nodiscard]] std::vector<events::EventIndex> links_at(const LinkScene& scene, render::ScreenPt at, float reach_pt);

}  // namespace app
