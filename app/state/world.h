// Everything that was loaded: what the map shows. Frozen; a reload makes a new one and swaps the pointer.
#pragma once

#include "app/state/ground_choice.h"
#include "app/state/timeline_index.h"
#include "app/state/value_scales.h"
#include "events/event_store.h"
#include "events/load.h"
#include "geodata/boundary_set.h"
#include "geodata/problem.h"
#include "geodata/projection.h"
#include "geodata/raster.h"
#include "geodata/worldview.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct World {
    GroundChoice ground;                                              ///< what boundaries and projection were made for
    std::shared_ptr<const geodata::BoundaryPieces> pieces;            ///< what boundaries are made of, for other views
    std::shared_ptr<const std::vector<geodata::BoundaryLine>> lines;  ///< of a person's own; may be null
    std::vector<geodata::Worldview> worldviews;  ///< those of the pieces, each with id, name and statement
    std::shared_ptr<const geodata::BoundarySet> boundaries;
    std::shared_ptr<const geodata::Projection> projection;
    std::shared_ptr<const geodata::Raster> raster;  ///< under the land; may be null
    std::shared_ptr<const events::EventStore> events;
    std::vector<events::KindId> kinds;  ///< those that events have, in the order of the kinds
    ValueScales values;                 ///< of the events
    std::shared_ptr<const TimelineIndex> timeline = std::make_shared<const TimelineIndex>();  ///< of the events
    events::Gazetteer gazetteer;
    std::vector<geodata::Problem> problems;  ///< of all that was loaded
    std::size_t ground_problems = 0;         ///< how many of them, the last ones, are about the ground
    std::string boundary_statement;          ///< whose boundaries these are; stands on every picture
    std::string map_data;                    ///< who made the data of the map: a name, or those of a person's files
    std::vector<geodata::WorldBox> country_boxes;  ///< of each country's greater parts, in the plane
    geodata::WorldBox reach;                       ///< all that the projection shows; the window's middle stays over it
    geodata::WorldBox region_box;                  ///< what Home shows

    /// English name of a country or organisation; the code itself when it is neither.
    [[nodiscard]] std::string_view name_of(std::string_view code) const;
    [[nodiscard]] std::optional<geodata::WorldXY> project(geodata::LonLat at) const {
        return projection->world_from_lonlat(at);
    }
    /// The position itself where the map shows something there; otherwise the last one that does on the way to it from
    /// the middle of the region.
    [[nodiscard]] geodata::WorldXY kept_on_map(geodata::WorldXY at) const;
    /// The country drawn at a position of the plane.
    [[nodiscard]] std::optional<geodata::CountryId> country_at(geodata::WorldXY at) const;
};

/// Shows these events, and fills in what World derives from them alone.
void set_events(World& world, std::shared_ptr<const events::EventStore> events);

/// Fills in what World derives from its boundaries and its projection.
void derive(World& world);

}  // namespace app
