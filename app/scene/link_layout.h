// Where links run on screen: one layout for drawing, for picking and for labels, so that all three agree.
#pragma once

#include "app/scene/border_crossings.h"
#include "app/scene/bundle_layout.h"
#include "app/scene/sea_courses.h"
#include "app/state/members.h"
#include "app/state/world.h"
#include "events/event.h"
#include "render/camera.h"
#include "render/curve.h"
#include "render/theme.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// One event's shape on screen, in points.
struct LinkLayout {
    events::EventIndex event{};
    events::Motion motion = events::Motion::Mark;
    events::RouteMode route_mode = events::RouteMode::Corridor;  ///< of Path
    render::LinkHue glyph = render::LinkHue::Neutral;            ///< of its kind; a security's seal is a hexagon
    std::vector<render::Path> paths;  ///< each from its beginning to its end; spokes end at the hub
    std::vector<double> joined;       ///< of each arc or spoke: when its party joined, in days; -infinity: at once
    /// Venue of a meeting, seal of an agreement of many, place of a mark (a link without paths). Several at one place
    /// stand about it.
    std::optional<render::ScreenPt> hub;
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

/// What decides where links run, besides the events that are shown.
struct LinkSetting {
    std::span<const events::EventIndex> filtered{};  ///< sorted; in the window, but a filter hides them: the others
                                                     ///< keep the places that they have beside them
    OpenedParties opened{};
    double day = std::numeric_limits<double>::infinity();  ///< who joins an agreement later has no spoke yet
};

/// Lays out the events that can be seen from this camera. Links between the same two places fan out, A to B on the
/// other side than B to A; with more than two links at a place their ends keep 15 points off it. A fan opens evenly, no
/// wider than ten links need. What concerns one place alone, or places that are one on this screen, is a mark. Of more
/// events than can be read, curves have fewer points. Sea legs follow their courses, and those between two ports alone
/// are left out while theirs are searched.
[[nodiscard]] LinkScene layout_links(std::span<const events::EventIndex> shown, const World& world,
                                     const BorderCrossings& crossings, const render::Camera& camera,
                                     const SeaCourses& courses = {}, const LinkSetting& setting = {});

/// What the figure at a link's hub takes, whatever its phase; a pin stands above its place.
[[nodiscard]] render::RectPt hub_box(const LinkLayout& link);

/// Events under the pointer, nearest first, within `reach_pt`. Marks count by their figure's size.
[[nodiscard]] std::vector<events::EventIndex> links_at(const LinkScene& scene, render::ScreenPt at, float reach_pt);

}  // namespace app
